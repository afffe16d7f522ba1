import type { Tx } from './transaction.ts';

/** An act as it is shown. */
export interface AuditEventView {
  sequence: string;
  id: string;
  at: Date;
  person: string;
  secretariat: string;
  action: string;
  kind: string;
  objects: string[];
  requestId: string | null;
  reason: string | null;
  before: object | null;
  after: object | null;
  /** In which duties somebody acted, and in which session; null of before, of the other side, and where nobody looked. */
  duties: string[] | null;
  session: string | null;
}

export interface AuditEventFilter {
  readonly object?: string; // the id of something that was acted on
  readonly kind?: string;
  readonly action?: string;
  readonly person?: string;
  readonly requestId?: string;
}

/** All that the transaction sees of the log, or of it the acts of one person and those on these kinds of objects. */
export interface AuditEventScope {
  readonly whole: boolean;
  readonly person: string;
  readonly kinds: readonly string[];
}

export const everyAct: AuditEventScope = { whole: true, person: '', kinds: [] };

const columns = `sequence, id, at, person, secretariat, action, object_kind as kind, object_ids as objects, request_id as "requestId",
       reason, before, after, body::jsonb -> 'duties' as duties, body::jsonb ->> 'session' as session`;
const narrowed = `($2::text is null or object_kind = $2)
       and ($3::text is null or action = $3)
       and ($4::text is null or person = $4)
       and ($5::text is null or request_id = $5)
       and ($6::bigint is null or sequence < $6)
       and ($8::boolean or person = $9 or object_kind = any($10::text[]))
     order by sequence desc
     limit $7`;

// Whole texts, and not put together at each call: a statement is known by its text.
const ofAll = `select ${columns} from platform.audit_event where $1::text is null and ${narrowed}`;
// The other side's acts as far as the object shows them; whoever reads both sides has them in full.
const ofOne = `with own as (
       select sequence, id, at, person, secretariat, action, object_kind, object_ids, request_id, reason, before, after, body
       from platform.audit_event where sequence = any(array(select platform.events_naming($1)))
     ), history as (
       select * from own
       union all
       select sequence, id, at, person, secretariat, action, object_kind, array[$1::text], null, reason, null, null, null
       from platform.acts_of_the_other_side($1) as other where not exists (select from own where own.sequence = other.sequence)
     )
     select ${columns} from history where ${narrowed}`;

/**
 * A page of acts, newest first; `before` is the sequence of the last one seen. Of one object that two sides share, the other
 * side's acts on it too.
 */
export function auditEventViews(
  tx: Tx,
  filter: AuditEventFilter,
  { whole, person, kinds }: AuditEventScope,
  page: { limit: number; before?: string },
): Promise<AuditEventView[]> {
  return tx.query<AuditEventView[]>(filter.object === undefined ? ofAll : ofOne, [
    filter.object ?? null,
    filter.kind ?? null,
    filter.action ?? null,
    filter.person ?? null,
    filter.requestId ?? null,
    page.before ?? null,
    page.limit,
    ...[whole, person, kinds],
  ]);
}

export interface LastAct {
  readonly object: string;
  readonly kind: string;
  readonly at: Date;
  readonly person: string;
}

/** Of each of these objects the last act that is called so, as far as the transaction sees it: when, and whose. */
export function lastActs(
  tx: Tx,
  { action, objects }: { action: string; objects: readonly string[] },
): Promise<LastAct[]> {
  // By the function that finds an object's acts: under the policies of the table its index would not be used.
  return tx.query<LastAct[]>(
    `select distinct on (object.id, event.object_kind) object.id as object, event.object_kind as kind, event.at, event.person
     from unnest($2::text[]) as object (id)
     cross join lateral (
       select sequence, object_kind, at, person from platform.audit_event
       where sequence = any(array(select platform.events_naming(object.id))) and action = $1
     ) as event
     order by object.id, event.object_kind, event.sequence desc`,
    [action, objects],
  );
}

/** How many requests of this person were refused since then, as far as they are acts. */
export async function refusalsOf(tx: Tx, person: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ refusals: number }[]>(
    `select count(*)::integer as refusals from platform.audit_event
     where action = 'REQUEST_REFUSED' and person = $1 and at > $2`,
    [person, since],
  );
  return row?.refusals ?? 0;
}
