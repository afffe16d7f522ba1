import type { Tx } from '#platform';
import { restoresOfOneSide, resumptionsOfOneSide } from './both-sides.query.ts';
import type { Check, Wrong } from './check.ts';
import { certificationsWithoutDuty, settlementsWithoutDuty } from './duties.query.ts';
import { settlementsNotByTwo } from './settlements.query.ts';

/** Who acted: different hands, each of its side, each designated, and each designation given by two people to a third. */
export const authorityChecks: readonly Check<Tx>[] = [
  {
    id: 'I13b',
    sentence:
      'Nobody issued or settled a document whose charges they had in hand, nor approved a settlement they proposed, nor signed an agreement they drafted, nor brought a rate into force, let posting go on or answered for a restore alone',
    wrong: async (tx) => [
      ...(await tx.query<Wrong[]>(
        `select 'document' as kind, coalesce(invoice.number, invoice.id::text) as object,
           'issued by ' || invoice.issued_by || ', who had charge ' || min(charge.id) || ' in hand' as finding
         from invoicing.invoice
         join invoicing.invoice_line as line on line.invoice = invoice.id
         join charging.charge on charge.id = line.charge
         where invoice.issued_by in (charge.recorded_by, charge.received_by, charge.certified_by)
         group by invoice.id
         union all
         select 'settlement', settlement.external_number, 'recorded by ' || settlement.recorded_by || ', who certified charge ' || min(charge.id)
         from invoicing.settlement
         join invoicing.settlement_line as part on part.settlement = settlement.id
         join invoicing.invoice_line as line on line.invoice = part.invoice
         join charging.charge on charge.id = line.charge
         where charge.certified_by = settlement.recorded_by
         group by settlement.id
         union all
         select 'agreement', agreement.number, 'drafted and signed by ' || signature.signed_by
         from agreements.agreement join agreements.signature on signature.agreement = agreement.number
         where signature.signed_by = agreement.drafted_by
         order by 1, 2 limit 100`,
      )),
      ...(await ratesOfOneHand(tx)),
      ...(await settlementsNotByTwo(tx)),
      ...(await resumptionsOfOneSide(tx)),
      ...(await restoresOfOneSide(tx)),
    ],
  },
  {
    id: 'I13c',
    sentence: 'Everybody acted for the side they belong to, and on no trip of their own',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with step as (
           select 'charge' as kind, charge.id as object, did.person, did.side, charge.traveller
           from charging.charge cross join lateral (values (charge.recorded_by, charge.provider), (charge.received_by, charge.client),
             (charge.certified_by, charge.client)) as did (person, side)
           union all
           select 'document', coalesce(number, id::text), did.person, provider, null
           from invoicing.invoice cross join lateral (values (prepared_by), (issued_by)) as did (person)
           union all
           select 'settlement', external_number, recorded_by, payer, null from invoicing.settlement
           union all
           select 'settlement', external_number, did.person, payer, null
           from invoicing.settlement_proposal cross join lateral (values (proposed_by), (decided_by)) as did (person)
           union all
           select 'agreement', agreement.number, signature.signed_by,
             case signature.side when 'PROVIDER' then agreement.provider else agreement.client end, null
           from agreements.signature join agreements.agreement on agreement.number = signature.agreement
         )
         select step.kind, step.object,
           step.person || case when person.code is null then ' does not act for ' || step.side else ' acted on their own trip' end as finding
         from step
         left join identity.person on person.code = step.person and person.secretariat = step.side
         left join identity.person_traveller as own on own.traveller = step.traveller and own.person = step.person
         where step.person is not null and (person.code is null or own.person is not null)
         order by 1, 2, 3 limit 100`,
      ),
  },
  {
    id: 'I13d',
    sentence:
      'Every certification rests on a designation for each fund that bears a share, and every settlement on those of a finance officer who proposed and an approving officer who approved it, in force when they did',
    wrong: async (tx) => [...(await settlementsWithoutDuty(tx)), ...(await certificationsWithoutDuty(tx))],
  },
  {
    id: 'I13e',
    sentence:
      'Nobody certifies and approves on one day, auditors and administrators hold nothing else, and every designation was given by two people',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'designation' as kind, one.person || ' ' || one.duty as object, 'it meets ' || other.duty as finding
         from identity.designation as one
         join identity.designation as other on other.person = one.person
           and (other.duty > one.duty or other.duty = one.duty and one.duty = 'JOINT_AUDITOR' and other.id > one.id)
           and daterange(other.valid_from, other.valid_to, '[]') && daterange(one.valid_from, one.valid_to, '[]')
         where one.ended_at is null and other.ended_at is null
           and ('AUDITOR' in (one.duty, other.duty) or 'JOINT_AUDITOR' in (one.duty, other.duty) or 'ADMINISTRATOR' in (one.duty, other.duty)
             or (one.duty, other.duty) = ('APPROVING_OFFICER', 'CERTIFYING_OFFICER'))
         union all
         select 'designation', person || ' ' || duty, 'proposed by ' || proposed_by || ', countersigned by ' || coalesce(decided_by, 'nobody')
         from identity.designation_proposal
         where person in (proposed_by, decided_by) and state = 'COUNTERSIGNED' or state = 'COUNTERSIGNED' and proposed_by = decided_by
         union all
         select 'designation', held.person || ' ' || held.duty, 'its proposal says something else'
         from identity.designation as held join identity.designation_proposal as proposal on proposal.id = held.proposal
         where proposal.state <> 'COUNTERSIGNED' or (proposal.person, proposal.duty, proposal.fund, proposal.valid_to, proposal.mandate)
           is distinct from (held.person, held.duty, held.fund, held.valid_to, held.mandate)
         union all
         select 'designation', proposal.id::text, 'no act ' || wanted.action || ' of ' || wanted.person || ' names it'
         from identity.designation_proposal as proposal cross join lateral (values ('DESIGNATION_PROPOSED', proposed_by),
           ('DESIGNATION_' || state, decided_by)) as wanted (action, person)
         where wanted.person is not null and not exists (
           select from platform.audit_event as event
           where event.action = wanted.action and event.person = wanted.person and event.object_ids @> array[proposal.id::text])
         order by 1, 2, 3 limit 100`,
      ),
  },
];

/**
 * Rates in force that fewer than two people loaded, each by an act of theirs. Not those that came with new books, which the program
 * entered, nor those that an officer added before the books knew the rule: before anybody had loaded one.
 */
function ratesOfOneHand(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with hand as (
       select distinct loaded.currency, loaded.effective_on, loaded.units_per_usd, loaded.loaded_by
       from rates.loaded_rate as loaded
       join platform.audit_event as act on act.object_ids @> array[loaded.currency || ' ' || loaded.effective_on]
         and (act.action, act.person, act.secretariat) = ('OPERATIONAL_RATES_LOADED', loaded.loaded_by, loaded.loaded_for)
     ), loading as (
       select min(sequence) as began from platform.audit_event where action = 'OPERATIONAL_RATES_LOADED'
     )
     select 'operational rate' as kind, rate.currency || ' ' || rate.effective_on as object,
       rate.units_per_usd || ' is in force, and ' || case count(hand.loaded_by)
         when 0 then 'nobody loaded it' else max(hand.loaded_by) || ' alone loaded it' end as finding
     from rates.operational_rate as rate
     cross join loading
     left join sealing.value_version as entered
       on (entered.kind, entered.record, entered.number) = ('operational-rate', sealing.record_of(rate), 1)
     left join platform.audit_event as act on act.id = entered.act
     left join hand using (currency, effective_on, units_per_usd)
     where not (entered.id is not null and entered.act is null) -- it was there before values were sealed
       and act.person is distinct from 'recoup'
       and not coalesce(act.action = 'OPERATIONAL_RATES_ADDED' and (loading.began is null or act.sequence < loading.began), false)
     group by rate.currency, rate.effective_on, rate.units_per_usd
     having count(hand.loaded_by) < 2
     order by 2 limit 100`,
  );
}
