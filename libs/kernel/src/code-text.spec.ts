import { describe, expect, it } from '@jest/globals';
import { checkedCode, codeForm, HiddenCharacter, hiddenIn } from './code-text.ts';

describe('what the books call a thing', () => {
  it.each<[what: string, text: string, found: string]>([
    ['a mark that turns what follows', 'A1\u202e10-', 'U+202E'],
    ['a mark of direction', 'A1\u200e', 'U+200E'],
    ['an isolate', '\u2066A1\u2069', 'U+2066'],
    ['a space without width', 'A1\u200b-01', 'U+200B'],
    ['a joiner', 'A1\u200d', 'U+200D'],
    ['a byte order mark', '\ufeffA1', 'U+FEFF'],
    ['a soft hyphen', 'A1\u00ad01', 'U+00AD'],
    ['a tag', 'A1\u{e0041}', 'U+E0041'],
    ['a tabulator', 'A1\t01', 'U+0009'],
    ['an end of line', 'A1\n', 'U+000A'],
    ['an end of paragraph', 'A1\u2029', 'U+2029'],
    ['a control of the second kind', 'A1\u0085', 'U+0085'],
    ['NUL', 'A1\0', 'U+0000'],
    ['half of a pair', 'A1\ud800', 'U+D800'],
  ])('holds no %s', (_, text, found) => {
    expect(hiddenIn(text)).toBe(found);
    expect(new RegExp(codeForm, 'u').test(text)).toBe(false);
    expect(() => checkedCode(text, '/id')).toThrow(HiddenCharacter);
  });

  it.each(['A1-01', 'CRA 2025/001', 'Réf. n° 12', 'مكتب-12', '會議', 'क्ष', '🌍', "<script>' OR 1=1 --"])(
    'may be %s',
    (text) => {
      expect(checkedCode(text)).toBe(text);
      expect(new RegExp(codeForm, 'u').test(text)).toBe(true);
    },
  );

  it('is refused at its field, by the name of the character', () => {
    const refusal = new HiddenCharacter('U+202E', '/id');
    expect([refusal.code, refusal.pointer]).toEqual(['HIDDEN_CHARACTER', '/id']);
    expect(refusal.message).toContain('U+202E');
  });
});
