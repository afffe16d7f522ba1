import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';
import { outOfRange } from './ranges.query.ts';

/** How amounts came about, computed again in SQL: the rates, the splits, the memo of support cost. */
export const priceChecks: readonly Check<Tx>[] = [
  {
    id: 'I10',
    sentence: 'Every amount is what its price makes, converted with the newest rate that the books had for its day',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'charge' as kind, charge.id as object,
           case when charge.amount_usd <> round(coalesce(charge.quantity * charge.unit_rate, charge.original_amount) / coalesce(charge.units_per_usd, 1), 2)
               then 'USD ' || charge.amount_usd || ' is not what its price makes'
             when charge.units_per_usd is null then 'it is in ' || coalesce(charge.original_currency, charge.unit_rate_currency) || ' and not converted'
             when rate.currency is null then 'nobody published ' || charge.units_per_usd || ' for ' || charge.rate_effective_on
             else 'the books had the rate of ' || newer.effective_on || ', it was converted with that of ' || charge.rate_effective_on end as finding
         from charging.charge
         left join rates.operational_rate as rate
           on rate.currency = coalesce(charge.original_currency, charge.unit_rate_currency)
             and rate.effective_on = charge.rate_effective_on and rate.units_per_usd = charge.units_per_usd
         left join lateral (
           select newer.effective_on from rates.operational_rate as newer
           where charge.rate_effective_on is not null and newer.currency = rate.currency and newer.effective_on > charge.rate_effective_on
             and newer.effective_on <= charge.delivered_on and newer.entered_after_charge < charge.sequence
           order by newer.effective_on desc limit 1
         ) as newer on true
         where charge.trip is null and (
           charge.amount_usd <> round(coalesce(charge.quantity * charge.unit_rate, charge.original_amount) / coalesce(charge.units_per_usd, 1), 2)
           or (charge.units_per_usd is null) <> (coalesce(charge.original_currency, charge.unit_rate_currency) = 'USD')
           or charge.units_per_usd is not null and (rate.currency is null or newer.effective_on is not null or charge.rate_effective_on > charge.delivered_on))
         order by charge.sequence limit 100`,
      ),
  },
  {
    id: 'I10a',
    sentence:
      'Every trip is the sum of its components, each converted with a published rate, with an allowance for each of its nights',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with component as (
           select charge.id, charge.sequence, part.position, part.parts ->> 0 as label, (part.parts ->> 1)::numeric as amount, part.parts ->> 2 as basis,
             regexp_match(part.parts ->> 2, '^([A-Z]{3}) (-?[0-9.]+) / ([0-9.]+), rate of (.+)$') as paid,
             regexp_match(part.parts ->> 2, '^([A-Z]{3}) at ([0-9.]+), rate of (.+)$') as night,
             regexp_match(part.parts ->> 0, '^DSA (\\S+) (\\d+) x ([0-9.]+) / ([0-9.]+)$') as dsa
           from charging.charge cross join lateral jsonb_array_elements(charge.trip -> 'components') with ordinality as part (parts, position)
           where charge.trip is not null
         ), found as (
           select id, sequence, 'its component "' || label || '" of USD ' || amount || ' does not follow from ' || basis as finding
           from component
           where paid is not null and amount <> round(paid[2]::numeric / paid[3]::numeric, 2)
             or dsa is not null and amount not in (round(dsa[2]::numeric * dsa[3]::numeric / dsa[4]::numeric, 2),
               round(dsa[2]::numeric * dsa[3]::numeric / 2 / dsa[4]::numeric, 2))
             or night is not null and dsa is not null and night[2]::numeric <> dsa[4]::numeric
           union all
           select id, sequence, 'nobody published the rate of "' || basis || '"' from component
           where coalesce(paid, night) is not null and not exists (
             select from rates.operational_rate as rate
             where rate.currency = coalesce(paid[1], night[1]) and rate.effective_on = coalesce(paid[4], night[3])::date
               and rate.units_per_usd = coalesce(paid[3], night[2])::numeric)
           union all
           select id, sequence, 'no allowance of ' || dsa[3] || ' was published for ' || dsa[1] from component
           where dsa is not null and not exists (select from rates.dsa_rate where place = dsa[1] and amount = dsa[3]::numeric)
           union all
           select charge.id, charge.sequence, 'its components add up to USD ' || coalesce(sum(component.amount), 0)
           from charging.charge left join component on component.id = charge.id
           where charge.trip is not null group by charge.id having coalesce(sum(component.amount), 0) <> charge.amount_usd
           union all
           select charge.id, charge.sequence, 'it pays ' || coalesce(nights.paid, 0) || ' nights and its components ' || coalesce(groups.nights, 0)
           from charging.charge
           left join (select charge, count(*) as paid from charging.traveller_night group by 1) as nights on nights.charge = charge.id
           left join (select id, sum(dsa[2]::integer) as nights from component where dsa is not null group by 1) as groups on groups.id = charge.id
           where charge.trip is not null and coalesce(nights.paid, 0)
             <> case when charge.state in ('WITHDRAWN', 'REVERSED') then 0 else coalesce(groups.nights, 0) end -- its nights are free again
         )
         select 'trip' as kind, id as object, finding from found order by sequence, finding limit 100`,
      ),
  },
  {
    id: 'I11',
    sentence:
      'Every charge is shared over funds by largest remainder of its weights, to the cent, and a credit note as its charge',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with sides as (
           select charge, side, sum(weight) as weights, sum(amount_usd) as shared from charging.charge_allocation group by 1, 2
         ), exact as (
           select split.charge, split.side, split.position, split.amount_usd, split.weight,
             charge.amount_usd * 100 as cents, sides.weights, sides.shared, charge.amount_usd as whole,
             div(charge.amount_usd * 100 * split.weight, sides.weights) as floor
           from charging.charge_allocation as split
           join charging.charge on charge.id = split.charge
           join sides on sides.charge = split.charge and sides.side = split.side
           where sides.weights > 0
         ), ranked as (
           select *, cents - sum(floor) over side as left_over,
             row_number() over (partition by charge, side order by weight = 0, cents * weight - floor * weights desc, position) as rank
           from exact window side as (partition by charge, side)
         )
         select 'share of a charge' as kind, concat_ws(' ', charge, side, position) as object,
           'USD ' || amount_usd || ' where its weight of ' || weight || ' in ' || weights || ' makes '
             || ((floor + case when rank <= left_over then 1 else 0 end) / 100)::numeric(18, 2) as finding
         from ranked where amount_usd <> (floor + case when rank <= left_over then 1 else 0 end) / 100
         union all
         select 'charge', charge.id, 'its ' || side.side || ' shares add up to USD ' || coalesce(sides.shared, 0) || ', it is USD ' || charge.amount_usd
         from charging.charge cross join (values ('CLIENT'), ('PROVIDER')) as side (side)
         left join sides on sides.charge = charge.id and sides.side = side.side
         where sides.shared is distinct from charge.amount_usd or sides.weights = 0
         union all
         select 'credit note line', concat_ws(' ', coalesce(invoice.number, invoice.id::text), line.position, side.side),
           'its shares add up to USD ' || coalesce(sum(share.amount_usd), 0) || ', it is USD ' || line.amount_usd
         from invoicing.invoice join invoicing.invoice_line as line on line.invoice = invoice.id
         cross join (values ('CLIENT'), ('PROVIDER')) as side (side)
         left join invoicing.credit_allocation as share
           on share.invoice = line.invoice and share.position = line.position and share.side = side.side
         where invoice.type = 'CREDIT_NOTE'
         group by invoice.id, invoice.number, line.position, line.amount_usd, side.side
         having coalesce(sum(share.amount_usd), 0) <> line.amount_usd
         union all
         -- A cent more or less than its weight makes, for each credit of the charge before it and each fund that was full.
         select 'share of a credit note', concat_ws(' ', share.invoice, share.position, share.side, share.fund),
           'USD ' || share.amount_usd || ' of a line of USD ' || line.amount_usd || ' does not mirror the charge'
         from invoicing.credit_allocation as share
         join invoicing.invoice_line as line on line.invoice = share.invoice and line.position = share.position
         left join charging.charge_allocation as split
           on split.charge = line.charge and split.side = share.side and split.fund = share.fund and split.budget_line = share.budget_line
         left join sides on sides.charge = line.charge and sides.side = share.side
         where split.charge is null or abs(share.amount_usd - line.amount_usd * split.weight / nullif(sides.weights, 0)) >
           0.01 * ((select count(*) from invoicing.invoice_line as credit where credit.charge = line.charge and not credit.bills)
             + (select count(*) from charging.charge_allocation as fund where fund.charge = line.charge and fund.side = share.side))
         order by 1, 2 limit 100`,
      ),
  },
  {
    id: 'I12',
    sentence:
      'Programme support cost is borne once: no rate that includes it is charged where the client’s fund bears it on top',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'charge' as kind, charge.id as object,
           case when card.provider is null then 'the card has no rate of ' || charge.unit_rate || ' ' || charge.unit_rate_currency || ' from ' || charge.unit_rate_valid_from
             else 'its rate includes indirect cost, and agreement ' || charge.agreement || ' charges support cost on top' end as finding
         from charging.charge join agreements.agreement on agreement.number = charge.agreement
         left join rates.rate_card_entry as card
           on card.provider = charge.provider and card.item = charge.item and card.valid_from = charge.unit_rate_valid_from
             and card.currency = charge.unit_rate_currency and card.unit_rate = charge.unit_rate and charge.delivered_on between card.valid_from and card.valid_to
         where charge.unit_rate is not null
           and (card.provider is null or card.includes_indirect_cost and agreement.programme_support_cost = 'CLIENT_FUND')
         order by charge.sequence limit 100`,
      ),
  },
  {
    id: 'I19',
    sentence:
      'Every amount is money: exact, of two decimals, and a number; every day and instant is one of the years 1900 to 2199',
    wrong: async (tx) => [
      ...(await tx.query<Wrong[]>(
        `select 'column' as kind, concat_ws('.', table_schema, table_name, column_name) as object, 'it is ' || data_type as finding
         from information_schema.columns
         where table_schema not in ('pg_catalog', 'information_schema', 'public') and (data_type in ('real', 'double precision', 'money')
           or column_name like '%\\_usd' and column_name <> 'units_per_usd' and data_type <> 'numeric')
         order by 1, 2 limit 100`,
      )),
      ...(await outOfRange(tx)),
    ],
  },
];
