import process from 'node:process';
import { isUnreachable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { actChecks } from './acts.query.ts';
import { ceilingChecks } from './ceilings.query.ts';
import {
  type Check,
  type CheckResult,
  type Verification,
  verificationOf,
  type VerificationProgress,
  type Wrong,
} from './check.ts';
import { documentChecks } from './documents.query.ts';
import { journalChecks } from './journal.query.ts';
import { paperChecks } from './papers.query.ts';
import { priceChecks } from './prices.query.ts';

/**
 * Every invariant of the books, each once, in the order in which a reader would ask. Whoever adds an invariant adds its check
 * here: a period that is locked, a request that took effect once, a leaf of the seal.
 */
export const checks: readonly Check<Tx>[] = [
  ...journalChecks,
  ...ceilingChecks,
  ...documentChecks,
  ...priceChecks,
  ...actChecks,
  ...paperChecks,
];

@Injectable()
export class VerificationService {
  /** Runs every check in one picture of the books. `tx` is a snapshot; a check may take as long as it needs. */
  async verify(tx: Tx, onProgress: VerificationProgress = () => undefined): Promise<Verification> {
    await tx.query('set local statement_timeout = 0');
    const results: CheckResult[] = [];
    for (const { id, sentence, wrong } of checks) {
      onProgress(results.length, checks.length, sentence);
      const started = process.hrtime.bigint();
      const found = await answered(tx, wrong);
      const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
      const first = found[0] ?? null;
      results.push({ id, sentence, holds: first === null, first, found: found.length, milliseconds });
    }
    onProgress(checks.length, checks.length, '');
    return verificationOf(results);
  }
}

/** A check that cannot be run does not hold: what it reads is not even of the form that it must have. */
async function answered(tx: Tx, wrong: Check<Tx>['wrong']): Promise<readonly Wrong[]> {
  await tx.query('savepoint checking');
  try {
    return await wrong(tx);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    await tx.query('rollback to savepoint checking');
    return [{ kind: 'check', object: 'as a whole', finding: `it cannot be run: ${(error as Error).message}` }];
  }
}
