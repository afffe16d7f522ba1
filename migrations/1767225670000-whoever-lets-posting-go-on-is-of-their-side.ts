import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An act says for which side it was done, and whoever writes in the database writes that too: posting is let go on by two who belong
 * to the sides that their acts say. Audit README, "Verification".
 */
export class WhoeverLetsPostingGoOnIsOfTheirSide1767225670000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ofTheirSides);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(asBefore);
  }
}

const ofTheirSides = `
      create or replace function platform.keep_resumption_of_both_sides() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      declare
        hand record; -- of whoever acts in this transaction on the verification, as an approving officer of the day
      begin
        select event.id, event.person, event.secretariat, event.at, event.reason into hand
        from platform.audit_event as event
        where event.transaction = pg_current_xact_id()
          and event.action = case tg_op when 'DELETE' then 'POSTING_STOP_LIFTED' else 'POSTING_RESUMPTION_REQUESTED' end
          and event.object_ids = array[case tg_op when 'DELETE' then old.verification else new.verification end::text]
          and identity.holds(event.person, 'APPROVING_OFFICER', '', (event.at at time zone 'UTC')::date)
          and identity.is_of(event.person, event.secretariat)
        limit 1;
        if tg_op = 'DELETE' then
          if old.requested_by is null or hand.id is null or hand.person = old.requested_by or hand.secretariat = old.requested_for then
            raise exception 'the stop of verification % is lifted by one side', old.verification
              using errcode = 'check_violation', constraint = 'posting_resumed_by_both_sides', schema = 'platform', table = 'posting_stop';
          end if;
          return old;
        end if;
        if new.requested_by is not null then
          if tg_op = 'INSERT' or old.requested_by is not null or new.verification <> old.verification
            or (hand.person, hand.secretariat, hand.at, hand.reason)
              is distinct from (new.requested_by, new.requested_for, new.requested_at, new.reason) then
            raise exception '% did not ask to go on after verification %', new.requested_by, new.verification
              using errcode = 'check_violation', constraint = 'posting_resumption_by_whoever_acts', schema = 'platform',
                table = 'posting_stop';
          end if;
        elsif tg_op = 'UPDATE' and old.requested_by is not null and new.verification <= old.verification then
          raise exception 'what % asked for stands until another verification fails', old.requested_by
            using errcode = 'restrict_violation', constraint = 'posting_resumption_stands', schema = 'platform', table = 'posting_stop';
        end if;
        return new;
      end $$;
`;

const asBefore = `
      create or replace function platform.keep_resumption_of_both_sides() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      declare
        hand record; -- of whoever acts in this transaction on the verification, as an approving officer of the day
      begin
        select event.id, event.person, event.secretariat, event.at, event.reason into hand
        from platform.audit_event as event
        where event.transaction = pg_current_xact_id()
          and event.action = case tg_op when 'DELETE' then 'POSTING_STOP_LIFTED' else 'POSTING_RESUMPTION_REQUESTED' end
          and event.object_ids = array[case tg_op when 'DELETE' then old.verification else new.verification end::text]
          and identity.holds(event.person, 'APPROVING_OFFICER', '', (event.at at time zone 'UTC')::date)
        limit 1;
        if tg_op = 'DELETE' then
          if old.requested_by is null or hand.id is null or hand.person = old.requested_by or hand.secretariat = old.requested_for then
            raise exception 'the stop of verification % is lifted by one side', old.verification
              using errcode = 'check_violation', constraint = 'posting_resumed_by_both_sides', schema = 'platform', table = 'posting_stop';
          end if;
          return old;
        end if;
        if new.requested_by is not null then
          if tg_op = 'INSERT' or old.requested_by is not null or new.verification <> old.verification
            or (hand.person, hand.secretariat, hand.at, hand.reason)
              is distinct from (new.requested_by, new.requested_for, new.requested_at, new.reason) then
            raise exception '% did not ask to go on after verification %', new.requested_by, new.verification
              using errcode = 'check_violation', constraint = 'posting_resumption_by_whoever_acts', schema = 'platform',
                table = 'posting_stop';
          end if;
        elsif tg_op = 'UPDATE' and old.requested_by is not null and new.verification <= old.verification then
          raise exception 'what % asked for stands until another verification fails', old.requested_by
            using errcode = 'restrict_violation', constraint = 'posting_resumption_stands', schema = 'platform', table = 'posting_stop';
        end if;
        return new;
      end $$;
`;
