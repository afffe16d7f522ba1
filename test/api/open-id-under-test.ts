import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/src/server.ts';
import { references } from '../support/beginnings.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { signedInto, type SignedIn } from '../support/signed-in.ts';
import { forger, forgingIssuer, type Forgery, type ForgingIssuer } from './issuer-under-test.ts';
import { ask, type Browser, realProvider } from './real-issuer.ts';

/** Books whose servers send people to an identity provider each: one that forges, and where it is asked for a real one. */
export class OpenIdUnderTest {
  private readonly servers: NestFastifyApplication[] = [];
  private real: Server | null = null;

  private constructor(
    readonly books: FreshBooks,
    readonly signedIn: SignedIn,
    readonly forging: ForgingIssuer,
  ) {}

  static async open(): Promise<OpenIdUnderTest> {
    const books = await freshBooks(references);
    const site = new OpenIdUnderTest(books, await signedInto(books), await forgingIssuer());
    await site.serve(site.forging.issuer);
    return site;
  }

  /** Sends people to the issuer that forges. */
  get atForger(): NestFastifyApplication {
    const [first] = this.servers;
    if (first === undefined) throw new Error('It is served from the beginning.');
    return first;
  }

  /** A server that sends people to this issuer; it is closed with the others. */
  async serve(issuer: string): Promise<NestFastifyApplication> {
    const openId = { issuer, clientId: forger.clientId, clientSecret: forger.clientSecret, name: 'Example' };
    const { books } = this;
    const app = await createServer(await books.served(), books.clock, { keys: books.keys, openId });
    this.servers.push(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return app;
  }

  /** A real provider with a server of its own; `signOutsTo`: the path at which that hears of each sign-out, where it is to. */
  async serveReal(signOutsTo: string | null = null): Promise<{ atReal: NestFastifyApplication; realIssuer: string }> {
    let atReal: NestFastifyApplication | undefined;
    const heard = async (issuer: string): Promise<string> => {
      atReal = await this.serve(issuer);
      await atReal.listen(0, '127.0.0.1'); // the provider comes by itself
      return `${await atReal.getUrl()}${signOutsTo ?? ''}`;
    };
    const { server, issuer } = await realProvider(signOutsTo === null ? null : heard);
    this.real = server;
    return { atReal: atReal ?? (await this.serve(issuer)), realIssuer: issuer };
  }

  /** By an administrator of the person's side. */
  async link(app: NestFastifyApplication, subject: string, person: string): Promise<void> {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/people/${person}/sign-in-link`,
      headers: {
        ...(await this.signedIn(`${person.split('.')[0] ?? ''}.administrator`)),
        ...{ 'content-type': 'application/json', 'idempotency-key': `link-${subject}-${person}` },
      },
      payload: JSON.stringify({ subject }),
    });
    if (answer.statusCode !== 201) throw new Error(answer.body);
  }

  /** A whole sign-in at the issuer that forges; `change`: what somebody does to the address on the way back. */
  async forged(forgery: Forgery, change: (back: URL, browser: Browser) => void = () => undefined) {
    this.forging.forge(forgery);
    const browser: Browser = { cookies: new Map() };
    const begun = await ask(this.atForger, browser, '/api/v1/sign-in/oidc');
    const sent = await fetch(begun.headers.location ?? '', { redirect: 'manual' });
    const back = new URL(sent.headers.get('location') ?? '');
    change(back, browser);
    const answer = await ask(this.atForger, browser, back.href);
    return { answer, browser };
  }

  /** Why, of each act of this kind, in their order. */
  async refusals(action: 'SIGN_IN_REFUSED' | 'SIGN_OUT_REFUSED'): Promise<string[]> {
    const events = await this.books.owner.query<{ why: string }[]>(
      `select after ->> 'why' as why from platform.audit_event where action = $1 order by sequence`,
      [action],
    );
    return events.map(({ why }) => why);
  }

  async close(): Promise<void> {
    for (const app of this.servers) await app.close();
    await this.forging.close();
    const { real } = this;
    real?.closeAllConnections();
    if (real !== null) await new Promise((resolve) => real.close(resolve));
    await this.books.close();
  }
}
