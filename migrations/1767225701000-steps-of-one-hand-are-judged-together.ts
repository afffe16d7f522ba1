import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The steps that one hand takes in one statement are judged together: whose side it is of, and what it is designated for, is asked
 * once for them all and not for each charge. Names and refusals are as before. Identity README, "Segregation".
 */
export class StepsOfOneHandAreJudgedTogether1767225701000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger charge_steps_by_other_hands on charging.charge`);
    await db.query(stepsByHand);
    await db.query(`
      create trigger charge_steps_by_other_hands after update on charging.charge
        referencing old table as before new table as changed for each statement execute function charging.keep_steps_apart()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger charge_steps_by_other_hands on charging.charge`);
    await db.query(stepsByRow);
    await db.query(`
      create trigger charge_steps_by_other_hands after update on charging.charge
        for each row when (new.received_by is distinct from old.received_by or new.certified_by is distinct from old.certified_by)
        execute function charging.keep_steps_apart()`);
  }
}

/**
 * The designations that a certification rests on are held first, so that none ends before it is done. The rows before and after are put
 * in order and not joined: a join that was planned for one charge compares each of a thousand with a thousand. A charge keeps its id.
 */
const stepsByHand = `
      create or replace function charging.keep_steps_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        step record;
        funds text[];
        refused text;
      begin
        for step in
          select client, certified_by is distinct from certified_before as certifies,
            case when certified_by is distinct from certified_before then certified_by else received_by end as hand,
            (certified_at at time zone 'UTC')::date as day,
            array_agg(id) as charges, array_agg(traveller) filter (where traveller is not null) as travellers
          from (
            select rows.*, lag(received_by) over pair as received_before, lag(certified_by) over pair as certified_before
            from (
              select id, client, traveller, received_by, certified_by, certified_at, 1 as place from before
              union all
              select id, client, traveller, received_by, certified_by, certified_at, 2 from changed
            ) as rows
            window pair as (partition by id order by place)
          ) as step
          where place = 2 and (received_by is distinct from received_before or certified_by is distinct from certified_before)
          group by 1, 2, 3, 4
        loop
          if step.certifies then
            if step.hand is not null then
              perform identity.hold_designations(step.hand);
            end if;
            funds := array(
              select held.fund from identity.designation as held
              where held.person = step.hand and held.duty = 'CERTIFYING_OFFICER' and step.day between held.valid_from and held.valid_to
                and held.ended_at is null);
          end if;
          if not exists (select from identity.person where code = step.hand and secretariat = step.client) then
            refused := 'charge_hands_of_their_sides';
          elsif step.travellers is not null and exists (
            select from identity.person_traveller as own where own.traveller = any(step.travellers) and own.person = step.hand
          ) then
            refused := 'charge_not_by_its_traveller';
          elsif step.certifies and (funds = '{}' or exists (
            select from charging.charge_allocation
            where charge = any(step.charges) and side = 'CLIENT' and amount_usd <> 0 and fund <> all(funds))
          ) then
            refused := 'charge_certified_as_designated';
          end if;
          if refused is not null then
            raise exception 'a step of a charge is not by whoever took it' using errcode = 'restrict_violation', constraint = refused,
              schema = 'charging', table = 'charge';
          end if;
        end loop;
        return null;
      end $$`;

/** As it was before. */
const stepsByRow = `
      create or replace function charging.keep_steps_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        certifies boolean := new.certified_by is distinct from old.certified_by;
        hand text := case when certifies then new.certified_by else new.received_by end;
        day date := (new.certified_at at time zone 'UTC')::date;
        refused text;
      begin
        if certifies and hand is not null then
          perform identity.hold_designations(hand);
        end if;
        if not exists (select from identity.person where code = hand and secretariat = new.client) then
          refused := 'charge_hands_of_their_sides';
        elsif new.traveller is not null and exists (
          select from identity.person_traveller as own where own.traveller = new.traveller and own.person = hand
        ) then
          refused := 'charge_not_by_its_traveller';
        elsif certifies and (
          not exists (
            select from identity.designation as held
            where held.person = hand and held.duty = 'CERTIFYING_OFFICER' and day between held.valid_from and held.valid_to
              and held.ended_at is null)
          or exists (
            select from charging.charge_allocation as share
            where share.charge = new.id and share.side = 'CLIENT' and share.amount_usd <> 0 and not exists (
              select from identity.designation as held
              where held.person = hand and held.duty = 'CERTIFYING_OFFICER' and held.fund = share.fund
                and day between held.valid_from and held.valid_to and held.ended_at is null))
        ) then
          refused := 'charge_certified_as_designated';
        end if;
        if refused is not null then
          raise exception 'a step of a charge is not by whoever took it' using errcode = 'restrict_violation', constraint = refused,
            schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$`;
