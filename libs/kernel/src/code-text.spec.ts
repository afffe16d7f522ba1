import { describe, expect, it } from '@jest/globals';
import { checkedCode, codeForm, flawOfCode, HiddenCharacter } from './code-text.ts';

describe('what the books call a thing', () => {
  it.each<[what: string, text: string, found: string]>([
    ['mark that turns what follows', 'A1\u202e10-', 'U+202E'],
    ['mark of direction', 'A1\u200e', 'U+200E'],
    ['isolate', '\u2066A1\u2069', 'U+2066'],
    ['space without width', 'A1\u200b-01', 'U+200B'],
    ['joiner', 'A1\u200d', 'U+200D'],
    ['mark against joining', 'A1\u200c', 'U+200C'],
    ['joiner of graphemes', 'A\u034f1', 'U+034F'],
    ['filler of Hangul', 'BRS.jd\u3164', 'U+3164'],
    ['half-width filler', 'BRS.jd\uffa0', 'U+FFA0'],
    ['Braille cell without a dot', 'BRS.jd\u2800', 'U+2800'],
    ['variation selector', 'A1\ufe0f', 'U+FE0F'],
    ['variation selector of the supplement', 'A1\u{e0100}', 'U+E0100'],
    ['byte order mark', '\ufeffA1', 'U+FEFF'],
    ['soft hyphen', 'A1\u00ad01', 'U+00AD'],
    ['tag', 'A1\u{e0041}', 'U+E0041'],
    ['tabulator', 'A1\t01', 'U+0009'],
    ['end of line', 'A1\n', 'U+000A'],
    ['end of paragraph', 'A1\u2029', 'U+2029'],
    ['control of the second kind', 'A1\u0085', 'U+0085'],
    ['NUL', 'A1\0', 'U+0000'],
    ['half of a pair', 'A1\ud800', 'U+D800'],
    ['space that does not break, at an end', 'BRS.jd\u00a0', 'U+00A0'],
    ['space that does not break, between words', 'CRA\u00a02025', 'U+00A0'],
    ['thin space', 'CRA\u20092025', 'U+2009'],
    ['ideographic space', '會\u3000議', 'U+3000'],
    ['space at its beginning', ' BRS.jd', 'U+0020'],
    ['space at its end', 'BRS.jd ', 'U+0020'],
    ['space alone', ' ', 'U+0020'],
    ['second space behind another', 'CRA  2025', 'U+0020'],
  ])('holds no %s', (_, text, found) => {
    expect(flawOfCode(text)).toContain(found);
    expect(new RegExp(codeForm, 'u').test(text)).toBe(false);
    expect(() => checkedCode(text, '/id')).toThrow(HiddenCharacter);
  });

  it.each([
    ['Re\u0301f. 12', 'U+0065', 'U+00E9'],
    ['\u212bngström', 'U+212B', 'U+00C5'],
    ['\u1112\u1161\u11ab', 'U+1112', 'U+D55C'],
    ['A\u0307\u0323', 'U+0041', 'U+1EA0'],
  ])('is composed: %j holds %s where %s belongs', (text, written, composed) => {
    expect(flawOfCode(text)).toContain(`holds ${written} where the composed form (Unicode NFC) has ${composed}`);
    expect(checkedCode(text.normalize('NFC'))).toBe(text.normalize('NFC'));
  });

  it.each([
    ...['A1-01', 'CRA 2025/001', 'C R A', 'Réf. n° 12', 'مكتب-12', '會議', 'क्ष', '한국', '🌍', 'a', ''],
    "<script>' OR 1=1 --",
  ])('may be %j', (text) => {
    expect(checkedCode(text)).toBe(text);
    expect(new RegExp(codeForm, 'u').test(text)).toBe(true);
  });

  it.each([
    ['A1\u202e', /^This holds U\+202E, .*: write it anew, .*\. Nothing was written\.$/],
    ['A1\u00a01', /^This holds U\+00A0, a space .*: write it anew, .*U\+0020.*\. Nothing was written\.$/],
    ['A1 ', /^This holds a space .* at an end .*: write it anew, .*\. Nothing was written\.$/],
    ['e\u0301', /^This holds U\+0065 where .* U\+00E9: write it anew, .*\. Nothing was written\.$/],
  ])('is refused at its field: %j, with what would be right', (text, sentence) => {
    const refusal = new HiddenCharacter(flawOfCode(text) ?? '', '/id');
    expect([refusal.code, refusal.pointer]).toEqual(['HIDDEN_CHARACTER', '/id']);
    expect(refusal.message).toMatch(sentence);
  });
});
