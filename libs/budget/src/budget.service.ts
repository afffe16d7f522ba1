import { checkMay, type Officer } from '#identity';
import { Biennium, type Clock, Day, Money } from '#kernel';
import { insertAll, lastActs, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  checkCoding,
  checkStates,
  codedObject,
  type Coding,
  type CodingInForce,
  type StatedCoding,
  statingACoding,
} from './coding.ts';
import { heldCoding, keepCoding, ownCodings, printedCodings } from './codings.query.ts';
import { BudgetLine, BudgetLineExceeded, UnknownBudgetLine, UnknownFund } from './budget-line.ts';
import { SplitKey, SplitKeys, type Weight } from './split-key.ts';
import type { NamedInBudgets } from './named-in-budgets.ts';
import { checkCashLimit, FundCashExceeded, type PrintedFund, TrustFund } from './trust-fund.ts';

const codingStated = 'CODING_STATED';

@Injectable()
export class BudgetService {
  async addFunds(tx: Tx, funds: TrustFund[]): Promise<void> {
    await insertAll(tx, TrustFund, funds);
  }

  async addLines(tx: Tx, lines: BudgetLine[]): Promise<void> {
    await insertAll(tx, BudgetLine, lines);
  }

  async addSplitKeys(tx: Tx, keys: SplitKey[]): Promise<void> {
    await insertAll(tx, SplitKey, keys);
  }

  funds(tx: Tx, codes?: readonly string[]): Promise<TrustFund[]> {
    return tx.find(TrustFund, { where: codes === undefined ? {} : { code: In(codes) }, order: { code: 'ASC' } });
  }

  lines(tx: Tx, codes?: readonly string[]): Promise<BudgetLine[]> {
    return tx.find(BudgetLine, { where: codes === undefined ? {} : { code: In(codes) }, order: { code: 'ASC' } });
  }

  allSplitKeys(tx: Tx): Promise<SplitKey[]> {
    return tx.find(SplitKey, { order: { code: 'ASC', validFrom: 'ASC' } });
  }

  /** Of every fund of this side, and of those it has an agreement with, what papers print of it. */
  printedFunds(tx: Tx): Promise<PrintedFund[]> {
    return tx.query<PrintedFund[]>(
      `select code, name, secretariat, kind, programme_support_cost_rate as "programmeSupportCostRate"
       from budget.printed_fund_view order by code`,
    );
  }

  /** Of every own line, and of what every own fund receives: the coding in force, since when, and by whom. */
  async codings(tx: Tx): Promise<CodingInForce[]> {
    const codings = await ownCodings(tx);
    const objects = codings.map((one) => codedObject(one).object);
    const acts = new Map(
      (await lastActs(tx, { action: codingStated, objects })).map((act) => [`${act.kind} ${act.object}`, act]),
    );
    return codings.map((one) => {
      const { kind, object } = codedObject(one);
      const act = acts.get(`${kind} ${object}`);
      return { ...one, statedAt: act?.at ?? null, statedBy: act?.person ?? null };
    });
  }

  printedCodings(tx: Tx, of: { lines: readonly string[]; funds: readonly string[] }): Promise<StatedCoding[]> {
    return printedCodings(tx, of);
  }

  /** What is there of what an agreement names, and whose it is, on both sides: by exact code, and no amounts. */
  async named(
    tx: Tx,
    { funds, lines, keys }: Record<keyof NamedInBudgets, readonly string[]>,
  ): Promise<NamedInBudgets> {
    const [foundFunds, foundLines, foundKeys] = await Promise.all([
      tx.query<NamedInBudgets['funds']>('select code, secretariat from budget.owners_of_funds($1)', [funds]),
      tx.query<{ code: string; fund: string; biennium: string }[]>(
        'select code, fund, biennium from budget.funds_of_lines($1)',
        [lines],
      ),
      tx.query<NamedInBudgets['keys']>('select code, funds from budget.funds_of_keys($1)', [keys]),
    ]);
    return {
      funds: foundFunds,
      lines: foundLines.map(({ biennium, ...line }) => ({ ...line, biennium: Biennium.of(biennium) })),
      keys: foundKeys,
    };
  }

  /** The versions of these keys that can apply between the two days: the own, and those that an agreement names. */
  async splitKeys(tx: Tx, codes: readonly string[], between: { first: Day; last: Day }): Promise<SplitKeys> {
    if (codes.length === 0) return new SplitKeys([]);
    const rows = await tx.query<{ code: string; valid_from: string; weights: Weight[] }[]>(
      'select code, valid_from, weights from budget.split_keys_in_force($1, $2, $3)',
      [codes, between.first.toString(), between.last.toString()],
    );
    return new SplitKeys(
      rows.map(({ code, valid_from, weights }) => new SplitKey({ code, validFrom: Day.of(valid_from), weights })),
    );
  }

  /**
   * States, raises or lowers the cash that a fund can commit. From then on it is counted, from what the journal says now:
   * no charge can be certified between the sum and the statement.
   * Errors: UnknownFund, NotDesignated, ActsForTheOtherSide, CashLimitNegative, CashLimitBelowCharged.
   */
  async stateCashLimit(
    tx: Tx,
    { fund: code, limit, reason }: { fund: string; limit: Money; reason: string },
    by: Officer,
    clock: Clock,
  ): Promise<TrustFund> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('recoup fund cash'))`);
    const fund = await tx.findOne(TrustFund, { where: { code }, lock: { mode: 'pessimistic_write' } });
    if (fund === null) throw new UnknownFund(code);
    checkMay(by, 'fund.state-cash', fund.secretariat);
    const [bears] = await tx.query<{ amount_usd: string }[]>(
      'select amount_usd::numeric(18, 2) from ledger.fund_expenditure_view where fund = $1',
      [code],
    );
    const charged = Money.totalUsd(bears?.amount_usd ?? '0.00');
    checkCashLimit(code, limit, charged);
    const before = { limitUsd: fund.cashLimitUsd?.toString() ?? null };
    const after = { limitUsd: limit.toString(), chargedUsd: charged.toString() };
    const stated = { action: 'FUND_CASH_STATED', kind: 'trust-fund', objects: [code], reason, before, after };
    await recordEvent(tx, stated, by, clock.now());
    return tx.save(TrustFund, Object.assign(fund, { cashLimitUsd: limit, cashChargedUsd: charged }));
  }

  /**
   * States where a line, or what a fund receives, is booked by its owner: what papers print from then on. Parts that are null are
   * taken away. What is issued stays as it was issued; a draft that was prepared with the coding of before is prepared again.
   * Errors: UnknownFund, UnknownBudgetLine, NotDesignated, ActsForTheOtherSide, CodingPartNotPlain, NoCodingToTakeAway.
   */
  async stateCoding(
    tx: Tx,
    { of, coding, reason }: { of: { fund: string } | { budgetLine: string }; coding: Coding; reason: string },
    by: Officer,
    clock: Clock,
  ): Promise<StatedCoding> {
    const [line] = 'budgetLine' in of ? await this.lines(tx, [of.budgetLine]) : [];
    if ('budgetLine' in of && line === undefined) throw new UnknownBudgetLine(of.budgetLine);
    const code = 'fund' in of ? of.fund : (line?.fund ?? '');
    const [fund] = await this.funds(tx, [code]);
    if (fund === undefined) throw new UnknownFund(code);
    statingACoding(fund.secretariat).check(by);
    checkCoding(coding);
    const stated = { fund: code, budgetLine: line?.code ?? null, ...coding };
    const held = await heldCoding(tx, stated);
    checkStates(stated, held);
    const before = held === undefined ? {} : { before: { ...held } };
    const { kind, object } = codedObject(stated);
    const act = { action: codingStated, kind, objects: [object], reason, ...before, after: stated };
    await recordEvent(tx, act, by, clock.now());
    await keepCoding(tx, stated);
    return stated;
  }

  /**
   * Adds to what funds bear of their cash (or takes off it, for a credit), each only if its cash still allows it; a fund that
   * states none is passed over. After the charges and before the budget lines, in the order of their codes, in every command.
   * Errors: FundCashExceeded.
   */
  async drawCash(tx: Tx, amounts: ReadonlyMap<string, Money>): Promise<void> {
    const draws = [...amounts].filter(([, amount]) => !amount.isZero()).map(([fund, amount]) => ({ fund, amount }));
    if (draws.length === 0) return;
    const [exceeded] = await tx.query<
      { fund: string; cash_limit_usd: string; cash_charged_usd: string; more_usd: string }[]
    >('select fund, cash_limit_usd, cash_charged_usd, more_usd from budget.draw_cash($1)', [JSON.stringify(draws)]);
    if (exceeded === undefined) return;
    throw new FundCashExceeded(exceeded.fund, {
      limit: Money.usd(exceeded.cash_limit_usd),
      charged: Money.usd(exceeded.cash_charged_usd),
      more: Money.usd(exceeded.more_usd),
    });
  }

  /**
   * Adds to what lines bear (or takes off it, for a credit), each only if its allotment still allows it.
   * Lines are taken in the order of their codes, in every command: no two can wait for each other.
   * Errors: BudgetLineExceeded, UnknownBudgetLine.
   */
  async charge(tx: Tx, amounts: ReadonlyMap<string, Money>): Promise<void> {
    const wanted = [...amounts].filter(([, more]) => !more.isZero()).sort(([a], [b]) => (a < b ? -1 : 1));
    if (wanted.length === 0) return;
    const charged = await tx.query<{ code: string }[]>('select code from budget.charge_lines($1, $2)', [
      wanted.map(([code]) => code),
      wanted.map(([, more]) => more.toString()),
    ]);
    const done = new Set(charged.map(({ code }) => code));
    const refused = wanted.find(([code]) => !done.has(code));
    if (refused === undefined) return;
    const [code, more] = refused;
    const line = await tx.findOneBy(BudgetLine, { code });
    if (line === null) throw new UnknownBudgetLine(code);
    throw new BudgetLineExceeded(code, { allotment: line.allotmentUsd, charged: line.chargedUsd, more });
  }
}
