import { createHash } from 'node:crypto';
import { type Actor, canonicalJson, checkedReason, ReasonMissing, Refused } from '#kernel';
import { constraintStandsFor } from './constraint.ts';
import { newId } from './new-id.ts';
import type { Tx } from './transaction.ts';

/** Facts of an object before or after an act: texts and counts, no names. */
export type AuditFacts = Readonly<Record<string, string | number | null>>;

/** What somebody did, to which objects: one command is one event, however many objects it names. */
export interface AuditEvent {
  readonly action: string; // "CHARGES_CERTIFIED"
  readonly kind: string; // of the objects: "charge"
  readonly objects: readonly string[]; // their ids in the books
  readonly reason?: string | null; // the officer's own sentence, where the act asks for one
  readonly before?: AuditFacts;
  readonly after?: AuditFacts;
  /** What each object says whole, in the order of `objects`: sealed by its SHA-256, and kept in the rows alone. */
  readonly values?: readonly string[];
}

/**
 * Writes down an act in the transaction of its effect, **before** the effect: from here on this transaction may change the
 * books. Every table that holds a state refuses a change in a transaction without an event (change_is_audited).
 * Errors: ReasonMissing, where the act gives a reason that shows nothing.
 * `at` is the books' clock. An act on no object is none, and leaves no event.
 */
export async function recordEvent(tx: Tx, event: AuditEvent, by: Actor, at: Date): Promise<void> {
  if (event.objects.length === 0) return;
  const { id, action, kind, objects, requestId, reason, before, after, body } = rowOf(event, by, at);
  await tx.query(
    `insert into platform.audit_event
       (id, at, person, secretariat, action, object_kind, object_ids, request_id, reason, before, after, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, at, by.person, by.secretariat, action, kind, objects, requestId, reason, before, after, body],
  );
}

/** Writes down acts of one person in their order, as `recordEvent` does each of them. */
export async function recordEvents(tx: Tx, acts: readonly AuditedAct[], at: Date): Promise<void> {
  const [only, ...others] = acts;
  if (only === undefined) return;
  if (others.length === 0) return recordEvent(tx, only.event, only.by, at);
  const rows = acts.map(({ event, by }) => rowOf(event, by, at));
  await tx.query(
    `insert into platform.audit_event
       (id, at, person, secretariat, action, object_kind, object_ids, request_id, reason, before, after, body)
     select act.id, $2, $3, $4, act.action, act.kind, act.objects, act."requestId", act.reason, act.before, act.after, act.body
     from rows from (json_to_recordset($1) as (id uuid, action text, kind text, objects text[], "requestId" text, reason text,
       before jsonb, after jsonb, body text)) with ordinality as act
     order by act.ordinality`,
    [JSON.stringify(rows), at, only.by.person, only.by.secretariat],
  );
}

/** An act, and who does it, in which request. */
export interface AuditedAct {
  readonly event: AuditEvent;
  readonly by: Actor;
}

interface ActRow extends Required<Omit<AuditEvent, 'values' | 'reason' | 'before' | 'after'>> {
  readonly id: string;
  readonly requestId: string | null;
  readonly reason: string | null;
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
  readonly body: string; // canonical JSON, as it is sealed
}

function rowOf(event: AuditEvent, by: Actor, at: Date): ActRow {
  const { action, kind, objects, reason = null, before = null, after = null, values } = event;
  if (reason !== null) checkedReason(reason);
  const id = newId(at);
  const { person, secretariat, requestId = null, duties, session } = by;
  const body = canonicalJson({
    id,
    at: at.toISOString(),
    person,
    secretariat,
    action,
    kind,
    objects: [...objects],
    requestId,
    reason,
    before,
    after,
    ...(duties === undefined ? {} : { duties: [...duties] }),
    ...(session === undefined ? {} : { session }),
    ...(values === undefined ? {} : { valuesSha256: values.map(sha256) }),
  });
  return { id, action, kind, objects, requestId, reason, before, after, body };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A fault of the program, or a hand in the database: no act was written down for this change. */
export class ChangeIsNotAudited extends Refused {
  override readonly isOfTheMoment = true; // whoever asks did nothing wrong

  constructor() {
    super(
      'The books are changed only by an act that is written down first, with who acts and why (an audit event). Nothing was written.',
    );
  }
}

constraintStandsFor('audit_event_says_why', () => new ReasonMissing());
constraintStandsFor('change_is_audited', () => new ChangeIsNotAudited());
