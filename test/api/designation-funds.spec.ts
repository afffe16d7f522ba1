import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAct } from '../support/an-act.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { done } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
}, 60_000);
afterAll(() => api.close());

const wanted = {
  ...{ person: 'BRS.finance', duty: 'CERTIFYING_OFFICER', validFrom: '2024-01-01', validTo: '2024-12-31' },
  ...{ acting: true, reason: 'the certifying officer is away' },
};

describe('a certifying designation', () => {
  it.each(['NOPE', 'MC-GTF', ' BC', 'bc', 'BC\u200b', 'ВС'])(
    'is of a fund of the own side, and not of %j',
    async (fund) => {
      await expectRefused(api, { status: 422, code: 'NO_FUND_OF_THE_SIDE', pointer: '/fund' }, () =>
        api.post('/api/v1/designations', { ...wanted, fund }, { by: 'BRS.administrator' }),
      );
    },
  );

  it('is of BC', async () => {
    await done(201, api.post('/api/v1/designations', { ...wanted, fund: 'BC' }, { by: 'BRS.administrator' }));
  });

  it('is of no other in the database', async () => {
    const tried = (statement: string): Promise<unknown> =>
      api.books.owner.transaction(async (tx) => {
        await anAct(tx);
        await tx.query(statement);
      });
    const refused = { driverError: { constraint: 'designation_of_an_own_fund' } };
    await expect(
      tried(
        `insert into identity.designation (person, duty, fund, valid_from, valid_to)
         values ('BRS.certifying', 'CERTIFYING_OFFICER', 'MC-GTF', '2024-01-01', '2024-12-31')`,
      ),
    ).rejects.toMatchObject(refused);
    await expect(
      tried(
        `insert into identity.designation_proposal
           (id, person, secretariat, duty, fund, valid_from, valid_to, acting, reason, proposed_by, proposed_at)
         values (gen_random_uuid(), 'BRS.finance', 'BRS', 'CERTIFYING_OFFICER', 'NOPE', '2024-01-01', '2024-12-31', true, 'x',
           'BRS.administrator', '2024-01-01')`,
      ),
    ).rejects.toMatchObject(refused);
  });
});
