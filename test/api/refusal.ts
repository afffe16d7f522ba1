import { expect } from '@jest/globals';
import type { Database } from '#platform';
import { picture } from '../support/nothing-written.ts';
import type { Answer, ApiUnderTest } from './api-under-test.ts';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Of the first field that is wrong; null where no field is. */
  readonly pointer: string | null;
}

/** Refused with this status and code, at this field; and in the whole books not a row has changed. */
export async function expectRefused(
  api: ApiUnderTest,
  refused: Refusal,
  sending: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await nothingWrittenBy(api, sending);
  expect(shortOf(answer)).toEqual(refused);
  return answer;
}

/** Any refusal: a problem in its form, and no row changed in any table; it is kept under its key, for a repeat. */
export async function nothingWrittenBy({ books }: ApiUnderTest, sending: () => Promise<Answer>): Promise<Answer> {
  const before = await pictureButKeys(books.db);
  const answer = await sending();
  expect(await pictureButKeys(books.db)).toEqual(before);
  expectProblem(answer);
  return answer;
}

async function pictureButKeys(db: Database): Promise<Record<string, string>> {
  const seen = await picture(db);
  delete seen['platform.request_key'];
  return seen;
}

/** The form of every refusal, whatever was refused. */
export function expectProblem({ status, headers, body }: Answer): void {
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(headers['content-language']).toBe('en');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(body).toEqual({
    type: `/api/problems/${body.code as string}`,
    title: expect.stringMatching(/^[A-Z]/),
    status,
    detail: expect.stringMatching(/\S/),
    instance: expect.stringMatching(/^\//),
    code: expect.stringMatching(/^[A-Z][A-Z0-9_]+$/),
    errors: expect.any(Array),
    requestId: headers['x-request-id'],
  });
  for (const field of body.errors) {
    expect(field).toEqual({
      pointer: expect.stringMatching(/^\//),
      code: expect.any(String),
      detail: expect.any(String),
    });
  }
  expect(JSON.stringify(body)).not.toMatch(/select |insert |postgres|node_modules|\.ts:\d|regular expression/i); // nothing of the inside
}

function shortOf({ status, body }: Answer): Refusal {
  const problem = body as { code?: string; errors?: { pointer: string }[] } | null;
  return { status, code: problem?.code ?? '', pointer: problem?.errors?.[0]?.pointer ?? null };
}
