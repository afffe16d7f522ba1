import { Database, HeldBySomebodyElse, inSnapshot, inTransaction, type Tx } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  await haveNoPatience();
}, 60_000);
afterAll(() => api.close());

/** Each connection of the server's pool, and there are twenty, waits for a lock as briefly as can be. */
async function haveNoPatience(): Promise<void> {
  const served = api.app.get(Database);
  await Promise.all(Array.from({ length: 20 }, () => served.query(`select set_config('lock_timeout', '10ms', false)`)));
}

/** What happens while somebody else's transaction holds what this statement locks. */
async function whileHeld<T>(statement: string, work: () => Promise<T>): Promise<T> {
  const somebody = api.books.owner.createQueryRunner();
  try {
    await somebody.startTransaction();
    await somebody.query(statement);
    return await work();
  } finally {
    await somebody.rollbackTransaction();
    await somebody.release();
  }
}

const theAgreement = `select from agreements.agreement where number = 'CRA-2025-001' for update`;
const held = { status: 503, code: 'HELD_BY_SOMEBODY_ELSE', pointer: null };

describe('what somebody else holds', () => {
  it('is not waited for without end: whoever would change it is asked to come again, and it is no fault of ours', async () => {
    const { headers, body } = await whileHeld(theAgreement, () =>
      expectRefused(api, held, () => api.post('/api/v1/charges', chargeBody(), { by: 'MINAMATA.finance' })),
    );
    expect(headers['retry-after']).toBe('5');
    expect(body.detail).toMatch(
      /Somebody else holds .*\. Nothing was written\. Send the same again .*Idempotency-Key\.$/,
    );
    expect(api.logged.filter((line) => line.includes('"fault"'))).toEqual([]);
  });

  it('is no answer to keep: the same request takes effect under its key once it is free', async () => {
    const sending = { by: 'MINAMATA.finance', key: 'held-at-first' };
    await whileHeld(theAgreement, () =>
      expectRefused(api, held, () => api.post('/api/v1/charges', chargeBody({ id: 'HELD' }), sending)),
    );
    const kept = await api.books.db.query<unknown[]>('select from platform.request_key where key = $1', [sending.key]);
    expect(kept).toEqual([]);
    const { headers, body } = await done(201, api.post('/api/v1/charges', chargeBody({ id: 'HELD' }), sending));
    expect([body.id, headers['idempotency-replayed']]).toEqual(['HELD', undefined]);
  });

  it('is said to each of many that have come at once, and another officer is done meanwhile', async () => {
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'FREE' }), { by: 'MINAMATA.finance' }));
    const ids = Array.from({ length: 40 }, (_, index) => `MANY-${index}`); // more than go together
    const record = (id: string): Promise<Answer> =>
      api.post('/api/v1/charges', chargeBody({ id }), { by: 'MINAMATA.finance', key: `key-of-${id}` });
    const [free, ...many] = await whileHeld(theAgreement, () =>
      Promise.all([api.post('/api/v1/charges/FREE/receipt', {}, { by: 'BRS.finance', seen: '*' }), ...ids.map(record)]),
    );
    expect(free?.status).toBe(200);
    expect(many.map(({ status, body }) => [status, body.code])).toEqual(ids.map(() => [503, held.code]));
    for (const id of ids) await done(201, record(id));
  });

  it('is said to whoever tries without effect too', async () => {
    await whileHeld(theAgreement, () =>
      expectRefused(api, held, () =>
        api.post('/api/v1/charges', chargeBody(), { by: 'MINAMATA.finance', key: null, dryRun: true }),
      ),
    );
  });

  it('is said to whoever reads a table that is kept from readers', async () => {
    const asked = await api.signedIn('BRS.finance');
    await whileHeld('lock table agreements.agreement in access exclusive mode', async () => {
      const { status, headers, body } = await api.get('/api/v1/agreements', asked);
      expect([status, headers['retry-after'], body.code]).toEqual([503, '5', held.code]);
    });
  });

  it('is declared of whatever asks the books', async () => {
    const { body } = await api.send({ method: 'GET', path: '/api/openapi.json' });
    const { get, post } = body.paths['/api/v1/charges'];
    for (const { responses } of [get, post]) expect(responses['503'].description).toContain(held.code);
  });

  it.each(['55P03', '40P01', '40001'])('is tried five times and then said as what it is: %s', async (code) => {
    let tries = 0;
    const loses = (tx: Tx): Promise<unknown> => {
      tries += 1;
      return tx.query(`do $$ begin raise exception 'in the way' using errcode = '${code}'; end $$`);
    };
    await expect(inTransaction(api.books.db, loses)).rejects.toThrow(HeldBySomebodyElse);
    expect(tries).toBe(5);
    await expect(inSnapshot(api.books.db, loses)).rejects.toThrow(HeldBySomebodyElse);
  });
});
