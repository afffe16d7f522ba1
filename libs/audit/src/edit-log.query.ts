import type { Tx } from '#platform';
import type { EditLogLine, EditLogPeriod, EditLogScope } from './edit-log.ts';

// $1, $2: first and last day; $3: whether all; $4: whose, where not; $5: on which kinds of objects beside
const acts = `event.at >= $1::date and event.at < $2::date + 1
       and ($3::boolean or event.person = $4 or event.object_kind = any($5::text[]))`;
// What a rule refused is kept as the answer to whoever repeats it: no row more is written for the log. A refusal of authority is an
// act, and not said twice; what was refused before they were acts has its answer alone.
const refusals = `answer.status >= 400 and answer.created_at >= $1::date and answer.created_at < $2::date + 1
       and ($3::boolean or answer.person = $4)
       and not exists (
         select from platform.audit_event as act
         where act.action = 'REQUEST_REFUSED' and act.person = answer.person and act.request_id = answer.body::jsonb ->> 'requestId')`;

/** How many lines there are, before they are read. */
export async function editLogCounts(
  tx: Tx,
  period: EditLogPeriod,
  scope: EditLogScope,
): Promise<{ acts: number; refusals: number }> {
  const [row] = await tx.query<{ acts: number; refusals: number }[]>(
    `select written.acts, written.refusals + (select count(*)::integer from platform.request_key as answer where ${refusals}) as refusals
     from (
       select count(*) filter (where action <> 'REQUEST_REFUSED')::integer as acts,
         count(*) filter (where action = 'REQUEST_REFUSED')::integer as refusals
       from platform.audit_event as event where ${acts}
     ) as written`,
    parameters(period, scope),
  );
  return row ?? { acts: 0, refusals: 0 };
}

/**
 * Acts in the order of their leaves, and after them those that are not sealed yet: a clock that was set back changes nothing
 * of it. A refusal, which has no leaf, stands after the acts whose time had come by then.
 */
export function editLogLines(tx: Tx, period: EditLogPeriod, scope: EditLogScope): Promise<EditLogLine[]> {
  return tx.query<EditLogLine[]>(
    `select leaf, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, person, secretariat, duties, session, action, kind, objects,
       before, after, reason, "requestId"
     from (
       select leaf.position::text as leaf, event.at, event.person, event.secretariat, event.body::jsonb -> 'duties' as duties,
         event.body::jsonb ->> 'session' as session, event.action, event.object_kind as kind, event.object_ids as objects, event.before, event.after, event.reason, event.request_id as "requestId",
         max(event.at) over sealed as "comeBy", row_number() over sealed as place
       from platform.audit_event as event
       left join sealing.leaf on leaf.kind = 'audit-event' and leaf.record = event.id::text
       where ${acts}
       window sealed as (order by leaf.position nulls last, event.sequence)
       union all
       select null, answer.created_at, answer.person, coalesce(person.secretariat, ''), null, null, 'REQUEST_REFUSED', 'request',
         array[answer.operation], null,
         jsonb_build_object('status', answer.status, 'code', answer.body::jsonb ->> 'code'), null, answer.body::jsonb ->> 'requestId',
         answer.created_at, null
       from platform.request_key as answer
       left join identity.person on person.code = answer.person
       where ${refusals}
     ) as line
     order by line."comeBy", line.place nulls last, line.at`,
    parameters(period, scope),
  );
}

/** The financial years in which there are acts that this officer may read, newest first: found by time, and not counted. */
export async function editLogYears(tx: Tx, { whole, person, kinds }: EditLogScope): Promise<string[]> {
  const rows = await tx.query<{ year: string }[]>(
    `with visible as (
       select event.at from platform.audit_event as event
       where $1::boolean or event.person = $2 or event.object_kind = any($3::text[])
     )
     select year::text from (select min(at) as first, max(at) as last from visible) as span,
       generate_series(extract(year from span.first)::integer, extract(year from span.last)::integer) as year
     where exists (select from visible where at >= make_date(year, 1, 1) and at < make_date(year + 1, 1, 1))
     order by year desc`,
    [whole, person, kinds],
  );
  return rows.map(({ year }) => year);
}

/**
 * The financial years in which something was done to the documents of a biennium that this officer may read, oldest first.
 * That somebody took a paper or a report out is reading, and brings no year with it.
 */
export async function editLogYearsOf(
  tx: Tx,
  biennium: string,
  { whole, person, kinds }: EditLogScope,
): Promise<string[]> {
  const rows = await tx.query<{ year: string }[]>(
    `with agreed as (select number from agreements.agreement where biennium = $1),
     document as (
       select number as id from agreed
       union select charge.id from charging.charge join agreed on agreed.number = charge.agreement
       union select invoice.id::text from invoicing.invoice join agreed on agreed.number = invoice.agreement
     )
     select distinct extract(year from event.at at time zone 'UTC')::integer::text as year
     from platform.audit_event as event, unnest(event.object_ids) as object
     join document on document.id = object
     where event.object_kind <> 'report' and event.action not in ('PAPER_TAKEN_OUT', 'EVIDENCE_TAKEN_OUT')
       and ($2::boolean or event.person = $3 or event.object_kind = any($4::text[]))
     order by year`,
    [biennium, whole, person, kinds],
  );
  return rows.map(({ year }) => year);
}

/** How many reports this person has taken out since an hour ago. */
export async function exportsOf(tx: Tx, person: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ exports: number }[]>(
    `select count(*)::integer as exports from platform.audit_event
     where person = $1 and at > $2 and action = 'REPORT_EXPORTED'`,
    [person, since],
  );
  return row?.exports ?? 0;
}

function parameters({ from, to }: EditLogPeriod, { whole, person, kinds }: EditLogScope): unknown[] {
  return [from.toString(), to.toString(), whole, person, kinds];
}
