import { mostExportsAnHour } from '../../libs/audit/src/edit-log.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flawsOf, structureOf } from '../golden/pdf-structure.ts';
import { squeeze, squeezed } from '../golden/pdf-text.ts';
import { openedLog } from '../support/sealed.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';

interface Line {
  leaf: string | null;
  person: string;
  secretariat: string;
  action: string;
  objects: string[];
  before: object | null;
  after: object | null;
  reason: string | null;
  requestId: string | null;
  duties: string[] | null;
  session: string | null;
}

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  await done(201, api.post('/api/v1/charges', chargeBody({ id: 'LOGGED', note: '=1+1' }), { by: 'MINAMATA.finance' }));
  await certified(api, 'BRS', ['LOGGED']);
  await done(403, api.post('/api/v1/charges', chargeBody({ id: 'REFUSED' }), { by: 'BRS.finance' }));
  await done(409, api.post('/api/v1/charges', chargeBody({ id: 'LOGGED' }), { by: 'MINAMATA.finance' }));
  const log = await openedLog(api.books);
  await log.sealAll();
  await log.close();
}, 60_000);
afterAll(() => api.close());

const logOf = async (by: string, period = '2025', accept = 'application/json') =>
  api.get(`/api/v1/edit-logs/${period}`, { ...(await api.signedIn(by)), accept });

/** Refusals by a rule are dated by the database's clock, acts by that of the books. */
const thisYear = String(new Date().getUTCFullYear());

describe('the edit log of a financial year', () => {
  it('says who did what, as whom, before and after, by which request, and at which leaf', async () => {
    const { body } = await done(200, logOf('BRS.auditor'));
    expect(body).toMatchObject({
      period: '2025',
      from: '2025-01-01',
      to: '2025-12-31',
      scope: 'all acts and refusals',
    });
    const certification = (body.lines as Line[]).find(({ action }) => action === 'CHARGES_CERTIFIED');
    expect(certification).toMatchObject({
      ...{ person: 'BRS.certifying', secretariat: 'BRS', objects: ['LOGGED'], requestId: expect.any(String) },
      ...{ before: { state: 'RECEIVED' }, after: { state: 'CERTIFIED' }, leaf: expect.stringMatching(/^\d+$/) },
    });
    const [{ record } = { record: '' }] = await api.books.db.query<{ record: string }[]>(
      `select leaf.record from sealing.leaf join platform.audit_event as event on event.id::text = leaf.record
       where leaf.position = $1 and event.action = 'CHARGES_CERTIFIED'`,
      [certification?.leaf],
    );
    expect(record).not.toBe('');
    expect(body.acts).toBe(body.lines.length - body.refusals);
  });

  it('says in which duties of that day, and by which session or key, as the log of acts does', async () => {
    const lines = (await done(200, logOf('BRS.auditor'))).body.lines as Line[];
    const certification = lines.find(({ action }) => action === 'CHARGES_CERTIFIED');
    expect(certification).toMatchObject({
      duties: ['CERTIFYING_OFFICER'],
      session: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const { items } = (
      await done(200, api.get('/api/v1/audit-events?action=CHARGES_CERTIFIED', await api.signedIn('BRS.auditor')))
    ).body as { items: Line[] };
    expect(items[0]?.session).toBe(certification?.session);
    const byARule = (await done(200, logOf('MINAMATA.auditor', thisYear))).body.lines as Line[];
    expect(byARule.map(({ duties, session }) => [duties, session])).toEqual(byARule.map(() => [null, null]));
  });

  it.each(['BRS.auditor', 'MINAMATA.certifying'])(
    'is of a year in which there is something that %s may read',
    async (by) => {
      const { years } = (await done(200, api.get('/api/v1/edit-logs', await api.signedIn(by)))).body as {
        years: string[];
      };
      expect(years).toEqual(years.toSorted().toReversed());
      const asked = ['2023', '2024', '2025', '2026', thisYear];
      const acts = await Promise.all(asked.map(async (year) => (await done(200, logOf(by, year))).body.acts as number));
      expect(asked.filter((year) => years.includes(year))).toEqual(asked.filter((_, at) => (acts[at] ?? 0) > 0));
      expect(years.includes('2025')).toBe(by === 'BRS.auditor'); // the other has done nothing since the account was made
    },
  );

  it('has the requests that were refused, of whoever sent them: those of authority sealed, and each once', async () => {
    const refused = async (by: string, period: string) => {
      const { body } = await done(200, logOf(by, period));
      const lines = (body.lines as Line[]).filter(({ action }) => action === 'REQUEST_REFUSED');
      expect(body.refusals).toBe(lines.length);
      return lines;
    };
    const ofAuthority = {
      ...{ leaf: expect.stringMatching(/^\d+$/), person: 'BRS.finance', objects: ['POST /api/v1/charges'] },
      ...{ duties: ['FINANCE_OFFICER'], session: expect.stringMatching(/^[0-9a-f]{16}$/) },
      after: { status: 403, code: 'ACTS_FOR_THE_OTHER_SIDE' },
    };
    const byARule = {
      ...{ leaf: null, person: 'MINAMATA.finance', objects: ['POST /api/v1/charges'] },
      after: { status: 409, code: 'CHARGE_ID_TAKEN' },
    };
    expect(await refused('BRS.auditor', '2025')).toMatchObject([ofAuthority]);
    expect(await refused('BRS.administrator', '2025')).toMatchObject([ofAuthority]);
    expect(await refused('BRS.certifying', '2025')).toEqual([]);
    expect(await refused('MINAMATA.auditor', thisYear)).toMatchObject([byARule]);
    expect(await refused('BRS.auditor', thisYear)).toEqual([]);
  });

  it('has what was refused before such a refusal was an act, as the answer that was kept', async () => {
    await api.books.owner.query(
      `insert into platform.request_key (person, key, operation, request_sha256, status, body, tenant)
       values ('BRS.finance', 'of-long-ago', 'POST /api/v1/charges', sha256('x'), 403, '{"code":"NOT_DESIGNATED","requestId":"of-long-ago"}', 'BRS')`,
    );
    const { body } = await done(200, logOf('BRS.auditor', thisYear));
    expect((body.lines as Line[]).map(({ requestId }) => requestId)).toContain('of-long-ago');
  });

  it('is an auditor’s whole; others read what they did themselves, an administrator what concerns people', async () => {
    const people = async (by: string) => [
      ...new Set(((await done(200, logOf(by))).body.lines as Line[]).map(({ person }) => person)),
    ];
    const ofBrs = ['administrator', 'approving', 'auditor', 'certifying', 'finance'].map((role) => `BRS.${role}`);
    expect((await people('BRS.auditor')).sort()).toEqual(ofBrs); // the whole of the own side, and nobody of the other
    expect(await people('MINAMATA.finance')).toEqual(['MINAMATA.finance']);
    const kinds = ((await done(200, logOf('BRS.administrator'))).body.lines as { kind: string }[]).map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => !['account', 'person', 'designation', 'report', 'request'].includes(kind))).toEqual(
      [],
    );
  });

  it('comes as a paper that says every line, and as CSV that no spreadsheet runs', async () => {
    const { body } = await done(200, logOf('BRS.auditor'));
    const paper = await done(200, logOf('BRS.auditor', '2025', 'application/pdf'));
    expect(flawsOf(await structureOf(paper.bytes))).toEqual([]);
    const said = squeezed(paper.bytes);
    expect(said).not.toContain('[U+'); // of a character that the face does not have
    expect(said).toContain(squeeze('state RECEIVED, then state CERTIFIED'));
    for (const { person, action, duties, session } of body.lines as Line[]) {
      expect(said).toContain(squeeze(person));
      expect(said).toContain(squeeze(session ?? ''));
      for (const duty of duties ?? [])
        expect(said).toContain(squeeze(duty.charAt(0) + duty.slice(1).toLowerCase().replaceAll('_', ' ')));
      expect(said).toContain(squeeze(action.charAt(0) + action.slice(1).toLowerCase().replaceAll('_', ' ')));
    }
    const { text } = await done(200, logOf('BRS.auditor', '2025', 'text/csv'));
    expect(
      text.startsWith(
        '\uFEFFleaf,at,person,secretariat,duties,session,action,kind,objects,before,after,reason,requestId\r\n',
      ),
    ).toBe(true);
    expect(text).toMatch(/,BRS\.certifying,BRS,CERTIFYING_OFFICER,[0-9a-f]{16},CHARGES_CERTIFIED,/);
    expect(text).toContain('"{""state"":""RECEIVED""}","{""state"":""CERTIFIED""}"');
    expect(text).not.toMatch(/(^|,)[=+@]/m);
    expect(
      (
        await api.send({
          method: 'GET',
          path: '/api/v1/edit-logs/2025',
          headers: { ...(await api.signedIn('BRS.auditor')), accept: 'image/png' },
        })
      ).status,
    ).toBe(406);
  });

  it('has no other periods', async () => {
    for (const period of ['2025-13', '2025-2026', '25', 'x']) {
      const { status, body } = await logOf('BRS.auditor', period);
      expect([status, body.code]).toEqual([400, 'NOT_AN_EDIT_LOG_PERIOD']);
    }
    await done(200, logOf('BRS.auditor', '2025-05'));
    await done(200, logOf('BRS.auditor', '2024-2025'));
  });

  it('says itself who took it out, and nobody fills the books with that', async () => {
    for (;;) {
      const { status, body, headers } = await logOf('MINAMATA.auditor', '2024');
      if (status === 200) continue;
      expect([status, body.code]).toEqual([429, 'TOO_MANY_EXPORTS']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      break;
    }
    const rows = await api.books.db.query<{ exports: number }[]>(
      `select count(*)::integer as exports from platform.audit_event where action = 'REPORT_EXPORTED' and person = 'MINAMATA.auditor'`,
    );
    expect(rows).toEqual([{ exports: mostExportsAnHour }]);
    const { body } = await done(200, logOf('BRS.auditor'));
    expect((body.lines as Line[]).find(({ action }) => action === 'REPORT_EXPORTED')).toMatchObject({
      ...{ person: 'BRS.auditor', objects: ['edit-log 2025'] },
      after: { form: 'application/json', contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
});
