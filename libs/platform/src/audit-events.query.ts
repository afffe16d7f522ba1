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

/** A page of acts, newest first; `before` is the sequence of the last one seen. */
export function auditEventViews(
  tx: Tx,
  filter: AuditEventFilter,
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
    ],
  );
}
