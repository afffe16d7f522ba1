import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever lets posting go on names the verification that they have read: one that failed since is not let go unseen. Audit README,
 * "Verification".
 */
export class PostingIsResumedAsWasRead1767225730000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(asWasRead);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(asBefore);
  }
}

const asWasRead = `
      create or replace function platform.keep_resumption_of_both_sides() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      declare
        stopping bigint := case tg_op when 'DELETE' then old.verification else new.verification end;
        acting text := case tg_op when 'DELETE' then 'POSTING_STOP_LIFTED' else 'POSTING_RESUMPTION_REQUESTED' end;
        hand record; -- of whoever acts in this transaction on the verification, as an approving officer of the day
      begin
        if (tg_op = 'DELETE' or new.requested_by is not null) and (
          exists (select from platform.verification where not ok and sequence > stopping)
          or exists (
            select from platform.audit_event as event
            where event.transaction = pg_current_xact_id() and event.action = acting and event.object_ids <> array[stopping::text])
        ) then
          raise exception 'verification %, which stops posting, is not the one that was answered for', stopping
            using errcode = 'restrict_violation', constraint = 'posting_resumed_as_was_read', schema = 'platform', table = 'posting_stop';
        end if;
        select event.id, event.person, event.secretariat, event.at, event.reason into hand
        from platform.audit_event as event
        where event.transaction = pg_current_xact_id()
          and event.action = acting
          and event.object_ids = array[stopping::text]
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
