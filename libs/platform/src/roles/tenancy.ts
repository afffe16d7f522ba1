import { theProgram } from '#kernel';
import { escapeIdentifier } from 'pg';
import { roles } from './roles.ts';

/** For whom a transaction is, in SQL: the code of a secretariat, the program's own value, or nothing. Asked once a statement. */
export const tenant = `(select current_setting('app.tenant', true))`;

/**
 * Whose inside a joint auditor may read, in SQL: the codes of the secretariats, as whoever acts is designated, and null for everybody
 * else. Asked once a statement.
 */
const mandate = `(select platform.mandate())::text[]`;
const isMandated = `coalesce((select current_setting('app.mandate', true)), '') <> ''`;

/** No secretariat has this code (secretariat_is_not_the_program). */
export const programTenant = theProgram.secretariat;

/**
 * Whose the rows of a table are. COMMON: every secretariat's that keeps books here. SHARED: both parties' of an agreement.
 * INTERNAL: one secretariat's. PERSONAL: of a natural person, for the parties of the charge. PLATFORM and PROOF: nobody's; hashes,
 * signatures, and what the program keeps of itself, without row security. FACE: a view that runs as the owner and says
 * itself who sees what. AS_ASKED: a view that runs as whoever asks.
 */
export type TenancyClass = 'COMMON' | 'SHARED' | 'INTERNAL' | 'PERSONAL' | 'PLATFORM' | 'PROOF' | 'FACE' | 'AS_ASKED';

/** Conditions on a row, in SQL; one that is absent lets nobody. The program is let in by each of them. */
export interface RowConditions {
  readonly sees: string;
  readonly adds?: string;
  readonly moves?: string;
  /** Whoever reads for both sides adds rows here, of the own acts; in all other tables nothing. */
  readonly takesFromAJointAuditor?: boolean;
}

export type TableTenancy =
  | { readonly class: 'COMMON' | 'SHARED' | 'INTERNAL' | 'PERSONAL'; readonly rows: RowConditions }
  | { readonly class: 'PLATFORM' | 'PROOF' | 'FACE' | 'AS_ASKED'; readonly rows?: never };

/** Each table and view by its name, "schema.name". */
export type Tenancy = Readonly<Record<string, TableTenancy>>;

/** What `read-database.ts` is to find of it: one line for each table whose rows are kept apart, and one for each policy. */
export function expectedTenancy(tenancy: Tenancy): string[] {
  return apart(tenancy).flatMap(([name, rows]) => [
    `${name} keeps tenants apart`,
    ...policiesOf(rows).map((policy) => `${name} has the policy ${policy.name}`),
  ]);
}

/** The statements that put it in force, whatever policies there were before. */
export function policyStatements(tenancy: Tenancy): string {
  return [
    dropPolicies,
    ...apart(tenancy).flatMap(([name, rows]) => [
      `alter table ${quoted(name)} enable row level security, force row level security`,
      ...policiesOf(rows).map(({ name: policy, rule }) => `create policy ${policy} on ${quoted(name)} ${rule}`),
    ]),
    ...Object.entries(tenancy).flatMap(([name, { class: kind }]) =>
      kind === 'AS_ASKED' ? [`alter view ${quoted(name)} set (security_invoker = true)`] : [],
    ),
  ].join(';\n');
}

/**
 * The owner keeps all: its functions are the few that look or act across. The auditor's mandate is the whole of the books.
 * A joint auditor sees what each of the two sides sees, and adds and moves nothing; what is seen with another row
 * ("within") is seen under that one's policies.
 */
function policiesOf({
  sees,
  adds,
  moves,
  takesFromAJointAuditor = false,
}: RowConditions): { name: string; rule: string }[] {
  const or = (condition: string): string => `(${tenant} = '${programTenant}' or ${condition})`;
  return [
    { name: 'tenant_sees', rule: `for select to ${roles.app} using ${or(sees)}` },
    ...(sees.includes(`= ${tenant}`)
      ? [
          {
            name: 'mandate_sees',
            rule: `for select to ${roles.app} using (${isMandated} and ${sees.replaceAll(`= ${tenant}`, `= any (${mandate})`)})`,
          },
        ]
      : []),
    ...(adds === undefined ? [] : [{ name: 'tenant_adds', rule: `for insert to ${roles.app} with check ${or(adds)}` }]),
    ...(moves === undefined
      ? []
      : [{ name: 'tenant_moves', rule: `for update to ${roles.app} using ${or(moves)} with check ${or(moves)}` }]),
    ...(adds === undefined || takesFromAJointAuditor
      ? []
      : [
          {
            name: 'mandate_adds_nothing',
            rule: `as restrictive for insert to ${roles.app} with check (not (${isMandated}))`,
          },
        ]),
    ...(moves === undefined || takesFromAJointAuditor
      ? []
      : [
          {
            name: 'mandate_moves_nothing',
            rule: `as restrictive for update to ${roles.app} using (not (${isMandated}))`,
          },
        ]),
    { name: 'owner_keeps', rule: `to ${roles.owner} using (true) with check (true)` },
    { name: 'auditor_reads', rule: `for select to ${roles.auditor} using (true)` },
  ];
}

const dropPolicies = `
  do $$
  declare
    old record;
  begin
    for old in
      select polname, polrelid::regclass as relation from pg_policy join pg_class on pg_class.oid = polrelid
      where pg_get_userbyid(relowner) = current_user
    loop
      execute format('drop policy %I on %s', old.polname, old.relation);
    end loop;
  end $$`;

function apart(tenancy: Tenancy): [name: string, rows: RowConditions][] {
  const found: [string, RowConditions][] = [];
  for (const [name, { rows }] of Object.entries(tenancy)) if (rows !== undefined) found.push([name, rows]);
  return found;
}

function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => escapeIdentifier(part))
    .join('.');
}
