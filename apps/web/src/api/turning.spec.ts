import { describe, expect, it } from '@jest/globals';
import { withMarks } from './turning.ts';

describe('a text from the server', () => {
  it.each([
    ['paid\u202e21 eciovni', 'paid[U+202E]21 eciovni'],
    ['\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['العربية, עברית and é', 'العربية, עברית and é'],
  ])('%j is shown as %j', (sent, shown) => {
    expect(withMarks(sent)).toBe(shown);
  });
});
