import type { Tx } from '#platform';

/** What this person and the secretariats are called: words that no password of theirs is made of. */
export async function namesAround(tx: Tx, person: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }[]>(
    `select code || ' ' || name as name from identity.secretariat
     union all
     select name from identity.holder_of($1, current_date)`,
    [person],
  );
  return rows.map(({ name }) => name);
}
