import { createHash } from 'node:crypto';
import {
  checksAgainst,
  type ExportRecord,
  exportRecords,
  OfflineVerification,
  type Verification,
  VerificationService,
} from '#audit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity } from '#kernel';
import { type Database, inSnapshot, type Tx } from '#platform';
import { OperationalRate, RatesService } from '#rates';
import { cryptography } from '#sealing';
import * as a from '../support/a.ts';
import { Closing } from '../support/closing.ts';
import { Office } from '../support/office.ts';
import { openedLog } from '../support/sealed.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(120_000); // every check once for each canary

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hashing = { ofText: sha256, ofBase64: (text: string) => sha256(Buffer.from(text, 'base64')) };

/** Thrown to take a tampering back. */
class TakenBack extends Error {
  constructor(readonly verification: Verification) {
    super('taken back');
  }
}

describe('the verification of books with settlements and closed periods', () => {
  let office: Office;
  let superuser: Database;
  beforeAll(async () => {
    office = await Office.open();
    superuser = await sessionAs('none', office.books.url);
    const { number } = await office.agreement();
    const units = { deliveredOn: a.day('2025-05-09'), quantity: Quantity.of('2') };
    const settled = await office.invoiced(number, units);
    const half = { charge: settled.charge, quantity: Quantity.of('1') };
    const credit = await office.credits({ invoice: settled.number, lines: [half], reason: 'rebate' });
    const { number: creditNote } = await office.issues(credit.id);
    await office.settles({
      documents: [settled.number, creditNote ?? ''],
      method: 'JOURNAL_VOUCHER',
      externalNumber: 'JV-1',
      valueOn: a.day('2025-12-31'),
    });
    const open = await office.invoiced(number, { ...units, id: 'C-OPEN' });
    const { id: returned } = await office.proposes({
      documents: [open.number],
      method: 'JOURNAL_VOUCHER',
      externalNumber: 'JV-2',
      valueOn: a.day('2025-12-31'),
    });
    await office.returnsSettlement(returned);
    for (const person of ['BRS.finance', 'MINAMATA.finance']) await loads(person, 'NOK', '2025-06-01');
    await loads('BRS.finance', 'NOK', '2025-07-01'); // waits
    await loads('MINAMATA.finance', 'SEK', '2025-06-01'); // waits
    await stopsAndResumes('BRS.approving', 'MINAMATA.approving');
    const closing = new Closing(office);
    await closing.locks('2025-05');
    await closing.reopensAfterAll('2025-05');
    await closing.locks('2025-05');
  });
  afterAll(async () => {
    await superuser.destroy();
    await office.close();
  });

  async function loads(person: string, currency: string, on: string): Promise<void> {
    const rates = [new OperationalRate({ currency, effectiveOn: a.day(on), unitsPerUsd: '10.5' })];
    await office.do(async (tx) => {
      const by = await office.officer(tx, person);
      await office.books.get(RatesService).importOperationalRates(tx, { rates, place: '' }, by, office.books.clock);
    });
  }

  async function stopsAndResumes(...people: string[]): Promise<void> {
    const service = office.books.get(VerificationService);
    const firstWrong = { check: 'I1', kind: 'journal entry', object: '101', finding: 'out of balance' };
    const at = office.books.clock.now();
    const verification = await office.do((tx) => service.keep(tx, { ok: false, checks: [], firstWrong }, at));
    for (const person of people)
      await office.do(async (tx) =>
        service.resume(tx, { verification, reason: 'x' }, await office.officer(tx, person), office.books.clock),
      );
  }

  it('finds nothing wrong', async () => {
    const { checks } = await inSnapshot(office.db, (tx) => new VerificationService().verify(tx));
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  /** What the verification says of books that a superuser has changed with every trigger off; then it is taken back. */
  async function tampered(statements: readonly string[]): Promise<Verification> {
    try {
      await superuser.transaction(async (tx: Tx) => {
        await tx.query('set local session_replication_role = replica');
        for (const statement of statements) {
          const [, changed] = await tx.query<[unknown, number]>(statement);
          if (changed === 0) throw new Error(`Nothing was tampered with by: ${statement}`);
        }
        await tx.query('set local session_replication_role = origin');
        throw new TakenBack(await new VerificationService().verify(tx));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.verification;
      throw error;
    }
    throw new Error('A tampering is always taken back.');
  }

  /** A pair that balances and mirrors, and whose totals are kept. */
  const pair = (event: string, source: string, on: string, accounts: string): string[] => [
    `insert into ledger.journal_entry (id, pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count,
       post_close_no, posted_by, posted_at, body)
     select 9000 + number, '019a0000-0000-7000-8000-00000000000a', book, counterparty, '${event}', '${source}', '${on}', '2024-2025', 2,
       2, 'console', now(), '{}'
     from (values (1, 'BRS', 'MINAMATA'), (2, 'MINAMATA', 'BRS')) as side (number, book, counterparty)`,
    `insert into ledger.posting (entry_id, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
     select 9000 + number, (select book from ledger.journal_entry where id = 9000 + number), position, account, 'BC', '', 'CRA-2025-001', 'DOC-CTL', '2025-05-01', amount
     from (values ${accounts}) as posting (number, position, account, amount)`,
    `insert into ledger.movement_total (book, biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty,
       amount_usd, postings)
     select entry.book, entry.biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty, sum(amount_usd), count(*)
     from ledger.posting join ledger.journal_entry as entry on entry.id = entry_id where entry_id > 9000 group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
     on conflict on constraint movement_total_once do update
       set amount_usd = movement_total.amount_usd + excluded.amount_usd, postings = movement_total.postings + excluded.postings`,
  ];
  const settling = `(1, 1, 'PAYABLE', 5), (1, 2, 'INTERFUND_CLEARING', -5), (2, 1, 'INTERFUND_CLEARING', 5), (2, 2, 'RECEIVABLE', -5)`;
  const clearing = `(1, 1, 'INTERFUND_CLEARING', 5), (1, 2, 'INTERFUND_CLEARING', -5), (2, 1, 'INTERFUND_CLEARING', 5),
    (2, 2, 'INTERFUND_CLEARING', -5)`;
  const billing = `(1, 1, 'PAYABLE_UNBILLED', 5), (1, 2, 'PAYABLE', -5), (2, 1, 'RECEIVABLE', 5), (2, 2, 'RECEIVABLE_UNBILLED', -5)`;
  const ratesAdded = `
    insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, request_id, after, body)
    select added.id, at, person, secretariat, 'OPERATIONAL_RATES_ADDED', object_kind, object_ids, request_id, after,
      replace(replace(body, loaded.id::text, added.id::text), '_LOADED', '_ADDED')
    from platform.audit_event as loaded, (values ('019a0000-0000-7000-8000-00000000000c'::uuid)) as added (id)
    where action = 'OPERATIONAL_RATES_LOADED' and object_ids = '{NOK 2025-07-01}'`;
  const lastLock = `number = (select max(number) from ledger.period_act where act = 'LOCKED')`;
  const credited = `select charge from invoicing.invoice_line where not bills limit 1`;

  // Nothing here has a log, so the seal says nothing of it; what is sealed is looked at elsewhere.
  it.each<[string, readonly string[], readonly string[]]>([
    ['a settlement in the journal alone', pair('SETTLED', 'JV-2', '2025-12-31', settling), ['POSTED']],
    ['a settlement that moves nothing', pair('SETTLED', 'JV-2', '2025-12-31', clearing), ['POSTED']],
    [
      'a settlement that is gone',
      ['delete from invoicing.settlement_line', 'delete from invoicing.settlement'],
      ['POSTED', 'I16', 'I13b', 'I21'],
    ],
    [
      'a settlement whose proposal is gone',
      [`delete from invoicing.settlement_proposal where state = 'SETTLED'`],
      ['I13b', 'I21'],
    ],
    [
      'a settlement of one hand that an act lets off since proposals are asked for',
      [
        `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
         select gen_random_uuid(), '2025-12-31', 'recoup', 'recoup', 'SETTLEMENTS_OF_ONE_HAND', 'settlement', array[id::text, null], '{}'
         from invoicing.settlement`,
        `delete from invoicing.settlement_proposal where state = 'SETTLED'`,
      ],
      ['I13b', 'I18', 'I21'],
    ],
    [
      'a settlement of one hand, with its proposal',
      [
        'alter table invoicing.settlement_proposal drop constraint settlement_by_two_people',
        `update invoicing.settlement_proposal set proposed_by = decided_by where state = 'SETTLED'`,
      ],
      ['I13b', 'I13d', 'I3', 'I18', 'I21'],
    ],
    [
      'a settlement of another day than was proposed',
      [`update invoicing.settlement_proposal set value_on = value_on - 1 where state = 'SETTLED'`],
      ['I13b', 'I21'],
    ],
    [
      'a settlement of other documents than were proposed',
      [`update invoicing.settlement_proposal set documents = documents[1:1] where state = 'SETTLED'`],
      ['I13b', 'I21'],
    ],
    [
      'a settlement proposed by somebody who is no finance officer',
      [`update invoicing.settlement_proposal set proposed_by = 'BRS.approving' where state = 'RETURNED'`],
      ['I13d', 'I18', 'I21'],
    ],
    [
      'a settlement approved after the designation had ended',
      [
        `update identity.designation set ended_at = '2025-01-01', ended_by = 'BRS.administrator', end_reason = 'leave'
         where (person, duty) = ('BRS.approving', 'APPROVING_OFFICER')`,
      ],
      ['I13d', 'I21'],
    ],
    [
      'a proposal that was returned by somebody else',
      [`update invoicing.settlement_proposal set decided_by = 'BRS.versatile' where state = 'RETURNED'`],
      ['I18', 'I21'],
    ],
    [
      'a proposal by whoever certified a charge of it',
      [`update invoicing.settlement_proposal set proposed_by = 'BRS.certifying' where state = 'RETURNED'`],
      ['I13b', 'I13d', 'I18', 'I21'],
    ],
    [
      'a document that waits in a proposal that was returned',
      [
        `insert into invoicing.proposed_document (invoice, proposal)
         select documents[1], id from invoicing.settlement_proposal where state = 'RETURNED'`,
      ],
      ['I16'],
    ],
    [
      'a proposal that waits again, and its document in none',
      [
        `update invoicing.settlement_proposal set state = 'PROPOSED', decided_by = null, decided_at = null, return_reason = null
         where state = 'RETURNED'`,
      ],
      ['I16', 'I21'],
    ],
    [
      'a proposal that waits again, and another document in it',
      [
        `update invoicing.settlement_proposal set state = 'PROPOSED', decided_by = null, decided_at = null, return_reason = null
         where state = 'RETURNED'`,
        `insert into invoicing.proposed_document (invoice, proposal)
         select (select id from invoicing.invoice where type = 'CREDIT_NOTE' and number is not null), id
         from invoicing.settlement_proposal where state = 'PROPOSED'`,
      ],
      ['I16', 'I21'],
    ],
    ['an entry in a locked month', pair('INVOICE_ISSUED', 'X', '2025-05-20', billing), ['POSTED', 'I9']],
    ['a locked month that is open', [`update ledger.period set state = 'OPEN' where code = '2025-05'`], ['I9']],
    ['a period that counts fewer acts', [`update ledger.period set version = version - 1`], ['I9']],
    ['a period under another digest', [`update ledger.period set digest = sha256('')`], ['I9']],
    ['a lock after no lock', [`update ledger.period_act set previous_digest = null where ${lastLock}`], ['I9']],
    [
      'a final balance of another amount',
      [`update ledger.period_balance set debit_usd = debit_usd + 1, balance_usd = balance_usd + 1`],
      ['I9'],
    ],
    [
      'a signed statement in other words',
      [
        'alter table ledger.period_act drop constraint period_act_digest_of_its_statement',
        `update ledger.period_act set statement = statement || ' ' where ${lastLock}`,
      ],
      ['I9', 'I3'],
    ],
    [
      'a request that took effect and was not answered',
      [
        `insert into platform.request_key (person, key, operation, request_sha256) values ('BRS.finance', 'key-00001', 'POST /charges', sha256(''))`,
      ],
      ['I15'],
    ],
    [
      'a charge that is credited by half',
      [`update charging.charge set state = 'CREDITED' where id in (${credited})`],
      ['I16'],
    ],
    [
      'a charge that was given back whole and stands',
      [
        `update invoicing.invoice_line set amount_usd = -charge.amount_usd from charging.charge
         where not bills and charge.id = invoice_line.charge`,
      ],
      ['I7', 'I14', 'I16', 'I11'],
    ],
    ...['CHARGES_RECEIVED', 'CHARGES_CERTIFIED', 'DOCUMENTS_SETTLED'].map(
      (action): [string, readonly string[], readonly string[]] => [
        `a step of ${action} that is not in the list`,
        [
          `update platform.audit_event set before = '{"state":"REJECTED"}', body = jsonb_set(body::jsonb, '{before,state}', '"REJECTED"')::text
           where action = '${action}' and before ->> 'state' in ('RECORDED', 'RECEIVED', 'ISSUED')`,
        ],
        ['I16'],
      ],
    ),
    [
      'a document issued by whoever certified a charge of it',
      [
        `update charging.charge set certified_by = (select issued_by from invoicing.invoice where number is not null limit 1) where id = 'C-OPEN'`,
      ],
      ['I13b', 'I13c', 'I13d', 'I18'],
    ],
    [
      'a settlement by whoever certified a charge of it',
      [`update invoicing.settlement set recorded_by = 'BRS.certifying'`],
      ['I13b', 'I18', 'I21'],
    ],
    [
      'a charge in other words, with a version of them that is sealed',
      [
        `update charging.charge set note = 'otherwise agreed' where id = 'C-OPEN'`,
        'set local session_replication_role = origin',
        `insert into sealing.value_version (kind, record, number, body)
         select 'charge', id, 1, sealing.version_body('charge', id, 1, null, '{"sha256":"' || sealing.digest_of(charge, '[' || (
           select string_agg(sealing.values_of(share), ',' order by side, position)
           from charging.charge_allocation as share where share.charge = charge.id) || ']') || '"}')
         from charging.charge where id = 'C-OPEN'`,
      ],
      ['I21'],
    ],
    ['a voucher under another number', [`update invoicing.settlement set external_number = 'JV-9'`], ['I13b', 'I21']],
    ['a voucher of another day', [`update invoicing.settlement set value_on = value_on - 1`], ['I13b', 'I21']],
    [
      'an agreement signed by its drafter',
      [`update agreements.agreement set drafted_by = 'BRS.approving'`],
      ['I13b', 'I21'],
    ],
    ...['2025-07-01', '2025-08-01'].map((on): [string, readonly string[], readonly string[]] => [
      `a rate of ${on} in force that ${on === '2025-07-01' ? 'one person alone' : 'nobody'} loaded`,
      [
        'set local session_replication_role = origin',
        'alter table rates.operational_rate disable trigger operational_rate_loaded_by_two',
        ratesAdded,
        `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('NOK', '${on}', 10.5)`,
        'alter table rates.operational_rate enable trigger operational_rate_loaded_by_two',
      ],
      ['I13b'],
    ]),
    [
      'a rate in force whose second hand no act knows',
      [
        `insert into rates.loaded_rate values ('NOK', '2025-07-01', 10.5, 'MINAMATA.finance', 'MINAMATA', now())`,
        'set local session_replication_role = origin',
        ratesAdded,
        `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('NOK', '2025-07-01', 10.5)`,
      ],
      ['I13b', 'I18'],
    ],
    [
      'a rate in force past every trigger',
      [`insert into rates.operational_rate values ('NOK', '2025-07-01', 10.5, 0)`],
      ['I13b', 'I21'],
    ],
    [
      'a certification on a designation that had ended',
      [
        `update identity.designation set ended_at = '2025-01-01', ended_by = 'BRS.administrator', end_reason = 'x'
         where person = 'BRS.certifying' and fund = 'RO'`,
      ],
      ['I13d', 'I21'],
    ],
    [
      'a certification after the act that ended its designation, by whatever clock',
      [
        `update identity.designation set ended_at = '2026-01-31', ended_by = 'BRS.administrator', end_reason = 'x'
         where person = 'BRS.certifying' and fund = 'RO'`,
        `insert into platform.audit_event (id, sequence, at, person, secretariat, action, object_kind, object_ids, body) overriding system value
         select gen_random_uuid(), -1, ended_at, ended_by, 'BRS', 'DESIGNATION_ENDED', 'designation', array[id::text, person], '{}'
         from identity.designation where ended_at is not null`,
      ],
      ['I13d', 'I18', 'I21'],
    ],
    [
      'whoever acted on their own trip',
      [
        'alter table charging.charge drop constraint charge_of_traveller',
        'alter table identity.person_traveller drop constraint person_traveller_is_registered',
        `update charging.charge set traveller = 'P-1' where id = 'C-OPEN'`,
        `insert into identity.person_traveller (traveller, person) values ('P-1', 'BRS.finance')`,
      ],
      ['I13c', 'I3', 'P1', 'I21'], // and nobody of that reference was ever entered
    ],
    [
      'one of two hands on a rate, taken away',
      [`delete from rates.loaded_rate where loaded_by = 'BRS.finance'`],
      ['I13b', 'I18'],
    ],
    [
      'a hand on a rate, put in',
      [`insert into rates.loaded_rate values ('SEK', '2025-06-01', 10.5, 'BRS.auditor', 'BRS', now())`],
      ['I18'],
    ],
    [
      'a rate in force of which two people have loaded two values',
      [`update rates.loaded_rate set units_per_usd = 105 where loaded_by = 'BRS.finance'`],
      ['I13b', 'I18'],
    ],
    [
      'a rate that waits, loaded as another value',
      [`update rates.loaded_rate set units_per_usd = 94 where currency = 'SEK'`],
      ['I18'],
    ],
    [
      'a stop of posting that one side lifted alone',
      [
        `update platform.audit_event set person = 'MINAMATA.approving', secretariat = 'MINAMATA'
         where action = 'POSTING_RESUMPTION_REQUESTED' and object_ids = '{1}'`,
      ],
      ['I13b', 'I18'],
    ],
    [
      'the first stop of these books, lifted by one side alone',
      [`delete from platform.audit_event where action = 'POSTING_RESUMPTION_REQUESTED'`],
      ['I13b'],
    ],
    [
      'the first restore of these books, for which one side alone answered',
      [
        `insert into sealing.restore_event (lost_size, lost_root, signed_by, body, recorded_at)
         values (9, sha256('x'), 'BRS.approving', '{}', now())`,
      ],
      ['I13b'],
    ],
    [
      'a request to let posting go on that nobody made',
      [`insert into platform.posting_stop values (true, 1, 'MINAMATA.approving', 'MINAMATA', now(), 'x')`],
      ['I13b'],
    ],
    [
      'an auditor who approves',
      [
        `insert into identity.designation (person, duty, fund, valid_from, valid_to)
         values ('BRS.auditor', 'APPROVING_OFFICER', '', '2025-01-01', '2025-12-31')`,
      ],
      ['I13e', 'I21'],
    ],
    [
      'a designation that one person gave to himself, by no act',
      [
        'alter table identity.designation_proposal drop constraint designation_not_for_oneself, drop constraint designation_by_two_people',
        `insert into identity.designation_proposal (id, person, secretariat, duty, fund, valid_from, valid_to, acting, reason, state,
           proposed_by, proposed_at, decided_by, decided_at)
         values ('019a0000-0000-7000-8000-00000000000b', 'BRS.nobody', 'BRS', 'FINANCE_OFFICER', '', '2025-01-01', '2025-12-31', false, 'x',
           'COUNTERSIGNED', 'BRS.nobody', now(), 'BRS.nobody', now())`,
      ],
      ['I13e', 'I3', 'I21'],
    ],
  ])('names %s', async (_, statements, ids) => {
    const { checks } = await tampered(statements);
    const failed = checks.filter(({ id, holds }) => !holds && !id.startsWith('I17'));
    expect(failed.map(({ id, first }) => `${id} ${first?.object === '' ? 'of nothing' : ''}`.trim())).toEqual(ids);
  });

  const note = `type = 'CREDIT_NOTE' and number is not null`;
  const lineOfNote = `not bills and invoice in (select id from invoicing.invoice where ${note})`;
  const elsewhere = [
    'alter table invoicing.invoice drop constraint invoice_of_agreement',
    `update invoicing.invoice set agreement = 'CRA-X' where ${note}`,
  ];
  const ofIssued = `update invoicing.invoice set`;
  it.each<[string, readonly string[], string, string]>([
    ['day of issue', [`${ofIssued} issued_on = issued_on - 1 where ${note}`], 'document', 'day of issue'],
    [
      'instant of approval',
      [`${ofIssued} issued_at = issued_at - interval '1 hour' where ${note}`],
      'document',
      'instant of approval',
    ],
    [
      'preparation',
      [`${ofIssued} prepared_at = prepared_at - interval '1 hour' where ${note}`],
      'document',
      'instant of preparation',
    ],
    ['reason', [`${ofIssued} reason = 'another' where ${note}`], 'document', 'reason'],
    ['total', [`${ofIssued} total_usd = total_usd - 1 where ${note}`], 'document', 'total'],
    ['agreement', elsewhere, 'document', 'agreement'],
    ['client', [`${ofIssued} client = provider where ${note}`], 'document', 'client'],
    ['provider', [`${ofIssued} provider = client where ${note}`], 'document', 'provider'],
    ['biennium', [`${ofIssued} biennium = '2026-2027' where ${note}`], 'document', 'biennium'],
    ['number of lines', [`${ofIssued} line_count = 2 where ${note}`], 'document', 'number of lines'],
    [
      'corrected document',
      [
        `${ofIssued} corrects = (select max(id::text)::uuid from invoicing.invoice where type = 'INVOICE' and id <> corrected.corrects)
         from (select corrects from invoicing.invoice where ${note}) as corrected where ${note}`,
      ],
      'document',
      'corrected document',
    ],
    [
      'amount of a line',
      [`update invoicing.invoice_line set amount_usd = amount_usd - 1 where ${lineOfNote}`],
      'line of a document',
      'amount',
    ],
    [
      'quantity of a line',
      [`update invoicing.invoice_line set quantity = quantity - 1 where ${lineOfNote}`],
      'line of a document',
      'quantity',
    ],
    ['line', [`delete from invoicing.invoice_line where ${lineOfNote}`], 'line of a document', 'amount'],
  ])('holds the %s of an issued document against its paper', async (_, statements, kind, field) => {
    const [issued] = await office.db.query<{ number: string }[]>(`select number from invoicing.invoice where ${note}`);
    const { checks } = await tampered(statements);
    const { first } = checks.find(({ id }) => id === 'I17b') ?? {};
    expect(first).toMatchObject({ kind, finding: `its ${field} is not what its paper says` });
    expect(first?.object.startsWith(issued?.number ?? '-')).toBe(true);
  });

  it('names the charge of a night and of a ticket that was paid twice, and not whose they are', async () => {
    const { checks } = await tampered([
      'alter table charging.traveller_night drop constraint traveller_night_paid_once',
      'alter table charging.ticket drop constraint ticket_recovered_once, drop constraint ticket_number_is_covered',
      `insert into charging.traveller_night (traveller, night, charge) values ('P-4711', '2025-11-03', 'C-00001'), ('P-4711', '2025-11-03', 'C-OPEN')`,
      `insert into charging.ticket (number, charge) values ('220-4711', 'C-00001'), ('220-4711', 'C-OPEN')`,
    ]);
    expect(checks.find(({ id }) => id === 'P1')).toMatchObject({
      found: 4,
      first: { kind: 'charge', object: 'C-00001' },
    });
    const found = checks.find(({ id }) => id === 'I6');
    expect(found).toMatchObject({ found: 2, first: { kind: 'charge', object: 'C-00001' } });
    expect(JSON.stringify(checks)).not.toContain('4711');
  });

  it('leaves a charge open to a draft that holds the rest of it', async () => {
    const { number } = await office.agreement();
    const units = { deliveredOn: a.day('2025-06-09'), quantity: Quantity.of('2') };
    const issued = await office.invoiced(number, units);
    const half = { charge: issued.charge, quantity: Quantity.of('1') };
    const credits = () => office.credits({ invoice: issued.number, lines: [half], reason: 'rebate' });
    const [first, second] = [await credits(), await credits()];
    await office.issues(first.id);
    expect(await office.charge(issued.charge)).toMatchObject({ state: 'INVOICED' });
    await office.discards(second.id);
    await office.issues((await credits()).id);
    expect(await office.charge(issued.charge)).toMatchObject({ state: 'CREDITED' });
  });

  it('verifies as an export, and names an act on a period that follows another lock', async () => {
    const log = await openedLog(office.books);
    await log.sealAll();
    const records = await inSnapshot(office.db, async (tx) => {
      const written: ExportRecord[] = [];
      for await (const record of exportRecords(tx, office.books.clock.now())) written.push(record);
      return JSON.parse(JSON.stringify(written)) as ExportRecord[];
    });
    await log.close();
    const failing = (from: string, to: string): string[] => {
      const verification = new OfflineVerification(hashing, cryptography, [], checksAgainst([]));
      const changed = records.map((one) =>
        one.t === 'leaf' && one.kind === 'period-act' ? { ...one, body: one.body?.replace(from, to) ?? null } : one,
      );
      changed.forEach((one) => verification.accept(one));
      const { checks } = verification.outcome();
      return checks.filter(({ holds }) => !holds).map(({ id }) => id);
    };
    expect(records.some((one) => one.t === 'leaf' && one.kind === 'period-act')).toBe(true);
    expect(failing('', '')).toEqual([]);
    expect(failing('"previousDigest":"', '"previousDigest":"00')).toEqual(['I9', 'I17']);
  });
});
