import type { Wrong } from '#audit';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Database } from '#platform';
import { anActInSql } from '../support/an-act.ts';
import type { Office } from '../support/office.ts';
import { checkOf, type SealedOffice, sealedOffice } from '../support/sealed-office.ts';
import { afterwards, tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

const sealedValues = checkOf('I21');

/** In SQL: what is sealed of the only charge, as it is. */
const digestOfTheCharge = `(
  select sealing.digest_of(charge, '[' || (select string_agg(sealing.values_of(share), ',' order by side, position)
    from charging.charge_allocation as share where share.charge = charge.id) || ']') from charging.charge where id = 'C-00001')`;

describe('the values of a charge', () => {
  let office: Office;
  let superuser: Database;
  let found: SealedOffice['found'];
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ office, superuser, found, close } = await sealedOffice());
  });
  afterAll(() => close());

  it.each<[field: string, statement: string]>([
    ['note', `update charging.charge set note = 'otherwise agreed' where id = 'C-00001'`],
    ['reference to evidence', `update charging.charge set evidence = 'DN-2' where id = 'C-00001'`],
    ['day of delivery', `update charging.charge set delivered_on = delivered_on - 1 where id = 'C-00001'`],
    ['first day of delivery', `update charging.charge set delivered_from = delivered_on - 1 where id = 'C-00001'`],
    ['family', `update charging.charge set family = 'REGISTRATION' where id = 'C-00001'`],
    [
      'instant of recording',
      `update charging.charge set recorded_at = recorded_at - interval '1 day' where id = 'C-00001'`,
    ],
    ['supplier’s invoice', `update charging.charge set supplier_invoice_on = '2025-05-01' where id = 'C-00001'`],
    [
      'line that bears it',
      `update charging.charge_allocation set budget_line = 'BC-2' where charge = 'C-00001' and fund = 'BC'`,
    ],
    ['weight', `update charging.charge_allocation set weight = 7 where charge = 'C-00001' and side = 'PROVIDER'`],
    ['share', `delete from charging.charge_allocation where charge = 'C-00001' and side = 'PROVIDER'`],
  ])('are missed where they were altered: its %s', async (_, statement) => {
    const finding = 'what it and its shares say is not what was sealed when it was recorded';
    expect(await found([statement])).toEqual([{ kind: 'charge', object: 'C-00001', finding }]);
  });

  async function copyOfTheCharge(): Promise<string> {
    const [{ names } = { names: '' }] = await superuser.query<{ names: string }[]>(
      `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
       where attrelid = 'charging.charge'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    );
    const copy = `'{"id":"C-X","sequence":"999","state":"RECORDED","received_by":null,"received_at":null,"certified_by":null,"certified_at":null}'`;
    return `insert into charging.charge (${names}) select ${names} from (
      select (jsonb_populate_record(charge, ${copy})).* from charging.charge where id = 'C-00001') as copied`;
  }

  it('are sealed by the act that recorded it, and by a version where that act says nothing of it', async () => {
    const versions = `select record, number, body from sealing.value_version where kind = 'charge' order by number`;
    expect(await office.owner.query(versions)).toEqual([]);
    const shares = (side: string): string =>
      `insert into charging.charge_allocation (charge, side, position, fund, budget_line, weight, amount_usd)
       select 'C-X', side, position, fund, budget_line, weight, amount_usd from charging.charge_allocation
       where charge = 'C-00001' and side = '${side}'`;
    const written = [anActInSql, await copyOfTheCharge(), shares('CLIENT'), shares('PROVIDER')];
    const { added, wrong } = await afterwards(office.owner, written, async (runner) => ({
      added: (await runner.query(versions)) as unknown,
      wrong: await sealedValues.wrong(runner.manager),
    }));
    const body: unknown = expect.stringMatching(
      /^\{"act":".*","kind":"charge",.*"values":\{"sha256":"[0-9a-f]{64}"\}\}$/,
    );
    expect(added).toEqual([1, 2].map((number) => ({ record: 'C-X', number, body }))); // as the shares of each side came
    expect(wrong).toEqual([]);
  });

  it('are sealed by a version where the act that recorded it has no digests', async () => {
    const recorded = anActInSql.replace('ARRANGED_BY_A_TEST', 'CHARGES_RECORDED').replace('{test}', '{C-X}');
    const shares = `insert into charging.charge_allocation (charge, side, position, fund, budget_line, weight, amount_usd)
      select 'C-X', side, position, fund, budget_line, weight, amount_usd from charging.charge_allocation
      where charge = 'C-00001' order by side, position`;
    const { added, wrong } = await afterwards(
      office.owner,
      [recorded, await copyOfTheCharge(), shares],
      async (runner) => ({
        added: (await runner.query(
          `select record, number from sealing.value_version where kind = 'charge'`,
        )) as unknown,
        wrong: await sealedValues.wrong(runner.manager),
      }),
    );
    expect(added).toEqual([{ record: 'C-X', number: 1 }]);
    expect(wrong).toEqual([]);
  });

  const renoted = `update charging.charge set note = 'otherwise agreed' where id = 'C-00001'`;
  const underTheTriggers = 'set local session_replication_role = origin';
  /** A version of the charge as it is now, as a trigger would write it. */
  const versionOfTheCharge = (number: number, act: string): string =>
    `insert into sealing.value_version (kind, record, number, act, body)
     select 'charge', 'C-00001', ${number}, ${act}, sealing.version_body('charge', 'C-00001', ${number}, ${act}, '{"sha256":"' || ${digestOfTheCharge} || '"}')`;
  const lastAct = `(select id from platform.audit_event order by sequence desc limit 1)`;
  const ofTheCharge = (finding: string): Wrong => ({ kind: 'charge', object: 'C-00001', finding });

  it('are missed where it was altered, and a version of it was added that is sealed', async () => {
    const altered = [renoted, underTheTriggers, versionOfTheCharge(1, 'null::uuid')];
    for (const id of ['I17', 'I17a', 'I18', 'I3']) expect(await found(altered, id)).toEqual([]);
    const finding = 'version 1 of it does not say what the act that recorded it says';
    expect(await found(altered)).toEqual([ofTheCharge(finding)]);
    const withAnAct = [renoted, underTheTriggers, versionOfTheCharge(1, lastAct)];
    expect(await found(withAnAct)).toEqual([ofTheCharge(finding)]);
  });

  it.each<[what: string, statements: string[], findings: string[]]>([
    [
      'of an act that is not there',
      [versionOfTheCharge(1, `'00000000-0000-7000-8000-000000000000'::uuid`)],
      ['version 1 is of an act that is not there'],
    ],
    [
      'of no act, after one that is of one',
      [versionOfTheCharge(1, lastAct), versionOfTheCharge(2, 'null::uuid')],
      ['version 2 is of no act, after versions that are of one'],
    ],
    [
      'of no act, after another',
      [versionOfTheCharge(1, 'null::uuid'), versionOfTheCharge(2, 'null::uuid')],
      ['version 2 is of no act, after another of it'],
    ],
    [
      'of an act, after one of none',
      [versionOfTheCharge(1, 'null::uuid'), versionOfTheCharge(2, lastAct)],
      ['version 2 is of another act than the one before it, and a charge is written once'],
    ],
    ['with no first one', [versionOfTheCharge(2, lastAct)], ['of its 2 versions there are 1']],
    [
      'in other columns than words',
      [versionOfTheCharge(1, lastAct), `update sealing.value_version set number = 2 where kind = 'charge'`],
      ['of its 2 versions there are 1', 'version 2 says something else in its columns than in its words'],
    ],
  ])('are missed where there is a version of it %s', async (_, statements, findings) => {
    expect(await found(statements)).toEqual(findings.map(ofTheCharge));
  });

  it('are written once', async () => {
    for (const change of [`note = 'otherwise'`, `replaces = 'C-00002'`])
      expect(await tried(office.owner, anActInSql, `update charging.charge set ${change}`)).toMatch(/^23001 /);
  });

  it('are missed where a charge was written past the books, or is gone', async () => {
    expect(await found([await copyOfTheCharge()])).toEqual([
      { kind: 'charge', object: 'C-X', finding: 'nothing sealed says what it says: it was written past the books' },
    ]);
    expect(await found([`delete from charging.charge where id = 'C-00001'`])).toEqual([
      { kind: 'charge', object: 'C-00001', finding: 'it was sealed, and is gone' },
    ]);
  });
});
