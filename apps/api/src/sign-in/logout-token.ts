import type { EndedAtIssuer } from '#identity';
import { ServiceUnavailableException } from '@nestjs/common';
import { customFetch, createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { outboundTo } from './outbound.ts';

/** The event that makes a token one of signing out (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export const signedOutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** How old the word of an issuer may be: it is said at once. The ids of tokens are kept for longer than that. */
const oldestMinutes = 10;

/** Whose token it is to be, for whom, and by which keys. */
export interface LogoutTokensOf {
  readonly issuer: string;
  readonly clientId: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/**
 * The keys that an issuer publishes, asked for where one is wanted that is not known, twice a minute at most.
 * Errors: KeysUnavailable; those of jose that say that the token names no key of them.
 */
export function publishedKeys(jwksUri: string | undefined, send: ReturnType<typeof outboundTo>): JWTVerifyGetKey {
  if (jwksUri === undefined || !URL.canParse(jwksUri)) throw new KeysUnavailable();
  const published = createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: 5000,
    [customFetch]: (url, { method, headers }) => send(url, { method, headers: Object.fromEntries(headers) }),
  });
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (saysOfTheToken.some((kind) => error instanceof kind)) throw error;
      throw new KeysUnavailable({ cause: error });
    }
  };
}

const saysOfTheToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/** Errors: LogoutTokenRefused, with why in a word; KeysUnavailable. */
export async function readLogoutToken(token: string, of: LogoutTokensOf, now: Date): Promise<EndedAtIssuer> {
  const { issuer, clientId: audience, algorithms, keys } = of;
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      ...{ issuer, audience, algorithms: [...algorithms], currentDate: now },
      ...{ clockTolerance: 5, maxTokenAge: `${oldestMinutes}m`, requiredClaims: ['exp', 'jti', 'events'] },
    });
    // A token of another kind is none, whatever it holds (RFC 8725, 3.11); an issuer need not name the kind.
    const kind = (protectedHeader.typ ?? 'JWT').replace(/^application\//i, '').toLowerCase();
    if (kind !== 'jwt' && kind !== 'logout+jwt') throw new LogoutTokenRefused('KIND');
    return { issuer, ...endedBy(payload, audience) };
  } catch (error) {
    if (error instanceof LogoutTokenRefused || error instanceof KeysUnavailable) throw error;
    const code = error instanceof errors.JOSEError ? error.code : 'UNREADABLE';
    throw new LogoutTokenRefused(code.replace(/^ERR_/, ''));
  }
}

/** What is over, by claims whose signature, issuer, audience and times are right. Errors: LogoutTokenRefused. */
export function endedBy(claims: JWTPayload, audience: string): Omit<EndedAtIssuer, 'issuer'> {
  const { aud, iat, jti, sub = null, sid = null, events } = claims;
  if ([aud].flat().some((one) => one !== audience)) throw new LogoutTokenRefused('AUDIENCE');
  if ('nonce' in claims) throw new LogoutTokenRefused('NONCE'); // so that no ID token passes for one
  if (!isObject(events) || !isObject(events[signedOutEvent])) throw new LogoutTokenRefused('EVENTS');
  if (!isName(jti)) throw new LogoutTokenRefused('ID');
  if (iat === undefined) throw new LogoutTokenRefused('TIME');
  if (sub === null && sid === null) throw new LogoutTokenRefused('NOBODY');
  if ((sub !== null && !isName(sub)) || (sid !== null && !isName(sid))) throw new LogoutTokenRefused('NOBODY');
  return { tokenId: jti, saidAt: new Date(iat * 1000), subject: sub, session: sid };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text that PostgreSQL holds too. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 500 && !value.includes('\0');
}

export class LogoutTokenRefused extends Error {
  constructor(readonly why: string) {
    super(why);
  }
}

/** 503: to an issuer every 400 is the last word on a token, and of this one nothing is known yet. */
export class KeysUnavailable extends ServiceUnavailableException {
  constructor(options?: { cause: unknown }) {
    super(
      'The identity provider’s keys are not to be had at the moment. Say it again later: nothing was written.',
      options,
    );
  }
}
