import { type Biennium, Conflict, type Money, Refused, Unknown } from '#kernel';

/** An authority to spend: a fund, a biennium, an activity, and an allotment that excludes programme support cost. */
export class BudgetLine {
  code: string;
  fund: string;
  biennium: Biennium;
  activity: string;
  title: string;
  allotmentUsd: Money;
  chargedUsd: Money; // certified less credited: a guarded counter, see BudgetService.charge

  /** Errors: AllotmentNegative. */
  constructor(facts: BudgetLine) {
    if (facts.allotmentUsd.isNegative()) throw new AllotmentNegative(facts.code);
    this.code = facts.code;
    this.fund = facts.fund;
    this.biennium = facts.biennium;
    this.activity = facts.activity;
    this.title = facts.title;
    this.allotmentUsd = facts.allotmentUsd;
    this.chargedUsd = facts.chargedUsd;
  }
}

export class AllotmentNegative extends Refused {
  constructor(line: string) {
    super(`The allotment of budget line ${line} is zero or more. Nothing was written.`, '/allotmentUsd');
  }
}

export class BudgetLineExceeded extends Conflict {
  readonly line: string;
  readonly left: Money | null; // null where the database refused, and says no figures

  constructor(line: string, facts?: { allotment: Money; charged: Money; more: Money }) {
    super(
      facts === undefined
        ? `The allotment of budget line ${line} does not allow this. Nothing was written.`
        : `Budget line ${line} allows ${facts.allotment.toSentence()} without programme support cost and bears ${facts.charged.toSentence()}, so ` +
            `${facts.allotment.minus(facts.charged).toSentence()} is left; ${facts.more.toSentence()} more would bring it to ${facts.charged.plus(facts.more).toSentence()}. Nothing was written.`,
    );
    this.line = line;
    this.left = facts === undefined ? null : facts.allotment.minus(facts.charged);
  }
}

export class UnknownBudgetLine extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no budget line "${code}" in these books.`, pointer);
  }
}

export class UnknownFund extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no trust fund "${code}" in these books.`, pointer);
  }
}

export class UnknownSplitKey extends Unknown {
  constructor(code: string, pointer?: string) {
    super(`There is no split key "${code}" in these books.`, pointer);
  }
}
