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

/** A page of acts, newest first; `before` is the sequence of the last one seen. */
export function auditEventViews(
  tx: Tx,
  filter: AuditEventFilter,
  { whole, person, kinds }: AuditEventScope,
  page: { limit: number; before?: string },
): Promise<AuditEventView[]> {
  return tx.query<AuditEventView[]>(
    `select sequence, id, at, person, secretariat, action, object_kind as kind, object_ids as objects, request_id as "requestId",
       reason, before, after
     from platform.audit_event
     where ($1::text is null or sequence = any(array(select platform.events_naming($1))))
       and ($2::text is null or object_kind = $2)
       and ($3::text is null or action = $3)
       and ($4::text is null or person = $4)
       and ($5::text is null or request_id = $5)
       and ($6::bigint is null or sequence < $6)
       and ($8::boolean or person = $9 or object_kind = any($10::text[]))
     order by sequence desc
     limit $7`,
    [
      filter.object ?? null,
      filter.kind ?? null,
      filter.action ?? null,
      filter.person ?? null,
      filter.requestId ?? null,
      page.before ?? null,
      page.limit,
      ...[whole, person, kinds],
    ],
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
