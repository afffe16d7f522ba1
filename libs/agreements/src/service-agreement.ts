import { type Biennium, Conflict, Day, type Money, Refused, Unknown } from '#kernel';
import type { ClientAllocation, ProviderCredit } from './allocation.ts';

export type AgreementState =
  | 'DRAFT'
  | 'SHARED'
  | 'HALF_SIGNED'
  | 'SIGNED'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'TERMINATING'
  | 'EXPIRED'
  | 'CLOSED'
  | 'WITHDRAWN'
  | 'REJECTED';

/** From each state, where an agreement may go. What is not here is refused. */
export const agreementTransitions: Readonly<Record<AgreementState, readonly AgreementState[]>> = {
  DRAFT: ['SHARED', 'HALF_SIGNED', 'WITHDRAWN', 'REJECTED'],
  SHARED: ['DRAFT', 'HALF_SIGNED', 'WITHDRAWN', 'REJECTED'],
  HALF_SIGNED: ['SIGNED'],
  SIGNED: ['ACTIVE'],
  ACTIVE: ['SUSPENDED', 'TERMINATING', 'EXPIRED'],
  SUSPENDED: ['ACTIVE', 'TERMINATING'],
  TERMINATING: ['EXPIRED'],
  EXPIRED: ['CLOSED'],
  CLOSED: [],
  WITHDRAWN: [],
  REJECTED: [],
};

/** Where a signature may still come. */
const signable: readonly AgreementState[] = ['DRAFT', 'SHARED', 'HALF_SIGNED'];

export type Side = 'PROVIDER' | 'CLIENT';

/**
 * Who pays programme support cost on what is bought: the client's fund on top (a memo), nobody because the rate already
 * includes it, or nobody because it is exempt. Exactly one.
 */
export type SupportCostTreatment = 'CLIENT_FUND' | 'INCLUDED_IN_RATE' | 'EXEMPT';

/** One signature: which side, on which day, and who. */
export class Signature {
  agreement: string;
  side: Side;
  signedOn: Day;
  signedBy: string;
  recordedAt: Date;

  constructor(facts: Signature) {
    this.agreement = facts.agreement;
    this.side = facts.side;
    this.signedOn = facts.signedOn;
    this.signedBy = facts.signedBy;
    this.recordedAt = facts.recordedAt;
  }
}

export interface AgreementTerms {
  readonly number: string;
  readonly provider: string;
  readonly client: string;
  readonly meeting: string;
  readonly biennium: Biennium;
  readonly families: string[];
  readonly mandates: string[];
  readonly effectiveOn: Day;
  readonly endsOn: Day;
  readonly ceilingUsd: Money; // excluding programme support cost
  readonly programmeSupportCost: SupportCostTreatment;
  readonly travelMode: 'ADVANCED_BY_PROVIDER' | 'DIRECT_CODING' | null;
  readonly clientAllocation: ClientAllocation[];
  readonly providerCredit: ProviderCredit;
}

/**
 * One direction, one meeting, one biennium: the provider sells to the client up to a ceiling. The same two secretariats
 * may have two at once, one each way. Two signatures make it binding; what is delivered before is provisional.
 */
export class ServiceAgreement implements AgreementTerms {
  number: string;
  provider: string;
  client: string;
  meeting: string;
  biennium: Biennium;
  families: string[];
  mandates: string[];
  effectiveOn: Day;
  endsOn: Day;
  ceilingUsd: Money;
  programmeSupportCost: SupportCostTreatment;
  travelMode: 'ADVANCED_BY_PROVIDER' | 'DIRECT_CODING' | null;
  clientAllocation: ClientAllocation[];
  providerCredit: ProviderCredit;
  state: AgreementState;
  signedOn: Day | null; // the day of the second signature
  version: number;
  chargedUsd: Money; // certified less credited: a guarded counter, see AgreementsService.charge
  draftedBy: string;
  draftedAt: Date;

  /**
   * Errors: AgreementWithItself, AgreementPeriodReversed, AgreementOutsideItsBiennium, CeilingNotPositive, ForNoService,
   * FamilyAllocatedWrongly, SplitNeedsAKey.
   */
  static draft(terms: AgreementTerms, drafted: { by: string; at: Date; zero: Money }): ServiceAgreement {
    if (terms.provider === terms.client) throw new AgreementWithItself(terms.number, terms.provider);
    if (terms.endsOn.isBefore(terms.effectiveOn)) throw new AgreementPeriodReversed(terms);
    if (terms.endsOn.isBefore(terms.biennium.firstDay) || terms.effectiveOn.isAfter(terms.biennium.lastDay))
      throw new AgreementOutsideItsBiennium(terms);
    if (terms.ceilingUsd.isZero() || terms.ceilingUsd.isNegative()) throw new CeilingNotPositive(terms.number);
    if (terms.families.length === 0) throw new ForNoService(terms.number, '/families');
    for (const family of terms.families) {
      const places = terms.clientAllocation.filter(({ families }) => families.includes(family)).length;
      if (places !== 1) throw new FamilyAllocatedWrongly(terms.number, family, places);
    }
    for (const [index, { families, splitKey, budgetLines }] of terms.clientAllocation.entries()) {
      if (families.length === 0) throw new ForNoService(terms.number, `/clientAllocation/${index}/families`);
      if (splitKey === null && Object.keys(budgetLines).length !== 1) throw new SplitNeedsAKey(terms.number, index);
    }
    return Object.assign(Object.create(ServiceAgreement.prototype) as ServiceAgreement, terms, {
      state: 'DRAFT' as const,
      signedOn: null,
      version: 1,
      chargedUsd: drafted.zero,
      draftedBy: drafted.by,
      draftedAt: drafted.at,
    });
  }

  /** True from the second signature on: charges are no longer provisional, and may be certified and invoiced. */
  get isSigned(): boolean {
    return this.signedOn !== null;
  }

  /**
   * For how many whole days it has been in effect without both signatures: 0 until its effective day, null where it waits for none.
   */
  unsignedDays(today: Day): number | null {
    if (this.isSigned || !signable.includes(this.state)) return null;
    return Math.max(0, today.daysSince(this.effectiveOn));
  }

  /** What its ceiling still allows. */
  get freeUsd(): Money {
    return this.ceilingUsd.minus(this.chargedUsd);
  }

  /**
   * Records one side's signature; the second makes the agreement binding from its effective day, also one in the past.
   * Errors: AlreadySigned, SignedInTheFuture, AgreementNotInState.
   */
  sign(signature: Signature, earlier: readonly Signature[], today: Day): void {
    if (signature.signedOn.isAfter(today)) throw new SignedInTheFuture(this.number, signature.signedOn);
    if (this.isSigned || earlier.some(({ side }) => side === signature.side))
      throw new AlreadySigned(this.number, signature.side);
    const to = earlier.length === 0 ? 'HALF_SIGNED' : 'SIGNED';
    if (!agreementTransitions[this.state].includes(to)) throw new AgreementNotInState({ agreement: this, to });
    this.version += 1;
    this.state = to;
    if (to === 'HALF_SIGNED') return;
    this.signedOn = Day.latest(signature.signedOn, ...earlier.map(({ signedOn }) => signedOn));
  }

  /**
   * The delivery has to lie within the agreement's days and within its biennium, whose budget lines bear it.
   * Errors: DeliveredOutsideAgreement, DeliveredOutsideBiennium.
   */
  checkDelivery(from: Day | null, on: Day): void {
    if ((from ?? on).isBefore(this.effectiveOn) || on.isAfter(this.endsOn))
      throw new DeliveredOutsideAgreement(this, from, on);
    if (!this.biennium.includes(on) || !this.biennium.includes(from ?? on))
      throw new DeliveredOutsideBiennium(this, from, on);
  }

  /** The codes of the dated keys it splits by. */
  get splitKeys(): string[] {
    const ofProvider = 'splitKey' in this.providerCredit ? [this.providerCredit.splitKey] : [];
    return [...ofProvider, ...this.clientAllocation.flatMap(({ splitKey }) => (splitKey === null ? [] : [splitKey]))];
  }
}

export class UnknownAgreement extends Unknown {
  constructor(number: string, pointer?: string) {
    super(`There is no agreement "${number}" in these books.`, pointer);
  }
}

export class AgreementNotInState extends Conflict {
  constructor(facts?: { agreement: { number: string; state: AgreementState }; to: AgreementState }) {
    super(
      facts === undefined
        ? 'An agreement takes the steps that are listed, and one that has ended takes none. Nothing was written.'
        : `Agreement ${facts.agreement.number} is ${facts.agreement.state} and cannot become ${facts.to}. Nothing was written.`,
    );
  }
}

export class AgreementNumberTaken extends Conflict {
  constructor() {
    super('An agreement with this number is in the books already. Nothing was written.', '/number');
  }
}

export class AgreementWithItself extends Refused {
  constructor(number: string, secretariat: string) {
    super(`Agreement ${number} would be between ${secretariat} and itself; provider and client are two.`, '/client');
  }
}

export class AgreementPeriodReversed extends Refused {
  constructor({ number, effectiveOn, endsOn }: AgreementTerms) {
    super(
      `Agreement ${number} would end on ${endsOn.toString()}, before it starts on ${effectiveOn.toString()}.`,
      '/endsOn',
    );
  }
}

/** No day of it could bear a charge: its budget lines are of one biennium. Days beyond an end are kept, and bear none. */
export class AgreementOutsideItsBiennium extends Refused {
  constructor(terms?: AgreementTerms) {
    super(
      terms === undefined
        ? 'An agreement has a day in the biennium that it names. Nothing was written.'
        : `Agreement ${terms.number} is of the biennium ${terms.biennium.toString()}, and none of its days, ` +
            `${terms.effectiveOn.toString()} to ${terms.endsOn.toString()}, lies in it. Nothing was written.`,
      '/biennium',
    );
  }
}

export class CeilingNotPositive extends Refused {
  constructor(number: string) {
    super(`The ceiling of agreement ${number} is more than zero.`, '/ceiling');
  }
}

export class ForNoService extends Refused {
  constructor(number: string, place: string) {
    super(`Agreement ${number} names no family of services here; charges are recorded under one.`, place);
  }
}

export class FamilyAllocatedWrongly extends Refused {
  constructor(number: string, family: string, places: number) {
    super(
      `Agreement ${number} allocates the family ${family} ${places} times; each family has one place.`,
      '/clientAllocation',
    );
  }
}

/** An agreement is for families that the catalogue has services of: no other could ever be charged under it. Errors: UnknownFamily. */
export function checkFamilies(families: readonly string[], inCatalogue: readonly string[]): void {
  const at = families.findIndex((family) => !inCatalogue.includes(family));
  const unknown = families[at];
  if (unknown !== undefined) throw new UnknownFamily(unknown, inCatalogue, `/families/${at}`);
}

export class UnknownFamily extends Unknown {
  constructor(family: string, inCatalogue: readonly string[], pointer: string) {
    super(
      inCatalogue.length === 0
        ? `There is no family of services "${family}", for the catalogue has no service yet.`
        : `There is no family of services "${family}" in the catalogue; it has ${inCatalogue.join(', ')}.`,
      pointer,
    );
  }
}

export class SplitNeedsAKey extends Refused {
  constructor(number: string, allocation: number) {
    super(
      `Agreement ${number} shares a cost over several budget lines without a split key; name one.`,
      `/clientAllocation/${allocation}/splitKey`,
    );
  }
}

export class AlreadySigned extends Conflict {
  constructor(number: string, side: Side) {
    super(`Agreement ${number} is signed by the ${side.toLowerCase()} already.`);
  }
}

export class SignedInTheFuture extends Refused {
  constructor(number: string, on: Day) {
    super(`Agreement ${number} cannot be signed on ${on.toString()}, which is still to come.`, '/signedOn');
  }
}

export class DeliveredOutsideAgreement extends Refused {
  constructor(agreement: AgreementTerms, from: Day | null, on: Day) {
    super(
      `Agreement ${agreement.number} covers ${agreement.effectiveOn.toString()} to ${agreement.endsOn.toString()}; this was delivered ` +
        `${from === null ? `on ${on.toString()}` : `from ${from.toString()} to ${on.toString()}`}.`,
      '/deliveredOn',
    );
  }
}

export class DeliveredOutsideBiennium extends Refused {
  constructor(agreement: AgreementTerms, from: Day | null, on: Day) {
    super(
      `Agreement ${agreement.number} is of the biennium ${agreement.biennium.toString()}, and ${(from ?? on).toString()} to ${on.toString()} is not in it: ` +
        'what lies on both sides of a biennium’s end is split at 31 December, each part under its own agreement. Nothing was written.',
      '/deliveredOn',
    );
  }
}

export class AgreementCeilingExceeded extends Conflict {
  readonly agreement: string;
  readonly left: Money | null; // null where the database refused, and says no figures

  constructor(number: string, facts?: { ceiling: Money; charged: Money; more: Money }) {
    super(
      facts === undefined
        ? `The ceiling of agreement ${number} does not allow this. Nothing was written.`
        : `Agreement ${number} allows ${facts.ceiling.toSentence()} and bears ${facts.charged.toSentence()}, so ` +
            `${facts.ceiling.minus(facts.charged).toSentence()} is left; ${facts.more.toSentence()} more would bring it to ${facts.charged.plus(facts.more).toSentence()}. Nothing was written.`,
    );
    this.agreement = number;
    this.left = facts === undefined ? null : facts.ceiling.minus(facts.charged);
  }
}
