import type { DataSource } from 'typeorm';
import { roles } from './roles.ts';
import { triggersOff } from './triggers-off.ts';

/** Whoever the session logged in as; it acts as `actsAs`, and might take that back. */
export interface Login {
  readonly name: string;
  readonly actsAs: string;
  /** What it may beyond the app's rights, each as the end of a sentence: "is a superuser", "owns the database". */
  readonly powers: readonly string[];
}

/** What one look at a database tells, whoever looks. */
export interface FoundDatabase {
  readonly version: string; // "18.4"
  readonly login: Login;
  /** Names, in the order they ran; empty where there are none yet, null where this session may not read them. */
  readonly migrations: readonly string[] | null;
  /** Every right of Recoup's roles and of PUBLIC, and whatever is amiss with the roles, in the words of `expectedRights`. */
  readonly rights: readonly string[];
}

type Row = Omit<FoundDatabase, 'migrations'> & { migrated: 'YES' | 'NO' | 'HIDDEN' };

/** Two short questions: what there is, and which migrations made it. */
export async function readDatabase(db: Pick<DataSource, 'query'>): Promise<FoundDatabase> {
  const [row] = await db.query<Row[]>(question, [Object.values(roles)]);
  if (row === undefined) throw new Error('The database answered without a row.');
  const { migrated, ...found } = row;
  if (migrated !== 'YES') return { ...found, migrations: migrated === 'NO' ? [] : null };
  const ran = await db.query<{ name: string }[]>('select name from public.migration order by id');
  return { ...found, migrations: ran.map(({ name }) => name) };
}

const question = `
  with recoup as (
    select oid, rolname as name from pg_roles where rolname = any($1::text[])
  ), object as (
    select 'database' as name, oid as id, 'pg_database'::regclass as catalog, null::oid as owner, -- whose it is, is the login's matter
      coalesce(datacl, acldefault('d', datdba)) as rights
    from pg_database where datname = current_database()
    union all
    select 'schema ' || quote_ident(nspname), oid, 'pg_namespace', nspowner, coalesce(nspacl, acldefault('n', nspowner))
    from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
    union all
    select format('%I.%I', nspname, relname), pg_class.oid, 'pg_class', relowner,
      coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner))
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'S', 'f') and nspname !~ '^pg_' and nspname <> 'information_schema'
      and (nspname <> 'public' or relname in ('migration', 'migration_id_seq'))
    union all
    select pg_proc.oid::regprocedure::text, pg_proc.oid, 'pg_proc',
      proowner, coalesce(proacl, acldefault('f', proowner))
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  ), held as (
    select grantee, privilege_type || ' ' || object.name || case when is_grantable then ' and hand it on' else '' end as what
    from object cross join lateral aclexplode(rights)
    union all
    select grantee, format('%s (%s) %s', privilege_type, attname, object.name)
    from object join pg_attribute on attrelid = object.id and object.catalog = 'pg_class'::regclass and attacl is not null
    cross join lateral aclexplode(attacl)
  ), line as (
    select coalesce(recoup.name, 'PUBLIC') || ' may ' || what as line
    from held left join recoup on recoup.oid = held.grantee
    where held.grantee = 0 or recoup.name <> '${roles.owner}'
    union all
    select format('%s belongs to %s', object.name, rolname)
    from object join pg_roles on pg_roles.oid = object.owner where rolname <> '${roles.owner}'
    union all
    select object.name || ' keeps tenants apart'
    from object join pg_class on object.id = pg_class.oid and object.catalog = 'pg_class'::regclass
    where relrowsecurity and relforcerowsecurity
    union all
    select format('%s has the policy %s', object.name, polname)
    from object join pg_policy on object.id = polrelid and object.catalog = 'pg_class'::regclass
    union all
    select format('%s is a member of %s', recoup.name, whole.rolname)
    from pg_auth_members join recoup on recoup.oid = member join pg_roles as whole on whole.oid = roleid
    union all
    select name || ' does not exist' from unnest($1::text[]) as wanted (name) where not exists (
      select from recoup where recoup.name = wanted.name)
    union all
    select format('%s is %s', rolname, attribute)
    from pg_roles join recoup on recoup.oid = pg_roles.oid cross join lateral (values
      ('a superuser', rolsuper), ('above row level security', rolbypassrls), ('a maker of roles', rolcreaterole),
      ('a replication role', rolreplication), ('one that logs in', rolcanlogin and rolname = '${roles.owner}')
    ) as attributes (attribute, has) where has
    union all
    ${triggersOff}
  ), me as (
    select * from pg_roles where rolname = session_user
  )
  select current_setting('server_version') as version,
    case when to_regclass('public.migration') is null then 'NO'
      when has_table_privilege('public.migration', 'select') then 'YES' else 'HIDDEN' end as migrated,
    json_build_object('name', session_user, 'actsAs', current_user, 'powers', (
      select coalesce(json_agg(power), '[]') from (
        select power from me cross join lateral (values
          ('is a superuser', rolsuper), ('is above row level security', rolbypassrls), ('may create roles', rolcreaterole),
          ('may replicate', rolreplication)
        ) as powers (power, has) where has
        union all
        select 'may switch off every trigger' from me
        where not rolsuper and has_parameter_privilege(oid, 'session_replication_role', 'set')
        union all
        select 'is a member of ' || whole.rolname from me join pg_roles as whole on pg_has_role(me.oid, whole.oid, 'MEMBER')
        where not me.rolsuper and whole.rolname not in ('${roles.app}', me.rolname, 'pg_database_owner')
        union all
        select 'is ' || rolname from me where rolname = any($1::text[]) and rolname <> '${roles.app}'
        union all
        select 'owns the database' from me join pg_database on datdba = me.oid where datname = current_database()
        union all
        select 'has rights of its own in the books' from me where rolname <> all($1::text[]) and exists (
          select from held where held.grantee = me.oid and what not like '% database')
        union all
        select 'owns tables or other objects of the books' from me where exists (
          select from object where object.owner = me.oid)
      ) as power
    )) as login,
    (select coalesce(json_agg(line), '[]') from line) as rights`;
