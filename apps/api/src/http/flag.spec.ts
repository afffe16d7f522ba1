import { describe, expect, it } from '@jest/globals';
import { isOn, NotASwitch } from './flag.ts';

describe('a switch in the address', () => {
  it.each([
    ['true', true],
    ['false', false],
    [undefined, false],
  ])('%s is %s', (text, on) => {
    expect(isOn('dryRun', text)).toBe(on);
  });

  it.each(['1', 'TRUE', 'yes', '', ['true', 'true']])('%j is refused, for it could be taken for either', (text) => {
    expect(() => isOn('dryRun', text)).toThrow(NotASwitch);
  });
});
