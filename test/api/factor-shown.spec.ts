import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TerminalsService } from '#identity';
import { anAct } from '../support/an-act.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, invited } from './browser.ts';
import { enrolledIn, shows } from './second-factor.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references', { everybodySignedIn: false });
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.books.owner.query('delete from identity.sign_in_limit'));

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`.trim();

describe('a session from before the second factor was confirmed', () => {
  it.each(['BRS.approving', 'MINAMATA.finance'])(
    'has ended with it, and puts no factor, recovery codes, key or terminal in its place (%s)',
    async (person) => {
      const browser = await invited(api, person);
      const earlier = new Browser(api);
      expect([(await browser.signIn(person)).status, (await earlier.signIn(person)).status]).toEqual([201, 201]);
      const begun = (await earlier.send('POST', '/api/v1/second-factor')).body.secret as string;
      const { secret } = await enrolledIn(api, person, browser);
      const given = { code: shows(begun) };
      for (const [path, body] of [
        ['/api/v1/second-factor'],
        ['/api/v1/second-factor/confirmation', given],
        ['/api/v1/second-factor/recovery-codes'],
        ['/api/v1/keys', { days: 1 }],
        ['/api/v1/terminals/BCDF-GHJK/approval'],
      ] as const)
        expect(code(await earlier.send('POST', path, body))).toBe('401 NOT_SIGNED_IN');
      const again = new Browser(api);
      expect((await again.signIn(person)).body).toEqual({ secondFactorNeeded: true });
      const proven = await again.send('POST', '/api/v1/session/second-factor', { code: shows(secret, 1) });
      expect(proven.status).toBe(201); // it is the confirmed one still
    },
  );

  it('ends with every other session and terminal when another factor takes its place', async () => {
    const { browser, codes } = await enrolledIn(api, 'BRS.auditor');
    const other = new Browser(api);
    await other.signIn('BRS.auditor');
    await other.send('POST', '/api/v1/session/second-factor', { code: codes[0] });
    const terminals = api.books.get(TerminalsService);
    const { secret: waiting, code: shown } = await terminals.ask();
    expect((await other.send('POST', `/api/v1/terminals/${shown}/approval`)).status).toBe(204);
    const { body } = await browser.send('POST', '/api/v1/second-factor');
    const confirmed = await browser.send('POST', '/api/v1/second-factor/confirmation', {
      code: shows(body.secret as string),
    });
    expect(confirmed.status).toBe(201);
    expect(code(await other.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(200);
    await expect(terminals.poll(waiting, api.books.clock)).rejects.toThrow('No terminal waits');
  });
});

describe('a session that has not shown the confirmed factor', () => {
  const inBooks = (statement: string, parameters: unknown[] = []): Promise<unknown> =>
    api.books.owner.transaction(async (tx) => {
      await anAct(tx);
      await tx.query(statement, parameters);
    });

  it('makes no other factor, recovery codes, key or terminal', async () => {
    const { browser, codes } = await enrolledIn(api, 'BRS.finance');
    const begun = (await browser.send('POST', '/api/v1/second-factor')).body.secret as string;
    const guard = (is: 'disable' | 'enable'): Promise<unknown> =>
      api.books.owner.query(`alter table identity.session ${is} trigger session_shows_the_factor`);
    await guard('disable'); // as if it had been left open by something else
    await api.books.owner.query(
      `update identity.session set proven = 'PASSWORD' where person = 'BRS.finance' and ended_at is null`,
    );
    await guard('enable');
    const { code: shown } = await api.books.get(TerminalsService).ask();
    for (const [path, body] of [
      ['/api/v1/second-factor'],
      ['/api/v1/second-factor/confirmation', { code: shows(begun) }],
      ['/api/v1/second-factor/recovery-codes'],
      ['/api/v1/keys', { days: 1 }],
      [`/api/v1/terminals/${shown}/approval`],
    ] as const)
      expect(code(await browser.send('POST', path, body))).toBe('401 SECOND_FACTOR_OUTSTANDING');
    expect((await browser.send('POST', '/api/v1/session/second-factor', { code: codes[0] })).status).toBe(201);
    expect((await browser.send('POST', '/api/v1/keys', { days: 1 })).status).toBe(201);
  });

  it('neither begins nor goes on in the database', async () => {
    const { browser } = await enrolledIn(api, 'MINAMATA.auditor');
    await expect(
      inBooks(
        `insert into identity.session (token_sha256, person, kind, proven) values (sha256('x'), 'MINAMATA.auditor', 'BROWSER', 'PASSWORD')`,
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'session_shows_the_factor' } });
    await expect(
      inBooks(`update identity.session set proven = 'PASSWORD' where person = 'MINAMATA.auditor' and ended_at is null`),
    ).rejects.toMatchObject({ driverError: { constraint: 'session_shows_the_factor' } });
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(200);
  });

  it('takes no factor away and outlives none in the database', async () => {
    await enrolledIn(api, 'BRS.certifying');
    await expect(
      inBooks(`update identity.second_factor set confirmed_at = now() where person = 'MINAMATA.certifying'`),
    ).resolves.toBeUndefined(); // there is none
    await new Browser(api).signIn('BRS.certifying'); // half a one
    await expect(
      inBooks(`update identity.second_factor set confirmed_at = now() where person = 'BRS.certifying'`),
    ).rejects.toMatchObject({ driverError: { constraint: 'second_factor_ends_other_sessions' } });
    await inBooks(
      `update identity.session set ended_at = now(), ended_by = person where person = 'BRS.certifying' and ended_at is null`,
    );
    await expect(inBooks(`delete from identity.second_factor where person = 'BRS.certifying'`)).rejects.toMatchObject({
      driverError: { constraint: 'second_factor_replaced_by_whoever_shows_it' },
    });
  });
});
