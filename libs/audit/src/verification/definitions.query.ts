import type { Tx } from '#platform';
import { constraints } from './definitions/constraints.ts';
import { functions } from './definitions/functions.ts';
import { triggers } from './definitions/triggers.ts';
import type { Wrong } from './check.ts';

/** "constraint budget.budget_line budget_line_fund_named 0123456789abcdef": what guards the books, and the digest of how it reads. */
export const definitions: readonly string[] = [constraints, functions, triggers].flatMap((text) =>
  text.trim().split('\n'),
);

/**
 * Every trigger, rule, function, constraint and unique index of the books with the digest of its definition. PostgreSQL 15 to 18 word
 * these definitions alike; what not every one of them keeps as a constraint (NOT NULL) is left out.
 */
const found = `
  with ours as (
    select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  )
  select kind, object, left(encode(sha256(convert_to(definition, 'UTF8')), 'hex'), 16) as digest from (
    select 'constraint' as kind, format('%I.%I %s', nspname, relname, conname) as object, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid join ours on ours.oid = relnamespace
    where contype in ('c', 'f', 'p', 'u', 'x')
    union all
    select 'index', format('%I.%I %s', nspname, relname, (select named.relname from pg_class as named where named.oid = indexrelid)), pg_get_indexdef(indexrelid)
    from pg_index join pg_class on pg_class.oid = indrelid join ours on ours.oid = relnamespace
    where indisunique and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
    union all
    select 'trigger', format('%I.%I %s', nspname, relname, tgname), pg_get_triggerdef(pg_trigger.oid)
    from pg_trigger join pg_class on pg_class.oid = tgrelid join ours on ours.oid = relnamespace
    where not tgisinternal
    union all
    select 'rule', format('%I.%I %s', nspname, relname, rulename), pg_get_ruledef(pg_rewrite.oid)
    from pg_rewrite join pg_class on pg_class.oid = ev_class join ours on ours.oid = relnamespace
    where rulename <> '_RETURN' -- what a view is
    union all
    select 'function', replace(pg_proc.oid::regprocedure::text, ' ', '_'), concat_ws(chr(10), prosrc, pg_get_function_sqlbody(pg_proc.oid),
      lanname, prosecdef, provolatile::text, pg_get_function_result(pg_proc.oid), proconfig::text)
    from pg_proc join pg_language on pg_language.oid = prolang join ours on ours.oid = pronamespace
  ) as guard`;

/** Lines as of `definitions`, in their order. */
export async function foundDefinitions(tx: Pick<Tx, 'query'>): Promise<string[]> {
  const rows = await tx.query<{ line: string }[]>(
    `select concat_ws(' ', kind, object, digest) as line from (${found}) as found order by kind, object collate "C"`,
  );
  return rows.map(({ line }) => line);
}

/**
 * What reads otherwise than the migrations of this version made it, is not there, or is there beside it: a trigger or a rule of
 * somebody else may write another row than the one that was sent.
 */
export async function otherwiseDefined(tx: Pick<Tx, 'query'>): Promise<Wrong[]> {
  const digests = new Map((await foundDefinitions(tx)).map((line) => [...split(line)] as const));
  const expected = new Set(definitions.map((line) => split(line)[0]));
  const beside = [...digests.keys()]
    .filter((name) => /^(trigger|rule) /.test(name) && !expected.has(name))
    .map((name) => wrong(name, 'this version of Recoup has none of this name'));
  return [...beside, ...changed(digests)];
}

function changed(digests: ReadonlyMap<string, string>): Wrong[] {
  return definitions.flatMap((line): Wrong[] => {
    const [name, digest] = split(line);
    const is = digests.get(name);
    if (is === digest) return [];
    return [wrong(name, is === undefined ? 'it is missing' : 'it is not defined as this version of Recoup defines it')];
  });
}

function wrong(name: string, finding: string): Wrong {
  const [kind = '', ...object] = name.split(' ');
  return { kind, object: object.join(' '), finding };
}

function split(line: string): [name: string, digest: string] {
  const end = line.lastIndexOf(' ');
  return [line.slice(0, end), line.slice(end + 1)];
}
