import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may not act is refused past the program too: hands on one chain of documents are different people, each acts for the
 * side it belongs to, on no trip of its own, and certifies as designated on the day. Identity README, "Segregation".
 */
export class NoTwoHandsAreOnePersons1767225617100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(documents);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger settlement_line_segregated on invoicing.settlement_line;
      drop trigger settlement_by_its_payer on invoicing.settlement;
      drop trigger invoice_hands_apart on invoicing.invoice;
      drop trigger invoice_prepared_by_its_side on invoicing.invoice;
      drop trigger signature_of_another_hand on agreements.signature;
      drop trigger agreement_drafted_by_a_party on agreements.agreement;
      drop trigger charge_steps_by_other_hands on charging.charge;
      drop trigger charge_recorded_by_its_side on charging.charge;
      drop function invoicing.keep_payers_hands_apart(), invoicing.keep_settlement_with_its_payer(), invoicing.keep_issuer_apart(),
        invoicing.keep_preparer_with_its_side(), agreements.keep_signatures_apart(), agreements.keep_draft_with_a_party(),
        charging.keep_steps_apart(), charging.keep_recorder_with_its_side();
    `);
  }
}

const documents = `
      create function charging.keep_recorder_with_its_side() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        select case when person.code is null then 'charge_hands_of_their_sides' else 'charge_not_by_its_traveller' end into refused
        from added
        left join identity.person on person.code = added.recorded_by and person.secretariat = added.provider
        where person.code is null
          or exists (select from identity.person_traveller as own where own.traveller = added.traveller and own.person = added.recorded_by)
        limit 1;
        if refused is not null then
          raise exception 'a charge is not recorded by whoever did' using errcode = 'restrict_violation', constraint = refused,
            schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create trigger charge_recorded_by_its_side after insert on charging.charge
        referencing new table as added for each statement execute function charging.keep_recorder_with_its_side();

      -- The designations that a certification rests on are held first, so that none ends before it is done.
      create function charging.keep_steps_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform identity.hold_designations(certified_by)
        from (select distinct changed.certified_by from changed join before using (id)
              where changed.certified_by is distinct from before.certified_by) as certifying
        where certified_by is not null;
        with step as (
          select changed.id, changed.client, changed.traveller, changed.certified_by is distinct from before.certified_by as certifies,
            case when changed.certified_by is distinct from before.certified_by then changed.certified_by else changed.received_by end as person,
            (changed.certified_at at time zone 'UTC')::date as day
          from changed join before using (id)
          where (changed.received_by, changed.certified_by) is distinct from (before.received_by, before.certified_by)
        )
        select case
            when person.code is null then 'charge_hands_of_their_sides'
            when own.person is not null then 'charge_not_by_its_traveller'
            else 'charge_certified_as_designated' end
          into refused
        from step
        left join identity.person on person.code = step.person and person.secretariat = step.client
        left join identity.person_traveller as own on own.traveller = step.traveller and own.person = step.person
        where person.code is null or own.person is not null
          or step.certifies and (
            not identity.holds(step.person, 'CERTIFYING_OFFICER', null, step.day)
            or exists (
              select from charging.charge_allocation as share
              where share.charge = step.id and share.side = 'CLIENT' and share.amount_usd <> 0 and not exists (
                select from identity.designation as held
                where held.person = step.person and held.duty = 'CERTIFYING_OFFICER' and held.fund = share.fund
                  and step.day between held.valid_from and held.valid_to and held.ended_at is null)))
        limit 1;
        if refused is not null then
          raise exception 'a step of a charge is not by whoever took it' using errcode = 'restrict_violation', constraint = refused,
            schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create trigger charge_steps_by_other_hands after update on charging.charge
        referencing old table as before new table as changed for each statement execute function charging.keep_steps_apart();

      create function agreements.keep_draft_with_a_party() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.drafted_by, new.provider) and not identity.is_of(new.drafted_by, new.client) then
          raise exception 'agreement % is drafted by neither side', new.number using errcode = 'restrict_violation',
            constraint = 'agreement_drafted_by_a_party', schema = 'agreements', table = 'agreement';
        end if;
        return null;
      end $$;
      create trigger agreement_drafted_by_a_party after insert on agreements.agreement
        for each row execute function agreements.keep_draft_with_a_party();

      create function agreements.keep_signatures_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        signed agreements.agreement%rowtype;
        refused text;
      begin
        select * into signed from agreements.agreement where number = new.agreement;
        if signed.drafted_by = new.signed_by then
          refused := 'agreement_not_signed_by_its_drafter';
        elsif not identity.is_of(new.signed_by, case new.side when 'PROVIDER' then signed.provider else signed.client end) then
          refused := 'signature_of_its_side';
        end if;
        if refused is not null then
          raise exception '% does not sign agreement %', new.signed_by, new.agreement using errcode = 'restrict_violation',
            constraint = refused, schema = 'agreements', table = 'signature';
        end if;
        return null;
      end $$;
      create trigger signature_of_another_hand after insert on agreements.signature
        for each row execute function agreements.keep_signatures_apart();

      create function invoicing.keep_preparer_with_its_side() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.prepared_by, new.provider) then
          raise exception 'document % is not prepared by its provider', new.id using errcode = 'restrict_violation',
            constraint = 'invoice_hands_of_its_side', schema = 'invoicing', table = 'invoice';
        end if;
        return null;
      end $$;
      create trigger invoice_prepared_by_its_side after insert on invoicing.invoice
        for each row execute function invoicing.keep_preparer_with_its_side();

      create function invoicing.keep_issuer_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if not identity.is_of(new.issued_by, new.provider) then
          refused := 'invoice_hands_of_its_side';
        elsif exists (
          select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
          where line.invoice = new.id and new.issued_by in (charge.recorded_by, charge.received_by, charge.certified_by)
        ) then
          refused := 'invoice_segregated_from_its_charges';
        end if;
        if refused is not null then
          raise exception '% does not issue document %', new.issued_by, new.number using errcode = 'restrict_violation',
            constraint = refused, schema = 'invoicing', table = 'invoice';
        end if;
        return null;
      end $$;
      create trigger invoice_hands_apart after update on invoicing.invoice
        for each row when (new.issued_by is distinct from old.issued_by) execute function invoicing.keep_issuer_apart();

      create function invoicing.keep_settlement_with_its_payer() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.recorded_by, new.payer) then
          raise exception 'a settlement is recorded by its payer' using errcode = 'restrict_violation',
            constraint = 'settlement_hands_of_its_side', schema = 'invoicing', table = 'settlement';
        end if;
        return null;
      end $$;
      create trigger settlement_by_its_payer after insert on invoicing.settlement
        for each row execute function invoicing.keep_settlement_with_its_payer();

      create function invoicing.keep_payers_hands_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (
          select from added
          join invoicing.settlement on settlement.id = added.settlement
          join invoicing.invoice_line as line on line.invoice = added.invoice
          join charging.charge on charge.id = line.charge
          where charge.certified_by = settlement.recorded_by
        ) then
          raise exception 'whoever certified a charge does not settle it' using errcode = 'restrict_violation',
            constraint = 'settlement_segregated', schema = 'invoicing', table = 'settlement_line';
        end if;
        return null;
      end $$;
      create trigger settlement_line_segregated after insert on invoicing.settlement_line
        referencing new table as added for each statement execute function invoicing.keep_payers_hands_apart();
`;
