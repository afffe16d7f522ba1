import { theProgram } from '#kernel';
import type { Tx } from './transaction.ts';

/**
 * From here to its end this transaction sees and changes what this secretariat may, whatever connection of the pool it runs on.
 * A transaction that says nothing sees no row of any secretariat.
 */
export async function actForSecretariat(tx: Pick<Tx, 'query'>, code: string): Promise<void> {
  await tx.query(`select set_config('app.tenant', $1, true)`, [code]);
}

/**
 * The same for the program itself, which sees the books of all: only in the places that the README lists, and
 * `test/architecture` holds them to it.
 */
export async function actForTheProgram(tx: Pick<Tx, 'query'>): Promise<void> {
  await actForSecretariat(tx, theProgram.secretariat);
}

/** Work of the program, for `inTransaction` and `inSnapshot`. */
export function forTheProgram<T>(work: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  return async (tx) => {
    await actForTheProgram(tx);
    return work(tx);
  };
}
