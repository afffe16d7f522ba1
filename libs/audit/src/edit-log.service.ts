import type { Officer } from '#identity';
import type { Biennium, Clock } from '#kernel';
import { recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkExports, checkPrintable, type EditLogContent, editLogPeriod, scopeOf } from './edit-log.ts';
import { editLogCounts, editLogLines, editLogYears, editLogYearsOf, exportsOf } from './edit-log.query.ts';

const hour = 3_600_000; // ms

/** What leaves the books as a file. */
export interface Exported {
  readonly report: string; // "edit-log 2025"
  readonly form: string; // a media type
  readonly sha256: string | null; // hex, of its content; null where that is read as it is sent
  /** The numbers of the issued documents in it, where it is made of them. */
  readonly documents?: readonly string[];
}

/** The edit log of a month, a financial year or a biennium, as one report. */
@Injectable()
export class EditLogService {
  /**
   * What the officer may read of it, of one snapshot. An auditor reads all; see `scopeOf`.
   * Errors: NotAnEditLogPeriod, EditLogTooLong.
   */
  async content(tx: Tx, text: string, by: Officer & { name: string }, clock: Clock): Promise<EditLogContent> {
    const period = editLogPeriod(text);
    const scope = scopeOf(by);
    const { acts, refusals } = await editLogCounts(tx, period, scope);
    checkPrintable(period, acts + refusals);
    return {
      period: period.name,
      from: period.from.toString(),
      to: period.to.toString(),
      asAt: clock.now().toISOString(),
      scope: scope.words,
      askedBy: { person: by.person, name: by.name, secretariat: by.secretariat },
      ...{ acts, refusals },
      lines: await editLogLines(tx, period, scope),
    };
  }

  /** The financial years that have something in it for the officer, newest first. */
  years(tx: Tx, by: Officer): Promise<string[]> {
    return editLogYears(tx, scopeOf(by));
  }

  /** The years of a biennium, and each other one in which the officer may read what was done to its documents, oldest first. */
  async yearsOf(tx: Tx, biennium: Biennium, by: Officer): Promise<string[]> {
    const name = biennium.toString();
    return [...new Set([...name.split('-'), ...(await editLogYearsOf(tx, name, scopeOf(by)))])].toSorted();
  }

  /** For what is much work to make: asked before it is made, and again by `recordExport`. Errors: TooManyExports. */
  async checkExports(tx: Tx, { person }: Officer, clock: Clock): Promise<void> {
    checkExports(await exportsOf(tx, person, new Date(clock.now().getTime() - hour)));
  }

  /**
   * Whoever takes a report out of the books ("edit-log 2025") leaves an act that says so, in a transaction of its own before
   * they have it: what was read is never unsaid. Documents that leave in it are its objects, so that the history of each has it.
   * Errors: TooManyExports, so that the acts of reading stay few.
   */
  async recordExport(
    tx: Tx,
    { report, form, sha256, documents = [] }: Exported,
    by: Officer,
    clock: Clock,
  ): Promise<void> {
    await this.checkExports(tx, by, clock);
    const exported = { action: 'REPORT_EXPORTED', kind: 'report', objects: [report, ...documents] };
    await recordEvent(tx, { ...exported, after: { form, contentSha256: sha256 } }, by, clock.now());
  }
}
