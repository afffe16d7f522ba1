import { type Actor, type Day, Forbidden, type Parts } from '#kernel';

/**
 * FINANCE_OFFICER     records charges, confirms services received, prepares invoices
 * CERTIFYING_OFFICER  certifies charges on the funds named in the designation (Financial Rule 105.5)
 * APPROVING_OFFICER   signs agreements, approves and issues invoices (Financial Rule 105.6)
 * AUDITOR             reads the inside of one side, and issues its audit
 * ADMINISTRATOR       lets people in, and proposes what they are to hold
 * JOINT_AUDITOR       reads the inside of both sides, and does nothing else
 */
export type Duty =
  | 'FINANCE_OFFICER'
  | 'CERTIFYING_OFFICER'
  | 'APPROVING_OFFICER'
  | 'AUDITOR'
  | 'ADMINISTRATOR'
  | 'JOINT_AUDITOR';

/** In the order in which they are shown. */
export const duties = [
  ...(['FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER'] as const),
  ...(['AUDITOR', 'ADMINISTRATOR', 'JOINT_AUDITOR'] as const),
] as const satisfies readonly Duty[];

/** Who may do what, from when to when. A certifying officer's names one fund; the others' fund is "". */
export class Designation {
  person: string;
  duty: Duty;
  fund: string;
  validFrom: Day;
  validTo: Day;
  /** Of a joint auditor: the other secretariat, whose books are open too; null for the other duties. */
  mandate: string | null;

  constructor(facts: Omit<Designation, 'mandate'> & { mandate?: string | null }) {
    this.person = facts.person;
    this.duty = facts.duty;
    this.fund = facts.fund;
    this.validFrom = facts.validFrom;
    this.validTo = facts.validTo;
    this.mandate = facts.mandate ?? null;
  }
}

/** A person and the designations in force on the day of the act. */
export interface Officer extends Actor {
  readonly name: string;
  readonly designations: readonly Pick<Designation, 'duty' | 'fund'>[];
  /** The references under which this person travels, where an administrator has said so. */
  readonly travelsAs?: readonly string[];
}

/** The officer as the books hold them now: certifying on these designations (`holdCertifying`), and no others. */
export function certifyingOn<Of extends Officer>(officer: Of, held: Officer['designations']): Of {
  const others = officer.designations.filter(({ duty }) => duty !== 'CERTIFYING_OFFICER');
  return { ...officer, designations: [...others, ...held] };
}

/** The duties of these designations, each once. */
export function dutiesOf(designations: readonly Pick<Designation, 'duty'>[]): string[] {
  return [...new Set(designations.map(({ duty }) => duty))].sort();
}

export class NotDesignated extends Forbidden {
  readonly parts: Parts;

  constructor(officer: Actor, duty: Duty, fund?: string) {
    super(
      `${officer.person} is not designated today as ${duty.toLowerCase().replace('_', ' ')} of ${officer.secretariat}` +
        `${fund === undefined ? '' : ` for the fund ${fund}`}. Nothing was written.`,
    );
    this.parts = { duty, ...(fund === undefined ? {} : { fund }) };
  }
}

export class ActsForTheOtherSide extends Forbidden {
  readonly parts: Parts;

  constructor(
    officer: Actor,
    readonly secretariat: string,
  ) {
    super(`This is for ${secretariat} to do; ${officer.person} acts for ${officer.secretariat}. Nothing was written.`);
    this.parts = { secretariat };
  }
}
