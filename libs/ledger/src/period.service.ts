import { createHash } from 'node:crypto';
import { checkMay, type Officer } from '#identity';
import { canonicalJson, type Clock, today } from '#kernel';
import { recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { type ChecklistItem, checkClosable, closingChecklist, type DeliveryFacts } from './closing-checklist.ts';
import { PeriodCode } from './period-code.ts';
import { bookFacts, figuresToSign, loadPeriod, type PeriodFigures } from './period.query.ts';
import { checkReason, Period, type PeriodStep } from './period.ts';

/** A period named by somebody who acts on it; `seen` is the version read before, null where it does not matter. */
export interface NamedPeriod {
  readonly code: PeriodCode;
  readonly seen: number | null;
}

/** What charges and documents of a period still wait for; asked by whoever knows them, once the period is held. */
export type DeliveriesOf = (tx: Tx, code: PeriodCode) => Promise<DeliveryFacts>;

/** What stands in an act beside who did it and when. */
interface ActContent {
  readonly reason?: string;
  readonly checklist?: readonly ChecklistItem[];
  readonly statement?: string;
}

/**
 * Closes and reopens months and bienniums of both books. Each verb takes the period's lock first, so that whoever is posting
 * into it is waited for, and nobody does until the act is committed.
 */
@Injectable()
export class PeriodService {
  /** What stands in a period now, whoever looks and whatever its state: nothing is held. */
  async checklist(tx: Tx, code: PeriodCode, deliveriesOf: DeliveriesOf): Promise<ChecklistItem[]> {
    return closingChecklist(code, await bookFacts(tx, code), await deliveriesOf(tx, code));
  }

  /**
   * One secretariat proposes to close a period, with the checklist of what stands in it. Entries are still posted.
   * Errors: NotDesignated, PeriodNotInState, PeriodNotOver, PeriodChangedMeanwhile, BooksDiffer, SettlementsStillWaiting, MonthsStillOpen,
   *         DisputesOpen, ChargesStillWaiting.
   */
  async proposeClosing(
    tx: Tx,
    named: NamedPeriod,
    deliveriesOf: DeliveriesOf,
    by: Officer,
    clock: Clock,
  ): Promise<ChecklistItem[]> {
    checkMay(by, 'period.close');
    const period = await hold(tx, named);
    const step = period.proposeClosing(today(clock));
    const books = await bookFacts(tx, named.code);
    const deliveries = await deliveriesOf(tx, named.code);
    checkClosable(named.code, books, deliveries);
    const checklist = closingChecklist(named.code, books, deliveries);
    await keep(tx, period, step, { checklist }, by, clock);
    return checklist;
  }

  /**
   * An approving officer signs the figures. The first signature freezes them, the one of the other secretariat locks the
   * period and stores its balances as final.
   * Errors: NotDesignated, PeriodNotInState, PeriodChangedMeanwhile, SamePersonClosesTwice, OtherSideMustSign, and, at the
   *         first signature, what has come up since the proposal: BooksDiffer, SettlementsStillWaiting, MonthsStillOpen, DisputesOpen, ChargesStillWaiting.
   */
  async sign(tx: Tx, named: NamedPeriod, deliveriesOf: DeliveriesOf, by: Officer, clock: Clock): Promise<void> {
    checkMay(by, 'period.sign');
    const period = await hold(tx, named);
    const step = period.sign(by);
    if (step.act === 'CLOSING_SIGNED')
      checkClosable(named.code, await bookFacts(tx, named.code), await deliveriesOf(tx, named.code));
    const figures = await figuresToSign(tx, named.code.toString());
    await keep(tx, period, step, { statement: statementOf(period, figures) }, by, clock);
    if (step.act === 'LOCKED') {
      await tx.query(
        `insert into ledger.period_balance (period, close_no, book, account, fund, debit_usd, credit_usd, balance_usd)
         select $1, $2, book, account, fund, "debitUsd", "creditUsd", "balanceUsd"
         from json_to_recordset($3) as balance (book text, account text, fund text, "debitUsd" numeric, "creditUsd" numeric,
           "balanceUsd" numeric)`,
        [named.code.toString(), step.closeNo, JSON.stringify(figures.balances)],
      );
    }
  }

  /**
   * Takes back what is under way: a closing that is not locked, or a request to reopen.
   * Errors: NotDesignated, ReasonMissing, PeriodNotInState, PeriodChangedMeanwhile.
   */
  async withdraw(tx: Tx, named: NamedPeriod, reason: string, by: Officer, clock: Clock): Promise<void> {
    checkMay(by, 'period.withdraw');
    const given = checkReason(reason);
    const period = await hold(tx, named);
    await keep(tx, period, period.withdraw(), { reason: given }, by, clock);
  }

  /** Errors: NotDesignated, ReasonMissing, PeriodNotInState, PeriodChangedMeanwhile. */
  async requestReopening(tx: Tx, named: NamedPeriod, reason: string, by: Officer, clock: Clock): Promise<void> {
    checkMay(by, 'period.request-reopening');
    const given = checkReason(reason);
    const period = await hold(tx, named);
    await keep(tx, period, period.requestReopening(), { reason: given }, by, clock);
  }

  /**
   * The other secretariat agrees; entries are posted again, and each carries that it came after a closing.
   * Errors: NotDesignated, ReasonMissing, PeriodNotInState, PeriodChangedMeanwhile, OtherSideMustSign, BienniumStillClosed.
   */
  async reopen(tx: Tx, named: NamedPeriod, reason: string, by: Officer, clock: Clock): Promise<void> {
    checkMay(by, 'period.reopen');
    const given = checkReason(reason);
    const period = await hold(tx, named);
    const biennium = await loadPeriod(tx, PeriodCode.ofBiennium(named.code.biennium));
    await keep(tx, period, period.reopen(by, biennium), { reason: given }, by, clock);
  }
}

/** Locked first, read after: a statement of its own sees what was committed while it waited. */
async function hold(tx: Tx, { code, seen }: NamedPeriod): Promise<Period> {
  await tx.query('select ledger.hold_period($1)', [code.toString()]);
  const period = await loadPeriod(tx, code);
  period.checkSeen(seen);
  return period;
}

/** What both sides sign: the figures of the period's entries, chained to the lock before. Canonical JSON. */
function statementOf({ code, closeNo, digest }: Period, { entries, entriesSha256, balances }: PeriodFigures): string {
  return canonicalJson({
    period: code.toString(),
    closeNo: closeNo + 1,
    entries,
    entriesSha256,
    balances: balances.map((balance) => ({ ...balance })),
    previousDigest: digest,
  });
}

/** The act, which moves its period in the database. */
async function keep(
  tx: Tx,
  { code, digest: previousDigest }: Period,
  { act, from, to, number, closeNo }: PeriodStep,
  { reason, checklist, statement }: ActContent,
  by: Officer,
  clock: Clock,
): Promise<void> {
  const digest = statement === undefined ? null : createHash('sha256').update(statement).digest('hex');
  const at = clock.now();
  const { person, secretariat } = by;
  const body = canonicalJson({
    ...{ period: code.toString(), number, act, from, to, closeNo, person, secretariat, at: at.toISOString() },
    ...{ reason: reason ?? null, digest, previousDigest },
    checklist: checklist?.map((item) => ({ ...item })) ?? null,
  });
  const acted = { action: `PERIOD_${act}`, kind: 'period', objects: [code.toString()], reason: reason ?? null };
  await recordEvent(tx, { ...acted, before: { state: from }, after: { state: to, closeNo } }, by, at);
  await tx.query(
    `insert into ledger.period_act (period, number, act, from_state, to_state, close_no, person, secretariat, at, reason, statement,
       digest, previous_digest, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), decode($13, 'hex'), $14)`,
    [
      ...[code.toString(), number, act, from, to, closeNo, person, secretariat, at],
      ...[reason ?? null, statement ?? null, digest, previousDigest, body],
    ],
  );
}
