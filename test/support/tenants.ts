import { inTransaction, type Tx } from '#platform';
import type { DataSource } from 'typeorm';
import { tenancy } from '../../migrations/tenancy.ts';

/** Each table and view that has its class. */
export const names = Object.keys(tenancy);
/** Those whose rows are kept apart. */
export const apart = names.filter((name) => tenancy[name]?.rows !== undefined);
export const ofClass = (...classes: string[]): string[] =>
  apart.filter((name) => classes.includes(tenancy[name]?.class ?? ''));

/** For whom: a secretariat, the program, or somebody with a mandate for several; null says nothing. */
export type For = string | null | { readonly tenant: string; readonly mandate: string; readonly person: string };

/** What `work` answers on the server's pool, run for this one. */
export function forTenant<T>(server: DataSource, who: For, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(server, async (tx) => {
    const nobody = { tenant: who, mandate: '', person: '' };
    const { tenant, mandate, person } = typeof who === 'object' && who !== null ? who : nobody;
    if (tenant !== null)
      await tx.query(
        `select set_config('app.tenant', $1, true), set_config('app.mandate', $2, true), set_config('app.person', $3, true)`,
        [tenant, mandate, person],
      );
    return work(tx);
  });
}

/** The rows of each of these tables that this one sees, each by where it lies. */
export function rowsFor(server: DataSource, who: For, tables: readonly string[]): Promise<Record<string, string[]>> {
  return forTenant(server, who, async (tx) => {
    const rows = await tx.query<{ name: string; rows: string[] }[]>(
      tables
        .map((name) => `select '${name}' as name, array(select ${placeIn(name)} from ${name} order by 1) as rows`)
        .join(' union all '),
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
  });
}

/** Of this one the server does not read every column, and so not where a row lies. */
const placeIn = (table: string): string => (table === 'ledger.period_act' ? 'id::text' : 'ctid::text');

// The crawler of the API fills the first; the sample has no proposals, no officer who travels, no files, and nothing that waits.
export const filledElsewhere = [
  ...['platform.request_key', 'identity.designation_proposal', 'identity.person_traveller'],
  ...['charging.evidence', 'charging.evidence_withdrawal', 'travellers.waiting'],
];
