import type { Wrong } from './check.ts';
import type { ChargeSaid, ExportedAct, SealedVersion, ShareSaid } from './exported-values.ts';

type Found = (check: 'I13' | 'I13b' | 'I13c' | 'I13d' | 'REVERSED', wrong: Wrong) => void;

/** Who did a step, for which side, and when. */
interface Hand extends Placed {
  readonly person: string;
  readonly side: string;
  readonly at: string;
}

/**
 * Where an act stands among the others. Of an act in a duty and the end of that duty one was over before the other was written, so that
 * the tree has them in their order; while they wait for their leaves, the file has.
 */
interface Placed {
  readonly line: number;
  leaf: number; // infinite while it waits
}

function isBefore(one: Placed, other: Placed): boolean {
  return one.leaf === other.leaf ? one.line < other.line : one.leaf < other.leaf;
}

/** Acts in a duty that is looked at afterwards, and ends of duties. */
const ofDuties = ['CHARGES_CERTIFIED', 'SETTLEMENT_PROPOSED', 'DOCUMENTS_SETTLED', 'DESIGNATION_ENDED'];

interface HandsOnCharge {
  recorded?: Hand | undefined;
  received?: Hand | undefined;
  certified?: Hand | undefined;
  asked?: Hand | undefined;
  reversed?: Hand | undefined;
}

interface HandsOnDocument {
  prepared?: Hand;
  issued?: Hand;
  settled?: Hand;
  settlement?: string; // its id
  number?: string;
}

interface Designation {
  readonly id: string;
  readonly person: string;
  readonly duty: string;
  readonly fund: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly endedAt: string | null;
}

/**
 * Whose hands charges, documents and agreements went through, by the sealed acts, and whether those may be one person's. Of a
 * charge it keeps its steps. That nobody acts on an own trip is not looked at: whose trip it is, is in no export.
 */
export class ExportedHands {
  private readonly charges = new Map<string, HandsOnCharge>();
  private readonly documents = new Map<string, HandsOnDocument>(); // by their id
  private readonly sides = new Map<string, { provider: string; client: string; funds: readonly string[] }>(); // by charge
  private readonly billed = new Map<string, { provider: string; charges: readonly string[] }>(); // by number of the document
  private readonly agreements = new Map<string, { drafter: unknown; provider: unknown; client: unknown }>();
  private readonly signatures = new Map<string, { agreement: string; side: string; by: string }>();
  private readonly proposals = new Map<string, Hand>(); // who proposed it, by settlement
  private readonly ofOneHand = new Set<string>(); // settlements of before two hands were asked for
  private readonly sideOf = new Map<string, string>(); // of whoever signed an agreement
  private readonly designations = new Map<string, Designation>(); // each as it was sealed last
  private readonly ends = new Map<string, Placed>(); // of designations before their last day, by their id
  private readonly placed = new Map<string, Placed>(); // by act
  private lines = 0;
  private held = new Map<string, Designation[]>(); // by person, once all are there

  constructor(private readonly found: Found) {}

  act({ id, action, person, secretariat, at, objects, after }: ExportedAct): void {
    const hand: Hand = { person, side: secretariat, at, line: this.lines, leaf: Infinity };
    this.lines += 1;
    if (ofDuties.includes(action)) this.placed.set(id, hand);
    const onCharges = (step: HandsOnCharge): void => {
      for (const id of objects) this.charges.set(id, { ...this.charges.get(id), ...step });
    };
    const onDocuments = (step: HandsOnDocument): void => {
      for (const id of objects) this.documents.set(id, { ...this.documents.get(id), ...step });
    };
    switch (action) {
      case 'CHARGES_RECORDED':
        return onCharges({ recorded: hand });
      case 'CHARGES_RECEIVED':
        return onCharges({ received: hand });
      case 'CHARGES_RETURNED': // and is confirmed anew, by whoever it may be
        return onCharges({ received: undefined });
      case 'CHARGES_CERTIFIED':
        return onCharges({ certified: hand });
      case 'CHARGES_REVERSAL_PREPARED':
        return onCharges({ asked: hand });
      case 'CHARGES_REVERSED':
        return onCharges({ reversed: hand });
      case 'INVOICE_PREPARED':
      case 'CREDIT_NOTE_PREPARED':
        return onDocuments({ prepared: hand });
      case 'INVOICE_ISSUED':
      case 'CREDIT_NOTE_ISSUED':
        return onDocuments({ issued: hand, number: String(after?.['number']) });
      case 'DOCUMENTS_SETTLED':
        return onDocuments({ settled: hand, settlement: String(after?.['settlement']) });
      case 'SETTLEMENT_PROPOSED':
        this.proposals.set(String(after?.['settlement']), hand);
        return;
      case 'SETTLEMENTS_OF_ONE_HAND':
        if (person === 'recoup' && this.proposals.size === 0) for (const id of objects) this.ofOneHand.add(id);
        return;
      case 'DESIGNATION_ENDED':
        this.ends.set(objects[0] ?? '', hand);
        return;
      case 'AGREEMENT_SIGNED':
        this.sideOf.set(person, secretariat);
    }
  }

  /** Where the tree has an act. */
  leaf(act: string, position: number): void {
    const placed = this.placed.get(act);
    if (placed !== undefined) placed.leaf = position;
  }

  version({ kind, record, values }: SealedVersion): void {
    if (kind === 'agreement')
      this.agreements.set(record, {
        drafter: values['draftedBy'],
        provider: values['provider'],
        client: values['client'],
      });
    if (kind === 'signature')
      this.signatures.set(record, {
        agreement: String(values['agreement']),
        side: String(values['side']),
        by: String(values['signedBy']),
      });
    if (kind === 'designation') this.designations.set(record, { ...(values as unknown as Designation), id: record });
  }

  charge({ id, provider, client }: ChargeSaid, shares: readonly ShareSaid[]): void {
    const bearing = shares.filter(({ side, amountUsd }) => side === 'CLIENT' && amountUsd !== '0.00');
    this.sides.set(id, { provider, client, funds: bearing.map(({ fund }) => fund) });
  }

  document(number: string, provider: string, charges: readonly string[]): void {
    this.billed.set(number, { provider, charges });
  }

  end(): void {
    this.held = Map.groupBy(this.designations.values(), ({ person }) => person);
    for (const [id, hands] of this.charges) this.onCharge(id, hands);
    for (const [id, hands] of this.documents) this.onDocument(hands.number ?? id, hands);
    for (const { agreement, side, by } of this.signatures.values()) {
      const { drafter, provider, client } = this.agreements.get(agreement) ?? {};
      const wrong = (check: 'I13b' | 'I13c', finding: string): void =>
        this.found(check, { kind: 'agreement', object: agreement, finding });
      if (drafter === by) wrong('I13b', `drafted and signed by ${by}`);
      const wanted = side === 'PROVIDER' ? provider : client;
      const there = this.sideOf.get(by);
      if (there !== undefined && there !== wanted) wrong('I13c', `${by} does not act for ${String(wanted)}`);
    }
  }

  private onCharge(id: string, { recorded, received, certified, asked, reversed }: HandsOnCharge): void {
    const wrong = (check: Parameters<Found>[0], finding: string): void =>
      this.found(check, { kind: 'charge', object: id, finding });
    const names = [recorded, received, certified].flatMap((hand) => (hand === undefined ? [] : [hand.person]));
    if (new Set(names).size < names.length) wrong('I13', `recorded, confirmed and certified by ${names.join(', ')}`);
    if (reversed !== undefined && [asked?.person, recorded?.person].includes(reversed.person))
      wrong('REVERSED', `its reversal was asked for and approved by ${reversed.person}`);
    const sides = this.sides.get(id);
    if (sides === undefined) return; // of a form that does not say them
    const belongs = (hand: Hand | undefined, side: string): void => {
      if (hand !== undefined && hand.side !== side) wrong('I13c', `${hand.person} does not act for ${side}`);
    };
    belongs(recorded, sides.provider);
    belongs(received, sides.client);
    belongs(certified, sides.client);
    for (const fund of sides.funds)
      if (certified !== undefined && !this.isDesignated(certified, 'CERTIFYING_OFFICER', fund))
        wrong('I13d', `${certified.person} was not designated for ${fund}`);
  }

  private onDocument(object: string, { prepared, issued, settled, settlement = '', number }: HandsOnDocument): void {
    const wrong = (check: Parameters<Found>[0], finding: string): void =>
      this.found(check, { kind: 'document', object, finding });
    if (issued !== undefined && issued.person === prepared?.person)
      wrong('I13', `prepared and issued by ${issued.person}`);
    const { provider, charges } = this.billed.get(number ?? '') ?? { provider: undefined, charges: [] };
    for (const hand of [prepared, issued])
      if (provider !== undefined && hand !== undefined && hand.side !== provider)
        wrong('I13c', `${hand.person} does not act for ${provider}`);
    const proposed = this.proposals.get(settlement);
    const proposedBy = proposed?.person;
    if (settled !== undefined && proposedBy === undefined && !this.ofOneHand.has(settlement))
      wrong('I13b', `settled by ${settled.person}, and nobody proposed it`);
    if (settled !== undefined && settled.person === proposedBy)
      wrong('I13b', `its settlement was proposed and approved by ${settled.person}`);
    if (settled !== undefined && proposed !== undefined) {
      if (!this.isDesignated(proposed, 'FINANCE_OFFICER', ''))
        wrong('I13d', `its settlement was proposed by ${proposed.person}, who was no finance officer`);
      if (!this.isDesignated(settled, 'APPROVING_OFFICER', ''))
        wrong('I13d', `settled by ${settled.person}, who was no approving officer`);
    }
    for (const charge of charges) {
      const { recorded, received, certified } = this.charges.get(charge) ?? {};
      if (issued !== undefined && [recorded, received, certified].some((hand) => hand?.person === issued.person))
        return wrong('I13b', `issued by ${issued.person}, who had charge ${charge} in hand`);
      if (settled !== undefined && certified?.person === settled.person)
        return wrong('I13b', `settled by ${settled.person}, who certified charge ${charge}`);
      if (proposedBy !== undefined && certified?.person === proposedBy)
        return wrong('I13b', `its settlement was proposed by ${proposedBy}, who certified charge ${charge}`);
      if (proposedBy !== undefined && settled !== undefined && received?.person === settled.person)
        return wrong('I13b', `settled by ${settled.person}, who received charge ${charge}`);
    }
  }

  /** When they did: by the order of the acts, for a clock may be set back; by the times where no act says that it ended. */
  private isDesignated(hand: Hand, wanted: string, forFund: string): boolean {
    const day = hand.at.slice(0, 10);
    return (this.held.get(hand.person) ?? []).some(({ id, duty, fund, validFrom, validTo, endedAt }) => {
      const end = this.ends.get(id);
      return (
        duty === wanted &&
        fund === forFund &&
        validFrom <= day &&
        day <= validTo &&
        (endedAt === null || (end === undefined ? hand.at <= endedAt : isBefore(hand, end)))
      );
    });
  }
}
