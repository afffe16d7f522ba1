import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Spaces of every kind and what is not seen, as the kernel's `showsSomething` knows them: a reason of these alone is none.
 * Kernel README, "reason".
 */
const blank =
  '\\u0001-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u1680' +
  '\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff' +
  '\\uffa0\\ufff0-\\ufffb\\U000110bd\\U000110cd\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a' +
  '\\U000e0000-\\U000e0fff';

const reasons = [
  ['platform.audit_event', 'audit_event_says_why', 'reason'],
  ['charging.charge', 'charge_remark_shows_something', 'remark'],
  ['charging.evidence_withdrawal', 'evidence_withdrawal_reason_shows_something', 'reason'],
  ['identity.designation_proposal', 'designation_proposal_reason_shows_something', 'reason'],
  ['identity.designation', 'designation_end_reason_shows_something', 'end_reason'],
  ['identity.account_renewal', 'account_renewal_reason_shows_something', 'reason'],
  ['ledger.period_act', 'period_act_reason_shows_something', 'reason'],
  ['ledger.journal_entry', 'journal_entry_adjustment_reason_shows_something', 'adjustment_reason'],
  ['invoicing.invoice', 'invoice_reason_shows_something', 'reason'],
] as const;

/** Of the rows to come: what was written before stays as it is. */
export class AReasonShowsSomething1767225641000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, constraint, column] of reasons) {
      await db.query(`alter table ${table} add constraint ${constraint} check (${column} ~ '[^${blank}]') not valid`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, constraint] of reasons) await db.query(`alter table ${table} drop constraint ${constraint}`);
  }
}
