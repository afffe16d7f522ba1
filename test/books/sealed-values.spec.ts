import { VerificationService, type Wrong } from '#audit';
import { BudgetService } from '#budget';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Money } from '#kernel';
import { type Database, inSnapshot, roles } from '#platform';
import { presentValues } from '../../libs/audit/src/verification/values.query.ts';
import { AChargeIsSealedWithItsAct1767225644100 } from '../../migrations/1767225644100-a-charge-is-sealed-with-its-act.ts';
import { ValuesAreSealedAsTheyChange1767225644000 } from '../../migrations/1767225644000-values-are-sealed-as-they-change.ts';
import { ALineAndAFundSayWhereTheyAreBooked1767225646000 } from '../../migrations/1767225646000-a-line-and-a-fund-say-where-they-are-booked.ts';
import { APaymentIsApprovedByAnother1767225650000 } from '../../migrations/1767225650000-a-payment-is-approved-by-another.ts';
import { Office } from '../support/office.ts';
import { checkOf, type SealedOffice, sealedOffice } from '../support/sealed-office.ts';
import { sessionAs } from '../support/sessions.ts';
import { forTenant } from '../support/tenants.ts';

jest.setTimeout(120_000); // a database of its own

const sealedValues = checkOf('I21');

describe('values that nobody signs for one by one', () => {
  let office: Office;
  let superuser: Database;
  let found: SealedOffice['found'];
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ office, superuser, found, close } = await sealedOffice());
  });
  afterAll(() => close());

  it('are as they were sealed, whatever service wrote them', async () => {
    const { checks } = await inSnapshot(office.db, (tx) => new VerificationService().verify(tx));
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  it.each<[kind: string, object: string, field: string, statement: string]>([
    ['agreement', 'CRA-2025-001', 'ceiling usd', `update agreements.agreement set ceiling_usd = ceiling_usd + 1`],
    ['agreement', 'CRA-2025-001', 'ends on', `update agreements.agreement set ends_on = ends_on + 1`],
    ['agreement', 'CRA-2025-001', 'families', `update agreements.agreement set families = families || '{IT}'`],
    ['agreement', 'CRA-2025-001', 'mandates', `update agreements.agreement set mandates = '{another}'`],
    ['agreement', 'CRA-2025-001', 'travel mode', `update agreements.agreement set travel_mode = null`],
    [
      'agreement',
      'CRA-2025-001',
      'client allocation',
      `update agreements.agreement set client_allocation = replace(client_allocation::text, 'COP-EQUAL-THIRDS', 'ANOTHER')::jsonb`,
    ],
    [
      'signature',
      'CRA-2025-001 CLIENT',
      'signed on',
      `update agreements.signature set signed_on = '2025-01-01' where side = 'CLIENT'`,
    ],
    ['meeting', 'BRS-COPS-2025', 'venue', `update agreements.meeting set venue = 'elsewhere'`],
    [
      'budget line',
      'BC-CRA-2025-001',
      'allotment usd',
      `update budget.budget_line set allotment_usd = allotment_usd * 2 where code = 'BC-CRA-2025-001'`,
    ],
    [
      'budget line',
      'BC-CRA-2025-001',
      'activity',
      `update budget.budget_line set activity = '2' where code = 'BC-CRA-2025-001'`,
    ],
    ['coding', 'BC', 'fund centre', `update budget.coding set fund_centre = '99999'`],
    ['trust fund', 'BC', 'cash limit usd', `update budget.trust_fund set cash_limit_usd = 1000000 where code = 'BC'`],
    [
      'split key',
      'COP-EQUAL-THIRDS 2024-01-01',
      'weights',
      `update budget.split_key set weights = replace(weights::text, 'RO', 'BC')::jsonb`,
    ],
    [
      'service item',
      'REG-PAX',
      'nature',
      `update rates.service_item set nature = 'PASS_THROUGH' where code = 'REG-PAX'`,
    ],
    [
      'rate card entry',
      'BRS DOC-CTL 2025-01-01',
      'unit rate',
      `update rates.rate_card_entry set unit_rate = unit_rate + 1 where item = 'DOC-CTL'`,
    ],
    [
      'operational rate',
      'CHF',
      'units per usd',
      `update rates.operational_rate set units_per_usd = 2 where currency = 'CHF'`,
    ],
    [
      'operational rate',
      'CHF',
      'entered after charge',
      `update rates.operational_rate set entered_after_charge = entered_after_charge + 100 where currency = 'CHF'`,
    ],
    ['dsa rate', 'CHGVA', 'amount', `update rates.dsa_rate set amount = amount + 1 where place = 'CHGVA'`],
    ['terminal expense', '', 'amount usd', `update rates.terminal_expense set amount_usd = amount_usd + 1`],
    [
      'designation',
      '',
      'valid to',
      `update identity.designation set valid_to = valid_to - 1 where person = 'BRS.acting'`,
    ],
    ['secretariat', 'BRS', 'address', `update identity.secretariat set address = '{Nairobi}' where code = 'BRS'`],
    ['secretariat', 'BRS', 'vat reason', `update identity.secretariat set vat_reason = 'none' where code = 'BRS'`],
    ['secretariat', 'BRS', 'contact', `update identity.secretariat set contact = 'whoever' where code = 'BRS'`],
  ])('are missed where they were altered: of a %s (%s) its %s', async (kind, object, field, statement) => {
    const [first] = await found([statement]);
    expect(first).toEqual({
      kind,
      object: expect.stringMatching(new RegExp(`^${object}`)),
      finding: expect.stringMatching(new RegExp(`^its ${field} is not what was sealed as version [12]$`)),
    });
  });

  it('are missed where a row was written past the books, or is gone', async () => {
    const added = `insert into budget.budget_line (code, fund, biennium, activity, title, allotment_usd) values ('BC-9', 'BC', '2024-2025', '1', '', 1)`;
    const kind = 'budget line';
    expect(await found([added])).toEqual([
      { kind, object: 'BC-9', finding: 'no version of it was sealed: it was written past the books' },
    ]);
    const gone = `delete from budget.budget_line where code = 'BC-CRA-2025-001'`;
    expect(await found([gone])).toEqual([{ kind, object: 'BC-CRA-2025-001', finding: 'it was sealed, and is gone' }]);
  });

  const raised = `update budget.budget_line set allotment_usd = 99999 where code = 'BC-CRA-2025-001'`;
  const sealedWords = `replace(body, '"allotmentUsd":"50000.00"', '"allotmentUsd":"99999.00"')`;
  const ofTheLine = `kind = 'budget-line' and record = 'BC-CRA-2025-001'`;

  it('are missed where their sealed version was altered with them: by its leaf', async () => {
    const altered = [raised, `update sealing.value_version set body = ${sealedWords} where ${ofTheLine}`];
    expect(await found(altered)).toEqual([]); // row and version say the same
    expect(await found(altered, 'I17')).toMatchObject([{ kind: 'seal: body altered' }]);
  });

  const firstAct = `(select id from platform.audit_event order by sequence limit 1)`;
  it('are missed where a version was added, or taken away', async () => {
    const copied = (act: string): string =>
      `insert into sealing.value_version (kind, record, number, act, body)
       select kind, record, 2, ${act}, replace(replace(${sealedWords}, '"number":"1"', '"number":"2"'),
         '"act":"' || act || '"', coalesce('"act":"' || ${act} || '"', '"asOf":"migration"'))
       from sealing.value_version where ${ofTheLine}`;
    expect(await found([raised, copied('act')])).toEqual([]);
    expect(await found([raised, copied('act')], 'I17')).toMatchObject([{ kind: 'seal: record unsealed' }]);
    const object = 'BC-CRA-2025-001';
    expect(await found([raised, copied('null::uuid')])).toEqual([
      { kind: 'budget line', object, finding: 'version 2 is of no act, after versions that are of one' },
    ]);
    const nobodys = `'00000000-0000-7000-8000-000000000000'::uuid`;
    expect(await found([raised, copied(nobodys)])).toEqual([
      { kind: 'budget line', object, finding: 'version 2 is of an act that is not there' },
    ]);
    const finding = 'version 2 is of an act before that of version 1';
    expect(await found([raised, copied(firstAct)])).toEqual([{ kind: 'budget line', object, finding }]);
    const renumbered = `update sealing.value_version set number = 2, body = replace(body, '"number":"1"', '"number":"2"') where ${ofTheLine}`;
    expect(await found([renumbered])).toEqual([
      { kind: 'budget line', object, finding: 'of its 2 versions there are 1' },
    ]);
    const taken = `delete from sealing.value_version where ${ofTheLine}`;
    expect(await found([taken], 'I17')).toMatchObject([{ kind: 'seal: record missing' }]);
  });

  it('are as they were sealed where another table begins to be sealed in books that are in use', async () => {
    const begun = [
      `insert into sealing.value_version (kind, record, number, body)
       select 'another', 'it', 1, sealing.version_body('another', 'it', 1, null, '{}')`,
    ];
    expect(await found(begun)).toEqual([{ kind: 'another', object: 'it', finding: 'it was sealed, and is gone' }]);
  });

  it('are compared for every table that seals its values', async () => {
    const sealed = await superuser.query<{ kind: string; relation: string }[]>(
      `select split_part(encode(tgargs, 'escape'), '\\000', 1) as kind, tgrelid::regclass::text as relation from pg_trigger
       where tgname like '%\\_values\\_are\\_sealed' and tgname not like '%\\_new\\_values\\_are\\_sealed'`,
    );
    const compared = Array.from(
      presentValues.matchAll(/ '(?<kind>[^']+)'.* from (?<relation>\S+) as stored/gu),
      ({ groups }) => ({ ...groups }),
    );
    const ofCharges = { kind: '', relation: 'charging.charge_allocation' }; // by digests: of the charge, with its shares
    expect(new Set([...compared, ofCharges])).toEqual(new Set(sealed));
    expect(compared).toHaveLength(sealed.length - 1);
  });

  it('are missed where the columns of a version say something else than its words', async () => {
    const another = `update sealing.value_version set record = 'BC-10' where ${ofTheLine}`;
    expect(await found([another])).toContainEqual({
      kind: 'budget line',
      object: 'BC-10',
      finding: 'version 1 says something else in its columns than in its words',
    });
  });

  it('are sealed again as they are changed, by the act that changed them, and never where only a counter moved', async () => {
    const versions = (kind: string): Promise<{ number: number; action: string; limit: string }[]> =>
      office.db.query(
        `select number, action, value_version.body::jsonb #>> '{values,cashLimitUsd}' as limit
         from sealing.value_version join platform.audit_event on audit_event.id = act
         where value_version.kind = $1 and record in ('MC-STF', 'BC-CRA-2025-001') order by number`,
        [kind],
      );
    await office.do(async (tx) =>
      office.books
        .get(BudgetService)
        .stateCashLimit(
          tx,
          { fund: 'MC-STF', limit: Money.usd('5000.00'), reason: 'as paid in' },
          await office.officer(tx, 'MINAMATA.approving'),
          office.books.clock,
        ),
    );
    expect(await versions('trust-fund')).toMatchObject([
      { number: 1, limit: null },
      { number: 2, action: 'FUND_CASH_STATED', limit: '5000.00' },
    ]);
    expect(await versions('budget-line')).toMatchObject([{ number: 1 }]); // which a charge was certified on
  });

  it('are seen by the side whose row it is, or by both', async () => {
    const server = await sessionAs(roles.app, office.books.url, '');
    const seenBy = (tenant: string): Promise<{ kind: string; record: string }[]> =>
      forTenant(server, tenant, (tx) => tx.query('select kind, record from sealing.value_version order by id'));
    try {
      const [brs, minamata] = [await seenBy('BRS'), await seenBy('MINAMATA')];
      const of = (kind: string, seen: typeof brs): string[] =>
        seen.filter((one) => one.kind === kind).map(({ record }) => record);
      for (const seen of [brs, minamata]) {
        expect(of('agreement', seen)).toEqual(['CRA-2025-001', 'CRA-2025-001']); // drafted, and signed
        expect(of('dsa-rate', seen)).toEqual([]); // everybody's, and compared by the program
      }
      expect(of('trust-fund', brs)).toEqual(['BC', 'RO', 'SC']);
      expect(of('trust-fund', minamata)).toEqual(['MC-GTF', 'MC-STF', 'MC-STF']);
      expect(of('budget-line', brs)).toHaveLength(3);
      expect([of('budget-line', minamata), of('split-key', minamata)]).toEqual([[], []]);
      expect(await seenBy('')).toEqual([]);
    } finally {
      await server.destroy();
    }
  });
});

describe('values that were there before they were sealed', () => {
  it('are sealed as they are then, and say so', async () => {
    const office = await Office.open();
    const superuser = await sessionAs('none', office.books.url);
    try {
      const { number } = await office.agreement();
      await office.certified([office.draft(number, { note: 'as agreed' })]);
      const runner = superuser.createQueryRunner();
      await new APaymentIsApprovedByAnother1767225650000().down(runner);
      await new ALineAndAFundSayWhereTheyAreBooked1767225646000().down(runner);
      await new AChargeIsSealedWithItsAct1767225644100().down(runner);
      await new ValuesAreSealedAsTheyChange1767225644000().down(runner);
      await runner.query(`delete from sealing.queue where kind = 'value-version'`);
      await new ValuesAreSealedAsTheyChange1767225644000().up(runner);
      await new AChargeIsSealedWithItsAct1767225644100().up(runner);
      await new ALineAndAFundSayWhereTheyAreBooked1767225646000().up(runner);
      await new APaymentIsApprovedByAnother1767225650000().up(runner);
      await runner.release();
      const found = (): Promise<readonly Wrong[]> => superuser.transaction((tx) => sealedValues.wrong(tx));
      expect(await found()).toEqual([]);
      const [counted] = await superuser.query<{ versions: string; queued: string; words: string[] }[]>(
        `select count(*) as versions, (select count(*) from sealing.queue where kind = 'value-version') as queued,
           array_agg(distinct left(body, 20)) as words from sealing.value_version`,
      );
      expect(counted).toMatchObject({ queued: counted?.versions, words: ['{"asOf":"migration",'] });
      const charge = await superuser.query(`select record from sealing.value_version where kind = 'charge'`);
      expect(charge).toEqual([{ record: 'C-00001' }]);
      const alter = `update charging.charge set note = 'otherwise'`;
      await superuser.query(`set session_replication_role = replica; ${alter}; set session_replication_role = origin`);
      expect(await found()).toMatchObject([{ kind: 'charge', object: 'C-00001' }]);
    } finally {
      await superuser.destroy();
      await office.close('tampered');
    }
  });
});
