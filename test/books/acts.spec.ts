import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { canonicalJson, Quantity, theProgram } from '#kernel';
import { ChangeIsNotAudited, inTransaction, recordEvent, type Tx } from '#platform';
import * as a from '../support/a.ts';
import { constraintAgainst, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

interface Event {
  action: string;
  object_kind: string;
  object_ids: string[];
  person: string;
  secretariat: string;
  reason: string | null;
  before: object | null;
  after: object | null;
  body: string;
}

describe('every change of the books', () => {
  let office: Office;
  let agreement: string;
  let issued: { charge: string; number: string; id: string };
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    issued = await office.invoiced(agreement, { quantity: Quantity.of('3') });
  });
  afterAll(() => office.close());

  const eventsOf = (object: string): Promise<Event[]> =>
    office.db.query<Event[]>(
      `select action, object_kind, object_ids, person, secretariat, reason, before, after, body
       from platform.audit_event where object_ids @> array[$1] order by sequence`,
      [object],
    );

  it('is an act with who did it, of a charge from its record to its certification', async () => {
    expect((await eventsOf(issued.charge)).map(({ action, person }) => `${action} ${person}`)).toEqual([
      'CHARGES_RECORDED MINAMATA.finance',
      'CHARGES_RECEIVED BRS.finance',
      'CHARGES_CERTIFIED BRS.certifying',
    ]);
  });

  it('is an act that says what came to be, of a charge that is recorded', async () => {
    const [recorded] = await eventsOf(issued.charge);
    const [charge] = await office.db.query<{ amount: string }[]>(
      'select amount_usd::text as amount from charging.charge where id = $1',
      [issued.charge],
    );
    expect(recorded).toMatchObject({
      before: null,
      after: { state: 'RECORDED', amountUsd: charge?.amount, agreement },
    });
    expect(JSON.parse(recorded?.body ?? '')).toMatchObject({ after: recorded?.after });
  });

  it('is an act of an agreement, side by side', async () => {
    expect((await eventsOf(agreement)).map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      { action: 'AGREEMENT_DRAFTED', before: null, after: { state: 'DRAFT' } },
      {
        action: 'AGREEMENT_SIGNED',
        before: { state: 'DRAFT' },
        after: { state: 'HALF_SIGNED', side: 'PROVIDER', signedOn: '2025-03-14' },
      },
      {
        action: 'AGREEMENT_SIGNED',
        before: { state: 'HALF_SIGNED' },
        after: { state: 'SIGNED', side: 'CLIENT', signedOn: '2025-03-14' },
      },
    ]);
  });

  it('is an act of a document: prepared, issued, credited for a reason, let go, settled', async () => {
    const lines = [{ charge: issued.charge, quantity: Quantity.of('1') }];
    const request = { invoice: issued.number, lines, reason: 'one day less' };
    const discarded = await office.credits(request);
    await office.discards(discarded.id);
    const credit = await office.credits(request);
    await office.issues(credit.id);
    await office.settles({
      documents: [issued.number],
      method: 'JOURNAL_VOUCHER',
      externalNumber: 'JV-1',
      valueOn: a.day('2025-12-31'),
    });
    const actions = async (id: string): Promise<string[]> => (await eventsOf(id)).map(({ action }) => action);
    expect(await actions(issued.id)).toEqual([
      'INVOICE_PREPARED',
      'INVOICE_ISSUED',
      'SETTLEMENT_PROPOSED',
      'DOCUMENTS_SETTLED',
    ]);
    expect(await actions(discarded.id)).toEqual(['CREDIT_NOTE_PREPARED', 'CREDIT_NOTE_DISCARDED']);
    expect(await actions(credit.id)).toEqual(['CREDIT_NOTE_PREPARED', 'CREDIT_NOTE_ISSUED']);
    expect((await eventsOf(credit.id))[1]).toMatchObject({
      reason: 'one day less',
      before: { state: 'DRAFT' },
      after: { state: 'ISSUED', number: 'MINAMATA-CN-2025-0001', totalUsd: '-920.00', lines: 1 },
    });
  });

  it('of many charges by one command is one act that names them all', async () => {
    const ids = await office.received(Array.from({ length: 40 }, () => office.draft(agreement)));
    for (const id of [ids[0], ids[39]]) {
      const events = await eventsOf(id ?? '');
      expect(events.map(({ object_ids }) => object_ids.length)).toEqual([40, 40]);
    }
  });

  it('is kept in canonical JSON, with nothing beside it', async () => {
    for (const event of await eventsOf(issued.id)) {
      const said = JSON.parse(event.body) as Record<string, unknown>;
      expect(event.body).toBe(canonicalJson(said));
      expect(said).toMatchObject({ action: event.action, kind: event.object_kind, objects: event.object_ids });
      expect(said).toMatchObject({ person: event.person, reason: event.reason, after: event.after });
    }
  });

  describe('past the services and without an act is refused', () => {
    it.each([
      `update charging.charge set version = version + 1 where id = $1`,
      `update charging.charge set credited_usd = 1 where id = $1`,
      `update invoicing.invoice set settled_on = null where false and $1 = ''`,
      `update budget.budget_line set charged_usd = charged_usd where code <> $1`,
      `update budget.trust_fund set name = name where code <> $1`,
      `update agreements.agreement set charged_usd = charged_usd where number <> $1`,
      `insert into identity.person (code, name, secretariat) values ('X' || $1, 'X', 'BRS')`,
      `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('NOK', '2025-01-01', length($1))`,
      `insert into invoicing.paper select 'X', kind, subject, content, content_sha256, pdf, pdf_sha256, stored_at
       from invoicing.paper where number <> $1 limit 1`,
      `insert into ledger.journal_entry (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, posted_by, posted_at, body)
       values (gen_random_uuid(), 'BRS', 'MINAMATA', 'SETTLED', $1, '2025-05-09', '2024-2025', 2, 'console', now(), '{}')`,
    ])('"%s"', async (statement) => {
      const refusal = await nothingWritten(office.db, () =>
        inTransaction(office.owner, (tx) => tx.query(statement, [issued.charge])),
      );
      expect(refusal).toBeInstanceOf(ChangeIsNotAudited);
    });

    it('also where an act of an earlier transaction is there', async () => {
      await office.arranges(() => Promise.resolve());
      const change = `update charging.charge set version = version + 1 where id = $1`;
      const refusal = await nothingWritten(office.db, () =>
        inTransaction(office.owner, (tx) => tx.query(change, [issued.charge])),
      );
      expect(refusal).toBeInstanceOf(ChangeIsNotAudited);
    });
  });

  it('stays written down', async () => {
    const against = (statement: string) => constraintAgainst(office.owner, (tx) => tx.query(statement));
    expect(await against(`update platform.audit_event set person = 'X'`)).toBe('audit_event_is_kept');
    expect(await against('delete from platform.audit_event')).toBe('audit_event_is_kept');
    expect(await against('truncate platform.audit_event')).toBe('audit_event_is_not_emptied');
    const insert = (transaction: string, objects = `array['x']`, body = '{}') =>
      against(`insert into platform.audit_event (id, at, transaction, person, secretariat, action, object_kind, object_ids, body)
        values (gen_random_uuid(), now(), ${transaction}, 'x', 'x', 'X', 'x', ${objects}, '${body}')`);
    expect(await insert(`'1'`)).toBe('audit_event_of_its_transaction');
    expect(await insert('pg_current_xact_id()', `'{}'`)).toBe('audit_event_names_objects');
    expect(await insert('pg_current_xact_id()', `array['x']`, '[]')).toBe('audit_event_body_is_an_object');
  });

  it('is written down for the side of whoever acts, in that side’s own transaction, and for the program by the program alone', async () => {
    const writing = (who: { person: string; secretariat: string }, tenant: string): Promise<string> =>
      constraintIn(tenant, (tx) =>
        recordEvent(tx, { action: 'TRIED_BY_A_TEST', kind: 'test', objects: ['test'] }, who, new Date()),
      );
    const policy = 'no constraint: 42501 new row violates row-level security policy for table "audit_event"';
    expect(await writing({ person: 'BRS.finance', secretariat: 'BRS' }, 'BRS')).toBe('none');
    expect(await writing({ person: 'MINAMATA.finance', secretariat: 'BRS' }, 'BRS')).toBe('audit_event_by_its_side');
    expect(await writing({ person: 'nobody', secretariat: 'BRS' }, 'BRS')).toBe('audit_event_by_its_side');
    expect(await writing({ person: 'MINAMATA.finance', secretariat: 'MINAMATA' }, 'BRS')).toBe(policy);
    expect(await writing({ person: 'recoup', secretariat: 'BRS' }, 'BRS')).toBe(policy);
    expect(await writing({ person: 'recoup', secretariat: 'recoup' }, 'BRS')).toBe(policy);
    expect(await writing({ person: 'BRS.finance', secretariat: 'recoup' }, 'recoup')).toBe('audit_event_by_its_side');
    expect(await writing({ person: 'MINAMATA.finance', secretariat: 'BRS' }, 'recoup')).toBe('audit_event_by_its_side');
    expect(await writing({ person: 'recoup', secretariat: 'BRS' }, 'recoup')).toBe('none');
    expect(await writing({ person: 'recoup', secretariat: 'recoup' }, 'recoup')).toBe('none');
    expect(await writing({ person: 'recoup', secretariat: 'recoup' }, '')).toBe(policy); // a transaction that says for nobody
  });

  /** As the server writes, in the transaction of a tenant; 'none' where it was done, and is taken back. */
  async function constraintIn(tenant: string, work: (tx: Tx) => Promise<unknown>): Promise<string> {
    const served = await office.books.served();
    const before = await office.db.query('select count(*) from platform.audit_event');
    const outcome = await served
      .transaction(async (tx) => {
        await tx.query(`select set_config('app.tenant', $1, true), set_config('app.person', 'BRS.finance', true)`, [
          tenant,
        ]);
        await work(tx);
        await tx.query('set constraints all immediate'); // as a commit would
        throw new Error('none');
      })
      .catch((error: Error & { driverError?: { constraint?: string; code?: string } }) => {
        const { constraint, code } = error.driverError ?? {};
        return constraint ?? (code === undefined ? error.message : `no constraint: ${code} ${error.message}`);
      });
    expect(await office.db.query('select count(*) from platform.audit_event')).toEqual(before);
    return outcome;
  }

  it('on nothing at all is no act', async () => {
    const nothing = { action: 'CHARGES_PROMOTED', kind: 'charge', objects: [] };
    const before = await office.db.query('select count(*) from platform.audit_event');
    await office.do((tx) => recordEvent(tx, nothing, theProgram, new Date()));
    expect(await office.db.query('select count(*) from platform.audit_event')).toEqual(before);
  });
});
