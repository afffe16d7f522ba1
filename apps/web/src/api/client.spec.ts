import { describe, expect, it } from '@jest/globals';
import { answered, exact } from './client.ts';
import { Refusal } from './refusal.ts';

const sent = { id: 'A1', note: 'paid\u202e21 eciovni', lines: [{ evidence: 'a\u2066b', amount: '1.00', of: null }] };
const comes = (status: number, body: unknown) =>
  Promise.resolve({ data: body, error: body, response: { ok: status < 400, status } as Response });

describe('an answer of the server', () => {
  it('is looked at with a mark where a character would turn the text, however deep', async () => {
    await expect(answered(comes(200, sent))).resolves.toEqual({
      ...{ id: 'A1', note: 'paid[U+202E]21 eciovni' },
      lines: [{ evidence: 'a[U+2066]b', amount: '1.00', of: null }],
    });
  });

  it('is to the letter what was sent where it is computed with, or entered again', async () => {
    await expect(exact(comes(200, sent))).resolves.toBe(sent);
    await expect(exact(comes(200, '{"note":"\u202e"}'))).resolves.toBe('{"note":"\u202e"}');
  });

  it('is left alone where it is bytes', async () => {
    const bytes = new Uint8Array([0xe2, 0x80, 0xae]).buffer;
    await expect(answered(comes(200, bytes))).resolves.toBe(bytes);
  });

  it.each([answered, exact])('that is no is marked in each of its sentences: %p', async (read) => {
    const said = {
      code: 'C',
      title: 'T',
      detail: 'of \u202ea',
      errors: [{ pointer: '/note', code: 'C', detail: '\u202eb' }],
    };
    const error: unknown = await read(comes(422, said)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({
      message: 'of [U+202E]a',
      problem: { errors: [{ pointer: '/note', detail: '[U+202E]b' }] },
    });
  });
});
