import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { programTenant, recordEvent, roles, type Tx } from '#platform';
import type { DataSource } from 'typeorm';
import { differences, expectedRights, readDatabase } from '../../libs/platform/src/roles/index.ts';
import { rights } from '../../migrations/index.ts';
import { tenancy } from '../../migrations/tenancy.ts';
import { anActInSql } from '../support/an-act.ts';
import type { Office } from '../support/office.ts';
import { afterwards, sessionAs, tried } from '../support/sessions.ts';
import { apart, filledElsewhere, forTenant, names, ofClass, rowsFor } from '../support/tenants.ts';
import { threeSides } from '../support/three-sides.ts';

jest.setTimeout(180_000); // a database of its own, in which everything happens once

let office: Office;
let server: DataSource; // the pool of the server, on one connection: what one request leaves, the next would find
beforeAll(async () => {
  office = await threeSides();
  server = await sessionAs(roles.app, office.books.url, '');
});
afterAll(async () => {
  await server.destroy();
  await office.close();
});

const as = <T>(tenant: string | null, work: (tx: Tx) => Promise<T>): Promise<T> => forTenant(server, tenant, work);
const rowsOf = (tenant: string | null, tables: readonly string[]): Promise<Record<string, string[]>> =>
  rowsFor(server, tenant, tables);

const none = (tables: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(tables.map((name) => [name, []]));

describe('each table of the books', () => {
  const found = (...statements: string[]): Promise<string[]> =>
    afterwards(office.owner, statements, async (runner) => {
      const rows = (await runner.query(
        `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by 1`,
      )) as { name: string }[];
      return rows.map(({ name }) => name);
    });

  it('has its class, and a new one without is named here', async () => {
    expect(await found()).toEqual([...names].sort());
    const withOneMore = await found('create table ledger.forgotten (id bigint)');
    expect(withOneMore.filter((name) => !names.includes(name))).toEqual(['ledger.forgotten']);
  });

  it('of a class that a secretariat may see some rows of is under row security, forced upon its owner too', async () => {
    const flags = await office.owner.query<{ name: string; enabled: boolean; forced: boolean }[]>(
      `select oid::regclass::text as name, relrowsecurity as enabled, relforcerowsecurity as forced
       from pg_class where oid = any($1::text[]::regclass[]) order by 1`,
      [apart],
    );
    expect(flags).toEqual([...apart].sort().map((name) => ({ name, enabled: true, forced: true })));
  });

  it('of no secretariat names none in a column', async () => {
    const columns = await office.owner.query<{ name: string }[]>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
       where column_name in ('book', 'provider', 'client', 'secretariat', 'issuer', 'payer', 'payee', 'tenant')
         and table_schema || '.' || table_name = any($1)`,
      [names.filter((name) => ['PLATFORM', 'PROOF'].includes(tenancy[name]?.class ?? ''))],
    );
    expect(columns).toEqual([
      { name: 'sealing.key_event.secretariat' }, // whose witness signs is public
      { name: 'identity.invitation.secretariat' }, // whose first administrator a link lets in, before there is anybody to read it
      { name: 'identity.issuer_subject.issuer' }, // an identity provider, and no secretariat
      { name: 'identity.issuer_sign_out.issuer' },
    ]);
  });

  it('that is a view runs as whoever asks, or says itself who sees what', async () => {
    const views = await office.owner.query<{ name: string; invoker: boolean }[]>(
      `select oid::regclass::text as name, coalesce(reloptions @> array['security_invoker=true'], false) as invoker
       from pg_class where oid = any($1::text[]::regclass[]) order by 1`,
      [names.filter((name) => ['FACE', 'AS_ASKED'].includes(tenancy[name]?.class ?? ''))],
    );
    expect(views.length).toBeGreaterThan(3);
    expect(views).toEqual(views.map(({ name }) => ({ name, invoker: tenancy[name]?.class === 'AS_ASKED' })));
  });

  it('has a row here, or this proves nothing', async () => {
    const all = await rowsOf(programTenant, apart);
    const empty = apart.filter((name) => all[name]?.length === 0);
    expect(empty).toEqual(filledElsewhere);
  });
});

describe('a transaction', () => {
  it.each([null, '', 'NOBODY'])('for %p sees no row of any secretariat', async (tenant) => {
    const tables = tenant === 'NOBODY' ? apart.filter((name) => tenancy[name]?.class !== 'COMMON') : apart;
    const seen = await rowsOf(tenant, tables);
    if (tenant === 'NOBODY') delete seen['platform.audit_event']; // what the program did, see below
    expect(seen).toEqual(none(Object.keys(seen)));
  });

  it('of the pool leaves nothing to the next one on its connection', async () => {
    const [first] = await as('BRS', (tx) =>
      tx.query<{ pid: number; seen: string }[]>('select pg_backend_pid() as pid, count(*) as seen from ledger.posting'),
    );
    expect(Number(first?.seen)).toBeGreaterThan(0);
    await as('MINAMATA', () => Promise.reject(new Error('rolled back'))).catch(() => undefined);
    const [second] = await as(null, (tx) =>
      tx.query<{ pid: number; seen: string }[]>('select pg_backend_pid() as pid, count(*) as seen from ledger.posting'),
    );
    expect(second).toEqual({ pid: first?.pid, seen: '0' });
    // And outside of one.
    expect(await server.query('select count(*) as seen from charging.charge')).toEqual([{ seen: '0' }]);
  });

  it('for the sealer, the auditor and the owner goes by its role: they name no tenant', async () => {
    const auditor = await sessionAs(roles.auditor, office.books.url, '');
    const owner = await sessionAs(roles.owner, office.books.url, '');
    const count = 'select count(*) > 0 as some from ledger.posting';
    expect(await auditor.query(count)).toEqual([{ some: true }]);
    expect(await owner.query(count)).toEqual([{ some: true }]);
    // The owner sees by its policy and not by owning: without it there is nothing, for the security is forced.
    expect(
      await afterwards(owner, ['drop policy owner_keeps on ledger.posting'], (runner) => runner.query(count)),
    ).toEqual([{ some: false }]);
    await Promise.all([auditor.destroy(), owner.destroy()]);
  });
});

describe('internal data', () => {
  const tables = ofClass('INTERNAL');

  it('is one secretariat’s row by row, and no other’s', async () => {
    const [all, ...sides] = await Promise.all(
      [programTenant, 'BRS', 'MINAMATA', 'OZONE'].map((side) => rowsOf(side, tables)),
    );
    const program = await as(programTenant, (tx) =>
      tx.query<{ row: string }[]>(`select ctid::text as row from platform.audit_event where secretariat = 'recoup'`),
    );
    const mandates = await as(programTenant, (tx) =>
      tx.query<{ row: string }[]>(`select ctid::text as row from identity.designation where mandate = 'MINAMATA'`),
    );
    const versions = await as(programTenant, (tx) =>
      tx.query<{ row: string }[]>(
        `select ctid::text as row from sealing.value_version where side is null or other_side is not null`,
      ),
    );
    const ofSeveral: Record<string, Set<string>> = {
      'platform.audit_event': new Set(program.map(({ row }) => row)), // of all
      'identity.designation': new Set(mandates.map(({ row }) => row)), // of the side, too, whose books it opens
      'sealing.value_version': new Set(versions.map(({ row }) => row)), // of both parties, or of everybody
    };
    expect(
      (sides[1]?.['identity.designation'] ?? []).filter((row) => ofSeveral['identity.designation']?.has(row)),
    ).toHaveLength(1);
    for (const name of tables) {
      const rows = sides.map((side) => (side[name] ?? []).filter((row) => ofSeveral[name]?.has(row) !== true));
      const total = (all?.[name]?.length ?? 0) - (ofSeveral[name]?.size ?? 0);
      expect([name, rows.flat().length, new Set(rows.flat()).size]).toEqual([name, total, total]);
    }
  });

  it('is there on both sides that have some', async () => {
    const [brs, minamata] = await Promise.all(['BRS', 'MINAMATA'].map((side) => rowsOf(side, tables)));
    const oneSided = tables.filter((name) => brs?.[name]?.length === 0 || minamata?.[name]?.length === 0);
    expect(oneSided).toEqual([
      ...filledElsewhere.filter((name) => tables.includes(name)),
      'budget.split_key', // the key is of the funds of BRS
    ]);
  });
});

describe('shared data', () => {
  const tables = ofClass('SHARED', 'PERSONAL');

  it('is seen by both parties, but a draft, a printed audit and a settlement that waits, which are of one', async () => {
    const [all, brs, minamata] = await Promise.all(
      [programTenant, 'BRS', 'MINAMATA'].map((side) => rowsOf(side, tables)),
    );
    const hidden = (side: Record<string, string[]> | undefined): Record<string, number> =>
      Object.fromEntries(
        tables
          .map((name): [string, number] => [name, (all?.[name]?.length ?? 0) - (side?.[name]?.length ?? 0)])
          .filter(([, count]) => count > 0),
      );
    const waiting = { 'invoicing.settlement_proposal': 1 }; // what the payer has not approved
    expect(hidden(brs)).toEqual({ 'invoicing.invoice': 1, 'invoicing.invoice_line': 1, ...waiting }); // MINAMATA's draft
    expect(hidden(minamata)).toEqual({ 'invoicing.paper': 1, ...waiting }); // the audit that BRS had printed
  });

  it('is seen by no third secretariat', async () => {
    expect(await rowsOf('OZONE', tables)).toEqual(none(tables));
  });
});

describe('the history of a shared document', () => {
  const historyFor = (tenant: string | null): Promise<{ action: string; secretariat: string }[]> =>
    as(tenant, (tx) =>
      tx.query(
        `select distinct act.action, act.secretariat from (
           select number as document from agreements.agreement union select id from charging.charge
           union select id::text from invoicing.invoice union select number from invoicing.paper
           union select unnest(object_ids) from platform.audit_event
         ) as known cross join lateral platform.acts_of_the_other_side(known.document) as act order by 1, 2`,
      ),
    );

  it('has the other side’s acts, and no draft and nothing that was read or taken out', async () => {
    const acts = await historyFor('BRS');
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'AGREEMENT_SIGNED',
        'CHARGES_CERTIFIED',
        'CHARGES_RECORDED',
        'DOCUMENTS_SETTLED',
        'INVOICE_ISSUED',
      ]),
    );
    expect(
      acts.filter(({ action }) => /PREPARED$|PROPOSED$|DISCARDED$|TAKEN_OUT$|REFUSED$|CASH|DISCLOSED/.test(action)),
    ).toEqual([]);
    expect(new Set(acts.map(({ secretariat }) => secretariat))).toEqual(new Set(['MINAMATA']));
  });

  it.each([null, 'OZONE'])('is not there for %p', async (tenant) => {
    const known = await as('BRS', (tx) =>
      tx.query<{ id: string }[]>('select id from charging.charge union select number from agreements.agreement'),
    );
    const seen = await as(tenant, (tx) =>
      tx.query<object[]>(
        'select act.* from unnest($1::text[]) as known cross join lateral platform.acts_of_the_other_side(known) as act',
        [known.map(({ id }) => id)],
      ),
    );
    expect([known.length > 3, seen]).toEqual([true, []]);
  });
});

describe('an act across the sides', () => {
  /** What this statement of this tenant came to; it is taken back. */
  const attempt = (tenant: string, ...statements: string[]): Promise<string> =>
    tried(
      server,
      `select set_config('app.tenant', '${tenant}', true)`,
      anActInSql.replace(`'recoup', 'recoup'`, `'${tenant}.finance', '${tenant}'`),
      ...statements,
      'set constraints all immediate',
    );

  it.each([
    [
      'a row of the other side is not there to be moved',
      'MINAMATA',
      `update budget.budget_line set charged_usd = 0 where fund = 'BC'`,
      'done',
    ],
    ['a charge comes from its provider', 'BRS', chargeCopied, /^42501 .*row-level security policy for table "charge"/],
    ['an entry between two others is nobody else’s to post', 'OZONE', entryCopied, /^42501 .*"journal_entry"/],
    ['an act is of the own side', 'BRS', anActInSql.replaceAll(`'recoup'`, `'MINAMATA'`), /^42501 .*"audit_event"/],
    [
      'a number is of the own series',
      'BRS',
      `insert into invoicing.number_series values ('MINAMATA', 'AUDIT', 2031, 1)`,
      /^42501 .*"number_series"/,
    ],
    [
      'the other side’s lines are not drawn on',
      'MINAMATA',
      `select budget.charge_lines(array(select 'BC-CRA-2025-001'), array[1.00])`,
      /^23001 .*given back to, and never drawn on/,
    ],
    [
      'the other side’s cash is not drawn on',
      'MINAMATA',
      `select budget.draw_cash('[{"fund":"BC","amount":1}]')`,
      /^23001 .*given back to, and never drawn on/,
    ],
    [
      'nothing is given back where there is no agreement',
      'OZONE',
      `select budget.charge_lines(array(select 'BC-CRA-2025-001'), array[-1.00])`,
      /^23001 .*given back to/,
    ],
    [
      'what is credited is given back',
      'MINAMATA',
      `select budget.charge_lines(array(select 'BC-CRA-2025-001'), array[-1.00])`,
      'done',
    ],
  ])('%s', async (_, tenant, statement, outcome) => {
    const sql = typeof statement === 'function' ? statement() : statement;
    expect(await attempt(tenant, sql)).toEqual(typeof outcome === 'string' ? outcome : expect.stringMatching(outcome));
  });

  it('moved nothing that it did not see', async () => {
    const moved = await as('MINAMATA', async (tx) => {
      await recordEvent(tx, tampering, { person: 'MINAMATA.finance', secretariat: 'MINAMATA' }, new Date());
      return tx.query<[unknown, number]>(`update budget.budget_line set charged_usd = 0 where fund = 'BC'`);
    });
    expect(moved[1]).toBe(0);
  });

  it('puts no posting into another book than that of its entry', async () => {
    const insert = `with given as (
        insert into ledger.journal_entry (id, pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, post_close_no, posted_by, posted_at, body)
        values (900001, gen_random_uuid(), 'BRS', 'MINAMATA', 'CHARGE_CERTIFIED', 'X', '2025-12-30', '2024-2025', 2, 0, 'BRS.certifying', now(), '{}'))
      insert into ledger.posting (entry_id, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
      values (900001, 'BRS', 1, 'EXPENDITURE', 'BC', '', 'CRA-2025-001', 'DOC-CTL', '2025-12-01', 1),
        (900001, 'MINAMATA', 2, 'PAYABLE_UNBILLED', 'BC', '', 'CRA-2025-001', 'DOC-CTL', '2025-12-01', -1)`;
    expect(await attempt('BRS', insert)).toMatch(/^23514 .*has a posting in another book/);
  });
});

const tampering = { action: 'ARRANGED_BY_A_TEST', kind: 'test', objects: ['test'] };

/** A charge like another, by its client. */
function chargeCopied(): string {
  return `insert into charging.charge (id, agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium,
      unit_rate, unit_rate_currency, unit_rate_valid_from, amount_usd, state, recorded_by, recorded_at)
    select 'COPIED', agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium,
      unit_rate, unit_rate_currency, unit_rate_valid_from, amount_usd, 'RECORDED', 'BRS.finance', now()
    from charging.charge where id = 'C-00001'`;
}

function entryCopied(): string {
  return `insert into ledger.journal_entry (id, pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, post_close_no, posted_by, posted_at, body)
    values (900002, gen_random_uuid(), 'BRS', 'MINAMATA', 'SETTLED', 'X', '2025-12-30', '2024-2025', 2, 0, 'OZONE.finance', now(), '{}')`;
}

describe('what looks across', () => {
  const answers = <T>(tenant: string, sql: string): Promise<T[]> => as(tenant, (tx) => tx.query<T[]>(sql));

  it('shows of the other side’s book what charges and papers say: no budget line, and no other account', async () => {
    const accounts = `select distinct book, account, budget_line <> '' as with_line from ledger.shared_movement_view order by 1, 2`;
    const ofBrs = (await answers<{ book: string; account: string; with_line: boolean }>('MINAMATA', accounts)).filter(
      ({ book }) => book === 'BRS',
    );
    expect(new Set(ofBrs.map(({ account }) => account))).toEqual(
      new Set([
        ...['EXPENDITURE', 'RECOVERY_INCOME'],
        ...['PAYABLE', 'PAYABLE_UNBILLED', 'RECEIVABLE', 'RECEIVABLE_UNBILLED'], // what is between the two
      ]),
    );
    expect(ofBrs.filter(({ with_line }) => with_line)).toEqual([]);
    expect(await answers('OZONE', accounts)).toEqual([]);
  });

  it('gives names and funds as papers print them, to a side there is an agreement with', async () => {
    const names = `select code from identity.printed_names(array['BRS.certifying', 'MINAMATA.finance', 'OZONE.finance']) order by 1`;
    expect(await answers('BRS', names)).toEqual([{ code: 'BRS.certifying' }, { code: 'MINAMATA.finance' }]);
    expect(await answers('OZONE', names)).toEqual([{ code: 'OZONE.finance' }]);
    const funds = 'select code from budget.printed_fund_view order by 1';
    expect((await answers<{ code: string }>('BRS', funds)).map(({ code }) => code)).toEqual([
      'BC',
      'MC-GTF',
      'MC-STF',
      'RO',
      'SC',
    ]);
    expect(await answers('OZONE', funds)).toEqual([{ code: 'OZ-TF' }]);
  });

  it('gives a split key to whoever has an agreement that names it', async () => {
    const keys = `select code from budget.split_keys_in_force(array['COP-EQUAL-THIRDS'], '2025-01-01', '2025-12-31')`;
    expect(await answers('MINAMATA', keys)).toHaveLength(1);
    expect(await answers('OZONE', keys)).toEqual([]);
    expect(await answers('MINAMATA', 'select code from budget.split_key')).toEqual([]);
  });

  it('gives the figures of both books to nobody, once a period is not being closed', async () => {
    expect(await answers('BRS', `select * from ledger.figures_to_sign('2025-05')`)).toEqual([]);
    const [signed] = await answers<{ id: string }>('BRS', `select id from ledger.period_act where act = 'LOCKED'`);
    const statement = `select ledger.signed_statement(${signed?.id ?? ''}) is null as hidden`;
    expect(await answers('BRS', statement)).toEqual([{ hidden: true }]);
    expect(await answers(programTenant, statement)).toEqual([{ hidden: false }]);
    expect(await tried(server, 'select statement from ledger.period_act')).toMatch(/^42501 /);
  });
});

describe('the crawl of the rights', () => {
  const differenceAfter = (...statements: string[]): Promise<ReturnType<typeof differences>> =>
    afterwards(office.owner, statements, async (runner) =>
      differences((await readDatabase(runner)).rights, expectedRights(rights)),
    );

  // Mutants: a database in which one of these was said is not served.
  it.each([
    ['alter table ledger.posting no force row level security', 'ledger.posting keeps tenants apart'],
    ['alter table charging.charge disable row level security', 'charging.charge keeps tenants apart'],
    ['drop policy tenant_sees on budget.budget_line', 'budget.budget_line has the policy tenant_sees'],
  ])('misses what "%s" took away', async (statement, line) => {
    expect((await differenceAfter(statement)).missing).toEqual([line]);
  });

  it('names a policy too many', async () => {
    const { excess } = await differenceAfter('create policy open on ledger.posting for select using (true)');
    expect(excess).toEqual(['ledger.posting has the policy open']);
  });
});
