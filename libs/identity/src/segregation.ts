import { Forbidden, type Parts } from '#kernel';

/** What a person may have done to a document before the step that is asked about; the last two are the database's own. */
export const hands = [
  ...(['recorded', 'received', 'drafted', 'prepared', 'proposed', 'asked to reverse'] as const),
  ...(['recorded a charge of', 'received a charge of', 'certified a charge of'] as const),
  ...(['recorded, received or certified', 'recorded, received or certified a charge of'] as const),
] as const;
export type Hand = (typeof hands)[number];

/** What was done before, and the person who did it; null where nobody has yet. */
export type Hands = Readonly<Partial<Record<Hand, string | null>>>;

/**
 * Four hands: whoever recorded a charge does not confirm it, and neither of the two certifies it; whoever prepared an
 * invoice does not issue it. The database holds the same under charge_segregated and invoice_segregated. Null where this
 * person did nothing of it.
 * Source: Financial Rules 105.5 and 105.6; identity README, "Segregation".
 */
export function notSegregated(person: string, doing: string, done: Hands): SamePerson | null {
  const before = hands.find((hand) => done[hand] === person);
  return before === undefined ? null : new SamePerson(person, before, doing);
}

/** Words as a code that stays: "asked to reverse" -> ASKED_TO_REVERSE. */
export function codeOf(words: string): string {
  return words.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
}

export class SamePerson extends Forbidden {
  readonly parts: Parts;

  /** `before`: what this person did, as in "BRS.finance has recorded this". */
  constructor(
    person: string,
    readonly before: Hand,
    doing: string,
  ) {
    super(`${person} has ${before} this and so may not ${doing} it: another person must. Nothing was written.`);
    this.parts = { did: codeOf(before) };
  }
}

export class TravellerActs extends Forbidden {
  readonly parts: Parts = {};

  constructor(person = 'Whoever acts', reference?: string) {
    super(
      `${person} travelled as ${reference ?? 'the traveller of this charge'}: nobody acts on their own trip, so another person must. Nothing was written.`,
    );
  }
}
