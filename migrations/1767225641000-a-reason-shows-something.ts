import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Spaces of every kind and what is not seen, as the kernel's `showsSomething` knows them: a reason of these alone is none.
 * Kernel README, "reason". It holds for the rows to come: what was written before stays as it is.
 */
export class AReasonShowsSomething1767225641000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare
        shown constant text := '[^'
          || '\\u0001-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891'
          || '\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f'
          || '\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U000110bd\\U000110cd\\U00013430-\\U0001343f'
          || '\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff'
          || ']';
      begin
        execute format('alter table platform.audit_event add constraint audit_event_says_why check (reason ~ %L) not valid', shown);
        execute format('alter table charging.charge add constraint charge_remark_shows_something check (remark ~ %L) not valid', shown);
        execute format('alter table charging.evidence_withdrawal add constraint evidence_withdrawal_reason_shows_something check (reason ~ %L) not valid', shown);
        execute format('alter table identity.designation_proposal add constraint designation_proposal_reason_shows_something check (reason ~ %L) not valid', shown);
        execute format('alter table identity.designation add constraint designation_end_reason_shows_something check (end_reason ~ %L) not valid', shown);
        execute format('alter table identity.account_renewal add constraint account_renewal_reason_shows_something check (reason ~ %L) not valid', shown);
        execute format('alter table ledger.period_act add constraint period_act_reason_shows_something check (reason ~ %L) not valid', shown);
        execute format('alter table ledger.journal_entry add constraint journal_entry_adjustment_reason_shows_something check (adjustment_reason ~ %L) not valid', shown);
        execute format('alter table invoicing.invoice add constraint invoice_reason_shows_something check (reason ~ %L) not valid', shown);
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table platform.audit_event drop constraint audit_event_says_why;
      alter table charging.charge drop constraint charge_remark_shows_something;
      alter table charging.evidence_withdrawal drop constraint evidence_withdrawal_reason_shows_something;
      alter table identity.designation_proposal drop constraint designation_proposal_reason_shows_something;
      alter table identity.designation drop constraint designation_end_reason_shows_something;
      alter table identity.account_renewal drop constraint account_renewal_reason_shows_something;
      alter table ledger.period_act drop constraint period_act_reason_shows_something;
      alter table ledger.journal_entry drop constraint journal_entry_adjustment_reason_shows_something;
      alter table invoicing.invoice drop constraint invoice_reason_shows_something;
    `);
  }
}
