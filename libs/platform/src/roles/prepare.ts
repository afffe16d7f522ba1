import pg from 'pg';
import { loginRoles, type LoginRole, roles } from './roles.ts';
import { MayNotPrepare } from './fitness.ts';
import { letTriggersFire } from './triggers-off.ts';
import { catchUp } from './transactions.ts';
import { withClient } from '../with-client.ts';

/** What its connection is called in pg_stat_activity. */
export const preparing = 'recoup prepare';

/**
 * Makes the roles, and makes the owner's what lies in this database: a new one, one that a version without roles has
 * migrated, or one that was restored without owners; there the transactions are counted on as well. What is right already is
 * left alone, so it may run any number of times, and at once in any number of databases of one server.
 * `server`: a superuser, or a login that may create roles and owns the database.
 * `passwords`: of an embedded engine; elsewhere the operator gives them.
 * Errors: MayNotPrepare.
 */
export async function prepareDatabase(
  server: pg.ClientConfig,
  passwords: Readonly<Partial<Record<LoginRole, string>>> = {},
): Promise<void> {
  await withClient({ ...server, application_name: preparing }, async (client) => {
    await client.query('begin');
    await client.query(`set local lock_timeout = '60s'; set local client_min_messages = 'warning'`);
    await client.query(`select pg_advisory_xact_lock(hashtext('recoup migrate'))`);
    await client.query(makeRoles);
    await client.query(letTriggersFire);
    await client.query(openDatabaseToRolesOnly);
    await client.query(makeEverythingTheOwners);
    for (const [role, password] of Object.entries(passwords)) {
      // Not part of a log: the embedded engine keeps no statements.
      await client.query(`alter role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`);
    }
    await client.query('commit');
    await catchUp(client);
  }).catch((error: unknown) => {
    throw (error as { code?: unknown }).code === '42501' ? new MayNotPrepare(error) : error;
  });
}

/** PUBLIC may neither connect nor make temporary tables. A clone has its template's tables, but not this. */
export async function openToRolesOnly(server: pg.ClientConfig): Promise<void> {
  await withClient(server, (client) => client.query(openDatabaseToRolesOnly));
}

// Roles belong to the server. Two databases that are prepared at once may both find a role missing; the second then meets
// the first's, by one of two names: the role was there at once, or by the time of the unique index.
const makeRoles = `
  do $$
  declare
    wanted record;
  begin
    for wanted in
      select name, attributes from (values
        ('${roles.owner}', 'nologin'),
        -- Does not inherit: the migrator has the owner's rights only once it says so.
        ('${roles.migrator}', 'login noinherit'),
        ${[roles.app, roles.sealer, roles.auditor, roles.backup].map((role) => `('${role}', 'login')`).join(', ')}
      ) as role (name, attributes)
      where not exists (select from pg_roles where rolname = name)
    loop
      begin
        execute format('create role %I %s', wanted.name, wanted.attributes);
      exception when duplicate_object or unique_violation then null;
      end;
    end loop;

    for wanted in
      select rolname as name from pg_roles
      where rolname in ('${Object.values(roles).join("', '")}')
        and (rolsuper or rolbypassrls or rolcreaterole or rolreplication or rolcanlogin and rolname = '${roles.owner}')
    loop
      execute format('alter role %I nosuperuser nobypassrls nocreaterole noreplication', wanted.name);
      if wanted.name = '${roles.owner}' then execute 'alter role ${roles.owner} nologin'; end if;
    end loop;

    for wanted in
      select whole.rolname as whole, part.rolname as part
      from pg_auth_members join pg_roles as whole on whole.oid = roleid join pg_roles as part on part.oid = member
      where part.rolname in ('${Object.values(roles).join("', '")}')
        and not (part.rolname = '${roles.migrator}' and whole.rolname = '${roles.owner}')
    loop
      execute format('revoke %I from %I', wanted.whole, wanted.part);
    end loop;

    -- A login that is no superuser hands on, and acts as, only what it is a member of.
    for wanted in
      select whole, part from (values
        ('${roles.owner}', '${roles.migrator}'), ('${roles.owner}', current_user), ('${roles.app}', current_user)
      ) as membership (whole, part)
      where (part = '${roles.migrator}' or not (select rolsuper from pg_roles where rolname = current_user))
        and not exists (
          select from pg_auth_members as held
          where held.roleid = to_regrole(whole) and held.member = to_regrole(quote_ident(part))
            and (to_jsonb(held) ->> 'set_option') is distinct from 'false')
    loop
      begin
        execute format('grant %I to %I', wanted.whole, wanted.part);
      exception when unique_violation then null;
      end;
    end loop;
  end $$`;

const openDatabaseToRolesOnly = `
  do $$
  declare
    here text := current_database();
  begin
    if exists (
      select from pg_database cross join lateral aclexplode(coalesce(datacl, acldefault('d', datdba)))
      where datname = here and grantee = 0
    ) then
      execute format('revoke all on database %I from public', here);
    end if;
    if (select count(*) from unnest('{${loginRoles.join(',')}}'::text[]) as role (name)
        where has_database_privilege(name, here, 'connect')) < ${loginRoles.length} then
      execute format('grant connect on database %I to ${loginRoles.join(', ')}', here);
    end if;
    if not pg_has_role('${roles.owner}', (select datdba from pg_database where datname = here), 'USAGE') then
      begin
        execute format('alter database %I owner to ${roles.owner}', here);
      exception when insufficient_privilege then -- it takes the right to create databases; what the owner needs can be granted
        execute format('grant create, connect on database %I to ${roles.owner}', here);
        execute 'grant usage, create on schema public to ${roles.owner}';
      end;
    end if;
    if (select rolsuper from pg_roles where rolname = current_user) and not has_function_privilege('${roles.backup}',
      'pg_catalog.pg_backup_start(text, boolean)', 'execute') then
      grant execute on function pg_catalog.pg_backup_start(text, boolean), pg_catalog.pg_backup_stop(boolean),
        pg_catalog.pg_switch_wal(), pg_catalog.pg_create_restore_point(text) to ${roles.backup};
    end if;
  end $$`;

// What an extension brought stays the extension's; an identity column's sequence goes with its table.
const makeEverythingTheOwners = `
  do $$
  declare
    here record;
  begin
    for here in
      select 'schema' as kind, quote_ident(nspname) as name
      from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and nspowner <> '${roles.owner}'::regrole
        and not exists (select from pg_depend where classid = 'pg_namespace'::regclass and objid = pg_namespace.oid and deptype = 'e')
    loop
      execute format('alter schema %s owner to ${roles.owner}', here.name);
    end loop;
    for here in
      select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
          when 'f' then 'foreign table' else 'table' end as kind,
        format('%I.%I', nspname, relname) as name
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm', 'S', 'f') and nspname !~ '^pg_' and nspname <> 'information_schema'
        and (nspname <> 'public' or relname = 'migration') and relowner <> '${roles.owner}'::regrole
        and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid
          and (deptype = 'e' or relkind = 'S' and deptype in ('a', 'i')))
    loop
      execute format('alter %s %s owner to ${roles.owner}', here.kind, here.name);
    end loop;
    for here in
      select 'routine' as kind, format('%I.%I(%s)', nspname, proname, pg_get_function_identity_arguments(pg_proc.oid)) as name
      from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and proowner <> '${roles.owner}'::regrole
        and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
      union all
      select case typtype when 'd' then 'domain' else 'type' end, format('%I.%I', nspname, typname)
      from pg_type join pg_namespace on pg_namespace.oid = typnamespace
      where typtype in ('d', 'e', 'r') and nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
        and typowner <> '${roles.owner}'::regrole
        and not exists (select from pg_depend where classid = 'pg_type'::regclass and objid = pg_type.oid and deptype = 'e')
    loop
      execute format('alter %s %s owner to ${roles.owner}', here.kind, here.name);
    end loop;
  end $$`;
