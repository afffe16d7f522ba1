import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every journal entry and every paper is a leaf of a Merkle tree over its stored bytes, whose checkpoints are signed.
 * Sealing README. What is committed already when this runs is queued like anything that comes after it.
 */
export class WhatIsCommittedIsSealed1767225609000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema sealing;

      -- Committed and not yet a leaf. The only table here that rows leave: the sealer takes them.
      create table sealing.queue (
        id bigint generated always as identity,
        kind text not null,
        record text not null,
        leaf_hash bytea not null,
        queued_at timestamptz not null default clock_timestamp(),
        constraint queue_once primary key (id),
        constraint queue_holds_a_sha256 check (octet_length(leaf_hash) = 32)
      );

      create table sealing.leaf (
        position bigint not null,
        kind text not null,
        record text not null,
        leaf_hash bytea not null,
        constraint leaf_once primary key (position),
        constraint record_sealed_once unique (kind, record),
        constraint leaf_position_from_zero check (position >= 0),
        constraint leaf_holds_a_sha256 check (octet_length(leaf_hash) = 32)
      );

      -- The roots of full subtrees of 256, 65,536, ... leaves: with these a proof in a million leaves reads hundreds of rows.
      create table sealing.subtree (
        level smallint not null,
        index bigint not null,
        hash bytea not null,
        constraint subtree_once primary key (level, index),
        constraint subtree_level_is_kept check (level > 0 and level % 8 = 0),
        constraint subtree_holds_a_sha256 check (octet_length(hash) = 32)
      );

      create table sealing.checkpoint (
        size bigint not null,
        root bytea not null,
        note text not null,
        sealed_at timestamptz not null,
        constraint checkpoint_once primary key (size),
        constraint checkpoint_covers_something check (size > 0),
        constraint checkpoint_holds_a_sha256 check (octet_length(root) = 32)
      );

      -- A checkpoint that was given away, or may have been, and why.
      create table sealing.publication (
        size bigint not null,
        occasion text not null,
        published_at timestamptz not null,
        constraint publication_once primary key (size, occasion),
        constraint publication_of_checkpoint foreign key (size) references sealing.checkpoint (size),
        constraint publication_occasion_known check (occasion in
          ('DOCUMENT_ISSUED', 'HOURLY', 'PERIOD_CLOSED', 'KEY_CHANGED', 'RESTORED', 'ASKED_FOR'))
      );

      create table sealing.cosignature (
        size bigint not null,
        key_name text not null,
        key_id text not null,
        signed_at timestamptz not null,
        line text not null,
        imported_at timestamptz not null,
        constraint cosignature_once primary key (size, key_name, key_id, signed_at),
        constraint cosignature_of_checkpoint foreign key (size) references sealing.checkpoint (size)
      );

      -- The name of this log, the same for ever: books that bear another name are other books.
      create table sealing.log (
        singleton boolean not null default true,
        origin text not null,
        opened_at timestamptz not null,
        constraint log_is_one primary key (singleton),
        constraint log_singleton check (singleton),
        constraint log_origin_in_a_note check (origin ~ '^[^[:space:]+]+$')
      );

      -- The register of signing keys, as what happened to them; the keys themselves are in files elsewhere.
      create table sealing.key_event (
        id bigint generated always as identity,
        action text not null,
        purpose text not null,
        secretariat text,
        key_name text not null,
        public_key bytea not null,
        body text not null,
        recorded_at timestamptz not null,
        constraint key_event_once primary key (id),
        constraint key_adds_or_retires_once unique (action, key_name, public_key),
        constraint key_action_known check (action in ('ADDED', 'RETIRED')),
        constraint key_purpose_known check (purpose in ('LOG', 'WITNESS')),
        constraint witness_key_has_a_secretariat check (purpose = 'LOG' or secretariat is not null),
        constraint key_is_ed25519 check (octet_length(public_key) = 32)
      );

      -- These books were set back behind a checkpoint that had been published, and somebody answers for it.
      create table sealing.restore_event (
        id bigint generated always as identity,
        lost_size bigint not null,
        lost_root bytea not null,
        signed_by text not null,
        body text not null,
        recorded_at timestamptz not null,
        constraint restore_event_once primary key (id),
        constraint restore_event_for_a_checkpoint_once unique (lost_size, lost_root)
      );

      -- Which tables are sealed, by which column a record is found, and whether its sealing is an occasion to publish.
      create table sealing.sealed_kind (
        kind text not null,
        relation regclass not null,
        id_column name not null,
        publishes text,
        constraint sealed_kind_once primary key (kind),
        constraint sealed_kind_of_one_table unique (relation),
        constraint sealed_kind_in_a_leaf check (kind ~ '^[a-z]+(-[a-z]+)*$')
      );

      -- RFC 6962, 2.1: a leaf is hashed after a zero byte, a node after a one, so that none passes for the other.
      create function sealing.leaf_hash(kind text, body text) returns bytea language sql immutable strict parallel safe
        return sha256('\\x00'::bytea || convert_to(kind || E'\\n' || body, 'UTF8'));

      -- Canonical JSON of one text. to_json is not called immutable because it takes any type; for text it is.
      create function sealing.json_text(value text) returns text language sql immutable strict parallel safe
        as $$ select to_json(value)::text $$;

      create function sealing.utc_text(value timestamptz) returns text language sql immutable strict parallel safe
        as $$ select to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

      -- From now on each new row of this table is queued in its own transaction, and each row there is now is queued here. The
      -- trigger's function is the table's own (sealing.enqueue_<table>), so that its statement is planned once and not at each
      -- posting; it runs once for a statement, however many rows that wrote, and as its owner, so that nobody else may write
      -- the queue.
      create function sealing.seal_table(relation regclass, kind text, id_column name, publishes text default null) returns void
        language plpgsql as $$
      declare
        bare text := (select relname from pg_class where oid = relation);
      begin
        execute format(
          'create function sealing.%I() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
          begin
            insert into sealing.queue (kind, record, leaf_hash)
            select %L, %I::text, sha256(''\\x00''::bytea || convert_to(%L || E''\\n'' || body, ''UTF8'')) from added order by %I;
            return null;
          end $body$', 'enqueue_' || bare, kind, id_column, kind, id_column);
        execute format('create trigger %I after insert on %s referencing new table as added
          for each statement execute function sealing.%I()', bare || '_is_sealed', relation, 'enqueue_' || bare);
        insert into sealing.sealed_kind values (kind, relation, id_column, publishes);
        execute format(
          'insert into sealing.queue (kind, record, leaf_hash) select %1$L, %2$I::text, sealing.leaf_hash(%1$L, body) from %3$s order by %2$I',
          kind, id_column, relation);
      end $$;

      create function sealing.unseal_table(table_name regclass) returns void language plpgsql as $$
      declare
        bare text := (select relname from pg_class where oid = table_name);
      begin
        execute format('drop trigger %I on %s', bare || '_is_sealed', table_name);
        execute format('drop function sealing.%I()', 'enqueue_' || bare);
        delete from sealing.sealed_kind where relation = table_name;
      end $$;

      -- Leaves from a position up to another, each with the bytes that its record holds now; null where there is no such record.
      create function sealing.leaves_with_bodies(first bigint, past bigint)
        returns table (place bigint, kind text, record text, leaf_hash bytea, body text) language plpgsql stable
        set work_mem = '32MB' as $$ -- a page of leaves fits, and is not written to a file on its way
      declare
        bodies text := 'null::text';
        joins text := '';
        sealed record;
      begin
        for sealed in
          select sealed_kind.kind, relation, id_column, format_type(atttypid, atttypmod) as type,
            row_number() over (order by sealed_kind.kind) as at
          from sealing.sealed_kind join pg_attribute on attrelid = relation and attname = id_column
        loop
          bodies := format('%s, record_%s.body', bodies, sealed.at);
          joins := joins || format(
            ' left join lateral (select body from %s as held where held.%I = case when leaf.kind = %L then leaf.record::%s end offset 0)
              as record_%s on true', sealed.relation, sealed.id_column, sealed.kind, sealed.type, sealed.at);
        end loop;
        return query execute format(
          'select leaf.position, leaf.kind, leaf.record, leaf.leaf_hash, coalesce(%s) from (
             select position, kind, record, leaf_hash from sealing.leaf where position >= $1 and position < $2 order by position offset 0
           ) as leaf%s order by leaf.position', bodies, joins) using first, past;
      end $$;

      -- Of each sealed table: its rows, its leaves, what is queued, and whether its trigger stands.
      create function sealing.record_counts()
        returns table (kind text, records bigint, leaves bigint, queued bigint, watched boolean) language plpgsql stable as $$
      declare
        sealed record;
      begin
        for sealed in select sealed_kind.kind, relation from sealing.sealed_kind order by sealed_kind.kind loop
          return query execute format(
            'select %1$L::text, (select count(*) from %2$s),
               (select count(*) from sealing.leaf where kind = %1$L), (select count(*) from sealing.queue where kind = %1$L),
               exists (select from pg_trigger
                 where tgrelid = %2$L::regclass and tgfoid = %3$L::regproc and tgenabled = any(%4$L))',
            sealed.kind, sealed.relation, format('sealing.%I', 'enqueue_' || (select relname from pg_class where oid = sealed.relation)),
            '{O,A}');
        end loop;
      end $$;

      -- Records that are neither leaf nor queued: somebody wrote them past the trigger.
      create function sealing.unsealed_records() returns table (kind text, record text) language plpgsql stable as $$
      declare
        sealed record;
      begin
        for sealed in select sealed_kind.kind, relation, id_column from sealing.sealed_kind order by sealed_kind.kind loop
          return query execute format(
            'select %1$L::text, held.%2$I::text from %3$s as held
             where not exists (select from sealing.leaf where kind = %1$L and record = held.%2$I::text)
               and not exists (select from sealing.queue where kind = %1$L and record = held.%2$I::text)
             order by held.%2$I', sealed.kind, sealed.id_column, sealed.relation);
        end loop;
      end $$;

      create function sealing.keep_leaves_without_gaps() returns trigger language plpgsql as $$
      declare
        lowest bigint;
        highest bigint;
        many bigint;
      begin
        select min(position), max(position), count(*) into lowest, highest, many from added;
        if many > 0 and (many <> highest - lowest + 1
          or lowest > 0 and not exists (select from sealing.leaf where position = lowest - 1))
        then
          raise exception 'leaves % to % do not follow the leaves before them', lowest, highest
            using errcode = 'check_violation', constraint = 'leaf_without_gap', schema = 'sealing', table = 'leaf';
        end if;
        return null;
      end $$;
      create trigger leaf_without_gap after insert on sealing.leaf
        referencing new table as added for each statement execute function sealing.keep_leaves_without_gaps();

      create function sealing.keep_checkpoints_growing() returns trigger language plpgsql as $$
      begin
        if exists (select from sealing.checkpoint where size > new.size) then
          raise exception 'a checkpoint of % leaves after a larger one', new.size
            using errcode = 'check_violation', constraint = 'checkpoint_only_grows', schema = 'sealing', table = 'checkpoint';
        end if;
        if new.size <> (select coalesce(max(position) + 1, 0) from sealing.leaf) then
          raise exception 'a checkpoint of % leaves in a tree of another size', new.size
            using errcode = 'check_violation', constraint = 'checkpoint_of_the_whole_tree', schema = 'sealing', table = 'checkpoint';
        end if;
        return null;
      end $$;
      create trigger checkpoint_only_grows after insert on sealing.checkpoint
        for each row execute function sealing.keep_checkpoints_growing();

      -- Nothing that was sealed, signed or registered is changed: <table>_is_kept, <table>_is_not_emptied.
      do $$
      declare
        kept text;
      begin
        foreach kept in array array['leaf', 'subtree', 'checkpoint', 'publication', 'cosignature', 'log', 'key_event',
          'restore_event'] loop
          execute format('create trigger %I before update or delete on sealing.%I
            for each row execute function platform.refuse_change()', kept || '_is_kept', kept);
          execute format('create trigger %I before truncate on sealing.%I
            for each statement execute function platform.refuse_change()', kept || '_is_not_emptied', kept);
        end loop;
      end $$;
    `);

    await db.query(`
      -- The entry as it was posted, with all its postings: the bytes that are sealed. Written by the ledger service.
      alter table ledger.journal_entry add column body text;

      -- What the columns of an entry and its postings say, in the spelling of the body.
      create function ledger.journal_entry_body(entry ledger.journal_entry) returns text language sql stable as $$
        select format('{"accountingOn":%s,"biennium":%s,"book":%s,"counterparty":%s,"event":%s,"pair":%s,"postedAt":%s,"postedBy":%s,'
          '"postings":[%s],"source":%s}',
          sealing.json_text(entry.accounting_on::text), sealing.json_text(entry.biennium), sealing.json_text(entry.book),
          sealing.json_text(entry.counterparty), sealing.json_text(entry.event), sealing.json_text(entry.pair_id::text),
          sealing.json_text(sealing.utc_text(entry.posted_at)), sealing.json_text(entry.posted_by),
          (select string_agg(format(
             '{"account":%s,"agreement":%s,"amountUsd":%s,"budgetLine":%s,"fund":%s,"item":%s,"serviceMonth":%s}',
             sealing.json_text(account), sealing.json_text(agreement), sealing.json_text(amount_usd::text),
             sealing.json_text(budget_line), sealing.json_text(fund), sealing.json_text(item),
             sealing.json_text(to_char(service_month, 'YYYY-MM'))), ',' order by position)
           from ledger.posting where entry_id = entry.id),
          sealing.json_text(entry.source))
      $$;

      alter table ledger.journal_entry disable trigger journal_entry_is_kept;
      update ledger.journal_entry as entry set body = ledger.journal_entry_body(entry);
      set constraints all immediate;
      alter table ledger.journal_entry enable trigger journal_entry_is_kept;
      alter table ledger.journal_entry alter column body set not null;
      select sealing.seal_table('ledger.journal_entry', 'journal-entry', 'id');

      -- The database composes it from the row, so that it cannot say anything else.
      alter table invoicing.paper add column body text not null generated always as (
        '{"contentSha256":"' || encode(content_sha256, 'hex') || '","kind":"' || kind || '","number":' || sealing.json_text(number)
        || ',"pdfSha256":"' || encode(pdf_sha256, 'hex') || '","storedAt":"' || sealing.utc_text(stored_at)
        || '","subject":' || sealing.json_text(subject) || '}') stored;
      select sealing.seal_table('invoicing.paper', 'paper', 'number', 'DOCUMENT_ISSUED');

      select sealing.seal_table('sealing.key_event', 'key-event', 'id', 'KEY_CHANGED');
      select sealing.seal_table('sealing.restore_event', 'restore-event', 'id', 'RESTORED');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      select sealing.unseal_table('invoicing.paper');
      alter table invoicing.paper drop column body;
      select sealing.unseal_table('ledger.journal_entry');
      drop function ledger.journal_entry_body(ledger.journal_entry);
      alter table ledger.journal_entry drop column body;
      drop schema sealing cascade;
    `);
  }
}
