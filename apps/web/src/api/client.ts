import createClient from 'openapi-fetch';
import type { components, paths } from '../generated/api.ts';
import { NotConnected, Refusal, type ProblemFacts } from './refusal.ts';
import { withMarksIn } from './turning.ts';

/** What the API answers, by the names of its OpenAPI document. */
export type Answers = components['schemas'];

/** The API on our own origin, typed by its document. Wrap each call in `answered`, or in `exact`. */
export const api = createClient<paths>({ baseUrl: '/', headers: { accept: 'application/json' } });

interface Exchanged<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a success, for somebody to look at: with marks in its texts. Errors: Refusal with what the server said,
 * marked too; NotConnected where no answer came.
 */
export async function answered<T>(asking: Promise<Exchanged<T>>): Promise<T> {
  return withMarksIn(await exact(asking));
}

/** The same to the letter: what is hashed, or is sent back as it came. Whatever of it is shown is marked there. */
export async function exact<T>(asking: Promise<Exchanged<T>>): Promise<T> {
  let exchanged: Exchanged<T>;
  try {
    exchanged = await asking;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NotConnected();
  }
  const { data, error, response } = exchanged;
  if (response.ok) return data as T;
  throw new Refusal(problemIn(error, response));
}

/** A proxy in between answers in words of its own: then its status is all there is. */
function problemIn(error: unknown, { status }: Response): ProblemFacts {
  const said = withMarksIn((typeof error === 'object' && error !== null ? error : {}) as Partial<ProblemFacts>);
  return {
    status,
    code: said.code ?? (status >= 502 ? 'NOT_REACHED' : 'UNKNOWN'),
    title: said.title ?? '',
    detail: said.detail ?? '',
    errors: said.errors ?? [],
    requestId: said.requestId ?? '',
  };
}

/** A new one for each new request; a repeat of the same request carries the same one. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** What a writing request carries: its key, and the version of the document that was read. */
export function writing(key: string): { 'Idempotency-Key': string };
export function writing(key: string, seen: number): { 'Idempotency-Key': string; 'If-Match': string };
export function writing(key: string, seen?: number): { 'Idempotency-Key': string; 'If-Match'?: string } {
  return { 'Idempotency-Key': key, ...(seen === undefined ? {} : { 'If-Match': `"${seen}"` }) };
}
