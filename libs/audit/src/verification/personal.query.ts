import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

/** That the books tell of nobody: what is found names charges and references, never what should not stand there. */
export const personalChecks: readonly Check<Tx>[] = [
  {
    id: 'P1',
    sentence:
      'Every traveller in the books is a reference, whose name is kept under a key or was erased by an act, and every ticket a digest',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with erasures as (
           select object.id from platform.audit_event cross join lateral unnest(object_ids) as object (id)
           where action = 'TRAVELLERS_ERASED' and object_kind = 'traveller'
         ), used as (
           select id as charge, traveller from charging.charge where traveller is not null
           union select charge, traveller from charging.traveller_night
         ), kept as (
           select reference, erased_at, wrapped_key is not null as has_name from travellers.traveller
         )
         select 'charge' as kind, charge as object, 'its traveller is none of these books' as finding
         from used where not exists (select from kept where reference = traveller)
         union all
         select 'charge', charge, 'the number of one of its tickets stands in the open' from charging.ticket where number !~ '^[0-9a-f]{64}$'
         union all
         select 'traveller', reference, 'what was written for it waits in the open until the server starts' from travellers.waiting
         union all
         select 'traveller', reference, 'its name is gone, and nobody erased it' from kept
         where not has_name and erased_at is null and not exists (select from travellers.waiting where waiting.reference = kept.reference)
         union all
         select 'traveller', reference, 'its name was erased by no act' from kept
         where erased_at is not null and not exists (select from erasures where id = reference)
         union all
         select 'traveller', reference, 'a number of its tickets outlived its name'
         from kept join travellers.ticket on traveller = reference where erased_at is not null
         order by 1, 2 limit 100`,
      ),
  },
];
