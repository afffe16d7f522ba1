import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/src/server.ts';
import { actingAs, apiOver, type ApiUnderTest, posting } from './api-under-test.ts';
import { sessionAs } from '../support/sessions.ts';
import { expectProblem } from './refusal.ts';

/** Whatever of a page would be fetched: scripts, styles, pictures. */
function fetchedBy(html: string): string[] {
  return [...html.matchAll(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)="([^"]*)"/g)].map(
    ([, address = '']) => address,
  );
}

describe('the server on a port', () => {
  let api: ApiUnderTest;
  let url: string;
  beforeAll(async () => {
    api = await apiOver('references');
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    url = await api.app.getUrl();
  }, 60_000);
  afterAll(() => api.close());

  it('says that it lives and that it can serve', async () => {
    const live = await fetch(`${url}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        ...{ status: 'ok', database: 'ok', verification: null, verifiedAt: null, guards: 'ok', postingStopped: false },
        clocks: expect.stringMatching(/^the database is \d+\.\d s ahead of this server/), // these books live in 2025
        sealing: expect.objectContaining({ treeSize: 0, publishedSize: null, warning: null }),
        archive: null,
      },
    ]);
  });

  it('finds no fault with a clock that goes with the database’s', async () => {
    const [row] = await api.books.db.query<{ now: Date }[]>('select clock_timestamp() as now');
    jest.spyOn(api.books.clock, 'now').mockReturnValue(row?.now ?? new Date(0));
    const ready = await fetch(`${url}/health/ready`);
    jest.restoreAllMocks();
    expect(await ready.json()).toMatchObject({ status: 'ok', clocks: 'ok' });
  });

  it('says that guards are switched off, a minute later at most, and that they are on again', async () => {
    const { db, url: superuserUrl } = api.books;
    const [row] = await db.query<{ now: Date }[]>('select clock_timestamp() as now');
    const clock = jest.spyOn(api.books.clock, 'now');
    const after = async (minutes: number): Promise<unknown[]> => {
      clock.mockReturnValue(new Date((row?.now.getTime() ?? 0) + minutes * 60_000));
      const ready = (await (await fetch(`${url}/health/ready`)).json()) as { status: string; guards: string };
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return [ready.status, ready.guards, metrics.match(/^recoup_guards_off (\d)$/m)?.[1]];
    };
    const superuser = await sessionAs('none', superuserUrl);
    try {
      expect(await after(0)).toEqual(['ok', 'ok', '0']);
      await superuser.query('alter table invoicing.paper disable trigger paper_is_kept');
      expect(await after(0.9)).toEqual(['ok', 'ok', '0']); // looked at within this minute
      expect(await after(1)).toEqual(['ok', 'off', '1']);
      await superuser.query('alter table invoicing.paper enable trigger paper_is_kept');
      expect(await after(2)).toEqual(['ok', 'ok', '0']);
      const here = new URL(superuserUrl).pathname.slice(1);
      await superuser.query(`alter database ${here} set session_replication_role = replica`);
      expect(await after(3)).toEqual(['ok', 'off', '1']);
      await superuser.query(`alter database ${here} reset session_replication_role`);
      expect(await after(4)).toEqual(['ok', 'ok', '0']);
    } finally {
      jest.restoreAllMocks();
      await superuser.destroy();
    }
  });

  it('gives each answer an id of its own and lets nobody guess or keep it', async () => {
    const [one, other] = [
      await fetch(`${url}/api/v1/people`, { headers: await api.signedIn('BRS.finance') }),
      await fetch(`${url}/api/v1/nothing`),
    ];
    await Promise.all([one.text(), other.text()]);
    for (const { headers } of [one, other]) {
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'));
  });

  it('writes as it does in memory: headers, body, location', async () => {
    const answer = await fetch(`${url}/api/v1/operational-rates`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await api.signedIn('BRS.finance')),
        'idempotency-key': 'over-the-wire',
      },
      body: JSON.stringify({ rates: [{ currency: 'NOK', effectiveOn: '2025-04-01', unitsPerUsd: '10.5' }] }),
    });
    const rate = { currency: 'NOK', effectiveOn: '2025-04-01', unitsPerUsd: '10.5' };
    const waiting = [{ ...rate, loadedBy: 'BRS.finance' }];
    expect([answer.status, await answer.json()]).toEqual([201, { items: [rate], waiting, pricedEarlier: [] }]);
    expect((await api.get('/api/v1/operational-rates')).body.waiting).toEqual(waiting);
  });

  it('answers a path that it does not have with a problem', async () => {
    const answer = await fetch(`${url}/api/v1/nothing?at=all`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({
      ...{ code: 'NOT_FOUND', instance: '/api/v1/nothing', errors: [] },
      detail: 'There is nothing at this address. /api/docs shows every address there is.',
    });
  });

  it.each([
    ['DELETE', '/api/v1/charges/A1-01', 'GET, HEAD'],
    ['PATCH', '/api/v1/charges', 'GET, HEAD, POST'],
    ['PUT', '/api/v1/invoices/BRS-2025-0001', 'GET, HEAD'],
    ['POST', '/api/v1/bienniums/2024-2025/totals', 'GET, HEAD'],
    ['PUT', '/api/v1/settlements', 'GET, HEAD, POST'],
    ['GET', '/api/v1/netting-statements', 'POST'],
  ])('answers %s %s with what is allowed there', async (method, path, allowed) => {
    const answer = await fetch(`${url}${path}`, { method });
    expect({ status: answer.status, allow: answer.headers.get('allow') }).toEqual({ status: 405, allow: allowed });
    expect(await answer.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED', status: 405 });
  });

  it('explains each problem under its type, and nothing else there', async () => {
    const page = await fetch(`${url}/api/problems/AGREEMENT_CEILING_EXCEEDED`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('Agreement ceiling exceeded');
    expect((await fetch(`${url}/api/problems/%3Cscript%3E`)).status).toBe(404);
  });

  it('shows its document on a page that fetches nothing from another machine', async () => {
    const page = await fetch(`${url}/api/docs`);
    expect(page.headers.get('content-type')).toContain('text/html');
    const addresses = fetchedBy(await page.text());
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      expect(address).not.toMatch(/^(https?:)?\/\//);
      const part = await fetch(new URL(address, `${url}/api/docs`));
      expect([address, part.status]).toEqual([address, 200]);
      const content = await part.text(); // to its end, or the server could not stop
      if (address.endsWith('.css')) expect(content).not.toMatch(/url\(["']?(https?:)?\/\//);
    }
    const start = await (await fetch(`${url}/api/docs/swagger-ui-init.js`)).text();
    expect(start).toMatch(/"validatorUrl":\s*null/); // or the page would ask a validator on the internet
  });
});

describe('a server whose log is archived', () => {
  let api: ApiUnderTest;
  let app: NestFastifyApplication;
  let folder: string;
  beforeAll(async () => {
    api = await apiOver('references');
    folder = mkdtempSync(join(tmpdir(), 'recoup-health-'));
    chmodSync(folder, 0o711); // the account of the server passes through
    mkdirSync(join(folder, 'cluster/data/pg_wal/archive_status'), { recursive: true });
    app = await createServer(api.books.db, api.books.clock, { archivedFolder: folder });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await api.close();
    rmSync(folder, { recursive: true });
  });
  const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const ready = async (): Promise<unknown> => (await app.inject('/health/ready')).json<{ archive: unknown }>().archive;
  const figures = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await app.inject('/metrics')).body.split('\n').map((line) => line.split(' ') as [string, string]),
    );

  it('says nothing of an archive where there is none', async () => {
    expect(await ready()).toBeNull();
    expect(Object.keys(await figures()).filter((name) => name.startsWith('recoup_archive'))).toEqual([]);
  });

  it('says how much waits, and why, as the archiver has left it', async () => {
    put('archive-target.json', JSON.stringify({ folder: '/mnt/safe', key: '/etc/recoup/backup.key' }));
    expect(await ready()).toEqual({ waiting: 0, trouble: null, archivedAt: null, backupAt: null, logBytes: 0, warning: null }); // oxfmt-ignore
    for (const name of ['000000010000000000000003', '000000010000000000000004']) {
      put(`cluster/data/pg_wal/${name}`, 'x'.repeat(1000));
      put(`cluster/data/pg_wal/archive_status/${name}.ready`, '');
    }
    const trouble = { since: '2026-01-05T02:00:00.000Z', sentence: 'The log cannot be archived, and waits: no room.' };
    put('archive-state.json', JSON.stringify({ begun: '/mnt/safe', lastArchived: null, trouble }));
    expect(await ready()).toMatchObject({ waiting: 2, trouble: `Since ${trouble.since}: ${trouble.sentence}` });
    expect(await figures()).toMatchObject({
      ...{ recoup_archive_waiting_segments: '2', recoup_archive_waiting_bytes: '2000', recoup_archive_in_trouble: '1' },
      recoup_posting_stopped: '0',
    });
  });

  it('says how old the archive and the base backup are', async () => {
    const [archivedAt, backupAt] = ['2025-05-09T11:00:00.000Z', '2025-05-08T02:00:00.000Z'];
    const lastArchived = { name: '000000010000000000000002', at: archivedAt };
    put('archive-state.json', JSON.stringify({ begun: '/mnt/safe', lastArchived, trouble: null }));
    put('last-backup.json', JSON.stringify({ id: '20250508T020000Z-0123abcd', at: backupAt }));
    expect(await ready()).toMatchObject({ archivedAt, backupAt });
    const found = await figures();
    expect(Number(found.recoup_backup_age_seconds) - Number(found.recoup_archive_age_seconds)).toBe(33 * 60 * 60);
    put('last-backup.json', '{"id":"2025'); // power that went has left half a note
    expect(await ready()).toMatchObject({ archivedAt, backupAt: null });
  });

  it('warns where the log takes more of the disk than it may, and not before', async () => {
    const most = 2 * 1024 ** 3;
    const grownTo = (bytes: number): void =>
      truncateSync(join(folder, 'cluster/data/pg_wal/000000010000000000000003'), bytes); // sparse: it takes no room
    grownTo(most - 1000); // beside another file of 1000 bytes
    expect(await ready()).toMatchObject({ logBytes: most, warning: null });
    expect(await figures()).toMatchObject({ recoup_archive_log_too_large: '0' });
    grownTo(most);
    expect(await ready()).toMatchObject({
      logBytes: most + 1000,
      warning: expect.stringMatching(/^The log takes 2\.0 GB of the database's disk, more than 2\.0 GB/),
    });
    expect(await figures()).toMatchObject({
      ...{ recoup_archive_log_bytes: String(most + 1000), recoup_archive_log_too_large: '1' },
    });
  });
});

describe('a server that has lost its database', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiOver('references');
    await (await api.books.served()).destroy();
  }, 60_000);
  afterAll(async () => {
    await (await api.books.served()).initialize();
    await api.close();
  });

  it('lives, and says that it cannot serve', async () => {
    expect((await api.get('/health/live')).status).toBe(200);
    const ready = await api.get('/health/ready');
    expect({ status: ready.status, body: ready.body }).toEqual({
      status: 503,
      body: {
        ...{ status: 'unavailable', database: 'unreachable', clocks: 'unknown', verification: null, verifiedAt: null },
        ...{ guards: 'unknown', postingStopped: false, sealing: null, archive: null },
      },
    });
  });

  it('asks for the request again, under the same key, and says nothing of the inside', async () => {
    const rates = { rates: [{ currency: 'NOK', effectiveOn: '2025-04-01', unitsPerUsd: '10.5' }] };
    for (const request of [
      { method: 'GET', path: '/api/v1/charges', headers: { [actingAs]: 'BRS.finance' } },
      posting('/api/v1/operational-rates', rates, { by: 'BRS.finance' }),
    ]) {
      const answer = await api.send(request);
      expect(answer).toMatchObject({
        status: 503,
        headers: { 'retry-after': '5' },
        body: { code: 'DATABASE_UNREACHABLE' },
      });
      expectProblem(answer);
    }
  });
});
