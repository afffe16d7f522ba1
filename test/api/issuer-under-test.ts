import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What of a token is other than it should be. */
export interface Forgery {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
  /** Signed by a key that the issuer does not publish; not at all; by the client's secret; or broken afterwards. */
  readonly signed?: 'BY_ANOTHER' | 'NOT' | 'BY_SECRET' | 'BROKEN';
  /** The whole answer of the token endpoint, or none in time. */
  readonly answer?: { status: number; headers?: Record<string, string>; body: string } | 'NEVER';
}

/** An issuer whose tokens can be anything. It says who it is at the usual place, and takes each code once. */
export interface ForgingIssuer {
  readonly issuer: string;
  /** What it is asked to sign next. */
  forge(forgery: Forgery): void;
  /** What its keys' address answers from here on; none: its keys. */
  publish(answer: 'DOWN' | 'BROKEN' | 'NEVER' | null): void;
  /** That the subject signed out, said now. */
  logoutToken(wrong?: Forgery): string;
  /** How often each of its addresses was asked. */
  readonly asked: Map<string, number>;
  close(): Promise<void>;
}

export const forger = {
  clientId: 'recoup',
  clientSecret: 'a secret of this test alone',
  subject: 'subject-42',
} as const;

const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function forgingIssuer({
  says = (issuer: string): string => issuer,
  hasKeys = true,
} = {}): Promise<ForgingIssuer> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const another = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { createHmac } = await import('node:crypto');
  const asked = new Map<string, number>();
  let forgery: Forgery = {};
  let nonce = '';
  let keys: Parameters<ForgingIssuer['publish']>[0] = null;
  const token = (issuer: string): string => {
    const now = Math.floor(Date.now() / 1000);
    return signedAs(forgery, {
      ...{ iss: issuer, aud: forger.clientId, sub: forger.subject, nonce },
      ...{ iat: now, exp: now + 300, auth_time: now },
    });
  };
  const signedAs = ({ header, claims: changed, without, signed }: Forgery, right: object): string => {
    const claims: Record<string, unknown> = { ...right, ...changed };
    for (const name of without ?? []) delete claims[name];
    const content = `${text({ alg: 'RS256', kid: 'own', ...header })}.${text(claims)}`;
    if (signed === 'NOT') return `${content}.`;
    if (signed === 'BY_SECRET')
      return `${content}.${createHmac('sha256', forger.clientSecret).update(content).digest('base64url')}`;
    const key = signed === 'BY_ANOTHER' ? another.privateKey : own.privateKey;
    const signature = sign('sha256', Buffer.from(content), key);
    if (signed === 'BROKEN') signature[7] = (signature[7] ?? 0) ^ 1;
    return `${content}.${signature.toString('base64url')}`;
  };
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { port } = server.address() as AddressInfo;
    const issuer = `http://localhost:${port}`;
    const url = new URL(request.url ?? '/', issuer);
    asked.set(url.pathname, (asked.get(url.pathname) ?? 0) + 1);
    const json = (body: object): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: says(issuer),
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        ...(hasKeys ? { jwks_uri: `${issuer}/keys` } : {}),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (url.pathname === '/keys') {
      if (keys === 'NEVER') return;
      if (keys === 'DOWN') return void response.writeHead(502).end();
      if (keys === 'BROKEN') return json({ keys: 'none' });
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] });
    }
    if (url.pathname === '/authorize') {
      nonce = url.searchParams.get('nonce') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', randomBytes(16).toString('hex'));
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(303, { location: back.href }).end();
      return;
    }
    if (url.pathname === '/token') {
      request.resume();
      const { answer } = forgery;
      if (answer === 'NEVER') return;
      if (answer !== undefined) {
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
        return;
      }
      return json({ access_token: 'opaque', token_type: 'Bearer', expires_in: 60, id_token: token(issuer) });
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    logoutToken: (wrong = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return signedAs(
        { ...wrong, header: { typ: 'logout+jwt', ...wrong.header } },
        {
          ...{ iss: issuer, aud: forger.clientId, sub: forger.subject, iat: now, exp: now + 120, jti: randomUUID() },
          ...{ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } },
        },
      );
    },
    publish: (next) => {
      keys = next;
    },
    forge: (next) => {
      forgery = next;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What PKCE promises of a verifier. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
