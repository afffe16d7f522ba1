import { Day, Money } from '#kernel';
import { insertAll, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { BudgetLine, BudgetLineExceeded, UnknownBudgetLine } from './budget-line.ts';
import { SplitKey, SplitKeys, type Weight } from './split-key.ts';
import { TrustFund } from './trust-fund.ts';

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

  /** The versions of these keys that can apply between the two days. */
  async splitKeys(tx: Tx, codes: readonly string[], between: { first: Day; last: Day }): Promise<SplitKeys> {
    if (codes.length === 0) return new SplitKeys([]);
    const rows = await tx.query<{ code: string; valid_from: string; weights: Weight[] }[]>(
      `select key.code, key.valid_from, key.weights
       from budget.split_key as key
       where key.code = any($1) and key.valid_from <= $3 and key.valid_from >= coalesce(
         (select max(earlier.valid_from) from budget.split_key as earlier
          where earlier.code = key.code and earlier.valid_from <= $2), key.valid_from)`,
      [codes, between.first.toString(), between.last.toString()],
    );
    return new SplitKeys(
      rows.map(({ code, valid_from, weights }) => new SplitKey({ code, validFrom: Day.of(valid_from), weights })),
    );
  }

  /**
   * Adds to what lines bear (or takes off it, for a credit), each only if its allotment still allows it.
   * Lines are taken in the order of their codes, in every command: no two can wait for each other.
   * Errors: BudgetLineExceeded, UnknownBudgetLine.
   */
  async charge(tx: Tx, amounts: ReadonlyMap<string, Money>): Promise<void> {
    const wanted = [...amounts].filter(([, more]) => !more.isZero()).sort(([a], [b]) => (a < b ? -1 : 1));
    if (wanted.length === 0) return;
    const [charged] = await tx.query<[{ code: string }[], number]>(
      `with wanted as (
         select code, more from unnest($1::text[], $2::numeric[]) as one (code, more)
       ), locked as (
         select line.code from budget.budget_line as line where line.code = any($1) order by line.code for update
       )
       update budget.budget_line as line set charged_usd = line.charged_usd + wanted.more
       from locked join wanted on wanted.code = locked.code
       where line.code = locked.code and line.charged_usd + wanted.more <= line.allotment_usd
       returning line.code`,
      [wanted.map(([code]) => code), wanted.map(([, more]) => more.toString())],
    );
    const done = new Set(charged.map(({ code }) => code));
    const refused = wanted.find(([code]) => !done.has(code));
    if (refused === undefined) return;
    const [code, more] = refused;
    const line = await tx.findOneBy(BudgetLine, { code });
    if (line === null) throw new UnknownBudgetLine(code);
    throw new BudgetLineExceeded(code, { allotment: line.allotmentUsd, charged: line.chargedUsd, more });
  }
}
