import { triggersOffIn, type Tx } from '#platform';
import type { Wrong } from './check.ts';

/** What keeps guards from firing that stand: a trigger that is switched off, or all of them for this session or for one that begins. */
export async function guardsOff(tx: Pick<Tx, 'query'>): Promise<Wrong[]> {
  return [
    ...(await tx.query<Wrong[]>(
      `select 'trigger' as kind, tgrelid::regclass || ' ' || tgname as object, 'it is switched off' as finding from pg_trigger
       where not tgisinternal and tgenabled not in ('O', 'A')
       order by 2 limit 100`,
    )),
    ...(await triggersOffIn(tx)).map((finding) => ({ kind: 'setting', object: 'session_replication_role', finding })),
  ];
}
