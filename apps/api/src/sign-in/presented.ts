import { type CredentialKind, NotSignedIn } from '#identity';
import { Malformed } from '#kernel';
import type { FastifyRequest } from 'fastify';
import type { SessionCookie } from './session-cookie.ts';

/** A token as it came, of the form that ours have; whether it is one of ours the database says. */
export interface Presented {
  readonly kind: CredentialKind;
  readonly token: string;
}

const token = /^[A-Za-z0-9_-]{43}$/;
const key = /^[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/;

/**
 * What a request presents: the cookie of a browser, or the token of a terminal or an API key in the header Authorization.
 * Errors: NotSignedIn (none, or none of ours), TwoCredentials.
 */
export function presentedBy(request: FastifyRequest, cookie: SessionCookie): Presented {
  const cookies = cookie.valuesIn(request);
  const { authorization } = request.headers;
  if (authorization !== undefined && cookies.length > 0) throw new TwoCredentials();
  if (authorization !== undefined) {
    const [, kind = '', given = ''] = /^[Bb]earer (rct|rcp)_([^ ]+)$/.exec(authorization) ?? [];
    if (!(kind === 'rcp' ? key : token).test(given)) throw new NotSignedIn();
    return { kind: kind === 'rcp' ? 'API_KEY' : 'COMMAND_LINE', token: given };
  }
  const [given = ''] = cookies;
  if (cookies.length > 1 || !token.test(given)) throw new NotSignedIn();
  return { kind: 'BROWSER', token: given };
}

/** Null: nothing of the form that ours have. Its route says what is wrong with it. */
export function shownBy(request: FastifyRequest, cookie: SessionCookie): Presented | null {
  try {
    return presentedBy(request, cookie);
  } catch (error) {
    if (error instanceof NotSignedIn || error instanceof TwoCredentials) return null;
    throw error;
  }
}

export class TwoCredentials extends Malformed {
  constructor() {
    super('Send the cookie of a session or the header Authorization, and not both: it must be plain who asks.');
  }
}
