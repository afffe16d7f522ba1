import { type Actor, Conflict, type Day, Forbidden, type Parts, refuse, Refused, showsSomething, Stale } from '#kernel';
import { type PeriodCode } from './period-code.ts';

/**
 * OPEN              entries are posted; a period that nobody has acted on is open
 * CLOSING           its closing is proposed; entries are still posted, so that what is missing can come
 * SIGNED_BY_ONE     one secretariat has signed the figures: from here on nothing is posted
 * LOCKED            both have signed; the balances are stored as final, under a digest
 * REOPEN_REQUESTED  one secretariat asks for it to be opened again; still nothing is posted
 * REOPENED          the other agrees; entries are posted again, and each says after how many closings it came
 */
export type PeriodState = 'OPEN' | 'CLOSING' | 'SIGNED_BY_ONE' | 'LOCKED' | 'REOPEN_REQUESTED' | 'REOPENED';

export const closedStates: readonly PeriodState[] = ['SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED'];

export type PeriodActKind =
  | 'CLOSING_PROPOSED'
  | 'CLOSING_SIGNED'
  | 'LOCKED'
  | 'CLOSING_WITHDRAWN'
  | 'REOPENING_REQUESTED'
  | 'REOPENING_DECLINED'
  | 'REOPENED';

/** What may be done to a period in each state. What is not here is refused; the database holds the same under period_act_steps. */
export const periodActs: Readonly<Record<PeriodActKind, readonly PeriodState[]>> = {
  CLOSING_PROPOSED: ['OPEN', 'REOPENED'],
  CLOSING_SIGNED: ['CLOSING'],
  LOCKED: ['SIGNED_BY_ONE'],
  CLOSING_WITHDRAWN: ['CLOSING', 'SIGNED_BY_ONE'],
  REOPENING_REQUESTED: ['LOCKED'],
  REOPENING_DECLINED: ['REOPEN_REQUESTED'],
  REOPENED: ['REOPEN_REQUESTED'],
};

/** What stands on the way from the last proposal to the lock, or from the request to the reopening: who has acted. */
export interface PeriodFacts {
  readonly code: PeriodCode;
  readonly state: PeriodState;
  /** How many acts there were; 0 for a period that nobody has acted on. */
  readonly version: number;
  /** How often it was locked. */
  readonly closeNo: number;
  readonly proposedBy: Actor | null;
  readonly signedBy: Actor | null;
  readonly requestedBy: Actor | null;
  /** Hex, of the last lock; null where it was never locked. */
  readonly digest: string | null;
}

/** A step in the life of a period, before it is written. */
export interface PeriodStep {
  readonly act: PeriodActKind;
  readonly from: PeriodState;
  readonly to: PeriodState;
  readonly number: number;
  readonly closeNo: number;
}

/** A month or a biennium of both books at once. It decides every step; who holds which duty is checked before. */
export class Period implements PeriodFacts {
  readonly code: PeriodCode;
  readonly state: PeriodState;
  readonly version: number;
  readonly closeNo: number;
  readonly proposedBy: Actor | null;
  readonly signedBy: Actor | null;
  readonly requestedBy: Actor | null;
  readonly digest: string | null;

  constructor(facts: PeriodFacts) {
    this.code = facts.code;
    this.state = facts.state;
    this.version = facts.version;
    this.closeNo = facts.closeNo;
    this.proposedBy = facts.proposedBy;
    this.signedBy = facts.signedBy;
    this.requestedBy = facts.requestedBy;
    this.digest = facts.digest;
  }

  /** Months appear by themselves: one that nobody has acted on is open. */
  static untouched(code: PeriodCode): Period {
    return new Period({
      code,
      state: 'OPEN',
      version: 0,
      closeNo: 0,
      proposedBy: null,
      signedBy: null,
      requestedBy: null,
      digest: null,
    });
  }

  /** `seen` is the version its reader had before them; null where they act on whatever it is. Errors: PeriodChangedMeanwhile. */
  checkSeen(seen: number | null): void {
    if (seen !== null && seen !== this.version) throw new PeriodChangedMeanwhile(this, seen);
  }

  /** Errors: PeriodNotInState, PeriodNotOver. */
  proposeClosing(today: Day): PeriodStep {
    const step = this.step('CLOSING_PROPOSED', 'CLOSING');
    refuse(this.notClosableOn(today));
    return step;
  }

  /** A period is closed from the day after its last. */
  notClosableOn(today: Day): PeriodNotOver | null {
    return today.isAfter(this.code.lastDay) ? null : new PeriodNotOver(this.code, today);
  }

  /**
   * The first signature freezes the figures; the second one, of the other side, locks them. Three people at least.
   * Errors: PeriodNotInState, SamePersonClosesTwice, OtherSideMustSign.
   */
  sign(by: Actor): PeriodStep {
    const step =
      this.state === 'SIGNED_BY_ONE'
        ? this.step('LOCKED', 'LOCKED', this.closeNo + 1)
        : this.step('CLOSING_SIGNED', 'SIGNED_BY_ONE');
    refuse(this.notSignedBy(by));
    return step;
  }

  /** Three people, and two sides: why this one is none of those who are left. */
  notSignedBy(by: Actor): SamePersonClosesTwice | OtherSideMustSign | null {
    const { code, state, proposedBy, signedBy } = this;
    if ([proposedBy, signedBy].some((earlier) => earlier?.person === by.person))
      return new SamePersonClosesTwice(by.person, code);
    const isOfOneSide = state === 'SIGNED_BY_ONE' && signedBy?.secretariat === by.secretariat;
    return isOfOneSide ? new OtherSideMustSign(by, code, 'closing') : null;
  }

  /** Before it is locked, either side may take the closing back, for a reason. Errors: PeriodNotInState. */
  withdrawClosing(): PeriodStep {
    return this.step('CLOSING_WITHDRAWN', this.closeNo === 0 ? 'OPEN' : 'REOPENED');
  }

  /** Errors: PeriodNotInState. */
  requestReopening(): PeriodStep {
    return this.step('REOPENING_REQUESTED', 'REOPEN_REQUESTED');
  }

  /** Errors: PeriodNotInState. */
  declineReopening(): PeriodStep {
    return this.step('REOPENING_DECLINED', 'LOCKED');
  }

  /**
   * One secretariat asks and the other agrees; a month of a closed biennium stays closed until the biennium is reopened.
   * Errors: PeriodNotInState, OtherSideMustSign, BienniumStillClosed.
   */
  reopen(by: Actor, biennium: Pick<Period, 'code' | 'state'>): PeriodStep {
    const step = this.step('REOPENED', 'REOPENED');
    refuse(this.notReopenedBy(by, biennium));
    return step;
  }

  /** The side that did not ask agrees, and a month waits for its biennium. */
  notReopenedBy(by: Actor, biennium: Pick<Period, 'code' | 'state'>): OtherSideMustSign | BienniumStillClosed | null {
    const { code, requestedBy } = this;
    if (requestedBy?.secretariat === by.secretariat) return new OtherSideMustSign(by, code, 'reopening');
    const isHeld = code.kind === 'MONTH' && closedStates.includes(biennium.state);
    return isHeld ? new BienniumStillClosed(code, biennium) : null;
  }

  /** Where both ask and agree through one address: what withdraws the step that is under way. Errors: PeriodNotInState. */
  withdraw(): PeriodStep {
    return this.state === 'REOPEN_REQUESTED' ? this.declineReopening() : this.withdrawClosing();
  }

  private step(act: PeriodActKind, to: PeriodState, closeNo = this.closeNo): PeriodStep {
    if (!periodActs[act].includes(this.state)) throw new PeriodNotInState(this, act);
    return { act, from: this.state, to, number: this.version + 1, closeNo };
  }
}

/** A reason that is given: text with something in it. Errors: ReasonMissing. */
export function checkReason(reason: string): string {
  if (!showsSomething(reason)) throw new ReasonMissing();
  return reason.trim();
}

/** For entries: the period takes none. */
export class PeriodIsClosed extends Conflict {
  constructor(code: string, state: string) {
    super(
      `Period ${code} is ${state} and takes no entry. Both secretariats can reopen it, for a reason. Nothing was written.`,
    );
  }
}

export class PeriodNotInState extends Conflict {
  constructor({ code, state }: Pick<Period, 'code' | 'state'>, act: PeriodActKind) {
    super(
      `Period ${code.toString()} is ${state}; ${actWords[act]} only where it is ${periodActs[act].join(' or ')}. Nothing was written.`,
    );
  }
}

const actWords: Readonly<Record<PeriodActKind, string>> = {
  CLOSING_PROPOSED: 'its closing can be proposed',
  CLOSING_SIGNED: 'its closing can be signed',
  LOCKED: 'it can be locked',
  CLOSING_WITHDRAWN: 'its closing can be withdrawn',
  REOPENING_REQUESTED: 'its reopening can be requested',
  REOPENING_DECLINED: 'its reopening can be declined',
  REOPENED: 'it can be reopened',
};

export class PeriodChangedMeanwhile extends Stale {
  constructor({ code, version, state }: Period, seen: number) {
    super(
      `Period ${code.toString()} was changed since you read it (version ${seen}; now version ${version}, ${state}). Read it again.`,
    );
  }
}

export class PeriodNotOver extends Refused {
  readonly parts: Parts;

  constructor(code: PeriodCode, today: Day) {
    super(
      `Period ${code.toString()} ends on ${code.lastDay.toString()} and the books' day is ${today.toString()}: it is closed from the day after. Nothing was written.`,
    );
    this.parts = { period: code.toString(), lastDay: code.lastDay.toString(), today: today.toString() };
  }
}

export class SamePersonClosesTwice extends Forbidden {
  readonly parts: Parts;

  constructor(person = 'The same person', code?: PeriodCode) {
    super(
      `${person} has proposed or signed the closing${code === undefined ? '' : ` of ${code.toString()}`} already: another person must sign. Nothing was written.`,
    );
    this.parts = { period: code?.toString() ?? '' };
  }
}

export class OtherSideMustSign extends Forbidden {
  readonly parts: Parts;
  readonly isForTheOtherSide = true;

  constructor(by?: Actor, code?: PeriodCode, what: 'closing' | 'reopening' = 'closing') {
    super(
      `${by?.secretariat ?? 'One secretariat'} has ${what === 'closing' ? 'signed the closing' : 'asked for the reopening'}` +
        `${code === undefined ? '' : ` of ${code.toString()}`}: the other secretariat must agree. Nothing was written.`,
    );
    this.parts = { secretariat: by?.secretariat ?? '', period: code?.toString() ?? '', what: what.toUpperCase() };
  }
}

export class BienniumStillClosed extends Conflict {
  readonly parts: Parts;

  constructor(month?: PeriodCode, biennium?: Pick<Period, 'code' | 'state'>) {
    super(
      `Month ${month?.toString() ?? 'of a closed biennium'} lies in ${biennium?.code.toString() ?? 'it'}, which is ` +
        `${biennium?.state ?? 'closed'}: reopen the biennium first. Nothing was written.`,
    );
    this.parts = { month: month?.toString() ?? '', biennium: biennium?.code.toString() ?? '' };
  }
}

export class ReasonMissing extends Refused {
  constructor() {
    super('Say why: the reason stays with the books. Nothing was written.', '/reason');
  }
}
