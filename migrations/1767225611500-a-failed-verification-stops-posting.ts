import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each night's verification came to; one that failed stops posting until an officer lifts it. Audit README, "Verification". */
export class AFailedVerificationStopsPosting1767225611500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table platform.verification (
        sequence bigint generated always as identity,
        at timestamptz not null,
        ok boolean not null,
        first_wrong jsonb,
        checks jsonb not null,
        milliseconds bigint not null,
        constraint verification_once primary key (sequence),
        constraint verification_failed_says_what check (ok = (first_wrong is null)),
        constraint verification_at_an_instant check (isfinite(at))
      );
      create trigger verification_is_kept before update or delete on platform.verification
        for each row execute function platform.refuse_change();
      create trigger verification_is_not_emptied before truncate on platform.verification
        for each statement execute function platform.refuse_change();

      -- At most one row, and only while posting is stopped.
      create table platform.posting_stop (
        singleton boolean not null default true,
        verification bigint not null,
        constraint posting_stop_is_one primary key (singleton),
        constraint posting_stop_singleton check (singleton),
        constraint posting_stop_of_verification foreign key (verification) references platform.verification (sequence)
      );
      create trigger posting_stop_change_is_audited after insert or update or delete on platform.posting_stop
        for each statement execute function platform.refuse_change_without_act();
      create trigger posting_stop_is_not_emptied before truncate on platform.posting_stop
        for each statement execute function platform.refuse_change();

      create function ledger.refuse_while_stopped() returns trigger language plpgsql as $$
      begin
        if exists (select from platform.posting_stop) then
          raise exception 'posting is stopped: the last verification of these books failed'
            using errcode = 'restrict_violation', constraint = 'posting_is_not_stopped', schema = 'ledger', table = 'journal_entry';
        end if;
        return null;
      end $$;
      create trigger posting_is_not_stopped before insert on ledger.journal_entry
        for each statement execute function ledger.refuse_while_stopped();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger posting_is_not_stopped on ledger.journal_entry;
      drop function ledger.refuse_while_stopped();
      drop table platform.posting_stop;
      drop table platform.verification;
    `);
  }
}
