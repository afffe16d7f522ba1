import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordVerification } from '#sealing';
import { inTransaction } from '#platform';
import { type Log, openedLog, wallClock } from '../support/sealed.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';

let api: ApiUnderTest;
let log: Log;
beforeAll(async () => {
  api = await apiOver('sample');
  log = await openedLog(api.books.db);
}, 60_000);
afterAll(async () => {
  log.close();
  await api.close();
});

const ready = async (): Promise<Record<string, unknown>> => (await api.get('/health/ready')).body.sealing;
const metric = async (name: string): Promise<string | undefined> =>
  new RegExp(`^recoup_seal_${name} (.*)$`, 'm').exec((await api.get('/metrics')).text)?.[1];

describe('books that are not sealed yet', () => {
  it('have no checkpoint and no proof to show', async () => {
    expect((await api.get('/api/v1/checkpoints')).body).toEqual({ items: [], nextCursor: null });
    expect(await api.get('/api/v1/checkpoints/latest')).toMatchObject({
      status: 404,
      body: { code: 'NOTHING_PUBLISHED' },
    });
    expect(await api.get('/api/v1/documents/BRS-2025-0001/proof')).toMatchObject({
      status: 404,
      body: { code: 'NOT_SEALED_YET' },
    });
    expect(await api.get('/api/v1/documents/NOTHING/proof')).toMatchObject({
      status: 404,
      body: { code: 'UNKNOWN_PAPER' },
    });
  });

  it('say how long what is committed has waited, and warn after a minute', async () => {
    expect(await ready()).toMatchObject({ treeSize: 0, queued: 59, warning: null });
    await api.books.db.query(
      `update sealing.queue set queued_at = now() - interval '61 seconds' where id = (select min(id) from sealing.queue)`,
    );
    expect(await ready()).toMatchObject({ warning: expect.stringMatching(/waited 6\d seconds/) });
    expect(Number(await metric('queue_age_seconds'))).toBeGreaterThan(60);
    expect(await metric('queue_length')).toBe('59');
    expect(await metric('published_size')).toBeUndefined();
  });
});

describe('sealed books', () => {
  beforeAll(async () => {
    await log.sealAll(20);
  });

  it('show their checkpoints page by page, and the newest as the note that was signed', async () => {
    const first = (await api.get('/api/v1/checkpoints?limit=1')).body;
    expect(first.items).toMatchObject([{ size: 59, cosignedBy: [] }]);
    const rest = (await api.get(`/api/v1/checkpoints?limit=200&cursor=${String(first.nextCursor)}`)).body;
    expect(rest.items.map(({ size }: { size: number }) => size)).toEqual([20]); // that of 40 leaves was published by nothing
    const latest = await api.get('/api/v1/checkpoints/latest');
    expect(latest.type).toBe('text/plain');
    expect(latest.text).toBe(first.items[0].note);
    expect(latest.text.split('\n').slice(0, 2)).toEqual([log.key.name, '59']);
  });

  it('prove a document', async () => {
    const { status, body } = await api.get('/api/v1/documents/BRS-2025-0001/proof');
    expect(status).toBe(200);
    expect(JSON.parse(body.body)).toMatchObject({ number: 'BRS-2025-0001', kind: 'INVOICE' });
    expect(body).toMatchObject({ kind: 'paper', record: 'BRS-2025-0001', size: 59 });
    expect(body.proof.length).toBeGreaterThan(3);
  });

  it('say when they were verified last, and warn where something was found', async () => {
    const db = api.books.db;
    await inTransaction(db, (tx) => recordVerification(tx, { leaves: 59, finding: null }, wallClock));
    expect(await ready()).toMatchObject({
      queued: 0,
      oldestQueuedSeconds: null,
      warning: null,
      verification: { treeSize: 59, holds: true },
    });
    expect([await metric('verification_holds'), await metric('tree_size'), await metric('queue_age_seconds')]).toEqual([
      '1',
      '59',
      '0',
    ]);
    await inTransaction(db, (tx) =>
      recordVerification(tx, { leaves: 59, finding: { sentence: 'Leaf 3 ...' } }, wallClock),
    );
    expect(await ready()).toMatchObject({
      warning: expect.stringContaining('found something'),
      verification: { holds: false },
    });
    expect(await metric('verification_holds')).toBe('0');
  });
});
