import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A remark, a reason or a code that is entered no more, and was before, lives on: it is looked at where it is written. A check, validated
 * or not, looks at it at every update of its row, and such a charge could not be certified, such a credit note not be settled.
 *
 * The checks that stay are of rows that nothing updates: acts, acts on periods, entries, withdrawn evidence, and designations that have
 * ended. A ticket's number in the open is updated once, by what covers it (1767225619000).
 */
export class WhatWasEnteredBeforeLivesOn1767225761000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.refuse_entering() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if tg_op = 'INSERT' or to_jsonb(new) ->> tg_argv[0] is distinct from to_jsonb(old) ->> tg_argv[0] then
          raise exception 'the % of % rows is not entered like this', tg_argv[0], tg_table_schema || '.' || tg_table_name
            using errcode = 'check_violation', constraint = tg_name, schema = tg_table_schema, table = tg_table_name;
        end if;
        return new;
      end $$;

      do $$
      declare
        shown constant text := ${shown};
        of record;
      begin
        for of in select rows, words, rule from ${reasons} loop
          execute format('alter table %s drop constraint %I', of.rows, of.rule);
          execute format('create trigger %I before insert or update on %s for each row when (new.%I !~ %L)
            execute function platform.refuse_entering(%L)', of.rule, of.rows, of.words, shown, of.words);
        end loop;
      end $$;

      alter table identity.person drop constraint person_is_not_the_program;
      create trigger person_is_not_the_program before insert or update on identity.person
        for each row when (new.code = 'recoup') execute function platform.refuse_entering('code');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger person_is_not_the_program on identity.person;
      alter table identity.person add constraint person_is_not_the_program check (code <> 'recoup') not valid;

      do $$
      declare
        shown constant text := ${shown};
        of record;
      begin
        for of in select rows, words, rule from ${reasons} loop
          execute format('drop trigger %I on %s', of.rule, of.rows);
          execute format('alter table %s add constraint %I check (%I ~ %L) not valid', of.rows, of.rule, of.words, shown);
        end loop;
      end $$;

      drop function platform.refuse_entering();
    `);
  }
}

const reasons = `(values
          ('charging.charge', 'remark', 'charge_remark_shows_something'),
          ('invoicing.invoice', 'reason', 'invoice_reason_shows_something'),
          ('identity.designation_proposal', 'reason', 'designation_proposal_reason_shows_something'),
          ('identity.account_renewal', 'reason', 'account_renewal_reason_shows_something')) as reasons (rows, words, rule)`;

/** As in 1767225641000. */
const shown = `'[^'
          || '\\u0001-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891'
          || '\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f'
          || '\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U000110bd\\U000110cd\\U00013430-\\U0001343f'
          || '\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff'
          || ']'`;
