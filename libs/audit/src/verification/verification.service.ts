import process from 'node:process';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { actChecks } from './acts.query.ts';
import { ceilingChecks } from './ceilings.query.ts';
import { type Check, type CheckResult, type Verification, verificationOf, type VerificationProgress } from './check.ts';
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
      const found = await wrong(tx);
      const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
      const first = found[0] ?? null;
      results.push({ id, sentence, holds: first === null, first, found: found.length, milliseconds });
    }
    onProgress(checks.length, checks.length, '');
    return verificationOf(results);
  }
}
