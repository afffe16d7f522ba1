import { DomainError, Forbidden } from '#kernel';
import { type Action, type ActionCode, actionOf } from './actions.ts';
import { ActsForTheOtherSide, type Duty, NotDesignated, type Officer } from './authority.ts';
import { checkSegregated, SamePerson } from './segregation.ts';

/** What is about to be done, and what the document says of it: whose it is, and whose hands were on it. */
export interface ActFacts {
  /** The document in a sentence: "charge". */
  readonly document: string;
  /** The state that the document is in afterwards. */
  readonly resultsIn: string;
  /** Its two sides; absent where it has none and the officer acts for the own secretariat. */
  readonly provider?: string;
  readonly client?: string;
  /** Where either side may act: the one that this act is for. */
  readonly as?: 'PROVIDER' | 'CLIENT';
  /** The secretariat that this act is for, of a document that has one: a fund, a person. */
  readonly of?: string;
  /** A certifying officer certifies these. */
  readonly funds?: readonly string[];
  /** What was done before ("recorded") and by whom: other people than whoever does this. Null where nobody has yet. */
  readonly hands?: Readonly<Record<string, string | null>>;
  /** Of this step, as an infinitive: "certify". */
  readonly doing?: string;
  /** The reference under which somebody travelled; nobody acts on their own trip. */
  readonly traveller?: string | null;
  /** What the document itself asks of whoever acts. Throws its own domain error. */
  readonly further?: (officer: Officer) => void;
}

/** An action as it stands in an answer: whether this officer may, and if not, why and who could. */
export interface AvailableAction {
  readonly action: ActionCode;
  readonly title: string;
  readonly allowed: boolean;
  readonly reason: string | null;
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
    const sides = this.sides(officer);
    const [first = officer.secretariat] = sides;
    if (!sides.includes(officer.secretariat)) throw new ActsForTheOtherSide(officer, first);
    const held = officer.designations.filter(({ duty }) => this.rule.duties.includes(duty));
    const [duty] = this.rule.duties as readonly [Duty];
    if (held.length === 0) throw new NotDesignated(officer, duty);
    if (duty !== 'CERTIFYING_OFFICER') return;
    const missing = (this.facts.funds ?? []).find((fund) => !held.some((one) => one.fund === fund));
    if (missing !== undefined) throw new NotDesignated(officer, duty, missing);
  }

  /** Errors: SamePerson, TravellerActs, and what the document itself asks for. */
  checkHands(officer: Officer): void {
    const { hands = {}, doing = this.rule.title.toLowerCase(), traveller = null, further } = this.facts;
    checkSegregated(officer.person, doing, hands);
    if (traveller !== null && officer.travelsAs?.includes(traveller) === true)
      throw new TravellerActs(officer.person, traveller);
    further?.(officer);
  }

  /** Both. Errors: those of checkAuthority and checkHands. */
  check(officer: Officer): void {
    this.checkAuthority(officer);
    this.checkHands(officer);
  }

  /** The error with which this officer would be refused; null where nothing stands in the way. */
  refusal(officer: Officer): DomainError | null {
    try {
      this.check(officer);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  /** `colleagues`: the people of the officer's own secretariat with what they hold today; who could act is sought among them. */
  offeredTo(officer: Officer, colleagues: readonly Officer[]): AvailableAction {
    const reason = this.reason(officer, colleagues);
    return { action: this.action, title: this.rule.title, allowed: reason === null, reason, resultsIn: this.resultsIn };
  }

  /** Whether what is said of it to this officer says who else could act. */
  asksForColleagues(officer: Officer): boolean {
    return this.sides(officer).includes(officer.secretariat) && this.refusal(officer) instanceof Forbidden;
  }

  /** Null where nothing stands in the way. */
  private reason(officer: Officer, colleagues: readonly Officer[]): string | null {
    const sides = this.sides(officer);
    if (!sides.includes(officer.secretariat)) {
      const [side = ''] = sides;
      return `This is for ${side} to do: ${withArticle(this.who(side))} must act.`;
    }
    const refusal = this.refusal(officer);
    if (refusal === null) return null;
    const why = this.why(officer, refusal);
    if (!(refusal instanceof Forbidden)) return why; // no matter of who
    const able = colleagues.filter((one) => one.person !== officer.person && this.refusal(one) === null).length;
    const sameDuty = !(refusal instanceof NotDesignated);
    const who = sameDuty
      ? `Another ${this.who(officer.secretariat)}`
      : capital(withArticle(this.who(officer.secretariat)));
    if (able > 0) return `${why} ${who} must act: ${able === 1 ? '1 person' : `${able} people`}.`;
    return (
      `${why} ${who} must act, and ${officer.secretariat} has nobody who could today: an administrator proposes a designation, ` +
      'or an acting one.'
    );
  }

  /** Why not, in a sentence to the officer. */
  private why(officer: Officer, refusal: DomainError): string {
    const { hands = {}, document } = this.facts;
    const [did] = Object.entries(hands).find(([, by]) => by === officer.person) ?? [];
    if (refusal instanceof NotDesignated) return 'You are not designated for this today.';
    if (refusal instanceof TravellerActs) return 'You are the traveller.';
    if (did !== undefined) return `You ${did} this ${document}.`;
    if (refusal instanceof SamePerson) return `You ${refusal.before} this ${document}.`;
    return refusal.message.replace(/ Nothing was written\.$/, '');
  }

  /** "certifying officer of BC, RO and SC", "finance officer of BRS" */
  private who(secretariat: string): string {
    const [duty = 'FINANCE_OFFICER' as const, ...others] = this.rule.duties;
    const { funds = [] } = this.facts;
    if (duty === 'CERTIFYING_OFFICER' && funds.length > 0) return `${words(duty)} of ${listed(funds)}`;
    return `${[duty, ...others].map(words).join(' or ')} of ${secretariat}`;
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

function words(duty: Duty): string {
  return duty.toLowerCase().replaceAll('_', ' ');
}

function withArticle(who: string): string {
  return `${/^[aeiou]/.test(who) ? 'an' : 'a'} ${who}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

export class TravellerActs extends Forbidden {
  constructor(person = 'Whoever acts', reference?: string) {
    super(
      `${person} travelled as ${reference ?? 'the traveller of this charge'}: nobody acts on their own trip, so another person must. Nothing was written.`,
    );
  }
}
