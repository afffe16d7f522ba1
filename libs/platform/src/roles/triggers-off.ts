import type { DataSource } from 'typeorm';
import { roles } from './roles.ts';

const ours = `('${roles.owner}', '${roles.migrator}', '${roles.app}', '${roles.sealer}', '${roles.auditor}', '${roles.backup}')`;

// Of whoever acts as one of Recoup's roles; a superuser may do anything, and is the login's matter.
const settingIsOurs = `(
  setrole = 0 or exists (
    select from pg_roles as one where one.oid = setrole and (one.rolname in ${ours} or not one.rolsuper and exists (
      select from pg_roles as whole where whole.rolname in ('${roles.migrator}', '${roles.app}', '${roles.sealer}', '${roles.auditor}', '${roles.backup}') and pg_has_role(one.oid, whole.oid, 'MEMBER')))))`;
const grantIsOurs = `(
  grantee = 0 or exists (
    select from pg_roles as one where one.oid = grantee and (one.rolname in ${ours} or not one.rolsuper and exists (
      select from pg_roles as whole where whole.rolname in ('${roles.migrator}', '${roles.app}', '${roles.sealer}', '${roles.auditor}', '${roles.backup}') and pg_has_role(one.oid, whole.oid, 'MEMBER')))))`;

/**
 * What keeps the triggers of a database from firing without touching one of them: the parameter session_replication_role, as
 * this session has it, as another may begin with it, and as somebody may set it. One row each, in words; none where all fire.
 */
export const triggersOff = `
  select format('this session is without triggers: session_replication_role is %s, by %s', setting, source) as line
  from pg_settings where name = 'session_replication_role' and setting <> 'origin'
  union all
  select format('%s is made to begin with %s%s', coalesce(pg_get_userbyid(nullif(setrole, 0)), 'every role'), setting,
    case when setdatabase <> 0 then ' in this database' else '' end)
  from pg_db_role_setting cross join lateral unnest(setconfig) as setting
  where setting like 'session\\_replication\\_role=%' and setting <> 'session_replication_role=origin'
    and setdatabase in (0, (select oid from pg_database where datname = current_database())) and ${settingIsOurs}
  union all
  select format('%s is granted %s of session_replication_role', coalesce(pg_get_userbyid(nullif(grantee, 0)), 'PUBLIC'), privilege_type)
  from pg_parameter_acl cross join lateral aclexplode(paracl)
  where parname = 'session_replication_role' and ${grantIsOurs}`;

/** The rows of `triggersOff`, for whoever looks at nothing else. */
export async function triggersOffIn(db: Pick<DataSource, 'query'>): Promise<string[]> {
  const rows = await db.query<{ line: string }[]>(triggersOff);
  return rows.map(({ line }) => line);
}

/** Takes back what another session begins with or may set; this session's own setting ends with it. */
export const letTriggersFire = `
  do $$
  declare
    wanted record;
  begin
    for wanted in
      select pg_get_userbyid(nullif(setrole, 0)) as role,
        case when setdatabase <> 0 then current_database() end as here
      from pg_db_role_setting cross join lateral unnest(setconfig) as setting
      where setting like 'session\\_replication\\_role=%'
        and setdatabase in (0, (select oid from pg_database where datname = current_database())) and ${settingIsOurs}
    loop
      execute case when wanted.role is null and wanted.here is null then 'alter role all reset session_replication_role'
        when wanted.role is null then format('alter database %I reset session_replication_role', wanted.here)
        when wanted.here is null then format('alter role %I reset session_replication_role', wanted.role)
        else format('alter role %I in database %I reset session_replication_role', wanted.role, wanted.here) end;
    end loop;
    for wanted in
      select distinct case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as role
      from pg_parameter_acl cross join lateral aclexplode(paracl)
      where parname = 'session_replication_role' and ${grantIsOurs}
    loop
      execute format('revoke all on parameter session_replication_role from %s', wanted.role);
    end loop;
  end $$`;
