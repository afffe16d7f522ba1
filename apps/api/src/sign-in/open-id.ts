import { randomBytes } from 'node:crypto';
import type { EndedAtIssuer, ProvenByIssuer } from '#identity';
import { ServiceUnavailableException } from '@nestjs/common';
import type { JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import { publishedKeys, readLogoutToken } from './logout-token.ts';
import { isLoopbackHost, outboundTo } from './outbound.ts';

/** The identity provider that people may sign in at, and what this server is to it. */
export interface OpenIdSettings {
  readonly issuer: string; // https, or this machine
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string; // on the button
}

interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly isFresh: boolean;
  readonly endsAt: number;
}

const algorithms = ['ES256', 'RS256', 'EdDSA', 'Ed25519'];
const minutes = 60_000;
const pendingMost = 10_000;

/** How old a proof at the issuer may be where a fresh one is asked, in seconds. */
const freshSeconds = 600;

/**
 * Signing in at an identity provider by OpenID Connect: a code with PKCE, for a browser that began here and is known again
 * by `id`. What is pending is in this process alone, once each, for ten minutes; whoever's server was restarted in between
 * begins again. No token leaves this class: the session is ours.
 */
export class OpenIdSignIn {
  private readonly pending = new Map<string, Pending>();
  private discovered: Promise<client.Configuration> | null = null;
  private keys: JWTVerifyGetKey | null = null;

  constructor(
    private readonly settings: OpenIdSettings | null,
    private readonly now: () => number = () => Date.now(),
  ) {}

  get issuer(): string | null {
    return this.settings?.issuer ?? null;
  }

  get name(): string | null {
    return this.settings?.name ?? null;
  }

  /** Where the browser is sent. `isFresh`: the person proves who they are again, whatever the issuer remembers. Errors: 503. */
  async begin(callback: string, { isFresh }: { isFresh: boolean }): Promise<{ id: string; url: string }> {
    const config = await this.configuration();
    const id = randomBytes(32).toString('base64url');
    const verifier = client.randomPKCECodeVerifier();
    const begun = { state: client.randomState(), nonce: client.randomNonce(), verifier, isFresh };
    this.forgetOld();
    this.pending.set(id, { ...begun, endsAt: this.now() + 10 * minutes });
    const url = client.buildAuthorizationUrl(config, {
      ...{ redirect_uri: callback, scope: 'openid', state: begun.state, nonce: begun.nonce },
      ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { id, url: url.href };
  }

  /** Who came back. Each beginning ends once, whatever comes of it. Errors: OpenIdRefused, with why in a word. */
  async finish(id: string, cameBackAt: URL): Promise<ProvenByIssuer> {
    const begun = this.pending.get(id);
    this.pending.delete(id);
    if (begun === undefined || begun.endsAt < this.now()) throw new OpenIdRefused('NOT_BEGUN');
    try {
      const tokens = await client.authorizationCodeGrant(await this.configuration(), cameBackAt, {
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        pkceCodeVerifier: begun.verifier,
        idTokenExpected: true,
        ...(begun.isFresh ? { maxAge: freshSeconds } : {}),
      });
      const claims: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
      const { iss, sub, iat, auth_time: provenAt, amr, sid } = claims;
      if (
        this.issuer === null ||
        iss !== this.issuer ||
        typeof sub !== 'string' ||
        sub === '' ||
        typeof iat !== 'number'
      )
        throw new OpenIdRefused('NOBODY');
      return {
        issuer: this.issuer,
        subject: sub,
        provenAt: typeof provenAt === 'number' ? new Date(provenAt * 1000) : null,
        issuedAt: new Date(iat * 1000),
        isMultiFactor: Array.isArray(amr) && amr.includes('mfa'),
        session: typeof sid === 'string' && sid !== '' ? sid : null,
      };
    } catch (error) {
      if (error instanceof OpenIdRefused) throw error;
      const { code } = error as { code?: unknown };
      throw new OpenIdRefused(typeof code === 'string' ? code.replace(/^OAUTH_/, '') : 'UNREADABLE');
    }
  }

  /** Who signed out there. Errors: LogoutTokenRefused, with why in a word; 503. */
  async signedOut(token: string): Promise<EndedAtIssuer> {
    if (this.settings === null) throw new Error('There is no identity provider.');
    const { issuer, clientId } = this.settings;
    const metadata = (await this.configuration()).serverMetadata();
    const { jwks_uri: jwksUri, id_token_signing_alg_values_supported: algorithms = [] } = metadata;
    if (jwksUri === undefined) this.discovered = null; // it may say so later
    this.keys ??= publishedKeys(jwksUri, outboundTo(new URL(issuer)));
    return readLogoutToken(token, { issuer, clientId, algorithms, keys: this.keys }, new Date(this.now()));
  }

  private async configuration(): Promise<client.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch {
      this.discovered = null; // asked again by whoever comes next
      throw new ServiceUnavailableException('The identity provider does not answer at the moment. Try again later.');
    }
  }

  private async discover(): Promise<client.Configuration> {
    if (this.settings === null) throw new Error('There is no identity provider.');
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    const send = outboundTo(url);
    const fetch: client.CustomFetch = (asked, { method, headers, body }) =>
      send(asked, { method, headers, body: body === null || body === undefined ? undefined : textOf(body) });
    const auth = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret);
    const insecure = url.protocol === 'http:' && isLoopbackHost(url.hostname) ? [client.allowInsecureRequests] : [];
    const found = await client.discovery(url, clientId, undefined, auth, {
      timeout: 5,
      execute: insecure,
      [client.customFetch]: fetch,
    });
    const facts = Object.entries(found.serverMetadata()).filter(([, fact]) => typeof fact !== 'function');
    const metadata = Object.fromEntries(facts) as unknown as client.ServerMetadata;
    const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
    const config = new client.Configuration(
      { ...metadata, id_token_signing_alg_values_supported: offered.filter((one) => algorithms.includes(one)) },
      ...[clientId, { [client.clockTolerance]: 5 }, auth],
    );
    config.timeout = 5;
    config[client.customFetch] = fetch;
    for (const allow of insecure) allow(config);
    client.enableNonRepudiationChecks(config); // the signature is checked, though the token came over TLS
    return config;
  }

  private forgetOld(): void {
    for (const [id, { endsAt }] of this.pending) {
      if (endsAt >= this.now() && this.pending.size < pendingMost) return; // in the order they began
      this.pending.delete(id);
    }
  }
}

function textOf(body: NonNullable<client.FetchBody>): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('A body that is no text.');
}

export class OpenIdRefused extends Error {
  constructor(readonly why: string) {
    super(why);
  }
}
