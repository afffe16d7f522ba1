import { Designation, type Duty, Person } from '#identity';
import { Day } from '#kernel';

/** One person for each role of a secretariat, under the duty's own name: for replays and for the demo books. */
export interface Officers {
  readonly people: readonly Person[];
  readonly designations: readonly Designation[];
}

export type OfficerRole = 'finance' | 'certifying' | 'approving' | 'auditor' | 'administrator';

/** Whoever reads the books of two secretariats, for the demo: entered with the first of them. */
export function jointAuditor([home, other]: readonly [string, string]): Officers {
  const code = 'JOINT.auditor';
  const days = { validFrom: Day.of('1900-01-01'), validTo: Day.of('2199-12-31') };
  return {
    people: [new Person({ code, name: `Joint auditor, ${home} and ${other}`, secretariat: home })],
    designations: [new Designation({ person: code, duty: 'JOINT_AUDITOR', fund: '', mandate: other, ...days })],
  };
}

/** BRS.finance, BRS.certifying, ... */
export function officerCode(secretariat: string, role: OfficerRole): string {
  return `${secretariat}.${role}`;
}

export function officersOf(secretariat: string, funds: readonly string[]): Officers {
  const always = { validFrom: Day.of('1900-01-01'), validTo: Day.of('2199-12-31') };
  const person = (role: OfficerRole, title: string): Person =>
    new Person({ code: officerCode(secretariat, role), name: `${title}, ${secretariat}`, secretariat });
  const designation = (role: OfficerRole, duty: Duty, fund = ''): Designation =>
    new Designation({ person: officerCode(secretariat, role), duty, fund, ...always });
  return {
    people: [
      person('finance', 'Finance officer'),
      person('certifying', 'Certifying officer'),
      person('approving', 'Approving officer'),
      person('auditor', 'Auditor'),
      person('administrator', 'Administrator'),
    ],
    designations: [
      designation('finance', 'FINANCE_OFFICER'),
      designation('approving', 'APPROVING_OFFICER'),
      designation('auditor', 'AUDITOR'),
      designation('administrator', 'ADMINISTRATOR'),
      ...funds.map((fund) => designation('certifying', 'CERTIFYING_OFFICER', fund)),
    ],
  };
}
