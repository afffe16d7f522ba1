import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

/**
 * The values of what is agreed, allotted, published, designated and charged, each row against the last version of it that was sealed. That a
 * version says what was sealed is the seal's to say (I17).
 */
export const sealedValuesCheck: Check<Tx> = {
  id: 'I21',
  sentence:
    'Every charge, agreement, allotment, rate, split key, designation, voucher and secretariat says what was sealed when it was written last',
  wrong: async (tx) =>
    [...(await wrongRows(tx)), ...(await wrongCharges(tx)), ...(await wrongVersions(tx))].slice(0, 100),
};

/** Every row that seal_values seals, by the kind of its versions. Charges have digests, and a rule of their own. */
export const presentValues = `
  select 0 as rank, 'secretariat' as kind, sealing.record_of(stored) as record, sealing.values_of(stored)::jsonb as says from identity.secretariat as stored
  union all select 1, 'designation-proposal', sealing.record_of(stored), sealing.values_of(stored)::jsonb from identity.designation_proposal as stored
  union all select 2, 'designation', sealing.record_of(stored), sealing.values_of(stored)::jsonb from identity.designation as stored
  union all select 3, 'trust-fund', sealing.record_of(stored), sealing.values_of(stored)::jsonb from budget.trust_fund as stored
  union all select 4, 'budget-line', sealing.record_of(stored), sealing.values_of(stored)::jsonb from budget.budget_line as stored
  union all select 5, 'split-key', sealing.record_of(stored), sealing.values_of(stored)::jsonb from budget.split_key as stored
  union all select 6, 'service-item', sealing.record_of(stored), sealing.values_of(stored)::jsonb from rates.service_item as stored
  union all select 7, 'rate-card-entry', sealing.record_of(stored), sealing.values_of(stored)::jsonb from rates.rate_card_entry as stored
  union all select 8, 'operational-rate', sealing.record_of(stored), sealing.values_of(stored)::jsonb from rates.operational_rate as stored
  union all select 9, 'dsa-rate', sealing.record_of(stored), sealing.values_of(stored)::jsonb from rates.dsa_rate as stored
  union all select 10, 'terminal-expense', sealing.record_of(stored), sealing.values_of(stored)::jsonb from rates.terminal_expense as stored
  union all select 11, 'meeting', sealing.record_of(stored), sealing.values_of(stored)::jsonb from agreements.meeting as stored
  union all select 12, 'agreement', sealing.record_of(stored), sealing.values_of(stored)::jsonb from agreements.agreement as stored
  union all select 13, 'signature', sealing.record_of(stored), sealing.values_of(stored)::jsonb from agreements.signature as stored
  union all select 14, 'settlement', sealing.record_of(stored), sealing.values_of(stored)::jsonb from invoicing.settlement as stored
  union all select 15, 'coding', sealing.record_of(stored), sealing.values_of(stored)::jsonb from budget.coding as stored
  union all select 16, 'settlement-proposal', sealing.record_of(stored), sealing.values_of(stored)::jsonb from invoicing.settlement_proposal as stored`;

function wrongRows(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with last as (
       select distinct on (kind, record) kind, record, number, body::jsonb -> 'values' as sealed
       from sealing.value_version where kind <> 'charge' order by kind, record, number desc
     ), present as (${presentValues})
     select replace(kind, '-', ' ') as kind, record as object, case
         when last.sealed is null then 'no version of it was sealed: it was written past the books'
         when says is null then 'it was sealed, and is gone'
         else 'its ' || (
           select lower(regexp_replace(field, '([A-Z])', ' \\1', 'g')) from jsonb_object_keys(says || sealed) as key (field)
           where says -> field is distinct from sealed -> field order by field limit 1
         ) || ' is not what was sealed as version ' || number
       end as finding
     from present full join last using (kind, record)
     where says is distinct from sealed
     order by coalesce(rank, 98), record limit 100`,
  );
}

/**
 * Of a charge the digest is sealed, in the words of the act that recorded it, or in a version where that act says none. No version may
 * say another one than the act: a charge is written once.
 */
function wrongCharges(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with version as (
       select distinct on (record) record as id, number, body::jsonb #>> '{values,sha256}' as digest
       from sealing.value_version where kind = 'charge' order by record, number desc
     ), said as (
       select said.id, said.digest from platform.audit_event as act
       cross join lateral rows from (unnest(act.object_ids), jsonb_array_elements_text(act.body::jsonb -> 'valuesSha256')) as said (id, digest)
       where act.action = 'CHARGES_RECORDED' and said.digest is not null
     ), sealed as (
       select id, number, coalesce(said.digest, version.digest) as digest,
         number is not null and said.digest is not null and version.digest is distinct from said.digest as contradicted
       from version full join said using (id)
     ), split as (
       select share.charge as id, '[' || string_agg(sealing.values_of(share), ',' order by side, position) || ']' as shares
       from charging.charge_allocation as share group by share.charge
     )
     select 'charge' as kind, coalesce(charge.id, sealed.id) as object, case
         when sealed.id is null then 'nothing sealed says what it says: it was written past the books'
         when charge.id is null then 'it was sealed, and is gone'
         when contradicted then 'version ' || number || ' of it does not say what the act that recorded it says'
         else 'what it and its shares say is not what was sealed when it was recorded'
       end as finding
     from charging.charge left join split on split.id = charge.id full join sealed on sealed.id = charge.id
     where charge.id is null or contradicted or sealed.digest is null or sealed.digest is distinct from sealing.digest_of(charge, shares)
     order by charge.sequence, 2 limit 100`,
  );
}

/**
 * Versions of no act are of the migration that began to seal their table: each the first of its row, and none comes later. Whoever changes a
 * row holds it before the act is written, so that the acts of its versions are in the order of their numbers.
 */
function wrongVersions(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with version as (
       select kind, record, number, act, event.id is not null as has_its_act, event.sequence, event.transaction,
         (words ->> 'kind', words ->> 'record', words ->> 'number', words ->> 'act')
           is distinct from (kind, record, number::text, act::text) as says_another,
         version.id > min(version.id) filter (where act is not null) over (partition by kind) as is_late,
         lag(event.sequence) over of_its_row as sequence_before, lag(event.transaction) over of_its_row as transaction_before,
         lag(number) over of_its_row as number_before
       from sealing.value_version as version
       cross join lateral (select version.body::jsonb as words offset 0) as spelled
       left join platform.audit_event as event on event.id = act
       window of_its_row as (partition by kind, record order by number)
     ), found as (
       select kind, record, 'version ' || number || ' says something else in its columns than in its words' as finding from version where says_another
       union all
       select kind, record, 'version ' || number || ' is of no act, after versions that are of one' from version where act is null and is_late
       union all
       select kind, record, 'version ' || number || ' is of no act, after another of it'
       from version where act is null and is_late is not true and number_before is not null
       union all
       select kind, record, 'version ' || number || ' is of an act that is not there' from version where act is not null and not has_its_act
       union all
       select kind, record, 'version ' || number || ' is of an act before that of version ' || number_before
       from version where sequence < sequence_before
       union all
       select kind, record, 'version ' || number || ' is of another act than the one before it, and a charge is written once'
       from version where kind = 'charge' and has_its_act and number_before is not null and transaction is distinct from transaction_before
       union all
       select kind, record, 'of its ' || max(number) || ' versions there are ' || count(*) from version group by kind, record
       having max(number) <> count(*)
     )
     select replace(kind, '-', ' ') as kind, record as object, finding from found order by kind, record, finding limit 100`,
  );
}
