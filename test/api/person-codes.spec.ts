import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationsService } from '#identity';
import { anAct } from '../support/an-act.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, password } from './browser.ts';
import { done } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
}, 60_000);
afterAll(() => api.close());

const name = 'Jane Doe';
const adds = (code: string) =>
  api.post('/api/v1/people', { code, name, secretariat: 'BRS' }, { by: 'BRS.administrator' });

describe('the code of a new person', () => {
  it.each([
    ...['ВRS.finance', 'BRS.fіnance', '../../x', 'BRS.', 'BRS./x', 'BRS.j d', 'BRS.-', 'BRS.jd.', 'jd'],
    ...['MINAMATA.jd', 'brs.jd', 'BRSjd', 'BRS.<b>'],
  ])('is plain and begins with the own side’s: not %j', async (code) => {
    await expectRefused(api, { status: 422, code: 'PERSON_CODE_NOT_PLAIN', pointer: '/code' }, () => adds(code));
  });

  it('is one that differs from every other in more than capitals', async () => {
    await expectRefused(api, { status: 409, code: 'PERSON_CODE_TAKEN', pointer: '/code' }, () => adds('BRS.Finance'));
    await done(201, adds('BRS.j-d_2.x'));
    await expectRefused(api, { status: 409, code: 'PERSON_CODE_TAKEN', pointer: '/code' }, () => adds('BRS.J-D_2.X'));
  });

  it('is no other in the database', async () => {
    const tried = (code: string): Promise<unknown> =>
      api.books.owner.transaction(async (tx) => {
        await anAct(tx);
        await tx.query('insert into identity.person (code, name, secretariat) values ($1, $2, $3)', [
          code,
          name,
          'BRS',
        ]);
      });
    await expect(tried('ВRS.finance')).rejects.toMatchObject({ driverError: { constraint: 'person_code_is_plain' } });
    await expect(tried('../../x')).rejects.toMatchObject({ driverError: { constraint: 'person_code_is_plain' } });
    await expect(tried('brs.finance')).rejects.toMatchObject({
      driverError: { constraint: 'person_code_has_no_twin' },
    });
  });

  it('of a first administrator is none either', async () => {
    const fresh = await apiOver('references', { everybodySignedIn: false });
    try {
      const [link] = await fresh.books.get(InvitationsService).forTheFirst(fresh.books.clock);
      const comes = (code: string) =>
        new Browser(fresh).send('POST', '/api/v1/first-administrator', {
          ...{ token: link?.token, code, name, secretariat: 'BRS', password },
        });
      for (const [code, refusal] of [
        ['BRS.hеad', 'PERSON_CODE_NOT_PLAIN'],
        ['BRS.Administrator', 'PERSON_CODE_TAKEN'],
      ] as const)
        expect((await comes(code)).body).toMatchObject({ code: refusal, errors: [{ pointer: '/code' }] });
      expect((await comes('BRS.administrator')).status).toBe(204); // who is in the books already
    } finally {
      await fresh.close();
    }
  });
});
