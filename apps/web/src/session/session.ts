import { queryOptions } from '@tanstack/react-query';
import { answered, type Answers } from '../api/client.ts';
import { Refusal } from '../api/refusal.ts';

export type Session = Answers['SessionAnswer'];
export type WaysIn = Answers['SignInAnswer'];
export type DemoPerson = Answers['DemoPersonShown'];

/** Who is signed in; null where nobody is. Asked once, and again when the server says that the session has ended. */
export const session = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await ask<Session>('GET', '/api/v1/session', undefined, signal);
      } catch (error) {
        if (error instanceof Refusal && error.isSignedOut) return null;
        throw error;
      }
    },
    staleTime: Infinity,
    retry: false,
  });

export const waysIn = () =>
  queryOptions({
    queryKey: ['sign-in'],
    queryFn: ({ signal }) => ask<WaysIn>('GET', '/api/v1/sign-in', undefined, signal),
    staleTime: Infinity,
  });

/** Half a sign-in needs a code; a whole one is a session. */
type SignedIn = { readonly secondFactorNeeded?: boolean } & Partial<Pick<Session, 'mustEnrol'>>;

export const signIn = (account: string, password: string): Promise<SignedIn> =>
  ask('POST', '/api/v1/session', { account, password });

export const showSecondFactor = (code: string): Promise<SignedIn> =>
  ask('POST', '/api/v1/session/second-factor', { code });

export const stepUp = (proof: { password: string; code?: string }): Promise<unknown> =>
  ask('POST', '/api/v1/session/step-up', proof);

export const changePassword = (given: { current: string; password: string }): Promise<unknown> =>
  ask('POST', '/api/v1/session/password', given);

export const signOut = (): Promise<unknown> => ask('DELETE', '/api/v1/session');

export interface OwnSession {
  readonly id: string;
  readonly kind: string;
  readonly begunAt: string;
  readonly seenAt: string;
  readonly own: boolean; // the one that asks
}

/** The own sessions that are open; null where this server does not list them. */
export const ownSessions = () =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: async ({ signal }): Promise<readonly OwnSession[] | null> => {
      try {
        return (await ask<{ items: readonly OwnSession[] }>('GET', '/api/v1/sessions', undefined, signal)).items;
      } catch (error) {
        if (error instanceof Refusal && error.isMissing) return null;
        throw error;
      }
    },
  });

export const endSession = (id: string): Promise<unknown> => ask('DELETE', `/api/v1/sessions/${encodeURIComponent(id)}`);

/** Sessions are no documents of the books: their requests carry neither a key nor a version. Errors: those of `answered`. */
export function ask<T>(method: string, address: string, body?: object, signal?: AbortSignal): Promise<T> {
  const exchange = async (): Promise<{ data?: T; error?: unknown; response: Response }> => {
    const response = await fetch(address, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const said: unknown = await response.json().catch(() => null);
    return response.ok ? { data: said as T, response } : { error: said, response };
  };
  return answered(exchange());
}
