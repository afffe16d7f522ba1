import type { Wrong } from './check.ts';
import type { ExportedAct, SealedVersion } from './exported-values.ts';

interface Designation {
  readonly person: string;
  readonly duty: string;
  readonly fund: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly proposal: string | null;
  readonly mandate: string | null;
  readonly endedAt: string | null;
}

interface Proposal extends Pick<Designation, 'person' | 'duty' | 'fund' | 'validTo' | 'mandate'> {
  readonly state: string;
  readonly proposedBy: string;
  readonly decidedBy: string | null;
}

/** Duties that nobody holds beside another one. */
const alone = new Set(['AUDITOR', 'JOINT_AUDITOR', 'ADMINISTRATOR']);

/** Designations and their proposals, as each was sealed last: which duties meet in one person, and who gave them. */
export class ExportedDesignations {
  private readonly designations = new Map<string, Designation>();
  private readonly proposals = new Map<string, Proposal>();
  private readonly acts = new Set<string>(); // "DESIGNATION_PROPOSED BRS.administrator <proposal>"

  constructor(private readonly found: (wrong: Wrong) => void) {}

  act({ action, person, objects }: ExportedAct): void {
    if (action.startsWith('DESIGNATION_')) for (const id of objects) this.acts.add(`${action} ${person} ${id}`);
  }

  version({ kind, record, values }: SealedVersion): void {
    if (kind === 'designation') this.designations.set(record, values as unknown as Designation);
    if (kind === 'designation-proposal') this.proposals.set(record, values as unknown as Proposal);
  }

  end(): void {
    const held = Map.groupBy(this.designations.values(), ({ person }) => person);
    for (const ofOne of held.values()) this.meetings(ofOne.filter(({ endedAt }) => endedAt === null));
    for (const designation of this.designations.values()) {
      const proposal = designation.proposal === null ? undefined : this.proposals.get(designation.proposal);
      if (designation.proposal === null) continue; // of reference data, by the act that loaded it
      if (proposal?.state !== 'COUNTERSIGNED' || termsOf(proposal) !== termsOf(designation))
        this.wrong(`${designation.person} ${designation.duty}`, 'its proposal says something else');
    }
    for (const [id, proposal] of this.proposals) this.handsOn(id, proposal);
  }

  private meetings(ofOne: readonly Designation[]): void {
    for (const [place, one] of ofOne.entries())
      for (const other of ofOne.slice(place + 1)) {
        const meet = one.validFrom <= other.validTo && other.validFrom <= one.validTo;
        const duties = [one.duty, other.duty];
        const apart =
          (one.duty !== other.duty || one.duty === 'JOINT_AUDITOR') &&
          (duties.some((duty) => alone.has(duty)) ||
            (duties.includes('APPROVING_OFFICER') && duties.includes('CERTIFYING_OFFICER')));
        if (meet && apart) this.wrong(`${one.person} ${one.duty}`, `it meets ${other.duty}`);
      }
  }

  private handsOn(id: string, { person, duty, state, proposedBy, decidedBy }: Proposal): void {
    if (state === 'COUNTERSIGNED' && new Set([person, proposedBy, decidedBy]).size < 3)
      this.wrong(`${person} ${duty}`, `proposed by ${proposedBy}, countersigned by ${decidedBy ?? 'nobody'}`);
    for (const [action, by] of [
      ['DESIGNATION_PROPOSED', proposedBy],
      [`DESIGNATION_${state}`, decidedBy],
    ] as const)
      if (by !== null && !this.acts.has(`${action} ${by} ${id}`)) this.wrong(id, `no act ${action} of ${by} names it`);
  }

  private wrong(object: string, finding: string): void {
    this.found({ kind: 'designation', object, finding });
  }
}

function termsOf({
  person,
  duty,
  fund,
  validTo,
  mandate,
}: Omit<Proposal, 'state' | 'proposedBy' | 'decidedBy'>): string {
  return JSON.stringify([person, duty, fund, validTo, mandate]);
}
