import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key is for recording and reading, or for reading alone, for good. Identity README, "Sign-in". */
export class AKeyMayOnlyRead1767225660200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.api_key
        add column scope text not null default 'RECORD', -- those of before
        add constraint api_key_scope_known check (scope in ('READ', 'RECORD'));
      alter table identity.api_key alter column scope drop default;
      create function identity.refuse_wider_key() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        raise exception 'what a key is for is said when it is made'
          using errcode = 'restrict_violation', constraint = 'api_key_keeps_its_scope', schema = 'identity', table = 'api_key';
      end $$;
      create trigger api_key_keeps_its_scope before update on identity.api_key
        for each row when (new.scope is distinct from old.scope) execute function identity.refuse_wider_key();
    `);
  }

  /** Keys that only read end: the version before would let them record. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.api_key disable trigger user;
      update identity.api_key set revoked_at = now(), revoked_by = 'recoup' where scope = 'READ' and revoked_at is null;
      alter table identity.api_key enable trigger user;
      drop trigger api_key_keeps_its_scope on identity.api_key;
      drop function identity.refuse_wider_key();
      alter table identity.api_key drop constraint api_key_scope_known, drop column scope;
    `);
  }
}
