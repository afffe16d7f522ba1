import { Day, Money } from '#kernel';
import type { Tx } from '#platform';
import type { CertifiableCharge } from './certification.ts';
import type { ChargeState } from './charge-states.ts';

/** Charges with their shares, locked until the end of the transaction, in the order of their ids; those that are missing are not there. */
export async function lockedCharges(tx: Tx, ids: readonly string[]): Promise<CertifiableCharge[]> {
  // Locked first, read after: one statement would read the shares as they were before it waited for the lock.
  const locking = tx.query('select from charging.charge where id = any($1) order by id for no key update', [ids]);
  const reading = tx.query<ChargeRow[]>(
    `select charge.id, charge.agreement, charge.provider, charge.client, charge.item, charge.family, charge.nature, charge.state, charge.version,
         charge.delivered_on, charge.quantity, charge.unit, charge.amount_usd, charge.credited_quantity, charge.credited_usd,
         charge.unit_rate, charge.units_per_usd, charge.traveller, charge.recorded_by, charge.received_by, charge.remark_by,
         (select json_agg(json_build_array(side, fund, budget_line, weight::text, amount_usd::text, credited_usd::text) order by position)
          from charging.charge_allocation where charge = charge.id) as shares
       from charging.charge
       where charge.id = any($1)
       order by charge.id`,
    [ids],
  );
  const [, rows] = await Promise.all([locking, reading]);
  return rows.map(asItIsLocked);
}

interface ChargeRow {
  id: string;
  agreement: string;
  provider: string;
  client: string;
  item: string;
  family: string;
  nature: CertifiableCharge['nature'];
  state: ChargeState;
  version: number;
  delivered_on: string;
  quantity: string;
  unit: string;
  amount_usd: string;
  credited_quantity: string;
  credited_usd: string;
  unit_rate: string | null;
  units_per_usd: string | null;
  traveller: string | null;
  recorded_by: string;
  received_by: string | null;
  remark_by: string | null;
  shares: [
    side: 'CLIENT' | 'PROVIDER',
    fund: string,
    budgetLine: string,
    weight: string,
    amountUsd: string,
    creditedUsd: string,
  ][];
}

function asItIsLocked(row: ChargeRow): CertifiableCharge {
  return {
    id: row.id,
    agreement: row.agreement,
    provider: row.provider,
    client: row.client,
    item: row.item,
    family: row.family,
    nature: row.nature,
    state: row.state,
    version: row.version,
    deliveredOn: Day.of(row.delivered_on),
    quantity: row.quantity,
    unit: row.unit,
    amount: Money.usd(row.amount_usd),
    creditedQuantity: row.credited_quantity,
    credited: Money.usd(row.credited_usd),
    unitRate: row.unit_rate,
    unitsPerUsd: row.units_per_usd,
    traveller: row.traveller,
    recordedBy: row.recorded_by,
    receivedBy: row.received_by,
    remarkBy: row.remark_by,
    shares: row.shares.map(([side, fund, budgetLine, weight, amountUsd, creditedUsd]) => ({
      side,
      fund,
      budgetLine,
      weight,
      amount: Money.usd(amountUsd),
      credited: Money.usd(creditedUsd),
    })),
  };
}
