import { escapeIdentifier } from 'pg';
import { type GrantedRole, loginRoles, roles } from './roles.ts';
import { expectedTenancy, policyStatements, type Tenancy } from './tenancy.ts';

/** The columns a right is limited to, or all of them, those of later migrations included. */
export type Columns = readonly string[] | 'all';

export interface TableRights {
  readonly select?: Columns;
  readonly insert?: Columns;
  readonly update?: Columns;
  /** Whole rows; only what is a queue and no record may lose them. */
  readonly delete?: 'all';
}

/** What each role may do with one object; a role that is not named may do nothing. */
export type Granted<Right> = Readonly<Partial<Record<GrantedRole, Right>>>;

/**
 * Who may do what in the books, whole: what is not written here is refused. Names are "schema.name"; a function's has its
 * argument types, "schema.name(bigint, text)".
 */
export interface Rights {
  /** Tables and views. */
  readonly tables: Readonly<Record<string, Granted<TableRights>>>;
  /** Only those that statements name; an identity column needs none. */
  readonly sequences: Readonly<Record<string, readonly GrantedRole[]>>;
  /** Only those that statements call; a trigger's function needs none. */
  readonly functions: Readonly<Record<string, readonly GrantedRole[]>>;
  /** Which rows of the tables each secretariat has to do with. */
  readonly tenancy: Tenancy;
}

/**
 * Every right as one line of text, as `read-database.ts` finds them: "recoup_app may UPDATE (state) charging.charge",
 * "recoup_app may USAGE schema charging". In no order.
 */
export function expectedRights(rights: Rights): string[] {
  const { tables, sequences, functions, tenancy } = rights;
  return [
    `${roles.migrator} is a member of ${roles.owner}`,
    ...loginRoles.map((role) => `${role} may CONNECT database`),
    ...schemaUsers(rights).map(([role, schema]) => `${role} may USAGE schema ${schema}`),
    ...each(tables).flatMap(([name, role, right]) =>
      privilegesOf(right).flatMap(([privilege, columns]) =>
        columns === 'all'
          ? [`${role} may ${privilege} ${name}`]
          : columns.map((column) => `${role} may ${privilege} (${column}) ${name}`),
      ),
    ),
    ...each(sequences).map(([name, role]) => `${role} may USAGE ${name}`),
    ...each(functions).map(([name, role]) => `${role} may EXECUTE ${name}`),
    ...expectedTenancy(tenancy),
  ];
}

/** The statements that take every right away from these roles and from PUBLIC, give what is written here, and keep tenants apart. */
export function grantStatements(rights: Rights): string {
  const { tables, sequences, functions, tenancy } = rights;
  return [
    takeEverything,
    ...schemaUsers(rights)
      .filter(([, schema]) => schema !== 'public') // PostgreSQL's own, where the list of migrations lies; open to all
      .map(([role, schema]) => `grant usage on schema ${quoted(schema)} to ${role}`),
    ...each(tables).map(([name, role, right]) => {
      const words = privilegesOf(right).map(([privilege, columns]) =>
        columns === 'all'
          ? privilege
          : `${privilege} (${columns.map((column) => escapeIdentifier(column)).join(', ')})`,
      );
      return `grant ${words.join(', ')} on table ${quoted(name)} to ${role}`;
    }),
    ...each(sequences).map(([name, role]) => `grant usage on sequence ${quoted(name)} to ${role}`),
    // The argument types stand as they were written: types are no names to be quoted.
    ...each(functions).map(([name, role]) => {
      const at = name.indexOf('(');
      return `grant execute on function ${quoted(name.slice(0, at))}${name.slice(at)} to ${role}`;
    }),
    policyStatements(tenancy),
  ].join(';\n');
}

// What a later migration makes without a line in the table of rights is refused to everybody but its owner.
const takeEverything = `
  alter default privileges revoke all on functions from public;
  do $$
  declare
    name text;
  begin
    for name in
      select nspname from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and pg_get_userbyid(nspowner) = current_user
    loop
      execute format('revoke all on schema %I from public, ${loginRoles.join(', ')}', name);
      execute format('revoke all on all tables in schema %I from public, ${loginRoles.join(', ')}', name);
      execute format('revoke all on all sequences in schema %I from public, ${loginRoles.join(', ')}', name);
      execute format('revoke all on all functions in schema %I from public, ${loginRoles.join(', ')}', name);
    end loop;
  end $$;
  revoke all on table public.migration from public, ${loginRoles.join(', ')}`;

function privilegesOf(rights: TableRights): [privilege: string, columns: Columns][] {
  return Object.entries(rights).map(([privilege, columns]) => [privilege.toUpperCase(), columns as Columns]);
}

/** Which role needs the use of which schema: whoever holds a right within it. */
function schemaUsers({ tables, sequences, functions }: Rights): [role: GrantedRole, schema: string][] {
  const users = new Map(
    [...each(tables), ...each(sequences), ...each(functions)].map(([name, role]) => {
      const schema = name.slice(0, name.indexOf('.'));
      return [`${role} ${schema}`, [role, schema] as [GrantedRole, string]];
    }),
  );
  return [...users.values()].filter(([, schema]) => schema !== 'public');
}

function each<Right>(
  objects: Readonly<Record<string, Granted<Right> | readonly GrantedRole[]>>,
): [name: string, role: GrantedRole, right: Right][] {
  return Object.entries(objects).flatMap(([name, granted]) =>
    Array.isArray(granted)
      ? (granted as GrantedRole[]).map((role): [string, GrantedRole, Right] => [name, role, undefined as Right])
      : (Object.entries(granted) as [GrantedRole, Right][]).map(([role, right]): [string, GrantedRole, Right] => [
          name,
          role,
          right,
        ]),
  );
}

function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => escapeIdentifier(part))
    .join('.');
}
