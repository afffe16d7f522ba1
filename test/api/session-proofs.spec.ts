import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Day } from '#kernel';
import { inTransaction } from '#platform';
import { anAct } from '../support/an-act.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { invited } from './browser.ts';
import { enrolledIn } from './second-factor.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references', { everybodySignedIn: false });
}, 60_000);
afterAll(() => api.close());

/** As the server's own role, with or without some act. */
const tries = (change: string, person: string, act: boolean): Promise<unknown> =>
  inTransaction(api.books.db, async (tx) => {
    if (act) await anAct(tx);
    await tx.query(`update identity.session set ${change} where person = $1 and ended_at is null`, [person]);
  });
describe('what a session has proven', () => {
  it('rises in the database by an act that proves it, and by no other', async () => {
    const browser = await invited(api, 'BRS.finance');
    await browser.signIn('BRS.finance');
    for (const act of [true, false])
      await expect(tries(`proven = 'SECOND_FACTOR'`, 'BRS.finance', act)).rejects.toMatchObject({
        code: 'NOT_SIGNED_IN',
      });
    expect((await browser.send('GET', '/api/v1/session')).body.secondFactor).toBe(false);
    await enrolledIn(api, 'BRS.finance', browser);
    expect((await browser.send('GET', '/api/v1/session')).body.secondFactor).toBe(true);
  });

  it('is no fresher than somebody has proven it, and never ahead of now', async () => {
    const browser = await invited(api, 'MINAMATA.finance');
    await browser.signIn('MINAMATA.finance');
    const stale = `stepped_up_at = now() - interval '11 minutes'`;
    await tries(stale, 'MINAMATA.finance', false);
    for (const change of ['stepped_up_at = now()', `stepped_up_at = now() + interval '1 year'`])
      await expect(tries(change, 'MINAMATA.finance', true)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await browser.send('GET', '/api/v1/session')).body.steppedUpUntil).toBeNull();
  });

  it('lasts by the clock of the database, wherever the one of the server jumps', async () => {
    const browser = await invited(api, 'BRS.auditor');
    await browser.signIn('BRS.auditor');
    const status = async (): Promise<number> => (await browser.send('GET', '/api/v1/session')).status;
    for (const day of ['2026-06-30', '2024-01-01']) {
      api.books.clock.set(Day.of(day));
      expect(await status()).toBe(200);
    }
    const since = (age: string): Promise<unknown> => tries(`seen_at = now() - interval '${age}'`, 'BRS.auditor', false);
    await since('29 minutes');
    expect(await status()).toBe(200);
    await since('31 minutes');
    expect(await status()).toBe(401);
  });

  it('is not ahead of now from its beginning either', async () => {
    await expect(
      api.books.owner.transaction(async (tx) => {
        await anAct(tx);
        await tx.query(
          `insert into identity.session (token_sha256, person, kind, proven, stepped_up_at)
           values (sha256('y'), 'BRS.administrator', 'BROWSER', 'SECOND_FACTOR', now() + interval '1 hour')`,
        );
      }),
    ).rejects.toMatchObject({ driverError: { constraint: 'session_is_not_fresh_ahead' } });
  });
});
