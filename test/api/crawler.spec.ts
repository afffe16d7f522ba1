import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditService, type BienniumAuditContent } from '#audit';
import { Biennium } from '#kernel';
import { createServer } from '../../apps/api/src/server.ts';
import { recordPaperTakenOut, recordReportTakenOut } from '../../apps/cli/src/taken-out.ts';
import type { Office } from '../support/office.ts';
import { type SignedIn, signedInto } from '../support/signed-in.ts';
import { internalOf, threeSides } from '../support/three-sides.ts';
import type { ApiDocument, Operation, Schema } from './contract.ts';
import { declaredBy } from './declared.ts';

jest.setTimeout(600_000); // every id on every route, for three people

/** Something came back, or happened, that was not the asker's. */
interface Finding {
  readonly request: string;
  readonly id: string;
  readonly found: string;
}

let office: Office;
let app: NestFastifyApplication;
let signedIn: SignedIn;
let document: ApiDocument;
let operations: { method: string; path: string; operation: Operation }[];
/** By kind: what a route, a filter or a body may be given. */
let ids: { shared: string[]; ofBrs: string[]; ofMinamata: string[] };

/** At the terminal of the books, where nobody is asked who they are. */
const takenOut = {
  papers: ['BRS-2025-0001', 'BRS-AUD-2025-0001', 'MINAMATA-2025-0001'],
  sha256: '5eed'.repeat(16),
  report: 'report taken out at the terminal',
};

beforeAll(async () => {
  office = await threeSides();
  for (const number of takenOut.papers)
    await recordPaperTakenOut(office, number, { form: 'x', sha256: takenOut.sha256 });
  await recordReportTakenOut(office, takenOut.report, 'text/csv');
  app = await createServer(await office.books.served(), office.books.clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  signedIn = await signedInto(office.books);
  const contract = await declaredBy(app);
  ({ document } = contract);
  // Signing out is no reading of others' data, and would end the crawl.
  operations = contract
    .all()
    .filter(
      ({ path }) =>
        path.startsWith('/api/v1/') &&
        !/^\/api\/v1\/(session|sign-in|second-factor|keys|terminals|first-administrator|invitations)/.test(path),
    );
  const shared = await column(
    `select number from agreements.agreement union all select id from charging.charge where agreement = 'CRA-2025-001' and state <> 'CERTIFIED'
     union all select number from invoicing.invoice where number is not null union all select id::text from invoicing.invoice where number is not null
     union all select number from invoicing.paper where addressee is not null and kind = 'NETTING'
     union all select id::text from invoicing.settlement union all select external_number from invoicing.settlement`,
  );
  const drafts = await column('select id::text from invoicing.invoice where number is null');
  const acts = (side: string): Promise<string[]> =>
    column(`select id::text from platform.audit_event where secretariat = '${side}' order by sequence limit 3`);
  const renewals = (side: string): Promise<string[]> =>
    column(`select id::text from identity.account_renewal where secretariat = '${side}'`);
  const proposed = (side: string): Promise<string[]> =>
    column(`select id::text from invoicing.settlement_proposal where state = 'PROPOSED' and payer = '${side}'`);
  const [brs, minamata] = [internalOf.BRS, internalOf.MINAMATA];
  ids = {
    shared,
    ofBrs: [
      ...(await acts('BRS')),
      ...(await renewals('BRS')),
      ...(await proposed('BRS')),
      brs.line,
      brs.person,
      brs.cash,
      brs.allotment,
      'BRS-AUD-2025-0001',
    ],
    ofMinamata: [
      ...(await acts('MINAMATA')),
      ...drafts,
      minamata.line,
      minamata.person,
      minamata.cash,
      minamata.allotment,
      ...(await renewals('MINAMATA')),
      ...(await proposed('MINAMATA')),
    ],
  };
});
afterAll(async () => {
  await app.close();
  await office.close();
});

async function column(sql: string): Promise<string[]> {
  const rows = await office.db.query<Record<string, string>[]>(sql);
  return rows.map((row) => Object.values(row)[0] ?? '');
}

async function send(person: string, method: string, url: string, body?: unknown, key: string = randomUUID()) {
  const headers = { ...(await signedIn(person)), 'idempotency-key': key, 'if-match': '*' };
  const withBody =
    body === undefined
      ? {}
      : { payload: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
  return app.inject({ method: method as 'GET', url, headers, ...withBody });
}

/** Everything that this person is shown without naming anything: every list, walked to its end. */
async function lists(person: string): Promise<string> {
  const seen: string[] = [];
  for (const { method, path } of operations.filter((one) => one.method === 'GET' && !one.path.includes('{'))) {
    let cursor: string | null = null;
    for (let page = 0; page < 20; page += 1) {
      const answer = await send(
        person,
        method,
        cursor === null ? path : `${path}?cursor=${encodeURIComponent(cursor)}`,
      );
      seen.push(answer.body);
      cursor = /"nextCursor":"([^"]+)"/.exec(answer.body)?.[1] ?? null;
      if (cursor === null) break;
    }
  }
  for (const report of ['totals', 'trial-balance', 'audit'])
    seen.push((await send(person, 'GET', `/api/v1/bienniums/2024-2025/${report}`)).body);
  for (const period of ['2025-05', '2025-12', '2024-2025'])
    for (const what of ['', '/checklist'])
      seen.push((await send(person, 'GET', `/api/v1/periods/${period}${what}`)).body);
  return seen.join('\n');
}

/** A body as the document describes it, with this id wherever a text may stand. */
function filled(schema: Schema, id: string): unknown {
  const {
    $ref,
    allOf,
    type,
    properties,
    items,
    example,
    enum: values,
    format,
  } = schema as {
    $ref?: string;
    allOf?: Schema[];
    type?: string | string[];
    properties?: Record<string, Schema>;
    items?: Schema;
    example?: unknown;
    enum?: unknown[];
    format?: string;
  };
  if ($ref !== undefined) return filled(document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, id);
  if (allOf?.[0] !== undefined) return filled(allOf[0], id);
  if (properties !== undefined)
    return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, filled(one, id)]));
  if (items !== undefined) return [filled(items, id)];
  if (values !== undefined) return values[0];
  if (type === 'string' && format === undefined && !(typeof example === 'string' && /^\d/.test(example))) return id;
  return example ?? (type === 'integer' ? 1 : type === 'boolean' ? true : id);
}

/**
 * Each of these ids on every route that takes one: in the path, in each filter, in each text of a body; nothing is kept of
 * it. `secrets` must not come back, but for the one that was sent.
 */
async function crawl(person: string, foreign: readonly string[], secrets: readonly string[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const look = (
    request: string,
    id: string,
    answer: { statusCode: number; body: string },
    mayAnswer: boolean,
  ): void => {
    if (answer.statusCode >= 500) findings.push({ request, id, found: `${answer.statusCode}` });
    if (answer.statusCode < 300 && !mayAnswer)
      findings.push({ request, id, found: `it is answered with ${answer.statusCode}` });
    for (const secret of secrets)
      if (secret !== id && answer.body.includes(secret)) findings.push({ request, id, found: secret });
    if (answer.statusCode < 300 && answer.body.includes(`"${id}"`)) findings.push({ request, id, found: id });
  };
  for (const { method, path, operation } of operations) {
    const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    const filters = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    const schema = operation.requestBody?.content['application/json']?.schema;
    const common = /\{(biennium|period|code)\}/.test(path) && method === 'GET'; // not of one secretariat
    for (const id of foreign) {
      const url = path.replace(/\{[^}]+\}/g, encodeURIComponent(id));
      const dry = filters.includes('dryRun') ? '?dryRun=true' : ''; // what is of oneself cannot be tried, and finds nothing either
      if (inPath.length > 0)
        look(`${method} ${path}`, id, await send(person, method, url + dry, schema && filled(schema, id)), common);
      else if (method !== 'GET')
        look(`${method} ${path}`, id, await send(person, method, url + dry, schema && filled(schema, id)), false);
      else
        for (const filter of filters)
          look(
            `${method} ${path}?${filter}`,
            id,
            await send(person, method, `${url}?${filter}=${encodeURIComponent(id)}`),
            true,
          );
    }
  }
  return findings;
}

describe('what a secretariat is shown without asking', () => {
  it('has its own and what it shares', async () => {
    const brs = await lists('BRS.auditor');
    for (const own of ids.ofBrs.filter((id) => !id.startsWith('BRS-AUD'))) expect(brs).toContain(own);
    const numbers = ids.shared.filter((id) => /^(CRA|BRS-2025|MINAMATA(-CN)?-2025)/.test(id));
    expect(numbers.filter((number) => !brs.includes(number))).toEqual([]);
    const minamata = await lists('MINAMATA.auditor');
    for (const own of ids.ofMinamata) expect(minamata).toContain(own);
  });

  it('has nothing of the other side’s inside', async () => {
    const [brs, minamata] = [await lists('BRS.auditor'), await lists('MINAMATA.auditor')];
    expect(ids.ofMinamata.filter((id) => brs.includes(id))).toEqual([]);
    expect(ids.ofBrs.filter((id) => minamata.includes(id))).toEqual([]);
  });

  it('has nothing between two others', async () => {
    const ozone = await lists('OZONE.auditor');
    expect([...ids.shared, ...ids.ofBrs, ...ids.ofMinamata].filter((id) => ozone.includes(id))).toEqual([]);
    expect(ozone).toContain('OZ-1');
    expect(ozone).toContain(takenOut.report); // which says nothing of what is in it
    expect(ozone).not.toContain(takenOut.sha256);
    expect(await lists('BRS.auditor')).toContain(takenOut.sha256);
  });

  it('counts nothing of what waits between two others', async () => {
    const waiting = async (person: string): Promise<string[]> => {
      const { body } = await send(person, 'GET', '/api/v1/periods/2024-2025/checklist');
      const { items } = JSON.parse(body) as { items: { code: string; count: number }[] };
      // Which months have entries, and whether all books balance and are sealed, is of all: a period is closed for all of them.
      const ofAll = ['BOOKS_BALANCE', 'BOOKS_MIRROR', 'MONTHS_LOCKED', 'UNSEALED'];
      return items.filter(({ code, count }) => count > 0 && !ofAll.includes(code)).map(({ code }) => code);
    };
    expect(await waiting('OZONE.auditor')).toEqual([]);
    expect(await waiting('BRS.auditor')).toEqual(expect.arrayContaining(['UNCERTIFIED', 'DRAFTS', 'SETTLEMENTS']));
  });
});

describe('an auditor with a mandate for both sides', () => {
  const ofOzone = ['OZ-1', 'OZ-TF', 'OZONE.finance', '777.00'];

  it('is shown the inside of both, and nothing of a third', async () => {
    const seen = await lists('JOINT.auditor');
    const inside = [...ids.ofBrs, ...ids.ofMinamata].filter((id) => !id.startsWith('BRS-AUD'));
    expect(inside.filter((id) => !seen.includes(id))).toEqual([]);
    const numbers = ids.shared.filter((id) => /^(CRA|BRS-2025|MINAMATA(-CN)?-2025)/.test(id));
    expect(numbers.filter((number) => !seen.includes(number))).toEqual([]);
    expect(ofOzone.filter((id) => seen.includes(id))).toEqual([]);
    const { body } = await send('JOINT.auditor', 'GET', '/api/v1/session');
    expect(JSON.parse(body)).toMatchObject({ books: ['BRS', 'MINAMATA'] });
  });

  it('is shown both books whole, to the cent', async () => {
    const { body } = await send('JOINT.auditor', 'GET', '/api/v1/bienniums/2024-2025/audit');
    const audit = JSON.parse(body) as BienniumAuditContent;
    const whole = await office.do((tx) =>
      office.books.get(AuditService).audit(tx, Biennium.of('2024-2025'), office.books.clock),
    );
    for (const part of ['totals', 'byFund', 'trialBalance', 'net'] as const)
      expect([part, audit[part]]).toEqual([part, JSON.parse(JSON.stringify(whole[part])) as unknown]);
    const ofBoth = whole.byBudgetLine.filter(({ budgetLine }) => budgetLine !== 'OZ-1');
    expect(audit.byBudgetLine).toEqual(JSON.parse(JSON.stringify(ofBoth)));
    expect(audit.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('finds nothing of a third by its id', async () => {
    expect(await crawl('JOINT.auditor', ofOzone.slice(0, 3), ofOzone)).toEqual([]);
  });
});

describe('the biennium as one side is shown it', () => {
  it.each(['BRS', 'MINAMATA'] as const)(
    '%s: shared amounts both ways, and the inside of its own book alone',
    async (side) => {
      const { body } = await send(`${side}.finance`, 'GET', '/api/v1/bienniums/2024-2025/audit');
      const audit = JSON.parse(body) as BienniumAuditContent;
      const whole = await office.do((tx) =>
        office.books.get(AuditService).audit(tx, Biennium.of('2024-2025'), office.books.clock),
      );
      // As the auditor of both sees them, to the cent.
      for (const part of [
        'totals',
        'byDirection',
        'byAgreement',
        'byFamily',
        'byItem',
        'byFund',
        'byMonth',
        'byProviderFund',
        'net',
      ] as const)
        expect([part, audit[part]]).toEqual([part, JSON.parse(JSON.stringify(whole[part])) as unknown]);
      expect(audit.checks.filter(({ holds }) => !holds)).toEqual([]);
      expect(new Set(audit.trialBalance.map(({ book }) => book))).toEqual(new Set([side]));
      const own = side === 'BRS' ? ['BC', 'RO', 'SC'] : ['MC-GTF', 'MC-STF'];
      expect(audit.byBudgetLine.length).toBeGreaterThan(0);
      expect(audit.byBudgetLine.filter(({ fund }) => !own.includes(fund))).toEqual([]);
      expect(new Set(whole.trialBalance.map(({ book }) => book)).size).toBe(2);
    },
  );
});

describe('an id of somebody else', () => {
  it('finds nothing between two others, in a path, a filter or a body', async () => {
    const all = [...ids.shared, ...ids.ofBrs, ...ids.ofMinamata];
    expect(await crawl('OZONE.finance', all, all)).toEqual([]);
  });

  it('finds nothing of the other side’s inside', async () => {
    expect(await crawl('BRS.finance', ids.ofMinamata, ids.ofMinamata)).toEqual([]);
    expect(await crawl('MINAMATA.finance', ids.ofBrs, ids.ofBrs)).toEqual([]);
  });

  it('is answered as one that nobody has', async () => {
    const [charge = ''] = ids.shared.filter((id) => id.startsWith('C-'));
    const [invoice = ''] = ids.shared.filter((id) => /^MINAMATA-2025/.test(id));
    const [draft = ''] = ids.ofMinamata.filter((id) => ids.ofMinamata.indexOf(id) === 3);
    for (const [path, theirs, nobodys] of [
      ['/agreements/', 'CRA-2025-001', 'CRA-2099-001'],
      ['/charges/', charge, 'C-99999'],
      ['/invoices/', invoice, 'MINAMATA-2025-9999'],
      ['/invoices/', draft, '00000000-0000-7000-8000-000000000000'],
      ['/invoices/zip?numbers=', invoice, 'MINAMATA-2025-9999'],
    ] as const) {
      const [found, none] = [
        await send('OZONE.finance', 'GET', `/api/v1${path}${theirs}`),
        await send('OZONE.finance', 'GET', `/api/v1${path}${nobodys}`),
      ];
      const shape = (answer: typeof found, id: string): string =>
        JSON.stringify({ ...answer.json<object>(), requestId: '', instance: '' }).replaceAll(id, 'ID');
      expect([found.statusCode, shape(found, theirs)]).toEqual([404, shape(none, nobodys)]);
    }
  });
});

describe('an Idempotency-Key of somebody else', () => {
  it('is another key: it neither replays an answer nor is in the way', async () => {
    const key = randomUUID();
    const body = { biennium: '2024-2025', with: 'MINAMATA', asAt: '2025-12-31' };
    const first = await send('BRS.finance', 'POST', '/api/v1/netting-statements', body, key);
    expect(first.statusCode).toBe(201);
    const again = await send('BRS.finance', 'POST', '/api/v1/netting-statements', body, key);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await send('OZONE.finance', 'POST', '/api/v1/netting-statements', body, key);
    expect(other.headers['idempotency-replayed']).toBeUndefined();
    expect(other.body).not.toContain(first.json<{ number: string }>().number);
  });
});

// A crawl that finds nothing proves nothing unless it finds what is open.
describe('mutants', () => {
  const mutants: [string, string, () => Promise<Finding[]>][] = [
    [
      'alter table invoicing.invoice disable row level security',
      'alter table invoicing.invoice enable row level security',
      () => crawl('BRS.finance', ids.ofMinamata.slice(3, 4), ids.ofMinamata),
    ],
    [
      'alter policy tenant_sees on budget.budget_line using (true)',
      `alter policy tenant_sees on budget.budget_line using ((select current_setting('app.tenant', true)) = 'recoup' or exists (
         select from budget.trust_fund as whole where whole.code = budget_line.fund offset 0))`,
      async () => {
        const seen = await lists('MINAMATA.finance');
        return ids.ofBrs.filter((id) => seen.includes(id)).map((id) => ({ request: 'lists', id, found: id }));
      },
    ],
    [
      'alter policy tenant_sees on agreements.agreement using (true)',
      `alter policy tenant_sees on agreements.agreement using ((select current_setting('app.tenant', true)) = 'recoup'
         or provider = (select current_setting('app.tenant', true)) or client = (select current_setting('app.tenant', true)))`,
      () => crawl('OZONE.finance', ['CRA-2025-001'], ids.shared),
    ],
  ];

  it.each(mutants)('%s', async (open, close, look) => {
    await office.owner.query(open);
    try {
      expect((await look()).length).toBeGreaterThan(0);
    } finally {
      await office.owner.query(close);
    }
  });
});
