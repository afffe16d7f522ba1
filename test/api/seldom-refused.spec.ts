import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Database } from '#platform';
import { anAct } from '../support/an-act.ts';
import { sessionAs } from '../support/sessions.ts';
import { actingAs, type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

jest.setTimeout(120_000);

/** What officers are seldom told, each once as they are told it. */
describe('a request is refused', () => {
  let api: ApiUnderTest;
  let superuser: Database;
  beforeAll(async () => {
    api = await apiOver('references');
    superuser = await sessionAs('none', api.books.url);
    await signedAgreement(api);
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'C-1' }), { by: 'MINAMATA.finance' }));
  });
  afterAll(async () => {
    await superuser.destroy();
    await api.close();
  });
  const administrator = { by: 'BRS.administrator' };

  it('for a designation that would end before it begins', async () => {
    const wanted = { person: 'BRS.finance', duty: 'AUDITOR', reason: 'a year of audits' };
    await expectRefused(api, { status: 422, code: 'DESIGNATION_PERIOD_REVERSED', pointer: '/validTo' }, () =>
      api.post('/api/v1/designations', { ...wanted, validFrom: '2025-07-01', validTo: '2025-06-30' }, administrator),
    );
  });

  it('for a traveller who is somebody else already', async () => {
    const charge = chargeBody({ id: 'C-3', traveller: 'Wanjiru Kamau' });
    const { body } = await done(201, api.post('/api/v1/charges', charge, { by: 'MINAMATA.finance' }));
    const traveller = body.traveller as string;
    const named = (person: string) =>
      api.post(`/api/v1/people/${person}/traveller-references`, { traveller }, administrator);
    await done(201, named('BRS.finance'));
    await expectRefused(api, { status: 409, code: 'TRAVELLER_NAMED_ALREADY', pointer: '/traveller' }, () =>
      named('BRS.approving'),
    );
  });

  it('for a file that is not there, and for one more than a charge has', async () => {
    const files = '/api/v1/charges/C-1/evidence';
    const nowhere = `${files}/${randomUUID()}`;
    const unknown = { status: 404, code: 'UNKNOWN_EVIDENCE', pointer: null };
    await expectRefused(api, unknown, () => api.get(`${nowhere}/content`));
    await expectRefused(api, unknown, () => api.post(`${nowhere}/withdrawal`, { reason: 'it is of another delivery' }));
    const sent = (index: number): Promise<Answer> =>
      api.send({
        method: 'POST',
        path: files,
        headers: {
          ...{ [actingAs]: 'MINAMATA.finance', 'content-type': 'text/plain', 'idempotency-key': `evidence-${index}` },
        },
        payload: `receipt ${index}\n`,
      });
    for (let index = 0; index < 50; index += 1) await done(201, sent(index));
    await expectRefused(api, { status: 409, code: 'TOO_MANY_FILES', pointer: null }, () => sent(50));
  });

  it('where its key has no answer yet: the books were broken, for key and answer are written together', async () => {
    const key = 'no-answer-yet';
    const request = () => api.post('/api/v1/charges', chargeBody({ id: 'C-2' }), { by: 'MINAMATA.finance', key });
    await done(201, request());
    const set = async (status: unknown, body: unknown): Promise<void> => {
      await superuser.transaction(async (tx) => {
        await tx.query('set local session_replication_role = replica');
        await tx.query('update platform.request_key set status = $2, body = $3 where key = $1', [key, status, body]);
      });
    };
    const [kept] = await superuser.query<{ status: number; body: string }[]>(
      'select status, body from platform.request_key where key = $1',
      [key],
    );
    await set(null, null);
    await expectRefused(api, { status: 409, code: 'REQUEST_STILL_RUNNING', pointer: null }, request);
    await set(kept?.status, kept?.body);
    expect((await done(201, request())).headers['idempotency-replayed']).toBe('true');
  });

  it('for another way in of somebody who has the one printed password', async () => {
    await superuser.query(`insert into platform.books (content) values ('SAMPLE')`);
    await superuser.transaction(async (tx) => {
      await anAct(tx);
      const demo = `insert into identity.account (person, demo) values ('BRS.finance', true) on conflict (person) do update set demo = true`;
      await tx.query(demo);
    });
    await expectRefused(api, { status: 422, code: 'DEMO_HAS_ONE_PASSWORD', pointer: null }, () =>
      api.post('/api/v1/people/BRS.finance/renewals', { reason: 'the telephone was stolen' }, administrator),
    );
  });
});
