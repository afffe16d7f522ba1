import { Forbidden, refuse, withoutStack } from '#kernel';
import { type Action, type ActionCode, actionOf } from './actions.ts';
import { ActsForTheOtherSide, type Duty, NotDesignated, type Officer } from './authority.ts';
import { type ClosingRefusal, type DocumentKind, reasonOf, type WhoCould, type Why } from './reason.ts';
import { codeOf, type Hands, notSegregated, TravellerActs } from './segregation.ts';

/** What is about to be done, and what the document says of it: whose it is, and whose hands were on it. */
export interface ActFacts {
  readonly document: DocumentKind;
  /** The state that the document is in afterwards. */
  readonly resultsIn: string;
  /** Its two sides; absent where it has none and the officer acts for the own secretariat. */
  readonly provider?: string;
  readonly client?: string;
  /** Where either side may act: the one that this act is for. */
  readonly as?: 'PROVIDER' | 'CLIENT';
  /** The secretariat that this act is for, of a document that has one: a fund, a person. */
  readonly of?: string;
  /** A certifying officer certifies these, each of them; of what another duty may do too, one of them is enough. */
  readonly funds?: readonly string[];
  /** What was done before and by whom: other people than whoever does this. */
  readonly hands?: Hands;
  /** Of this step, as an infinitive: "certify". */
  readonly doing?: string;
  /** The reference under which somebody travelled; nobody acts on their own trip. */
  readonly traveller?: string | null;
  /** What the document itself asks of whoever acts: what refuses them, or null. It throws nothing. */
  readonly further?: (officer: Officer) => ClosingRefusal | null;
}

/** An action as it stands in an answer: whether this officer may, and if not, why and who could. */
export interface AvailableAction {
  readonly action: ActionCode;
  readonly title: string;
  readonly allowed: boolean;
  /** `why` as a sentence; both are null where it is allowed. */
  readonly reason: string | null;
  readonly why: Why | null;
  readonly resultsIn: string;
}

/**
 * One action on one document. Services ask it before they act, and answers say what it says: there is one judge of who may.
 */
export class Act {
  private readonly rule: Action;

  constructor(
    readonly action: ActionCode,
    readonly facts: ActFacts,
  ) {
    this.rule = actionOf(action);
  }

  get resultsIn(): string {
    return this.facts.resultsIn;
  }

  /** The side, then the duty, then each fund. Errors: ActsForTheOtherSide, NotDesignated (names the fund). */
  checkAuthority(officer: Officer): void {
    refuse(this.withoutAuthority(officer));
  }

  /** Errors: SamePerson, TravellerActs, and what the document itself asks for. */
  checkHands(officer: Officer): void {
    refuse(this.withAHandOnIt(officer));
  }

  /** Both. Errors: those of checkAuthority and checkHands. */
  check(officer: Officer): void {
    this.checkAuthority(officer);
    this.checkHands(officer);
  }

  /** The error with which this officer would be refused; null where nothing stands in the way. */
  refusal(officer: Officer): ClosingRefusal | null {
    return withoutStack(() => this.withoutAuthority(officer) ?? this.withAHandOnIt(officer));
  }

  /** `colleagues`: the people of the officer's own secretariat with what they hold today; who could act is sought among them. */
  offeredTo(officer: Officer, colleagues: readonly Officer[]): AvailableAction {
    const { action, resultsIn } = this;
    const { title } = this.rule;
    const refusal = this.refusal(officer);
    if (refusal === null) return { action, title, allowed: true, reason: null, why: null, resultsIn };
    const { document } = this.facts;
    const who = isOfWho(refusal) ? this.who(officer, refusal, colleagues) : null;
    const why = { code: refusal.code, parts: { ...refusal.parts, document: codeOf(document) }, who };
    return { action, title, allowed: false, reason: reasonOf(refusal, document, who), why, resultsIn };
  }

  /** Whether what is said of it to this officer says who else of the own side could act. */
  asksForColleagues(officer: Officer): boolean {
    const refusal = this.refusal(officer);
    return refusal !== null && isOfWho(refusal) && !(refusal instanceof ActsForTheOtherSide);
  }

  private withoutAuthority(officer: Officer): ClosingRefusal | null {
    const sides = this.sides(officer);
    const [first = officer.secretariat] = sides;
    if (!sides.includes(officer.secretariat)) return new ActsForTheOtherSide(officer, first);
    const held = officer.designations.filter(({ duty }) => this.rule.duties.includes(duty));
    const [duty] = this.rule.duties as readonly [Duty];
    if (held.length === 0) return new NotDesignated(officer, duty);
    const missing = this.fundMissing(held);
    return missing === undefined ? null : new NotDesignated(officer, 'CERTIFYING_OFFICER', missing);
  }

  /**
   * Where only a certifying officer may, each fund is to be held; where another duty would do too, and this officer certifies
   * alone, one of them.
   */
  private fundMissing(held: Officer['designations']): string | undefined {
    const funds = this.facts.funds ?? [];
    const without = funds.filter((fund) => !held.some((one) => one.duty === 'CERTIFYING_OFFICER' && one.fund === fund));
    if (this.rule.duties[0] === 'CERTIFYING_OFFICER') return without[0];
    const mayOtherwise = held.some(({ duty }) => duty !== 'CERTIFYING_OFFICER');
    return mayOtherwise || without.length < funds.length ? undefined : without[0];
  }

  private withAHandOnIt(officer: Officer): ClosingRefusal | null {
    const { hands = {}, doing = this.rule.title.toLowerCase(), traveller = null, further } = this.facts;
    const same = notSegregated(officer.person, doing, hands);
    if (same !== null) return same;
    if (traveller !== null && officer.travelsAs?.includes(traveller) === true)
      return new TravellerActs(officer.person, traveller);
    return further?.(officer) ?? null;
  }

  private who(officer: Officer, refusal: ClosingRefusal, colleagues: readonly Officer[]): WhoCould {
    const { duties } = this.rule;
    const funds = duties[0] === 'CERTIFYING_OFFICER' ? (this.facts.funds ?? []) : [];
    if (refusal instanceof ActsForTheOtherSide)
      return { another: false, duties, funds, secretariat: refusal.secretariat, people: null };
    const able = colleagues.filter((one) => one.person !== officer.person && this.refusal(one) === null);
    const another = !(refusal instanceof NotDesignated);
    return { another, duties, funds, secretariat: officer.secretariat, people: able.length };
  }

  /** The secretariats whose officers may do this. */
  private sides({ secretariat }: Officer): string[] {
    const { provider, client, as, of } = this.facts;
    if (of !== undefined) return [of];
    if (this.rule.side === 'OWN' || provider === undefined || client === undefined) return [secretariat];
    const side = as ?? this.rule.side;
    if (side === 'PROVIDER') return [provider];
    if (side === 'CLIENT') return [client];
    return [provider, client];
  }
}

/** Whether somebody else could, where this one may not. */
function isOfWho(refusal: ClosingRefusal): boolean {
  return refusal instanceof Forbidden && refusal.isForTheOtherSide !== true;
}

/** What this officer may do of all that a document's state allows. */
export function availableActions(
  acts: readonly Act[],
  officer: Officer,
  colleagues: readonly Officer[],
): AvailableAction[] {
  return acts.map((act) => act.offeredTo(officer, colleagues));
}

/** For actions on no document: only the duty is asked. Errors: NotDesignated, ActsForTheOtherSide. */
export function checkMay(officer: Officer, action: ActionCode, of: string = officer.secretariat): void {
  new Act(action, { document: 'books', resultsIn: '', of }).check(officer);
}
