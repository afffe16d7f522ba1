import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TerminalsService } from '#identity';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser } from './browser.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.books.owner.query('delete from identity.sign_in_limit'));

const approves = async (shown: string): Promise<string> => {
  const browser = new Browser(api);
  browser.cookie = (await api.signedIn('BRS.finance')).cookie ?? null;
  const { status, body } = await browser.send('POST', `/api/v1/terminals/${shown}/approval`);
  return `${status} ${(body as { code?: string } | null)?.code ?? ''}`.trim();
};

describe('the code of a terminal', () => {
  it('is guessed five times and no more, as at a sign-in', async () => {
    const { code: shown } = await api.books.get(TerminalsService).ask();
    for (let tries = 0; tries < 5; tries += 1) expect(await approves('BCDF-GHJK')).toBe('404 UNKNOWN_TERMINAL');
    expect(await approves('BCDF-GHJK')).toBe('429 TOO_MANY_TRIES');
    expect(await approves(shown)).toBe('429 TOO_MANY_TRIES');
    const [refused] = await api.books.owner.query<{ times: number }[]>(
      `select count(*)::integer as times from platform.audit_event where action = 'SIGN_IN_REFUSED' and 'BRS.finance' = any(object_ids)`,
    );
    expect(refused?.times).toBe(7);
  }, 30_000);

  it('is counted by the address too, and one that is right is not', async () => {
    const counted = async (): Promise<number> => {
      const [row] = await api.books.owner.query<{ tries: number }[]>(
        'select coalesce(max(tries), 0)::integer as tries from identity.sign_in_limit',
      );
      return row?.tries ?? 0;
    };
    const { code: shown } = await api.books.get(TerminalsService).ask();
    expect(await approves(shown)).toBe('204');
    expect(await counted()).toBe(0);
    expect(await approves(shown)).toBe('404 UNKNOWN_TERMINAL'); // it was let in already
    expect(await counted()).toBe(1);
    await api.books.owner.query(`update identity.sign_in_limit set tries = 51`);
    expect(await approves(shown)).toBe('429 TOO_MANY_TRIES');
  });
});
