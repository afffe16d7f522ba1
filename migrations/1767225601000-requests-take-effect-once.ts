import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The books know when they were opened and with what, and a request key has one effect. Platform README, "Once". */
export class RequestsTakeEffectOnce1767225601000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema platform;

      create table platform.books (
        singleton boolean not null default true,
        opened_at timestamptz not null default now(),
        content text not null,
        constraint books_are_one primary key (singleton),
        constraint books_singleton check (singleton),
        constraint books_content_known check (content in ('EMPTY', 'SAMPLE'))
      );

      create table platform.request_key (
        person text not null,
        key text not null,
        operation text not null,
        request_sha256 bytea not null,
        status smallint,
        body text,
        created_at timestamptz not null default now(),
        constraint request_key_once primary key (person, key),
        constraint request_key_length check (length(key) between 8 and 128)
      );

      -- Rows that may never change: issued papers, entries, rates. Each table names this function in a trigger of its own.
      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% rows are never changed or deleted; correct them by a new row', tg_table_schema || '.' || tg_table_name
          using errcode = 'restrict_violation', constraint = tg_name, schema = tg_table_schema, table = tg_table_name;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema platform cascade`);
  }
}
