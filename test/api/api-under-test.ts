import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ScannerSettings } from '#charging';
import { Day } from '#kernel';
import { everySink, faultsOnTheTerminal, TechnicalLog } from '../../apps/api/src/log/technical-log.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { references, sample } from '../support/beginnings.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { type SignedIn, signedInto } from '../support/signed-in.ts';
import type { Contract } from './contract.ts';
import { declaredBy } from './declared.ts';

/** An answer as it came over HTTP; `body` is its JSON, or null where it is something else. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly type: string; // the media type without its parameters
  readonly bytes: Buffer;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the server said; the test finds out
  readonly body: any;
}

export interface Sending {
  readonly by?: string | null; // who is signed in; null: nobody
  readonly key?: string | null; // a new one where absent; null sends none
  readonly seen?: string; // If-Match
  readonly dryRun?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Post = (path: string, body?: unknown, sending?: Sending) => Promise<Answer>;

/** The server of the product over fresh books; each answer is held against what its OpenAPI document declares. */
export interface ApiUnderTest {
  readonly app: NestFastifyApplication;
  readonly books: FreshBooks;
  readonly contract: Contract;
  /** The lines of the technical log. */
  readonly logged: readonly string[];
  /** As BRS.finance, unless the headers say who asks. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** The headers of somebody who is signed in; for whoever the books do not know, of a token that nobody has. */
  readonly signedIn: SignedIn;
  readonly post: Post;
  /** As it is, without holding the answer against the document; `actingAs` among the headers becomes that person's session. */
  readonly send: (request: {
    method: string;
    path: string;
    headers?: Readonly<Record<string, string>>;
    payload?: string | Buffer;
  }) => Promise<Answer>;
  today(day: string): void;
  close(): Promise<void>;
}

/** Names a person in a request that is not sent yet: `send` puts the cookie of a session in its place. */
export const actingAs = 'test-acting-as';

/** What is in the books before the first request: 'references' is the sample's people, funds, lines, rates and meetings alone. */
export async function apiOver(
  content: 'references' | 'sample' | 'nothing',
  { everybodySignedIn = true, scanner = null }: { everybodySignedIn?: boolean; scanner?: ScannerSettings | null } = {},
): Promise<ApiUnderTest> {
  const books = await freshBooks(content === 'nothing' ? undefined : { references, sample }[content]);
  const keys = mkdtempSync(join(tmpdir(), 'recoup-api-'));
  const logged: string[] = [];
  const log = new TechnicalLog(everySink({ write: (line) => logged.push(line) }, faultsOnTheTerminal), books.clock);
  const app = await createServer(await books.served(), books.clock, {
    keys: books.keys,
    log,
    scanner,
    secretsKeyFile: join(keys, 'secrets.key'),
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const contract = await declaredBy(app);

  const signedIn = await signedInto(books, { everybody: everybodySignedIn });
  const send: ApiUnderTest['send'] = async ({ method, path, headers: given = {}, payload }) => {
    const { [actingAs]: person, ...others } = given;
    const headers = person === undefined ? others : { ...(await signedIn(person)), ...others };
    const reply = await app.inject({
      method: method as 'GET',
      url: path,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const type = String(reply.headers['content-type'] ?? '').split(';')[0] ?? '';
    return {
      status: reply.statusCode,
      headers: reply.headers as Answer['headers'],
      type,
      bytes: reply.rawPayload,
      text: reply.body,
      body: /[/+]json$/.test(type) ? JSON.parse(reply.body) : null,
    };
  };
  const kept = async (method: string, path: string, answering: Promise<Answer>): Promise<Answer> => {
    const answer = await answering;
    contract.check(method, path, answer);
    return answer;
  };
  return {
    app,
    books,
    logged,
    contract,
    send,
    signedIn,
    get: (path, headers = {}) => {
      const isSomebodys = ['cookie', 'authorization', actingAs].some((name) => name in headers);
      return kept(
        'GET',
        path,
        send({ method: 'GET', path, headers: isSomebodys ? headers : { [actingAs]: 'BRS.finance', ...headers } }),
      );
    },
    post: (path, body, sending = {}) => {
      const { method, path: address, ...request } = posting(path, body, sending);
      return kept('POST', address, send({ method, path: address, ...request }));
    },
    today: (day) => {
      books.clock.set(Day.of(day));
    },
    close: async () => {
      await app.close();
      await books.close();
      rmSync(keys, { recursive: true });
    },
  };
}

/** A POST as a client of this API sends it: JSON, who acts, and a new key. */
export function posting(
  path: string,
  body: unknown,
  { by = 'BRS.finance', key = randomUUID(), seen, dryRun = false, headers = {} }: Sending = {},
): { method: string; path: string; headers: Record<string, string>; payload: string } {
  return {
    method: 'POST',
    path: dryRun ? `${path}?dryRun=true` : path,
    headers: {
      'content-type': 'application/json',
      ...(by === null ? {} : { [actingAs]: by }),
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...(seen === undefined ? {} : { 'if-match': seen }),
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
  };
}
