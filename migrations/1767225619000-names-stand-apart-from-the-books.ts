import { canonicalJson } from '#kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The books hold a random reference of a traveller; who it is stands in a table of its own, under a key of that person's,
 * which is wrapped under a key outside the database. Travellers README. What officers had written in its place waits in
 * `travellers.waiting` until the next start of the program, which has the keys and covers it.
 *
 * Down, the references stay where the texts were, and a name that was covered is gone: export it before
 * (`recoup privacy export`).
 */
export class NamesStandApartFromTheBooks1767225619000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema travellers;

      -- lookup is a digest under a key outside the database, by which the same person is found again; wrapped_key is the person's
      -- data key under another, whose id stands in front; name is the name and the Party under the data key.
      create table travellers.traveller (
        reference text not null,
        registered_by text not null,
        registered_for text not null,
        registered_at timestamptz not null,
        lookup bytea,
        wrapped_key bytea,
        name bytea,
        erased_at timestamptz,
        constraint traveller_once primary key (reference),
        constraint traveller_known_once unique (lookup),
        constraint traveller_is_a_reference check (reference ~ '^TR-[0-9A-HJKMNP-TV-Z]{10}$'),
        constraint traveller_lookup_is_a_sha256 check (octet_length(lookup) = 32),
        constraint traveller_key_is_wrapped check (octet_length(wrapped_key) = 68),
        constraint traveller_name_is_whole_or_gone check (num_nonnulls(lookup, wrapped_key, name) in (0, 3)
          and (erased_at is null or num_nonnulls(lookup, wrapped_key, name) = 0))
      );

      -- A ticket's number under its traveller's data key; charging.ticket has the digest alone.
      create table travellers.ticket (
        digest text not null,
        traveller text not null,
        number bytea not null,
        constraint traveller_ticket_once primary key (digest),
        constraint traveller_ticket_of_traveller foreign key (traveller) references travellers.traveller (reference),
        constraint traveller_ticket_is_a_digest check (digest ~ '^[0-9a-f]{64}$')
      );
      create index ticket_by_traveller on travellers.ticket (traveller);

      -- In the open, from books of before; empty once the program has started.
      create table travellers.waiting (
        reference text not null,
        written text not null,
        party text,
        constraint waiting_once primary key (reference),
        constraint waiting_of_traveller foreign key (reference) references travellers.traveller (reference)
      );
    `);
    await separateEarlierTravellers(db);
    await db.query(`
      alter table charging.charge
        add constraint charge_of_traveller foreign key (traveller) references travellers.traveller (reference);
      alter table charging.traveller_night
        add constraint traveller_night_of_traveller foreign key (traveller) references travellers.traveller (reference);
      alter table identity.person_traveller
        add constraint person_traveller_is_registered foreign key (traveller) references travellers.traveller (reference);
      create index charge_by_traveller on charging.charge (traveller) where traveller is not null;

      -- Of the rows there are, those with a number in the open wait for the program's next start too.
      alter table charging.ticket
        add constraint ticket_number_is_covered check (number ~ '^[0-9a-f]{64}$') not valid;
      drop trigger ticket_is_kept on charging.ticket;
      create trigger ticket_is_kept before update or delete on charging.ticket
        for each row when (old.number ~ '^[0-9a-f]{64}$') execute function platform.refuse_change();

      create function charging.cover_tickets(numbers text[], digests text[]) returns void language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        update charging.ticket set number = cover.digest
        from unnest(numbers, digests) as cover (number, digest)
        where ticket.number = cover.number and ticket.number !~ '^[0-9a-f]{64}$'
      $$;

      -- What a traveller's reference is on, for travellers, which knows no charges.
      create view charging.traveller_use_view as
        select charge.traveller, charge.id as charge, charge.agreement, charge.provider, charge.client, charge.delivered_on, charge.state,
          invoice.number as invoice, charge.state in ('SETTLED', 'CREDITED', 'REJECTED') as is_finished,
          greatest(charge.delivered_on, invoice.settled_on) as last_on
        from charging.charge
        left join invoicing.invoice_line as line on line.charge = charge.id and line.bills
        left join invoicing.invoice on invoice.id = line.invoice
        where charge.traveller is not null;
      create view charging.traveller_night_view as select traveller, night from charging.traveller_night;

      -- The last day on which something of a traveller was delivered or settled; null while something is not finished.
      create function travellers.last_needed_on(reference text) returns date language sql stable security definer -- of all sides
        set search_path = pg_catalog, pg_temp as $$
        select case when bool_and(use.is_finished) is not false then coalesce(max(use.last_on),
          (select (traveller.registered_at at time zone 'UTC')::date from travellers.traveller
           where traveller.reference = last_needed_on.reference)) end
        from charging.traveller_use_view as use where use.traveller = last_needed_on.reference
      $$;

      create function travellers.keep_travellers() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      declare
        broken text;
      begin
        if tg_op = 'DELETE' or (new.reference, new.registered_by, new.registered_for, new.registered_at)
          is distinct from (old.reference, old.registered_by, old.registered_for, old.registered_at) then
          broken := 'traveller_is_kept';
        elsif old.erased_at is not null then
          broken := 'traveller_stays_erased';
        elsif new.erased_at is not null
          and (travellers.last_needed_on(old.reference) < (new.erased_at at time zone 'UTC')::date - interval '5 years') is not true then
          broken := 'traveller_needed_no_more';
        elsif new.erased_at is null and new.wrapped_key is null then
          broken := 'traveller_is_kept';
        end if;
        if broken is not null then
          raise exception 'traveller %: %', old.reference, broken
            using errcode = 'restrict_violation', constraint = broken, schema = 'travellers', table = 'traveller';
        end if;
        return new;
      end $$;
      create trigger traveller_is_kept before update or delete on travellers.traveller
        for each row execute function travellers.keep_travellers();
      create trigger traveller_is_not_emptied before truncate on travellers.traveller
        for each statement execute function platform.refuse_change();
      create trigger traveller_change_is_audited after insert or update or delete on travellers.traveller
        for each statement execute function platform.refuse_change_without_act();

      -- A number goes with its traveller's name and never before.
      create function travellers.keep_tickets() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if tg_op = 'DELETE' and exists (
          select from travellers.traveller where reference = old.traveller and erased_at is not null) then
          return old;
        end if;
        raise exception 'the number of a ticket is kept as long as its traveller''s name'
          using errcode = 'restrict_violation', constraint = 'traveller_ticket_is_kept', schema = 'travellers', table = 'ticket';
      end $$;
      create trigger traveller_ticket_is_kept before update or delete on travellers.ticket
        for each row execute function travellers.keep_tickets();
      create trigger traveller_ticket_is_not_emptied before truncate on travellers.ticket
        for each statement execute function platform.refuse_change();

      -- The server itself deletes nothing; these delete what the triggers above let go, and nothing else.
      create function travellers.erase(erased text[], at timestamptz) returns void language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        update travellers.traveller set lookup = null, wrapped_key = null, name = null, erased_at = erase.at where reference = any(erased);
        delete from travellers.ticket where traveller = any(erased);
      $$;
      create function travellers.forget_waiting(covered text[]) returns void language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        delete from travellers.waiting where reference = any(covered) and exists (
          select from travellers.traveller where traveller.reference = waiting.reference and wrapped_key is not null)
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function charging.cover_tickets(text[], text[]);
      drop trigger ticket_is_kept on charging.ticket;
      create trigger ticket_is_kept before update or delete on charging.ticket
        for each row execute function platform.refuse_change();
      alter table charging.ticket drop constraint ticket_number_is_covered;
      drop index charging.charge_by_traveller;
      alter table charging.traveller_night drop constraint traveller_night_of_traveller;
      alter table charging.charge drop constraint charge_of_traveller;
      alter table identity.person_traveller drop constraint person_traveller_is_registered;
    `);
    await db.query('create temporary table renamed as select reference as old, written as new from travellers.waiting');
    await rename(db);
    await db.query(`
      drop view charging.traveller_night_view;
      drop view charging.traveller_use_view cascade;
      drop schema travellers cascade;
    `);
  }
}

/** Each text that stands for a traveller becomes a reference, the same for the same text; the text waits to be covered. */
async function separateEarlierTravellers(db: QueryRunner): Promise<void> {
  const earlier = (await db.query(`
    select gen_random_uuid() as id, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    where exists (select from charging.charge where traveller is not null)`)) as { id: string; at: string }[];
  const [event] = earlier;
  if (event === undefined) return;
  await db.query(`
    create temporary table separated on commit drop as
      select written, 'TR-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 10)) as reference,
        (select min(trip ->> 'party') from charging.charge where traveller = written) as party
      from (select traveller as written from charging.charge where traveller is not null
        union select traveller from charging.traveller_night) as named;
    insert into travellers.traveller (reference, registered_by, registered_for, registered_at)
      select reference, 'recoup', 'recoup', now() from separated;
    insert into travellers.waiting (reference, written, party) select reference, written, party from separated;
  `);
  const who = {
    person: 'recoup',
    secretariat: 'recoup',
    action: 'TRAVELLERS_SEPARATED',
    kind: 'books',
    objects: ['books'],
  };
  const body = canonicalJson({ ...who, ...event, after: null, before: null, reason: null, requestId: null });
  await db.query(
    `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
     values ($1, $2, 'recoup', 'recoup', 'TRAVELLERS_SEPARATED', 'books', array['books'], $3)`,
    [event.id, event.at, body],
  );
  await db.query('create temporary table renamed as select written as old, reference as new from separated');
  await rename(db);
}

/** Puts one text in the place of another wherever a traveller stands, past the triggers that keep it: from `renamed`, old to new. */
async function rename(db: QueryRunner): Promise<void> {
  await db.query(`
    set constraints all immediate;
    alter table charging.charge disable trigger charge_price_is_frozen;
    alter table charging.charge disable trigger charge_stays_as_it_ended;
    alter table charging.charge disable trigger charge_change_is_audited;
    alter table charging.traveller_night disable trigger traveller_night_is_kept;
    update charging.charge set traveller = renamed.new from renamed where traveller = renamed.old;
    update charging.traveller_night set traveller = renamed.new from renamed where traveller = renamed.old;
    drop table renamed;
    set constraints all immediate;
    alter table charging.charge enable trigger charge_price_is_frozen;
    alter table charging.charge enable trigger charge_stays_as_it_ended;
    alter table charging.charge enable trigger charge_change_is_audited;
    alter table charging.traveller_night enable trigger traveller_night_is_kept;
  `);
}
