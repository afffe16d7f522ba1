import { Designation, Person } from '#identity';
import { Day } from '#kernel';

/** One person for each duty of a secretariat, under the duty's own name: for replays and for the demo books. */
export interface Officers {
  readonly people: readonly Person[];
  readonly designations: readonly Designation[];
}

export type OfficerRole = 'finance' | 'certifying' | 'approving';

/** BRS.finance, BRS.certifying, BRS.approving */
export function officerCode(secretariat: string, role: OfficerRole): string {
  return `${secretariat}.${role}`;
}

export function officersOf(secretariat: string, funds: readonly string[]): Officers {
  const always = { validFrom: Day.of('1900-01-01'), validTo: Day.of('2199-12-31') };
  const person = (role: OfficerRole, title: string): Person =>
    new Person({ code: officerCode(secretariat, role), name: `${title}, ${secretariat}`, secretariat });
  return {
    people: [
      person('finance', 'Finance officer'),
      person('certifying', 'Certifying officer'),
      person('approving', 'Approving officer'),
    ],
    designations: [
      new Designation({ person: officerCode(secretariat, 'finance'), duty: 'FINANCE_OFFICER', fund: '', ...always }),
      new Designation({
        person: officerCode(secretariat, 'approving'),
        duty: 'APPROVING_OFFICER',
        fund: '',
        ...always,
      }),
      ...funds.map(
        (fund) =>
          new Designation({
            person: officerCode(secretariat, 'certifying'),
            duty: 'CERTIFYING_OFFICER',
            fund,
            ...always,
          }),
      ),
    ],
  };
}
