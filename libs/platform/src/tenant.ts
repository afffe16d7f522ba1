import { theProgram } from '#kernel';
import { actIn, type Tx } from './transaction.ts';

/**
 * From here to its end this transaction is the program's own, which sees the books of all: only in the places that the README
 * lists, and `test/architecture` holds them to it. A transaction that says for nobody (see `actIn`) sees no row of any secretariat.
 */
export async function actForTheProgram(tx: Tx): Promise<void> {
  await actIn(tx, theProgram);
}

/** Work of the program, for `inTransaction` and `inSnapshot`. */
export function forTheProgram<T>(work: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  return async (tx) => {
    await actForTheProgram(tx);
    return work(tx);
  };
}
