import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerificationService } from '#audit';
import { inSnapshot, inTransaction } from '#platform';
import { type Log, openedLog } from '../support/sealed.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';

let api: ApiUnderTest;
let log: Log;
let records: number; // that are sealed
beforeAll(async () => {
  api = await apiOver('sample');
  log = await openedLog(api.books);
  const [counted] = await api.books.db.query<{ records: string }[]>(
    `select (select count(*) from ledger.journal_entry) + (select count(*) from platform.audit_event)
       + (select count(*) from invoicing.paper) + (select count(*) from sealing.key_event)
       + (select count(*) from sealing.value_version) as records`,
  );
  records = Number(counted?.records);
}, 60_000);
afterAll(async () => {
  await log.close();
  await api.close();
});

const ready = async (): Promise<Record<string, unknown>> => (await api.get('/health/ready')).body.sealing;
const metric = async (name: string): Promise<string | undefined> =>
  new RegExp(`^recoup_${name} (.*)$`, 'm').exec((await api.get('/metrics')).text)?.[1];

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
    expect(await ready()).toMatchObject({ treeSize: 0, queued: records, warning: null });
    await api.books.owner.query(
      `update sealing.queue set queued_at = now() - interval '61 seconds' where id = (select min(id) from sealing.queue)`,
    );
    expect(await ready()).toMatchObject({ warning: expect.stringMatching(/waited 6\d seconds/) });
    expect(Number(await metric('seal_queue_age_seconds'))).toBeGreaterThan(60);
    expect(await metric('seal_queue_length')).toBe(String(records));
    expect(await metric('seal_published_size')).toBeUndefined();
  });
});

describe('sealed books', () => {
  beforeAll(async () => {
    await log.sealAll(20);
  });

  it('show their checkpoints page by page, and the newest as the note that was signed', async () => {
    const first = (await api.get('/api/v1/checkpoints?limit=1')).body;
    expect(first.items).toMatchObject([{ size: records, cosignedBy: [] }]);
    const rest = (await api.get(`/api/v1/checkpoints?limit=200&cursor=${String(first.nextCursor)}`)).body;
    expect(rest.items.map(({ size }: { size: number }) => size)).toEqual([200, 180, 120, 20]); // no document was issued between 20 and 100 leaves
    const latest = await api.get('/api/v1/checkpoints/latest');
    expect(latest.type).toBe('text/plain');
    expect(latest.text).toBe(first.items[0].note);
    expect(latest.text.split('\n').slice(0, 2)).toEqual([log.key.name, String(records)]);
  });

  it('prove a document', async () => {
    const { status, body } = await api.get('/api/v1/documents/BRS-2025-0001/proof');
    expect(status).toBe(200);
    expect(JSON.parse(body.body)).toMatchObject({ number: 'BRS-2025-0001', kind: 'INVOICE' });
    expect(body).toMatchObject({ kind: 'paper', record: 'BRS-2025-0001', size: records });
    expect(body.proof.length).toBeGreaterThan(3);
  });

  it('say when they were verified last, and warn where something was found', async () => {
    const { db, owner } = api.books;
    const verifies = async (): Promise<void> => {
      const service = api.app.get(VerificationService);
      const verified = await inSnapshot(db, (tx) => service.verify(tx));
      await inTransaction(db, (tx) => service.keep(tx, verified, new Date()));
    };
    await verifies();
    expect((await api.get('/health/ready')).body).toMatchObject({
      ...{ verification: 'ok', postingStopped: false },
      sealing: { treeSize: records, queued: 0, oldestQueuedSeconds: null, warning: null },
    });
    const metrics = async (...names: string[]) => Promise.all(names.map(metric));
    expect(await metrics('seal_tree_size', 'seal_queue_age_seconds', 'seal_published_size')).toEqual(
      [records, 0, records].map(String),
    );
    expect(await metric('verification_holds')).toBe('1');
    await owner.query('alter table invoicing.paper disable trigger paper_is_sealed');
    await verifies();
    await owner.query('alter table invoicing.paper enable trigger paper_is_sealed');
    expect((await api.get('/health/ready')).body).toMatchObject({ verification: 'failed', postingStopped: true });
    expect(await metric('verification_holds')).toBe('0');
  });
});
