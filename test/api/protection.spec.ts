import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readScenario, ReplayService } from '#books';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';
import { papersAtOnce, usualLimits } from '../../apps/api/src/http/limits.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { readSettings, SettingsProblem } from '../../apps/api/src/settings.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { type SignedIn, signedInto } from '../support/signed-in.ts';
import { Contract } from './contract.ts';

const publicUrl = 'https://recoup.example.org';
const limits = { requestsPerMinute: 40, papersPerMinute: 3, tablesPerHour: 2, exportsPerHour: 2 };
const patience = { headers: 400, request: 800, idle: 400 };

let books: FreshBooks;
let app: NestFastifyApplication; // on this machine alone, with pages, limits and little patience
let behindTls: NestFastifyApplication; // for others too
let limited: NestFastifyApplication; // the same, with limits
let signedIn: SignedIn;
let pagesFolder: string;

beforeAll(async () => {
  books = await freshBooks();
  const sample = JSON.parse(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8')) as object;
  const people = { ...sample, agreements: [], charges: [], trips: [], invoices: [], creditNotes: [] };
  await books.get(ReplayService).run(readScenario(JSON.stringify(people)), books.clock, () => undefined);
  pagesFolder = mkdtempSync(join(tmpdir(), 'recoup-pages-'));
  mkdirSync(join(pagesFolder, 'assets'));
  writeFileSync(join(pagesFolder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  writeFileSync(join(pagesFolder, 'assets', 'app-1.js'), '1');
  const served = await books.served();
  app = await createServer(served, books.clock, { keys: books.keys, pagesFolder, limits, patience });
  const behindProxy = { keys: books.keys, publicUrl, trustedProxies: ['127.0.0.1'] };
  behindTls = await createServer(served, books.clock, behindProxy);
  limited = await createServer(served, books.clock, { ...behindProxy, limits });
  for (const one of [app, behindTls, limited]) {
    await one.init();
    await one.getHttpAdapter().getInstance().ready();
  }
  await app.listen({ host: '127.0.0.1', port: 0 });
  signedIn = await signedInto(books);
}, 60_000);
afterAll(async () => {
  await app.close();
  await behindTls.close();
  await limited.close();
  await books.close();
  rmSync(pagesFolder, { recursive: true });
});

/** A stranger's address for each request that is not about limits, so that no test uses up another's. */
let stranger = 0;
const elsewhere = (): string => `198.51.100.${(stranger = (stranger % 250) + 1)}`;
const proxied = (): Record<string, string> => ({ host: 'recoup.example.org', 'x-forwarded-for': elsewhere() });

/** What is wrong with the headers of an answer; nothing, where all is well. */
function lacks(
  headers: Readonly<Record<string, unknown>>,
  { https, page }: { https: boolean; page: boolean },
): string[] {
  const policy = new Map(
    String(headers['content-security-policy'] as string | undefined)
      .split('; ')
      .map((one): [string, string] => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]),
  );
  const scripts = policy.get('script-src') ?? policy.get('default-src');
  const wrong: [string, boolean][] = [
    ['default-src', policy.get('default-src') !== "'none'"],
    ['script-src', scripts !== (page ? "'self'" : "'none'")],
    ['frame-ancestors', policy.get('frame-ancestors') !== "'none'"],
    ['base-uri', policy.get('base-uri') !== "'none'"],
    ['nosniff', headers['x-content-type-options'] !== 'nosniff'],
    ['referrer-policy', headers['referrer-policy'] !== 'no-referrer'],
    ['opener', headers['cross-origin-opener-policy'] !== 'same-origin'],
    ['resource', headers['cross-origin-resource-policy'] !== 'same-origin'],
    ['permissions', !String(headers['permissions-policy']).includes('camera=()')],
    ['cache-control', headers['cache-control'] !== 'no-store'],
    ['hsts', headers['strict-transport-security'] !== (https ? 'max-age=31536000; includeSubDomains' : undefined)],
    ['powered by', 'x-powered-by' in headers || 'server' in headers],
    ['cors', 'access-control-allow-origin' in headers],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([name]) => name);
}

describe('every route', () => {
  it('answers with the headers that protect a browser, whether it serves or refuses', async () => {
    const document = (await behindTls.inject({ url: '/api/openapi.json', headers: proxied() })).json<never>();
    const found: unknown[] = [];
    const statuses = new Set<number>();
    const operations = new Contract(document).all();
    for (const { method, path } of operations) {
      const url = path.replace(/\{[^}]*\}/g, 'X-1');
      const { cookie = '' } = await signedIn('BRS.finance');
      const session = { cookie: cookie.replace('recoup-session', '__Host-recoup') };
      for (const headers of [proxied(), { ...proxied(), ...session }]) {
        const answer = await behindTls.inject({ method: method as 'GET', url, headers });
        statuses.add(answer.statusCode);
        found.push(...lacks(answer.headers, { https: true, page: false }).map((one) => ({ method, path, one })));
      }
    }
    expect(operations.length).toBeGreaterThan(60);
    expect(found).toEqual([]);
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 204, 400, 401, 404]));
  });

  it.each([
    ['/', true],
    ['/charges/C-1', true],
    ['/api/docs', true],
    ['/api/problems/NOT_FOUND', false],
    ['/api/openapi.json', false],
    ['/api/v1/none-such', false],
    ['/health/live', false],
  ])('%s does so too', async (url, page) => {
    const { headers } = await app.inject({ url });
    expect(lacks(headers, { https: false, page }).filter((one) => page || one !== 'script-src')).toEqual([]);
  });

  it('has no script in the text of a page', async () => {
    for (const url of ['/', '/api/docs', '/api/problems/NOT_FOUND']) {
      const { body } = await app.inject({ url });
      const inline = [...body.matchAll(/<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=|javascript:/gi)].map(([one]) => one);
      expect({ url, inline }).toEqual({ url, inline: [] });
    }
  });

  it('takes no TRACE, and no method that it does not list', async () => {
    const said = await spoken(
      'TRACE /api/v1/charges HTTP/1.1\r\nHost: localhost\r\nX-Secret: told-in-confidence\r\nConnection: close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 (404|405|501) /);
    expect(said).not.toContain('told-in-confidence');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const answer = await app.inject({ method, url: '/api/v1/charges' });
      expect({ method, status: answer.statusCode, allow: answer.headers.allow }).toEqual({
        method,
        status: 405,
        allow: 'GET, HEAD, POST',
      });
    }
  });

  it('takes no second meaning of a method, an address or a parameter', async () => {
    const override = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: {
        'x-http-method-override': 'DELETE',
        ...(await signedIn('BRS.finance')),
        'content-type': 'application/json',
      },
      payload: '{}',
    });
    expect(override.statusCode).toBe(400);
  });
});

describe('the cookie of a session', () => {
  it('is sent over TLS alone, read by no script, and thrown away with all else at the end', async () => {
    const session = await signedIn('BRS.certifying');
    const cookie = (session.cookie ?? '').replace('recoup-session=', '__Host-recoup=');
    const out = await behindTls.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { ...proxied(), cookie, origin: publicUrl },
    });
    expect(out.statusCode).toBe(204);
    expect(out.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(out.headers['set-cookie']).toBe('__Host-recoup=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
    const after = await behindTls.inject({ url: '/api/v1/session', headers: { ...proxied(), cookie } });
    expect(after.statusCode).toBe(401);
  });
});

describe('a page of another site', () => {
  const json = { 'content-type': 'application/json', 'idempotency-key': 'from-elsewhere' };
  const sent = async (headers: Record<string, string>): Promise<string> => {
    const { cookie = '' } = await signedIn('BRS.approving');
    const answer = await behindTls.inject({
      method: 'POST',
      url: '/api/v1/netting-statements?dryRun=true',
      headers: { ...proxied(), ...json, cookie: cookie.replace('recoup-session', '__Host-recoup'), ...headers },
      payload: '{"biennium":"2024-2025"}',
    });
    return answer.statusCode === 400 ? 'read' : answer.json<{ code: string }>().code;
  };

  it.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['an origin that it hides', { origin: 'null' }],
    ['a neighbour’s origin', { origin: 'https://recoup.example.org.evil.example' }],
    ['plain http', { origin: 'http://recoup.example.org' }],
    ['another port', { origin: 'https://recoup.example.org:8443' }],
    ['a cross site', { 'sec-fetch-site': 'cross-site' }],
    ['a site next door', { 'sec-fetch-site': 'same-site' }],
  ])('gets nothing done, known by %s', async (_, headers) => {
    expect(await sent(headers)).toBe('FOREIGN_ORIGIN');
  });

  it('is not what our own page or a program is', async () => {
    expect(await sent({ origin: publicUrl, 'sec-fetch-site': 'same-origin' })).toBe('read');
    expect(await sent({})).toBe('read');
  });

  it.each(['/bienniums/2024-2025/bundle', '/invoices/zip?numbers=NONE-1'])(
    'takes nothing out by %s, which is counted by the hour: nobody is sent there until none is left to them',
    async (path) => {
      const { cookie = '' } = await signedIn('BRS.approving');
      const code = async (site: string): Promise<string> => {
        const headers = {
          ...proxied(),
          cookie: cookie.replace('recoup-session', '__Host-recoup'),
          'sec-fetch-site': site,
        };
        const answer = await behindTls.inject({ url: `/api/v1${path}`, headers });
        return answer.statusCode === 200 ? 'taken' : answer.json<{ code: string }>().code;
      };
      for (const site of ['cross-site', 'same-site']) expect(await code(site)).toBe('FOREIGN_ORIGIN');
      for (const site of ['same-origin', 'none']) expect(await code(site)).not.toBe('FOREIGN_ORIGIN');
    },
  );

  it('cannot sign anybody in either', async () => {
    const answer = await behindTls.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { ...proxied(), 'content-type': 'application/json', origin: 'https://evil.example' },
      payload: '{"account":"a","password":"b"}',
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'FOREIGN_ORIGIN']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot send %s, which it may send without asking',
    async (type) => {
      expect(await sent({ 'content-type': type })).toMatch(/UNSUPPORTED_MEDIA_TYPE|INVALID_MEDIA_TYPE/);
    },
  );

  it('reaches nothing by a name of its own for this address', async () => {
    for (const host of ['evil.example', 'evil.example:3000', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      const answer = await app.inject({ url: '/api/v1/sign-in', headers: { host } });
      expect({ host, status: answer.statusCode }).toEqual({ host, status: 421 });
    }
  });
});

describe('whoever asks too often', () => {
  it('is told so, and when to come back; another session is not', async () => {
    const cookie = await signedIn('MINAMATA.finance');
    const ask = (
      headers: Record<string, string | undefined>,
    ): Promise<{ status: number; code?: string; left?: string; wait?: string }> =>
      app.inject({ url: '/api/v1/session', headers }).then((answer) => ({
        status: answer.statusCode,
        code: answer.json<{ code?: string }>().code,
        left: String(answer.headers.ratelimit),
        wait: answer.headers['retry-after'] as string,
      }));
    const answers = [];
    for (let count = 0; count <= limits.requestsPerMinute; count += 1) answers.push(await ask(cookie));
    expect(answers[0]).toMatchObject({ status: 200, left: expect.stringMatching(/^"requests";r=39;t=60/) });
    expect(answers.at(-2)).toMatchObject({ status: 200 });
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      code: 'ASKED_TOO_OFTEN',
      wait: expect.stringMatching(/^\d+$/),
    });
    expect(await ask(await signedIn('MINAMATA.certifying'))).toMatchObject({ status: 200 });
  });

  it('finds no way round by tokens that are made up', async () => {
    const from = { host: 'recoup.example.org', 'x-forwarded-for': '203.0.113.9' };
    const statuses: number[] = [];
    for (let count = 0; count <= limits.requestsPerMinute * 10; count += 1) {
      const authorization = `Bearer rct_${String(count).padStart(43, 'x')}`;
      statuses.push((await limited.inject({ url: '/api/v1/session', headers: { ...from, authorization } })).statusCode);
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  });

  it('of papers and tables sooner', async () => {
    const cookie = await signedIn('MINAMATA.auditor');
    const asked = async (url: string, accept: string): Promise<number> =>
      (await app.inject({ url, headers: { ...cookie, accept } })).statusCode;
    const papers = [];
    for (let count = 0; count < 4; count += 1) papers.push(await asked('/api/v1/invoices/NONE-1/pdf', '*/*'));
    expect(papers.map((status) => status === 429)).toEqual([false, false, false, true]);
    const tables = [];
    for (let count = 0; count < 3; count += 1)
      tables.push(await asked('/api/v1/bienniums/2024-2025/audit', 'text/csv'));
    expect(tables.map((status) => status === 429)).toEqual([false, false, true]);
  });

  it.each<[string, InjectOptions]>([
    ['the bundle of a biennium', { url: '/api/v1/bienniums/2024-2025/bundle' }],
    ['the log of acts as a table', { url: '/api/v1/edit-logs/2025', headers: { accept: 'text/csv' } }],
    ['the log of acts as JSON', { url: '/api/v1/edit-logs/2025' }],
    ['the log of acts as a paper', { url: '/api/v1/edit-logs/2025', headers: { accept: 'application/pdf' } }],
    [
      'all that is held of a traveller',
      { method: 'POST', url: '/api/v1/travellers/NONE/exports', headers: { 'sec-fetch-site': 'same-origin' } },
    ],
  ])('of exports soonest: five an hour, which %s is one of', async (what, asked) => {
    expect(usualLimits.exportsPerHour).toBe(5);
    const cookie = await signedIn(what); // a token of its own, whosever it is
    const { headers } = await app.inject({ ...asked, headers: { ...cookie, ...asked.headers } });
    expect(headers.ratelimit).toContain(`"exports";r=${limits.exportsPerHour - 1}`);
    expect(headers.ratelimit).not.toContain('"tables"');
  });

  it('of bundles as of papers and exports, however their address is spelled', async () => {
    const cookie = await signedIn('MINAMATA.certifying');
    const asked = async (end: string): Promise<string | undefined> => {
      const answer = await app.inject({ url: `/api/v1/bienniums/2024-2025/${end}`, headers: cookie });
      return answer.statusCode === 200 ? String(answer.headers.ratelimit) : answer.json<{ code: string }>().code;
    };
    const left = await asked('bundle');
    expect(left).toContain(`"papers";r=${limits.papersPerMinute - 1}`);
    expect(left).toContain(`"exports";r=${limits.exportsPerHour - 1}`);
    expect(await asked('bundl%65')).toContain('"exports";r=0');
    expect([await asked('bundle?a=1'), await asked('%62undle')]).toEqual(['ASKED_TOO_OFTEN', 'ASKED_TOO_OFTEN']);
  });

  it('of exports for each person, by whichever sessions and keys', async () => {
    const asked = async (headers: Readonly<Record<string, string>>): Promise<string | undefined> => {
      const answer = await app.inject({ url: '/api/v1/bienniums/2024-2025/bundle', headers });
      return answer.statusCode === 200 ? /"exports";r=\d/.exec(String(answer.headers.ratelimit))?.[0] : answer.body;
    };
    const anew = await signedInto(books, { everybody: false });
    const [one, another] = [await signedIn('BRS.auditor'), await anew('BRS.auditor')];
    expect(another).not.toEqual(one);
    const writing = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'idempotency-key': 'a-key-of-hers',
    };
    const made = await app.inject({
      ...{ method: 'POST', url: '/api/v1/keys', payload: '{"days":30}', headers: { ...one, ...writing } },
    });
    const byKey = { authorization: `Bearer ${made.json<{ key: string }>().key}` };
    expect([await asked(one), await asked(another)]).toEqual(['"exports";r=1', '"exports";r=0']);
    for (const headers of [byKey, one, another]) expect(await asked(headers)).toContain('ASKED_TOO_OFTEN');
    expect(await asked(await anew('BRS.finance'))).toContain('"exports";r=1');
  });

  it('of archives of chosen papers as of papers and tables, and not of acts where they are read', async () => {
    const asked = { url: '/api/v1/invoices/zip?numbers=NONE-1', headers: await signedIn('BRS.administrator') };
    const left = `"papers";r=${limits.papersPerMinute - 1};.*"tables";r=${limits.tablesPerHour - 1};`;
    expect((await app.inject(asked)).headers.ratelimit).toMatch(new RegExp(left));
    for (const url of ['/api/v1/audit-events', '/api/v1/edit-logs'])
      expect((await app.inject({ ...asked, url })).headers.ratelimit).not.toMatch(/tables|exports|papers/);
  });

  it('has a bundle made at once with no more papers than others are', async () => {
    const cookie = await signedIn('BRS.approving');
    const paths = [...Array<string>(papersAtOnce).fill('invoices/NONE-1/pdf'), 'bienniums/2024-2025/bundle'];
    const answers = await Promise.all(paths.map((path) => app.inject({ url: `/api/v1/${path}`, headers: cookie })));
    expect(answers.at(-1)?.json()).toMatchObject({ status: 429, code: 'TOO_MANY_AT_ONCE' });
  });

  it('has so many papers made at once and no more', async () => {
    const cookie = await signedIn('MINAMATA.approving');
    const statuses = await Promise.all(
      Array.from({ length: papersAtOnce + 1 }, () =>
        app.inject({ url: '/api/v1/invoices/NONE-1/pdf', headers: cookie }).then(({ statusCode }) => statusCode),
      ),
    );
    expect(statuses.sort()).toEqual([...Array<number>(papersAtOnce).fill(404), 429]);
  });

  it('is counted by the address that came, unless a proxy of ours says from where', async () => {
    const left = async (
      one: NestFastifyApplication,
      headers: Record<string, string>,
      remoteAddress: string,
    ): Promise<string> => {
      const answer = await one.inject({ url: '/api/v1/sign-in', headers, remoteAddress });
      return /r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1] ?? '';
    };
    const claims = (ip: string): Record<string, string> => ({ host: 'recoup.example.org', 'x-forwarded-for': ip });
    expect(await left(limited, claims('192.0.2.1'), '127.0.0.1')).toBe('39');
    expect(await left(limited, claims('192.0.2.2'), '127.0.0.1')).toBe('39');
    expect(await left(limited, claims('192.0.2.3'), '192.0.2.99')).toBe('39');
    expect(await left(limited, claims('192.0.2.4'), '192.0.2.99')).toBe('38'); // no proxy of ours: what it says is not heard
    // A visitor may write addresses before the one that our proxy adds: the last that is no proxy counts.
    expect(await left(limited, claims('10.0.0.1, 192.0.2.1'), '127.0.0.1')).toBe('38');
  });
});

describe('whoever is slow', () => {
  it('with the headers is not waited for', async () => {
    const started = performance.now();
    const said = await spoken('GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', { drip: 'a', everyMs: 100 });
    expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it('with the body is not waited for', async () => {
    const started = performance.now();
    const said = await spoken(
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"account":"',
      { drip: 'a', everyMs: 100 },
    );
    expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

describe('whoever is idle', () => {
  it('and has said nothing at all is not kept', async () => {
    expect(await spoken('')).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('is not kept after an answer either', async () => {
    expect(await spoken('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('the settings of the database', () => {
  const settings = (name: string, url: string, NODE_ENV: string) => () => readSettings({ [name]: url, NODE_ENV }, '/');

  it.each(['DATABASE_URL', 'RECOUP_MIGRATOR_URL', 'RECOUP_SEALER_URL'])(
    '%s on another machine is reached by TLS with its own name in production',
    (name) => {
      const elsewhere = 'postgres://recoup_server@db.example.org/recoup';
      expect(settings(name, elsewhere, 'production')).toThrow(name);
      expect(settings(name, `${elsewhere}?sslmode=require`, 'production')).toThrow(SettingsProblem);
      expect(settings(name, `${elsewhere}?sslmode=verify-full`, 'production')).not.toThrow();
      expect(settings(name, 'postgres://recoup_server@127.0.0.1/recoup', 'production')).not.toThrow();
      expect(settings(name, elsewhere, 'development')).not.toThrow();
    },
  );
});

describe('the settings of limits', () => {
  it('are the usual ones, or what is said', () => {
    const { limits: usual, trustedProxies } = readSettings({}, '/');
    expect({ usual, trustedProxies }).toEqual({ usual: usualLimits, trustedProxies: [] });
    const set = readSettings(
      {
        ...{ RECOUP_PUBLIC_URL: publicUrl, RECOUP_TRUSTED_PROXIES: '192.0.2.0/24, 2001:db8::1' },
        ...{ RECOUP_REQUESTS_PER_MINUTE: 'off', RECOUP_PAPERS_PER_MINUTE: '5' },
        ...{ RECOUP_TABLES_PER_HOUR: '7', RECOUP_EXPORTS_PER_HOUR: '1' },
      },
      '/',
    );
    expect(set.limits).toEqual({ requestsPerMinute: null, papersPerMinute: 5, tablesPerHour: 7, exportsPerHour: 1 });
    expect(set.trustedProxies).toEqual(['192.0.2.0/24', '2001:db8::1']);
    expect(readSettings({ RECOUP_PUBLIC_URL: publicUrl }, '/').trustedProxies).toEqual(['127.0.0.1', '::1']);
  });

  it.each([
    ['RECOUP_REQUESTS_PER_MINUTE', '0'],
    ['RECOUP_PAPERS_PER_MINUTE', 'many'],
    ['RECOUP_TABLES_PER_HOUR', '-1'],
    ['RECOUP_EXPORTS_PER_HOUR', ''],
    ['RECOUP_TRUSTED_PROXIES', 'proxy.example.org'],
    ['RECOUP_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['RECOUP_TRUSTED_PROXIES', ''],
  ])('%s is not "%s"', (name, value) => {
    expect(() => readSettings({ [name]: value }, '/')).toThrow(SettingsProblem);
    expect(() => readSettings({ [name]: value }, '/')).toThrow(name);
  });
});

/** What the server says on a socket of its own until it hangs up; `drip` is sent on and on. */
function spoken(text: string, { drip, everyMs }: { drip?: string; everyMs?: number } = {}): Promise<string> {
  const { port } = app.getHttpServer().address() as { port: number };
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (part) => (said += part.toString('utf8')));
    socket.on('error', () => undefined); // hung up while we still spoke
    socket.write(text);
    const dripping = drip === undefined ? undefined : setInterval(() => socket.writable && socket.write(drip), everyMs);
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(said);
    });
  });
}
