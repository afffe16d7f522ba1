import { canonicalJson } from '#kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever changes the books writes down the act first, in the same transaction, or the change is refused. Platform README,
 * "Every change is an act". The guard is a trigger of the statement, not of the row: one look into an index, however many
 * rows the statement changes.
 */
export class EveryChangeIsAnActWrittenDown1767225611000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.refuse_other_transaction() returns trigger language plpgsql as $$
      begin
        raise exception '% rows belong to the transaction that writes them', tg_table_schema || '.' || tg_table_name
          using errcode = 'check_violation', constraint = tg_name, schema = tg_table_schema, table = tg_table_name;
      end $$;

      -- body is the act in canonical JSON, exactly as it was written: what a seal is taken over. No personal data.
      create table platform.audit_event (
        id uuid not null,
        sequence bigint generated always as identity,
        at timestamptz not null,
        transaction xid8 not null default pg_current_xact_id(),
        person text not null,
        secretariat text not null,
        action text not null,
        object_kind text not null,
        object_ids text[] not null,
        request_id text,
        reason text,
        before jsonb,
        after jsonb,
        body text not null,
        constraint audit_event_once primary key (id),
        constraint audit_event_in_sequence unique (sequence),
        constraint audit_event_says_who_and_what check (person <> '' and secretariat <> '' and action <> '' and object_kind <> ''),
        constraint audit_event_names_objects check (cardinality(object_ids) > 0),
        constraint audit_event_at_an_instant check (isfinite(at)),
        constraint audit_event_body_is_an_object check (starts_with(body, '{'))
      );
      create index audit_event_by_transaction on platform.audit_event (transaction);
      create index audit_event_by_object on platform.audit_event using gin (object_ids);
      create trigger audit_event_of_its_transaction before insert on platform.audit_event
        for each row when (new.transaction is distinct from pg_current_xact_id()) execute function platform.refuse_other_transaction();
      create trigger audit_event_is_kept before update or delete on platform.audit_event
        for each row execute function platform.refuse_change();
      create trigger audit_event_is_not_emptied before truncate on platform.audit_event
        for each statement execute function platform.refuse_change();

      create function platform.refuse_change_without_act() returns trigger language plpgsql as $$
      begin
        if not exists (select from platform.audit_event where transaction = pg_current_xact_id()) then
          raise exception 'no act is written down for this change of %', tg_table_schema || '.' || tg_table_name
            using errcode = 'restrict_violation', constraint = 'change_is_audited', schema = tg_table_schema, table = tg_table_name;
        end if;
        return null;
      end $$;

      -- Every table that holds a state, a price or a document. Rows that come with one of theirs (postings, shares, lines)
      -- are guarded by it.
      do $$
      declare
        audited text;
      begin
        foreach audited in array array[
          'identity.secretariat', 'identity.person', 'identity.designation',
          'budget.trust_fund', 'budget.budget_line', 'budget.split_key',
          'rates.service_item', 'rates.rate_card_entry', 'rates.operational_rate', 'rates.dsa_rate', 'rates.terminal_expense',
          'agreements.meeting', 'agreements.agreement', 'agreements.signature',
          'charging.charge', 'ledger.journal_entry',
          'invoicing.invoice', 'invoicing.paper', 'invoicing.settlement']
        loop
          execute format('create trigger %I after insert or update or delete on %s
            for each statement execute function platform.refuse_change_without_act()', split_part(audited, '.', 2) || '_change_is_audited', audited);
        end loop;
      end $$;

      -- An entry names the transaction that made it, and no other: postings are added in that one alone.
      create trigger journal_entry_of_its_transaction before insert on ledger.journal_entry
        for each row when (new.transaction is distinct from pg_current_xact_id()) execute function platform.refuse_other_transaction();

      -- A night and a ticket that were paid stay paid.
      create trigger traveller_night_is_kept before update or delete on charging.traveller_night
        for each row execute function platform.refuse_change();
      create trigger traveller_night_is_not_emptied before truncate on charging.traveller_night
        for each statement execute function platform.refuse_change();
      create trigger ticket_is_kept before update or delete on charging.ticket
        for each row execute function platform.refuse_change();
      create trigger ticket_is_not_emptied before truncate on charging.ticket
        for each statement execute function platform.refuse_change();
    `);
    await adoptEarlierBooks(db);
    await db.query(`select sealing.seal_table('platform.audit_event', 'audit-event', 'id')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      select sealing.unseal_table('platform.audit_event');
      drop trigger ticket_is_not_emptied on charging.ticket;
      drop trigger ticket_is_kept on charging.ticket;
      drop trigger traveller_night_is_not_emptied on charging.traveller_night;
      drop trigger traveller_night_is_kept on charging.traveller_night;
      drop trigger journal_entry_of_its_transaction on ledger.journal_entry;
      drop function platform.refuse_change_without_act() cascade;
      drop table platform.audit_event;
      drop function platform.refuse_other_transaction();
    `);
  }
}

/** Books from before acts were written down say so once: which charges and documents have no act of their own. */
async function adoptEarlierBooks(db: QueryRunner): Promise<void> {
  const [earlier] = (await db.query(
    `select gen_random_uuid() as id, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       (select coalesce(max(sequence), 0)::text from charging.charge) as "lastCharge",
       (select coalesce(max(sequence), 0)::text from invoicing.invoice) as "lastInvoice"
     where exists (select from identity.secretariat)`,
  )) as { id: string; at: string; lastCharge: string; lastInvoice: string }[];
  if (earlier === undefined) return;
  const { id, at, ...after } = earlier;
  const who = { person: 'recoup', secretariat: 'recoup', action: 'BOOKS_ADOPTED', kind: 'books', objects: ['books'] };
  const body = canonicalJson({ ...who, id, at, after, before: null, reason: null, requestId: null });
  await db.query(
    `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, after, body)
     values ($1, $2, 'recoup', 'recoup', 'BOOKS_ADOPTED', 'books', array['books'], $3, $4)`,
    [id, at, after, body],
  );
}
