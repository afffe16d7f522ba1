import type { Tx } from '#platform';
import type { OperationalRate } from '#rates';

/** How many charges were delivered while a rate was in force, and priced before it came into the books. */
export interface PricedEarlier {
  readonly currency: string;
  readonly effectiveOn: string;
  readonly charges: number;
}

/**
 * Of rates just added, those that come too late for charges: delivered on its day or after it, and converted with an earlier
 * rate. A rate never prices a charge again, so whoever adds it has to know. What owes nothing any more is not counted.
 */
export function pricedEarlier(tx: Tx, added: readonly OperationalRate[]): Promise<PricedEarlier[]> {
  return tx.query<PricedEarlier[]>(
    `select added.currency, added.effective_on::text as "effectiveOn", count(*)::integer as charges
     from unnest($1::text[], $2::date[]) as added (currency, effective_on)
     join charging.charge on charge.delivered_on >= added.effective_on
       and charge.state not in ('WITHDRAWN', 'REVERSED', 'REJECTED', 'CREDITED')
     where charge.rate_effective_on < added.effective_on
         and coalesce(charge.original_currency, charge.unit_rate_currency) = added.currency
       or exists (
         select from jsonb_array_elements(charge.trip -> 'components') as part
         where part ->> 2 like added.currency || ' %'
           and substring(part ->> 2 from 'rate of ([0-9-]+)$')::date < added.effective_on)
     group by added.currency, added.effective_on
     order by added.currency, added.effective_on`,
    [added.map(({ currency }) => currency), added.map(({ effectiveOn }) => effectiveOn.toString())],
  );
}

/** For whoever added the rate: the charges stay as they are. */
export function pricedEarlierSentence({ currency, effectiveOn, charges }: PricedEarlier): string {
  return charges === 1
    ? `${currency} of ${effectiveOn} comes late: a charge delivered on that day or later was priced with an earlier rate, and stays so.`
    : `${currency} of ${effectiveOn} comes late: ${charges} charges delivered on that day or later were priced with an earlier rate, and stay so.`;
}
