import type { Designation, Person, Renewal } from '../../api/people.ts';

/** A person with what they may do today, and the rest of what the books say of them, newest first. */
export interface Standing {
  readonly person: Person;
  readonly inForce: readonly Designation[];
  readonly others: readonly Designation[];
}

/** Everybody of one side, by code. */
export function standings(
  people: readonly Person[],
  designations: readonly Designation[],
  secretariat: string,
): Standing[] {
  const held = Map.groupBy(designations, ({ person }) => person);
  return people
    .filter((person) => person.secretariat === secretariat)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((person) => {
      const all = held.get(person.code) ?? [];
      return {
        person,
        inForce: all.filter(({ state }) => state === 'IN_FORCE'),
        others: all
          .filter(({ state }) => state !== 'IN_FORCE')
          .toSorted((one, other) => (one.validFrom > other.validFrom ? -1 : 1)),
      };
    });
}

/** What waits for somebody who countersigns: of the own side, and an acting one of the other where that side has too few. */
export function waiting(designations: readonly Designation[]): Designation[] {
  return designations.filter(({ state }) => state === 'PROPOSED');
}

/** What still waits for a second person or for the link to be used, and what became of the rest. */
export function openAndPast(renewals: readonly Renewal[]): { open: Renewal[]; past: Renewal[] } {
  const isOpen = ({ state }: Renewal): boolean => state === 'PROPOSED' || state === 'APPROVED';
  return { open: renewals.filter(isOpen), past: renewals.filter((one) => !isOpen(one)) };
}

/**
 * What this person may do about a renewal: approve it, until it is approved, and take it back, while it would open an account that is
 * shut. `why`: the action whose closing says why they may not.
 */
export function choicesOf({ availableActions }: Renewal): Choices {
  const said = (action: string): Offered | undefined => availableActions.find((one) => one.action === action);
  const [approval, back] = [said('account.approve-renewal'), said('account.shut')];
  const takeBack = back?.allowed === true;
  const closed = approval === undefined && !takeBack ? back : approval;
  return { approve: approval?.allowed === true, takeBack, why: closed?.allowed === false ? closed : null };
}

type Offered = Renewal['availableActions'][number];

interface Choices {
  readonly approve: boolean;
  readonly takeBack: boolean;
  readonly why: Offered | null;
}
