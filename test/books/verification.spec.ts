import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksAgainst, guards, PeriodClosingService, type Verification, VerificationService } from '#audit';
import { readScenario, ReplayService } from '#books';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { IdentityService } from '#identity';
import { today } from '#kernel';
import { PeriodCode } from '#ledger';
import { type Database, inSnapshot, inTransaction, takeServerLock, type Tx } from '#platform';
import { checkpointText, createKeyFile, noteText, registerWitness, signedBy, signRestoreEvent } from '#sealing';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { type Log, openedLog, wallClock } from '../support/sealed.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(120_000); // the sample biennium, and every check over it once for each canary

const checks = checksAgainst([]);

/** Thrown to take a tampering back. */
class TakenBack extends Error {
  constructor(readonly verification: Verification) {
    super('taken back');
  }
}

describe('the verification of the sample biennium', () => {
  let books: FreshBooks;
  let log: Log;
  let superuser: Database;
  beforeAll(async () => {
    books = await freshBooks();
    const sample = readScenario(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8'));
    await books.get(ReplayService).run(sample, books.clock, () => undefined);
    log = await openedLog(books);
    await witnessed();
    await proposed('2024-01');
    await log.sealAll();
    await restored();
    superuser = await sessionAs('none', books.url);
  });
  afterAll(async () => {
    await superuser.destroy();
    await log.close();
    await books.close();
  });

  /** The other side has a key here, a month is about to be closed, and somebody has answered for a restore. */
  async function witnessed(): Promise<void> {
    const key = createKeyFile(join(log.folder, 'witness.key'), 'BRS/witness', 4);
    const by = { person: 'BRS.approving', secretariat: 'BRS' };
    await inTransaction(books.db, (tx) => registerWitness(tx, { key, secretariat: 'BRS' }, by, wallClock));
  }

  async function proposed(month: string): Promise<void> {
    await inTransaction(books.db, async (tx) => {
      const officer = await books.get(IdentityService).officer(tx, 'BRS.finance', today(books.clock));
      await books
        .get(PeriodClosingService)
        .propose(tx, { code: PeriodCode.of(month), seen: null }, officer, books.clock);
    });
  }

  async function restored(): Promise<void> {
    const text = checkpointText({ origin: log.key.name, size: 99_999, root: new Uint8Array(32) });
    const note = noteText({ text, signatures: [signedBy(log.key, text)] });
    const of = (secretariat: string) => ({ person: `${secretariat}.approving`, secretariat });
    const by = [of('BRS'), of('MINAMATA')] as const;
    const answer = { note, reason: 'as a canary for its check', key: log.key };
    await inTransaction(log.sealer, (tx) => signRestoreEvent(tx, answer, by, wallClock));
  }

  it('finds nothing wrong, in a picture that nobody can write in', async () => {
    const seen: string[] = [];
    const verified = await inSnapshot(books.db, (tx) =>
      books.get(VerificationService).verify(tx, (done, all) => seen.push(`${done} of ${all}`)),
    );
    expect(verified.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(verified).toMatchObject({ ok: true, firstWrong: null });
    expect(seen.at(-1)).toBe(`${checks.length} of ${checks.length}`);
  });

  it('has every charge sealed by its act, and none by a leaf of its own', async () => {
    const [counted] = await books.db.query<{ charges: string; versions: string }[]>(
      `select (select count(*) from charging.charge) as charges,
         (select count(*) from sealing.value_version where kind = 'charge') as versions`,
    );
    expect(Number(counted?.charges)).toBeGreaterThan(10);
    expect(counted?.versions).toBe('0');
  });

  it('has each check once, with a sentence', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { sentence } of checks) expect(sentence).toMatch(/^[A-Z].{20,}[^.]$/);
  });

  it('expects each guard that a migrated database has', async () => {
    const found = await superuser.query<{ table: string; names: string[] }[]>(
      `select nspname || '.' || relname as table, json_agg(tgname order by tgname) as names from pg_trigger
       join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
       where not tgisinternal group by 1`,
    );
    expect(Object.fromEntries(found.map(({ table, names }) => [table, names]))).toEqual(guards);
  });

  /** What the verification says of books that a superuser has changed with every trigger off; then it is taken back. */
  async function tampered(statements: readonly string[]): Promise<Verification> {
    const verification = new VerificationService();
    try {
      await superuser.transaction(async (tx: Tx) => {
        await tx.query('set local session_replication_role = replica');
        for (const statement of statements) {
          const [, changed] = await tx.query<[unknown, number]>(statement);
          if (changed === 0) throw new Error(`Nothing was tampered with by: ${statement}`);
        }
        await tx.query('set local session_replication_role = origin');
        throw new TakenBack(await verification.verify(tx));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.verification;
      throw error;
    }
    throw new Error('A tampering is always taken back.');
  }

  const first = (table: string, order: string, where = 'true'): string =>
    `(select ${order} from ${table} where ${where} order by ${order} limit 1)`;
  const anyCharge = first('charging.charge', 'id', `id = 'A1-01'`);
  const anEvent = (id: string): string => `
    with said as (select body::jsonb as body from platform.audit_event where action = 'CHARGES_RECORDED' limit 1)
    insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, request_id, after, body)
    select '${id}', (body ->> 'at')::timestamptz, 'x', 'x', 'CHARGES_RECORDED', 'charge', array['NO-CHARGE'], null, null,
      json_build_object('id', '${id}', 'at', body ->> 'at', 'person', 'x', 'secretariat', 'x', 'action', 'CHARGES_RECORDED', 'kind', 'charge',
        'objects', array['NO-CHARGE'], 'requestId', null, 'reason', null, 'before', null, 'after', null)::text from said`;

  // What one change breaks, it may break in the eyes of several checks: all of them are named, and the kind of the first.
  it.each<[string, readonly string[], readonly string[], string]>([
    [
      'a posting of another amount',
      [
        `update ledger.posting set amount_usd = amount_usd + 0.01 where account = 'PAYABLE' and amount_usd < 0 and entry_id = ${first('ledger.posting', 'entry_id', `account = 'PAYABLE' and amount_usd < 0`)}`,
      ],
      ['I1', 'TOTALS', 'I17a'],
      'journal entry',
    ],
    [
      'a posting that is gone, with its opposite',
      [`delete from ledger.posting where entry_id = 1 and fund = ${first('ledger.posting', 'fund', 'entry_id = 1')}`],
      ['I2', 'I4', 'TOTALS', 'POSTED', 'I5', 'I17a'],
      'journal entry',
    ],
    [
      'a trigger that is switched off',
      [`alter table ledger.posting disable trigger posting_is_kept`],
      ['I3'],
      'trigger',
    ],
    ['a trigger that is missing', [`drop trigger paper_is_kept on invoicing.paper`], ['I3'], 'trigger'],
    [
      'a guard of closing that is missing',
      ['drop trigger period_act_after_its_entries on ledger.period_act'],
      ['I3'],
      'trigger',
    ],
    [
      'an entry in one book alone',
      [`delete from ledger.posting where entry_id = 2`, `delete from ledger.journal_entry where id = 2`],
      ['I4', 'TOTALS', 'POSTED', 'I17'],
      'pair of journal entries',
    ],
    [
      'a total of another amount',
      [`update ledger.movement_total set amount_usd = amount_usd + 1 where account = 'RECEIVABLE'`],
      ['TOTALS'],
      'movement total',
    ],
    [
      'a budget line that counts less',
      [`update budget.budget_line set charged_usd = charged_usd - 1 where code = 'BC-1-COP17'`],
      ['I5'],
      'budget line',
    ],
    [
      'an agreement that counts less',
      [`update agreements.agreement set charged_usd = 0 where number = 'CRA-2025-001'`],
      ['I5'],
      'agreement',
    ],
    [
      'a fund that counts less',
      [`update budget.trust_fund set cash_limit_usd = 99999, cash_charged_usd = 1 where code = 'BC'`],
      ['I5', 'I21'],
      'trust fund',
    ],
    [
      'a charge on a second live invoice',
      [
        `insert into invoicing.invoice (id, type, agreement, provider, client, biennium, state, line_count, total_usd, prepared_by, prepared_at)
         select '00000000-0000-7000-8000-000000000001', type, agreement, provider, client, biennium, 'DRAFT', 1, line.amount_usd, prepared_by, prepared_at
         from invoicing.invoice join invoicing.invoice_line as line on line.invoice = invoice.id where line.charge = 'A1-01' and bills`,
        `insert into invoicing.invoice_line select '00000000-0000-7000-8000-000000000001', 1, charge, false, quantity, amount_usd
         from invoicing.invoice_line where charge = 'A1-01' and bills`,
      ],
      ['I6', 'I18'],
      'charge',
    ],
    [
      'a charge that was credited and says it was not',
      [`update charging.charge set credited_usd = 0 where id = 'A1-03'`],
      ['I7'],
      'charge',
    ],
    [
      'a share given back that nobody gave',
      [`update charging.charge_allocation set credited_usd = credited_usd + 1 where charge = 'A1-03' and fund = 'BC'`],
      ['I7'],
      'share of a charge',
    ],
    [
      'a hole in the numbers',
      [
        `update invoicing.number_series set last_number = last_number + 1 where provider = 'BRS' and type = 'INVOICE' and year = 2025`,
      ],
      ['I8'],
      'number series',
    ],
    [
      'an item in the columns of an entry, in both books and in the totals',
      [
        `update ledger.posting set item = 'OTHER' where item = 'DOC-CTL'`,
        `update ledger.movement_total set item = 'OTHER' where item = 'DOC-CTL'`,
      ],
      ['I17a'],
      'journal entry',
    ],
    [
      'a key that is registered as another',
      [`update sealing.key_event set public_key = sha256('other')`],
      ['I17', 'I17a'],
      'seal: leaf unsigned', // by a key that is known
    ],
    [
      'a witness of the other side',
      [`update sealing.key_event set secretariat = 'MINAMATA' where purpose = 'WITNESS'`],
      ['I17a'],
      'key',
    ],
    [
      'a paper of another subject, in a column that is no more composed by the database',
      [
        'alter table invoicing.paper alter column body drop expression',
        `update invoicing.paper set subject = 'other' where number = 'BRS-2025-0001'`,
      ],
      ['I17a'],
      'paper',
    ],
    [
      'a restore for which nobody has answered so',
      [`update sealing.restore_event set lost_root = sha256('other')`],
      ['I17a'],
      'restore',
    ],
    [
      'a restore for which one side alone has answered',
      [`update sealing.restore_event set second_by = signed_by, second_for = signed_for`],
      ['I13b', 'I17a'],
      'restore',
    ],
    [
      'an act on a period that was somebody else’s',
      [`update ledger.period_act set person = 'BRS.nobody'`],
      ['I17a'],
      'act on a period',
    ],
    ['a guard of the leaves that is missing', ['drop trigger leaf_is_kept on sealing.leaf'], ['I3'], 'trigger'],
    ['a paper that is gone', [`delete from invoicing.paper where number = 'BRS-2025-0001'`], ['I8', 'I17'], 'document'],
    [
      'a conversion with an older rate',
      [
        `update charging.charge set units_per_usd = 0.817, rate_effective_on = '2025-04-15', amount_usd = round(original_amount / 0.817, 2)
         where id = 'A1-05'`,
      ],
      ['I6', 'I10', 'I11', 'I21'],
      'charge',
    ],
    [
      'a rate that was published otherwise',
      [
        `update rates.operational_rate set units_per_usd = 0.825 where currency = 'CHF' and effective_on = '2025-05-01'`,
      ],
      ['I10', 'I21'],
      'charge',
    ],
    [
      'a component of a trip',
      [
        `update charging.charge set trip = jsonb_set(jsonb_set(trip, '{components,0,1}', to_jsonb(((trip #>> '{components,0,1}')::numeric + 1)::text)),
           '{components,1,1}', to_jsonb(((trip #>> '{components,1,1}')::numeric - 1)::text)) where id = 'T-02'`,
      ],
      ['I10a', 'I21'],
      'trip',
    ],
    [
      'a night that was paid twice',
      [`delete from charging.traveller_night where charge = 'T-01' and night = '2025-11-03'`],
      ['I10a'],
      'trip',
    ],
    [
      'who travels, by name',
      [`update charging.charge set traveller = 'Diop' where id = 'T-01'`],
      ['P1', 'I21'],
      'charge',
    ],
    [
      'a name that went without an act',
      [
        `update travellers.traveller set name = null, lookup = null, wrapped_key = null
         where reference = (select traveller from charging.charge where id = 'T-01')`,
      ],
      ['P1'],
      'traveller',
    ],
    [
      'a name that a hand has erased',
      [
        `update travellers.traveller set name = null, lookup = null, wrapped_key = null, erased_at = now()
         where reference = (select traveller from charging.charge where id = 'T-02')`,
      ],
      ['P1'],
      'traveller',
    ],
    [
      'a name that was left in the open',
      [`insert into travellers.waiting select reference, 'Diop' from travellers.traveller limit 1`],
      ['P1'],
      'traveller',
    ],
    [
      'a cent from one fund to another',
      [
        `update charging.charge_allocation set amount_usd = amount_usd + case fund when 'BC' then -0.01 else 0.01 end
         where charge = 'A1-01' and fund in ('BC', 'SC')`,
      ],
      ['POSTED', 'I11', 'I21'],
      'posting',
    ],
    [
      'a credit that one fund alone gets back',
      [
        `update invoicing.credit_allocation set amount_usd = amount_usd + case fund when 'BC' then -5 else 5 end
         where fund in ('BC', 'RO') and side = 'CLIENT'`,
      ],
      ['POSTED', 'I7', 'I11'],
      'posting',
    ],
    [
      'support cost twice',
      [
        `update rates.rate_card_entry set includes_indirect_cost = true where item = 'DOC-CTL' and provider = 'MINAMATA'`,
      ],
      ['I12', 'I21'],
      'charge',
    ],
    [
      'one person as recorder and certifying officer',
      [
        'alter table charging.charge drop constraint charge_segregated',
        `update charging.charge set certified_by = recorded_by where id = 'A1-01'`,
      ],
      ['I13', 'I13c', 'I13d', 'I3', 'I18'],
      'charge',
    ],
    [
      'words that nobody approved',
      [`update invoicing.invoice set issued_sha256 = sha256('other') where number = 'BRS-2025-0001'`],
      ['I14'],
      'document',
    ],
    [
      'a document of another total',
      [`update invoicing.invoice set total_usd = total_usd + 1 where number = 'BRS-2025-0001'`],
      ['I14', 'PAPERS', 'I17b'],
      'document',
    ],
    [
      'a charge in a state of its own',
      [`update charging.charge set state = 'SETTLED' where id = ${anyCharge}`],
      ['I16'],
      'charge',
    ],
    [
      'an agreement with one signature',
      [`delete from agreements.signature where agreement = 'CRA-2025-001' and side = 'CLIENT'`],
      ['I16', 'I21'],
      'agreement',
    ],
    [
      'a step that is not in the list',
      [
        `update platform.audit_event set before = '{"state":"CLOSED"}', body = jsonb_set(body::jsonb, '{before,state}', '"CLOSED"')::text
         where action = 'AGREEMENT_SIGNED' and before ->> 'state' = 'DRAFT' and object_ids = array['CRA-2025-001']`,
      ],
      ['I16', 'I17'],
      'audit event',
    ],
    [
      'an act that is gone',
      [`delete from platform.audit_event where action = 'CHARGES_CERTIFIED' and object_ids @> array['A1-01']`],
      ['I18', 'I17'],
      'charge',
    ],
    [
      'an act of somebody else',
      [`update platform.audit_event set person = 'BRS.nobody' where action = 'INVOICE_ISSUED'`],
      ['I18'],
      'audit event',
    ],
    [
      'an act in words that are none',
      [`update platform.audit_event set body = '{' where action = 'INVOICE_ISSUED'`],
      ['I18', 'I17'],
      'check',
    ],
    ['an act on nothing', [anEvent('00000000-0000-7000-8000-000000000002')], ['I18', 'I17'], 'audit event'],
    [
      'rows that their owner sees whoever asks',
      ['alter table ledger.posting no force row level security'],
      ['I20'],
      'table',
    ],
    [
      'rows that are open to every secretariat',
      ['alter table budget.budget_line disable row level security'],
      ['I20'],
      'table',
    ],
    [
      'a policy that lets everybody in',
      ['create policy open on charging.charge for select to recoup_app using (true)'],
      ['I20'],
      'policy',
    ],
    [
      'a posting in the other book',
      [`update ledger.posting set book = 'MINAMATA' where book = 'BRS' and entry_id = 1`],
      ['I20'],
      'posting',
    ],
    [
      'a charge of another client than its agreement’s',
      [`update charging.charge set client = 'MINAMATA', provider = 'BRS' where id = 'A1-01'`],
      ['I13c', 'I20', 'I21'],
      'charge',
    ],
    [
      'a split key of the other side',
      [`update budget.split_key set secretariat = 'MINAMATA' where secretariat = 'BRS'`],
      ['I20', 'I21'],
      'split key',
    ],
    [
      'a meeting that never ends',
      [
        'alter table agreements.meeting drop constraint meeting_within_range',
        `update agreements.meeting set ends_on = 'infinity' where code = 'BRS-COPS-2025'`,
      ],
      ['I19', 'I3', 'I21'],
      'row of agreements.meeting',
    ],
    [
      'an allotment above every amount',
      [
        'alter table budget.budget_line drop constraint budget_line_within_range',
        `update budget.budget_line set allotment_usd = 10000000000000.01 where code = 'BC-1-COP17'`,
      ],
      ['I19', 'I3', 'I21'],
      'row of budget.budget_line',
    ],
    [
      'a column that loses cents',
      ['alter table charging.charge add column paid_usd double precision'],
      ['I19'],
      'column',
    ],
    [
      'a paper with another byte',
      [
        `alter table invoicing.paper drop constraint paper_pdf_matches_its_hash`,
        `update invoicing.paper set pdf = pdf || 'x' where number = 'BRS-2025-0001'`,
      ],
      ['I3', 'PAPERS'],
      'constraint',
    ],
    [
      'a paper with other words and their hash',
      [
        `update invoicing.paper set content = replace(content, 'Geneva', 'Nairobi'), content_sha256 = sha256(convert_to(replace(content, 'Geneva', 'Nairobi'), 'UTF8'))
         where number = 'BRS-2025-0001'`,
      ],
      ['PAPERS', 'I17'],
      'paper',
    ],
  ])('names %s', async (_, statements, ids, kind) => {
    const { ok, checks: results, firstWrong } = await tampered(statements);
    expect(results.filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(ids);
    expect({ ok, check: firstWrong?.check, kind: firstWrong?.kind }).toEqual({ ok: false, check: ids[0], kind });
    expect(firstWrong?.object).not.toBe('');
  });

  const sealedEntry = `(select record::bigint from sealing.leaf where kind = 'journal-entry' and position > 20 order by position limit 1)`;
  const itsLeaf = `(select position from sealing.leaf where kind = 'journal-entry' and position > 20 order by position limit 1)`;

  it.each<[string, string, string]>([
    [
      'an entry in other words',
      `update ledger.journal_entry set body = replace(body, '"book"', '"Book"') where id = ${sealedEntry}`,
      'seal: body altered',
    ],
    [
      'a leaf of something else',
      `update sealing.leaf set leaf_hash = sha256('other') where position = ${itsLeaf}`,
      'seal: leaf altered',
    ],
    ['a leaf that is gone', `delete from sealing.leaf where position = ${itsLeaf}`, 'seal: leaf missing'],
  ])('names %s by its leaf', async (_, statement, kind) => {
    const [row] = await books.db.query<{ position: string }[]>(`select ${itsLeaf} as position`);
    const { ok, firstWrong } = await tampered([statement]);
    expect({ ok, firstWrong }).toMatchObject({
      ok: false,
      firstWrong: { check: 'I17', kind, object: `leaf ${row?.position ?? ''}` },
    });
  });

  it('holds books against a checkpoint that was kept outside them', async () => {
    const verify = (notes: string[]): Promise<Verification> =>
      inSnapshot(books.db, (tx) => new VerificationService().verify(tx, undefined, notes));
    const [newest] = await books.db.query<{ note: string }[]>(
      'select note from sealing.checkpoint order by size desc limit 1',
    );
    const note = newest?.note ?? '';
    expect(await verify([note])).toMatchObject({ ok: true });
    expect(await verify([note.replace(/\n(\d+)\n/, '\n99999\n')])).toMatchObject({
      firstWrong: { check: 'I17', kind: 'seal: held checkpoint', object: 'of no single leaf' },
    });
  });

  it('takes a rate that one officer added before anybody had loaded one', async () => {
    const { checks: results } = await tampered([
      'set local session_replication_role = origin',
      'alter table rates.operational_rate disable trigger operational_rate_loaded_by_two',
      `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
       values (gen_random_uuid(), now(), 'BRS.finance', 'BRS', 'OPERATIONAL_RATES_ADDED', 'operational-rate', '{NOK 2025-06-01}', '{}')`,
      `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('NOK', '2025-06-01', 10.5)`,
    ]);
    expect(results.find(({ id }) => id === 'I13b')).toMatchObject({ holds: true });
  });

  it('takes what waits for its seal as overdue only while a server runs, which seals', async () => {
    const waits = [
      `insert into sealing.queue (kind, record, leaf_hash, queued_at) values ('paper', 'X', sha256(''), now() - interval '2 minutes')`,
    ];
    expect(await tampered(waits)).toMatchObject({ ok: true });
    const release = await takeServerLock(books.db, () => undefined);
    expect(await tampered(waits)).toMatchObject({
      ok: false,
      firstWrong: { check: 'I17', kind: 'seal: queue old', object: 'of no single leaf' },
    });
    await release();
  });

  it('has a canary for every check', () => {
    const specs = ['verification', 'verification-canaries', 'corrections', 'sealed-values'].map(
      (name) => `test/books/${name}.spec.ts`,
    );
    specs.push('test/api/evidence.spec.ts');
    const source = specs.map((path) => readFileSync(path, 'utf8')).join('\n');
    expect(checks.map(({ id }) => id).filter((id) => !source.includes(`'${id}'`))).toEqual([]);
  });
});
