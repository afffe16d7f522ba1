import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Day } from '#kernel';
import { Designation, IdentityService, Person } from '#identity';
import { inTransaction } from '#platform';
import { anAct } from '../support/an-act.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { done } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
}, 60_000);
afterAll(() => api.close());

const reason = 'has left';
const ofAdministrator = async (person: string): Promise<{ id: string; availableActions: unknown[] }> => {
  const side = person.split('.')[0] ?? '';
  const { body } = await api.get('/api/v1/designations', await api.signedIn(`${side}.approving`));
  return body.items.find((one: { person: string; duty: string }) => one.person === person);
};
const ends = (id: string, by: string) => api.post(`/api/v1/designations/${id}/end`, { reason }, { by });

describe('the last administrator of a secretariat', () => {
  it('is not ended, by nobody, and every answer says so', async () => {
    const { id, availableActions } = await ofAdministrator('MINAMATA.administrator');
    expect(availableActions).toMatchObject([
      { action: 'designation.end', allowed: false, why: { code: 'LAST_ADMINISTRATOR' } },
    ]);
    for (const by of ['MINAMATA.administrator', 'MINAMATA.approving'])
      await expectRefused(api, { status: 409, code: 'LAST_ADMINISTRATOR', pointer: null }, () => ends(id, by));
  });

  it('is ended once another one is designated whose account is open', async () => {
    const always = { validFrom: Day.of('1900-01-01'), validTo: Day.of('2199-12-31') };
    const code = 'BRS.second';
    await inTransaction(api.books.db, async (tx) => {
      await anAct(tx);
      const held = new Designation({ person: code, duty: 'ADMINISTRATOR', fund: '', ...always });
      await api.books
        .get(IdentityService)
        .addPeople(tx, [new Person({ code, name: 'Second', secretariat: 'BRS' })], [held]);
    });
    await api.signedIn(code);
    const { id, availableActions } = await ofAdministrator('BRS.administrator');
    expect(availableActions).toMatchObject([{ action: 'designation.end', allowed: true }]);
    await done(200, api.post(`/api/v1/people/${code}/account/disabling`, { reason }, { by: 'BRS.administrator' }));
    await expectRefused(api, { status: 409, code: 'LAST_ADMINISTRATOR', pointer: null }, () =>
      ends(id, 'BRS.administrator'),
    );
  });

  it('is not ended in the database', async () => {
    await expect(
      api.books.owner.transaction(async (tx) => {
        await anAct(tx);
        await tx.query(
          `update identity.designation set ended_at = now(), ended_by = person, end_reason = 'left' where person = 'MINAMATA.administrator'`,
        );
      }),
    ).rejects.toMatchObject({ driverError: { constraint: 'designation_leaves_an_administrator' } });
  });
});
