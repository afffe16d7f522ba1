import { Forbidden } from '#kernel';

/**
 * Four hands: whoever recorded a charge does not confirm it, and neither of the two certifies it; whoever prepared an
 * invoice does not issue it. The database holds the same under charge_segregated and invoice_segregated.
 * Shape:  `done` maps what was done before ("recorded") to the person who did it; null where nobody has yet.
 * Errors: SamePerson.
 * Source: Financial Rules 105.5 and 105.6; identity README, "Segregation".
 */
export function checkSegregated(person: string, doing: string, done: Readonly<Record<string, string | null>>): void {
  for (const [before, by] of Object.entries(done)) {
    if (by === person) throw new SamePerson(person, before, doing);
  }
}

export class SamePerson extends Forbidden {
  /** `before`: what this person did, as in "BRS.finance has recorded this". */
  constructor(
    person: string,
    readonly before: string,
    doing: string,
  ) {
    super(`${person} has ${before} this and so may not ${doing} it: another person must. Nothing was written.`);
  }
}
