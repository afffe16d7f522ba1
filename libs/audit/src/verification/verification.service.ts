import process from 'node:process';
import { checkMay, type Officer } from '#identity';
import { type Clock, theProgram } from '#kernel';
import { actForTheProgram, constraintStandsFor, isUnreachable, recordEvent, type Tx } from '#platform';
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
import { authorityChecks } from './authority.query.ts';
import { documentChecks } from './documents.query.ts';
import { evidenceChecks } from './evidence.query.ts';
import { journalChecks } from './journal.query.ts';
import { paperChecks } from './papers.query.ts';
import { periodChecks } from './periods.query.ts';
import { personalChecks } from './personal.query.ts';
import {
  OtherSideMustResume,
  PostingNotStopped,
  StoppedByAnotherVerification,
  VerificationFailed,
} from './posting-stop.ts';
import { priceChecks } from './prices.query.ts';
import { sealCheck, sealedPapersCheck, sealedWordsCheck } from './seals.query.ts';
import { tenancyChecks } from './tenancy.query.ts';
import { sealedValuesCheck } from './values.query.ts';

/**
 * Every invariant of the books, each once, in the order in which a reader would ask. Whoever adds an invariant adds its check
 * here. `heldNotes` are checkpoints that were kept outside these books.
 */
export function checksAgainst(heldNotes: readonly string[]): readonly Check<Tx>[] {
  return [
    ...journalChecks,
    ...periodChecks,
    ...ceilingChecks,
    ...documentChecks,
    ...authorityChecks,
    ...priceChecks,
    ...actChecks,
    ...tenancyChecks,
    ...paperChecks,
    ...personalChecks,
    ...evidenceChecks,
    sealCheck(heldNotes),
    sealedWordsCheck,
    sealedPapersCheck,
    sealedValuesCheck,
  ];
}

@Injectable()
export class VerificationService {
  /**
   * Runs every check in one picture of the books. `tx` is a snapshot; a check may take as long as it needs. `heldNotes` are
   * checkpoints that were kept outside these books.
   */
  async verify(
    tx: Tx,
    onProgress: VerificationProgress = () => undefined,
    heldNotes: readonly string[] = [],
  ): Promise<Verification> {
    const all = checksAgainst(heldNotes);
    await actForTheProgram(tx); // who sees a part of the books finds nothing wrong with the rest
    // Sums over everything that was ever posted: in memory as far as it goes, rather than sorted on disk.
    await tx.query(`set local statement_timeout = 0; set local work_mem = '128MB'; set local jit = off`);
    const results: CheckResult[] = [];
    for (const { id, sentence, wrong } of all) {
      onProgress(results.length, all.length, sentence);
      const started = process.hrtime.bigint();
      const found = await answered(tx, wrong);
      const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
      const first = found[0] ?? null;
      results.push({ id, sentence, holds: first === null, first, found: found.length, milliseconds });
    }
    onProgress(all.length, all.length, '');
    return verificationOf(results);
  }

  /**
   * Keeps what a verification came to. One that failed stops posting, as an act of the program; whoever had asked to go on after an
   * earlier one asks anew. Answers its id.
   */
  async keep(tx: Tx, verification: Verification, at: Date): Promise<string> {
    const { ok, firstWrong, checks: results } = verification;
    await actForTheProgram(tx);
    // One after another: the stop is of the one with the highest number, and no other can be answered for.
    await tx.query(`select pg_advisory_xact_lock(hashtext('recoup verifications'))`);
    const milliseconds = results.reduce((sum, check) => sum + check.milliseconds, 0);
    const [kept] = await tx.query<[{ sequence: string }]>(
      `insert into platform.verification (at, ok, first_wrong, checks, milliseconds) values ($1, $2, $3, $4, $5) returning sequence`,
      [at, ok, firstWrong, JSON.stringify(results), milliseconds],
    );
    if (ok) return kept.sequence;
    const stop = { action: 'POSTING_STOPPED', kind: 'verification', objects: [kept.sequence] };
    // Sealed for good, so without the words of the finding: they are kept with the verification it names.
    const after = { check: firstWrong?.check ?? null, kind: firstWrong?.kind ?? null };
    await recordEvent(tx, { ...stop, after }, theProgram, at);
    await tx.query(
      `insert into platform.posting_stop (verification) values ($1)
       on conflict on constraint posting_stop_is_one do update set verification = excluded.verification,
         requested_by = null, requested_for = null, requested_at = null, reason = null`,
      [kept.sequence],
    );
    return kept.sequence;
  }

  /** The kept ones, newest first. */
  kept(tx: Tx, limit: number): Promise<KeptVerification[]> {
    return tx.query<KeptVerification[]>(
      `select sequence as id, at, ok, first_wrong as "firstWrong", milliseconds,
         stop.verification is not null as "stopsPosting",
         case when stop.requested_by is not null then json_build_object('by', stop.requested_by, 'secretariat', stop.requested_for,
           'at', stop.requested_at, 'reason', stop.reason) end as resumption
       from platform.verification left join platform.posting_stop as stop on stop.verification = sequence
       order by sequence desc limit $1`,
      [limit],
    );
  }

  /** True while nothing may be posted. */
  async isPostingStopped(tx: Pick<Tx, 'query'>): Promise<boolean> {
    const [row] = await tx.query<{ stopped: boolean }[]>(
      'select exists (select from platform.posting_stop) as stopped',
    );
    return row?.stopped === true;
  }

  /**
   * Asks to let posting go on, for a reason; where an officer of another side has asked for it after this verification, posting goes on.
   * `read` is the verification whose findings this officer has seen. Errors: NotDesignated, PostingNotStopped,
   * StoppedByAnotherVerification, OtherSideMustResume.
   */
  async resume(
    tx: Tx,
    { verification: read, reason }: { verification: string; reason: string },
    by: Officer,
    clock: Clock,
  ): Promise<void> {
    checkMay(by, 'posting.resume');
    const [stop] = await tx.query<{ verification: string; requestedFor: string | null }[]>(
      'select verification, requested_for as "requestedFor" from platform.posting_stop for update',
    );
    if (stop === undefined) throw new PostingNotStopped();
    const { verification, requestedFor } = stop;
    if (read !== verification) throw new StoppedByAnotherVerification({ read, since: verification });
    if (requestedFor === by.secretariat) throw new OtherSideMustResume(by.secretariat);
    const act = { kind: 'verification', objects: [verification], reason };
    const at = clock.now();
    if (requestedFor !== null) {
      await recordEvent(tx, { action: 'POSTING_STOP_LIFTED', ...act }, by, at);
      await tx.query('delete from platform.posting_stop');
      return;
    }
    await recordEvent(tx, { action: 'POSTING_RESUMPTION_REQUESTED', ...act }, by, at);
    await tx.query(
      'update platform.posting_stop set requested_by = $1, requested_for = $2, requested_at = $3, reason = $4',
      [by.person, by.secretariat, at, reason],
    );
  }
}

export interface KeptVerification {
  id: string; // a whole number, which the next one is above
  at: Date;
  ok: boolean;
  firstWrong: Verification['firstWrong'];
  milliseconds: string;
  stopsPosting: boolean;
  /** Who has asked to go on after it, and why; null where nobody has, or posting goes on. */
  resumption: { by: string; secretariat: string; at: string; reason: string } | null;
}

constraintStandsFor('posting_is_not_stopped', () => new VerificationFailed());
constraintStandsFor('posting_resumed_as_was_read', () => new StoppedByAnotherVerification());
constraintStandsFor('posting_resumed_by_both_sides', () => new OtherSideMustResume());

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
