import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Tx } from '#platform';
import { anAct } from '../support/an-act.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and a paper is drawn

/** What the server's own role may write, past the services. */
describe('nothing is finished past the services', () => {
  let office: Office;
  let agreement: string;
  let issued: string;
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    issued = (await office.invoiced(agreement)).id;
  });
  afterAll(() => office.close());

  /** At commit: the constraint that refuses it. */
  const refused = (work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
    office.db
      .transaction(async (tx) => {
        await anAct(tx);
        await work(tx);
      })
      .then(
        () => 'committed',
        (error: { driverError?: { constraint?: string } }) => error.driverError?.constraint ?? error,
      );

  const copied = async (tx: Tx, table: string, key: string, id: string): Promise<void> => {
    const [schema, name] = table.split('.');
    const [{ names } = { names: '' }] = await tx.query<{ names: string }[]>(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = $1 and table_name = $2 and column_name not in ($3, 'sequence') and is_generated = 'NEVER'`,
      [schema, name, key],
    );
    await tx.query(`insert into ${table} (${key}, ${names}) select 'COPY', ${names} from ${table} where ${key} = $1`, [
      id,
    ]);
  };

  it('an agreement begins as a draft', async () => {
    const signed = (tx: Tx) => copied(tx, 'agreements.agreement', 'number', agreement);
    expect(await refused(signed)).toBe('agreement_begins_as_a_draft');
  });

  it('a charge begins as recorded', async () => {
    const [charge = ''] = await office.certified([office.draft(agreement)]);
    const certified = async (tx: Tx): Promise<void> => {
      await copied(tx, 'charging.charge', 'id', charge);
      await tx.query(
        `insert into charging.charge_allocation (charge, side, position, fund, budget_line, weight, amount_usd)
         select 'COPY', side, position, fund, budget_line, weight, amount_usd from charging.charge_allocation where charge = $1`,
        [charge],
      );
    };
    expect(await refused(certified)).toBe('charge_begins_as_recorded');
  });

  it('a charge is certified with its entry', async () => {
    const [charge] = await office.records([office.draft(agreement)]);
    await office.receives([charge?.id ?? '']);
    const certify = `update charging.charge set state = 'CERTIFIED', certified_by = 'BRS.certifying', certified_at = now() where id = $1`;
    expect(await refused((tx) => tx.query(certify, [charge?.id]))).toBe('charge_certified_with_its_entry');
  });

  it('a charge is settled with the voucher of its document', async () => {
    const settle = `update charging.charge set state = 'SETTLED' where state = 'INVOICED'`;
    expect(await refused((tx) => tx.query(settle))).toBe('charge_settled_with_its_voucher');
  });

  it.each(['INVOICE', 'CREDIT_NOTE', 'NETTING', 'AUDIT'])(
    'a number of the series of %s is given with its paper',
    async (type) => {
      const count = `insert into invoicing.number_series as series (provider, type, year, last_number) values ('MINAMATA', $1, 2025, 1)
        on conflict on constraint number_series_once do update set last_number = series.last_number + 1`;
      expect(await refused((tx) => tx.query(count, [type]))).toBe('number_series_with_its_paper');
    },
  );

  it('a document is settled with its voucher', async () => {
    const settle = `update invoicing.invoice set state = 'SETTLED', settled_on = '2025-12-31' where id = $1`;
    expect(await refused((tx) => tx.query(settle, [issued]))).toBe('invoice_settled_with_its_voucher');
  });
});
