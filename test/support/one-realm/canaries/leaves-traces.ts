/** Finds the modules of the product as another spec left them, and of what is a spec's own nothing; leaves that itself. */
import { describe, expect, it, jest } from '@jest/globals';
import { Biennium } from '#kernel';

const shared = Biennium as unknown as { specs?: number };
shared.specs = (shared.specs ?? 0) + 1;
const trace = 'RECOUP_LEFT_BY_A_SPEC';

describe(`spec ${shared.specs} that meets these modules`, () => {
  it('finds no variable, no clock, no mock, no matcher and no page of another spec', () => {
    expect(process.env[trace]).toBeUndefined();
    expect(Date.now()).toBeGreaterThan(1);
    expect(jest.isMockFunction(Reflect.get(Biennium.prototype, 'toString'))).toBe(false);
    expect(expect).not.toHaveProperty(trace);
    expect(globalThis).not.toHaveProperty('document');
  });

  it('is in the realm of the product', () => {
    expect(() => Biennium.of('2024')).toThrow(Error);
    expect(Object.getPrototypeOf(Biennium)).toBe(Function.prototype);
  });

  it('leaves traces', () => {
    process.env[trace] = 'yes';
    Object.assign(globalThis, { document: {} });
    expect.extend({ [trace]: () => ({ pass: true, message: () => '' }) });
    jest.useFakeTimers({ now: 0 });
    jest.spyOn(Biennium.prototype, 'toString').mockReturnValue('a mock');
  });
});
