import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has a password puts another in its place; nobody makes one beside it alone. Identity README, "Sign-in". */
export class APasswordIsChangedByItsOwner1767225626100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(keepWaysIn);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(keepWaysInAsBefore);
  }
}

const keepWaysIn = `
      create or replace function identity.keep_ways_in() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform pg_advisory_xact_lock(1767225624, hashtext(new.person));
        if not identity.has_come(new.person) then
          return new;
        end if;
        if tg_table_name = 'account' then
          -- The owner, in a browser's session that has proven itself a moment ago. That the old password was shown is the server's to see.
          if old.password is not null and new.password is not null and new.disabled_at is null
            and exists (select from platform.audit_event
              where transaction = pg_current_xact_id() and person = new.person and action = 'PASSWORD_CHANGED')
            and exists (select from identity.session
              where session.person = new.person and kind = 'BROWSER' and proven <> 'HALF' and ended_at is null
                and now() < expires_at and stepped_up_at > now() - interval '10 minutes')
          then
            return new;
          end if;
        end if;
        if not identity.is_renewed_now(new.person) then
          refused := 'account_renewed_by_two_people';
        elsif tg_table_name = 'issuer_subject' then
          -- Whoever proposed would choose a subject of their own, once somebody has approved.
          if not exists (select from identity.account_renewal as renewal
            where renewal.person = new.person and renewal.done_at = now() and renewal.approved_by = new.linked_by)
          then
            refused := 'issuer_subject_by_whoever_approved';
          end if;
        end if;
        if refused is not null then
          raise exception 'another way in for % is not given', new.person
            using errcode = 'restrict_violation', constraint = refused, schema = 'identity', table = 'account';
        end if;
        return new;
      end $$`;

const keepWaysInAsBefore = `
      create or replace function identity.keep_ways_in() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform pg_advisory_xact_lock(1767225624, hashtext(new.person));
        if not identity.has_come(new.person) then
          return new;
        end if;
        if not identity.is_renewed_now(new.person) then
          refused := 'account_renewed_by_two_people';
        elsif tg_table_name = 'issuer_subject' then
          -- Whoever proposed would choose a subject of their own, once somebody has approved.
          if not exists (select from identity.account_renewal as renewal
            where renewal.person = new.person and renewal.done_at = now() and renewal.approved_by = new.linked_by)
          then
            refused := 'issuer_subject_by_whoever_approved';
          end if;
        end if;
        if refused is not null then
          raise exception 'another way in for % is not given', new.person
            using errcode = 'restrict_violation', constraint = refused, schema = 'identity', table = 'account';
        end if;
        return new;
      end $$`;
