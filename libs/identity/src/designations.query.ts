import { Day } from '#kernel';
import type { Tx } from '#platform';
import type { Duty } from './authority.ts';
import type { DesignationProposal, Holding, ProposalState } from './designation-proposal.ts';

/** A designation or a proposal of one, as it is shown. Days and instants as text and Date. */
export interface DesignationView {
  id: string;
  person: string;
  secretariat: string;
  duty: Duty;
  fund: string;
  validFrom: string;
  validTo: string;
  acting: boolean;
  mandate: string | null; // of a joint auditor: the other secretariat
  /** IN_FORCE between its days; TO_COME before, OVER after, ENDED where somebody ended it early. */
  state: 'PROPOSED' | 'DECLINED' | 'TO_COME' | 'IN_FORCE' | 'OVER' | 'ENDED';
  reason: string | null;
  proposedBy: string | null; // null: it came with the books
  decidedBy: string | null;
  endedBy: string | null;
  endReason: string | null;
}

/** Of whoever holds it: a joint auditor's own side shows the person to nobody else, and says whose it is. */
const secretariatOfHolder = `coalesce(person.secretariat, (select secretariat from identity.holder_of(held.person, held.valid_from)))`;

/** All designations and proposals that are visible, by person and duty; or the one with this id. `on`: the books' day. */
export function designationViews(tx: Tx, on: Day, id: string | null = null): Promise<DesignationView[]> {
  return tx.query<DesignationView[]>(
    `select held.id, held.person, ${secretariatOfHolder} as secretariat, held.duty, held.fund, held.valid_from as "validFrom", held.valid_to as "validTo",
       coalesce(proposal.acting, false) as acting, held.mandate,
       case when held.ended_at is not null then 'ENDED' when $1 < held.valid_from then 'TO_COME' when $1 > held.valid_to then 'OVER'
         else 'IN_FORCE' end as state,
       proposal.reason, proposal.proposed_by as "proposedBy", proposal.decided_by as "decidedBy", held.ended_by as "endedBy",
       held.end_reason as "endReason"
     from identity.designation as held
     left join identity.person on person.code = held.person
     left join identity.designation_proposal as proposal on proposal.id = held.proposal
     where $2::uuid is null or held.id = $2
     union all
     select id, person, secretariat, duty, fund, valid_from, valid_to, acting, mandate,
       case when state <> 'COUNTERSIGNED' then state when ended.proposal is not null then 'ENDED' when $1 < valid_from then 'TO_COME'
         when $1 > valid_to then 'OVER' else 'IN_FORCE' end,
       reason, proposed_by, decided_by, ended.ended_by, ended.end_reason
     from identity.designation_proposal -- the designation of an acting officer of the other side is not seen, its proposal and its end are
     left join identity.acting_that_ended() as ended on ended.proposal = designation_proposal.id
     where ($2::uuid is null or id = $2) and not exists (
       select from identity.designation as given where given.proposal = designation_proposal.id)
     order by 2, 4, 5, 6, 1`,
    [on.toString(), id],
  );
}

/** A designation as it stands, for whoever would end it; undefined where there is none. */
export async function designationHeld(tx: Tx, id: string): Promise<HeldDesignation | undefined> {
  const [held] = await tx.query<HeldDesignation[]>(
    `select held.person, ${secretariatOfHolder} as secretariat, held.duty, held.fund, held.mandate
     from identity.designation as held left join identity.person on person.code = held.person where held.id = $1`,
    [id],
  );
  return held;
}

export type HeldDesignation = Pick<DesignationView, 'person' | 'secretariat' | 'duty' | 'fund' | 'mandate'>;

/** What a person holds or is to hold and nobody has ended, whatever the day. */
export async function holdings(tx: Tx, person: string): Promise<Holding[]> {
  const rows = await tx.query<{ duty: Duty; fund: string; valid_from: string; valid_to: string }[]>(
    'select duty, fund, valid_from, valid_to from identity.designation where person = $1 and ended_at is null order by valid_from',
    [person],
  );
  return rows.map(({ duty, fund, valid_from, valid_to }) => ({
    ...{ duty, fund },
    validFrom: Day.of(valid_from),
    validTo: Day.of(valid_to),
  }));
}

/** A proposal, locked until the end of the transaction; undefined where there is none. */
export async function lockedProposal(tx: Tx, id: string): Promise<DesignationProposal | undefined> {
  const [row] = await tx.query<
    {
      person: string;
      secretariat: string;
      duty: Duty;
      fund: string;
      valid_from: string;
      valid_to: string;
      acting: boolean;
      mandate: string | null;
      reason: string;
      state: ProposalState;
      proposed_by: string;
    }[]
  >(
    `select person, secretariat, duty, fund, valid_from, valid_to, acting, mandate, reason, state, proposed_by
     from identity.designation_proposal where id = $1 for no key update`,
    [id],
  );
  if (row === undefined) return undefined;
  const { valid_from, valid_to, proposed_by: proposedBy, ...facts } = row;
  return { id, ...facts, proposedBy, validFrom: Day.of(valid_from), validTo: Day.of(valid_to) };
}

/** How many people of a secretariat act on documents today. */
export async function officersOfSide(tx: Tx, secretariat: string, on: Day): Promise<number> {
  const [row] = await tx.query<{ officers: string }[]>('select identity.officers_of($1, $2) as officers', [
    secretariat,
    on.toString(),
  ]);
  return Number(row?.officers ?? 0);
}

/** Of these designations those that are the last administrator's of their side, in force on this day. */
export async function lastAdministrators(tx: Tx, ids: readonly string[], on: Day): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    'select id from unnest($1::uuid[]) as id where identity.is_last_administrator(id, $2)',
    [ids, on.toString()],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether the books call a trust fund of this secretariat so. */
export async function hasFund(tx: Tx, secretariat: string, fund: string): Promise<boolean> {
  const [row] = await tx.query<{ has: boolean }[]>('select identity.has_fund($1, $2) as has', [secretariat, fund]);
  return row?.has === true;
}

/** Until whoever acts on a designation of this person is done; who acts later meets its end. As the trigger of the designations does. */
export async function awaitActsOf(tx: Tx, person: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(1767225615, hashtext($1))', [person]);
}
