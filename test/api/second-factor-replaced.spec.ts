import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, invited } from './browser.ts';
import { enrolledIn, shows, type Enrolled } from './second-factor.ts';

// Books of its own for each: whoever has come once is not invited again.
let api: ApiUnderTest;
beforeEach(async () => {
  api = await apiOver('references', { everybodySignedIn: false });
}, 60_000);
afterEach(() => api.close());

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`;
const enrolled = (person: string): Promise<Enrolled> => enrolledIn(api, person);

describe('a second factor in place of another', () => {
  it('is begun beside it, and takes its place with its first code', async () => {
    const { browser, secret: old, codes } = await enrolled('MINAMATA.finance');
    const begun = (await browser.send('POST', '/api/v1/second-factor')).body.secret as string;
    const signsInBy = async (given: string): Promise<string> => {
      const other = new Browser(api);
      expect((await other.signIn('MINAMATA.finance')).body).toEqual({ secondFactorNeeded: true });
      return code(await other.send('POST', '/api/v1/session/second-factor', { code: given }));
    };
    expect(await signsInBy(shows(begun))).toBe('401 CODE_REFUSED'); // it proves nothing yet
    expect(await signsInBy(shows(old))).toBe('201 ');
    const confirm = (given: string) => browser.send('POST', '/api/v1/second-factor/confirmation', { code: given });
    expect(code(await confirm(shows(old, 1)))).toBe('401 CODE_REFUSED');
    const confirmed = await Promise.all([confirm(shows(begun)), confirm(shows(begun))]);
    expect(confirmed.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(await signsInBy(shows(old, 1))).toBe('401 CODE_REFUSED');
    expect(await signsInBy(codes[0] ?? '')).toBe('401 CODE_REFUSED'); // its recovery codes went with it
    expect(await signsInBy(shows(begun, 1))).toBe('201 ');
  });

  it('is told by the session, as what must be made first is', async () => {
    const browser = await invited(api, 'MINAMATA.auditor');
    expect((await browser.signIn('MINAMATA.auditor')).body).toMatchObject({ secondFactor: false, mustEnrol: false });
    const approving = await invited(api, 'MINAMATA.approving');
    expect((await approving.signIn('MINAMATA.approving')).body).toMatchObject({ secondFactor: false, mustEnrol: true });
    const { browser: whole } = await enrolledIn(api, 'MINAMATA.auditor', browser);
    expect((await whole.send('GET', '/api/v1/session')).body).toMatchObject({ secondFactor: true, mustEnrol: false });
  });
});

describe('a key of a program', () => {
  it('ends with the first second factor, since a password alone has made it, and with no later one', async () => {
    const browser = await invited(api, 'BRS.finance');
    await browser.signIn('BRS.finance');
    const made = async (): Promise<Record<string, string>> => {
      const { body } = await browser.send('POST', '/api/v1/keys', { days: 30 });
      return { authorization: `Bearer ${body.key as string}` };
    };
    const reads = async (headers: Record<string, string>): Promise<number> =>
      (await api.get('/api/v1/charges', headers)).status;
    const early = [await made(), await made()];
    expect(await Promise.all(early.map(reads))).toEqual([200, 200]);
    await enrolledIn(api, 'BRS.finance', browser);
    expect(await Promise.all(early.map(reads))).toEqual([401, 401]);
    const [act] = await api.books.owner.query<{ person: string; keys: number; after: object }[]>(
      `select person, cardinality(object_ids) as keys, after from platform.audit_event where action = 'KEY_REVOKED'`,
    );
    expect(act).toEqual({ person: 'BRS.finance', keys: 2, after: { by: 'SECOND_FACTOR_ENROLLED' } });
    const later = await made();
    const next = (await browser.send('POST', '/api/v1/second-factor')).body.secret as string;
    const given = { code: shows(next) };
    expect((await browser.send('POST', '/api/v1/second-factor/confirmation', given)).status).toBe(201);
    expect(await reads(later)).toBe(200);
  });
});

describe('new recovery codes', () => {
  it('take the place of those that are left', async () => {
    const { browser, codes: before } = await enrolled('BRS.finance');
    const { status, body } = await browser.send('POST', '/api/v1/second-factor/recovery-codes');
    expect([status, body.recoveryCodes.length]).toEqual([201, 10]);
    const other = new Browser(api);
    await other.signIn('BRS.finance');
    const prove = async (given: string): Promise<number> =>
      (await other.send('POST', '/api/v1/session/second-factor', { code: given })).status;
    expect([await prove(before[0] ?? ''), await prove(body.recoveryCodes[0] as string)]).toEqual([401, 201]);
  });

  it('are for whoever has a second factor', async () => {
    const browser = await invited(api, 'MINAMATA.auditor');
    await browser.signIn('MINAMATA.auditor');
    expect(code(await browser.send('POST', '/api/v1/second-factor/recovery-codes'))).toBe('422 NO_SECOND_FACTOR');
  });
});
