/** Finds nothing that another spec left, but the modules of the product, and leaves all it can. */
import { describe, expect, it, jest } from '@jest/globals';
import { Biennium } from '#kernel';

const shared = Biennium as unknown as { specs?: number };
shared.specs = (shared.specs ?? 0) + 1;
const trace = 'RECOUP_LEFT_BY_A_SPEC';

describe(`spec ${shared.specs} that meets these modules`, () => {
  it('finds no variable, no clock, no mock and no matcher of another spec', () => {
    expect(process.env[trace]).toBeUndefined();
    expect(Date.now()).toBeGreaterThan(1);
    expect(jest.isMockFunction(Reflect.get(Biennium.prototype, 'toString'))).toBe(false);
    expect(expect).not.toHaveProperty(trace);
  });

  it('is in the realm of the product', () => {
    expect(() => Biennium.of('2024')).toThrow(Error);
    expect(Object.getPrototypeOf(Biennium)).toBe(Function.prototype);
  });

  it('leaves traces', () => {
    process.env[trace] = 'yes';
    expect.extend({ [trace]: () => ({ pass: true, message: () => '' }) });
    jest.useFakeTimers({ now: 0 });
    jest.spyOn(Biennium.prototype, 'toString').mockReturnValue('a mock');
  });
});
