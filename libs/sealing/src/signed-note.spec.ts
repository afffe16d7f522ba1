import { describe, expect, it } from '@jest/globals';
import { cryptography, newSigningKey, signedBy } from './cryptography.service.ts';
import {
  isSignedBy,
  keyText,
  KeyUnreadable,
  NoteMalformed,
  noteText,
  parseKey,
  parseNote,
  sameKey,
  SignatureWrong,
} from './signed-note.ts';

// The example of Go's package golang.org/x/mod/sumdb/note, which the format comes from.
const example = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: 'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  ),
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
};

describe('a signed note', () => {
  it('of the reference implementation is read, and its signature holds', () => {
    const key = parseKey(cryptography.sha256, example.key);
    const note = parseNote(`${example.text}\n${example.line}\n`);
    expect(isSignedBy(cryptography, note, key)).toBe(true);
    expect(keyText(cryptography.sha256, key)).toBe(example.key);
  });

  it('is written as it was read', () => {
    const { key } = newSigningKey('recoup/books', 1);
    const text = 'one line\n\nand another\n';
    const written = noteText({ text, signatures: [signedBy(key, text)] });
    expect(written).toMatch(/^one line\n\nand another\n\n— recoup\/books [A-Za-z0-9+/]{90,92}={0,2}\n$/);
    expect(noteText(parseNote(written))).toBe(written);
    expect(isSignedBy(cryptography, parseNote(written), key)).toBe(true);
  });

  it('without a signature of a key is not signed by it', () => {
    const { key } = newSigningKey('recoup/books', 1);
    const { key: namesake } = newSigningKey('recoup/books', 1);
    const note = parseNote(noteText({ text: 'text\n', signatures: [signedBy(key, 'text\n')] }));
    expect(isSignedBy(cryptography, note, namesake)).toBe(false);
  });

  it('with a signature that does not hold is refused', () => {
    const { key } = newSigningKey('recoup/books', 1);
    const signature = signedBy(key, 'text\n');
    const altered = { text: 'test\n', signatures: [signature] };
    expect(() => isSignedBy(cryptography, altered, key)).toThrow(SignatureWrong);
    const short = { text: 'text\n', signatures: [{ ...signature, signature: signature.signature.slice(0, 60) }] };
    expect(() => isSignedBy(cryptography, short, key)).toThrow(SignatureWrong);
  });

  it.each([
    ['no signature', 'text\n'],
    ['no empty line', `text\n${example.line}\n`],
    ['an end within a line', `text\n\n${example.line}`],
    ['a hyphen for the dash', `text\n\n${example.line.replace('—', '-')}\n`],
    ['a signature that is not base64', 'text\n\n— name !!!!\n'],
    ['base64 of a second spelling', 'text\n\n— name AAAAAAB=\n'],
    ['a signature shorter than its key id', 'text\n\n— name AAAA\n'],
    ['a name with a plus', 'text\n\n— a+b AAAAAAAA\n'],
    ['a line that is none', `text\n\n${example.line}\nanother\n`],
    ['a tab', `te\txt\n\n${example.line}\n`],
    ['a carriage return', `text\r\n\n${example.line}\n`],
    ['half of a surrogate pair', `te\ud800xt\n\n${example.line}\n`],
    ['101 signatures', `text\n\n${`${example.line}\n`.repeat(101)}`],
    ['too many characters', `${'x'.repeat(100_001)}\n\n${example.line}\n`],
  ])('is refused with %s', (_, written) => {
    expect(() => parseNote(written)).toThrow(NoteMalformed);
  });
});

describe('a public key as text', () => {
  it('is read again', () => {
    for (const type of [1, 4] as const) {
      const { key } = newSigningKey('BRS/witness', type);
      expect(sameKey(parseKey(cryptography.sha256, keyText(cryptography.sha256, key)), key)).toBe(true);
    }
  });

  it.each([
    ['another key id', example.key.replace('c74f20a3', 'c74f20a4')],
    ['another name', example.key.replace('Peter', 'Paula')],
    ['another key', example.key.replace('ARpc', 'ARpd')],
    ['another kind', example.key.replace('+ARpc', '+Axpc')],
    ['a part missing', 'PeterNeumann+c74f20a3'],
    ['nothing at all', ''],
  ])('is refused with %s', (_, text) => {
    expect(() => parseKey(cryptography.sha256, text)).toThrow(KeyUnreadable);
  });
});
