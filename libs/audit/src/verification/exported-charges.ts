import type { Wrong } from './check.ts';
import type { ExportRecord } from './export-record.ts';
import type { ChargeSaid, ExportedAct, SealedVersion, ShareSaid } from './exported-values.ts';

type Exported = Extract<ExportRecord, { t: 'charge' }>;
type Found = (check: 'I16' | 'I21' | 'REVERSED', wrong: Wrong) => void;

/** What a charge says of itself and its shares, whose SHA-256 is under the seal. */
export interface Said {
  readonly charge: ChargeSaid;
  readonly shares: readonly ShareSaid[];
}

const billedStates = new Set(['INVOICED', 'SETTLED', 'CREDITED']);
const certifiedStates = new Set([...billedStates, 'CERTIFIED', 'REVERSING', 'REVERSED']);
const overStates = new Set(['WITHDRAWN', 'REVERSED', 'CREDITED']);

/**
 * Holds every charge of an export against what was sealed of it: the digest in the act that recorded it, or in a version where that
 * act says none; and its state against its papers. Acts and versions come first, then charges, then papers.
 */
export class ExportedCharges {
  private readonly byAct = new Map<string, string>();
  private readonly byVersion = new Map<string, unknown>();
  private readonly seen = new Set<string>();
  private readonly states = new Map<string, string>();
  private readonly replaced: { id: string; by: string }[] = [];

  constructor(
    private readonly hash: (text: string) => string,
    private readonly found: Found,
  ) {}

  act({ action, objects, valuesSha256 }: ExportedAct): void {
    if (action !== 'CHARGES_RECORDED') return;
    for (const [place, id] of objects.entries()) {
      const digest = valuesSha256?.[place];
      if (typeof digest === 'string') this.byAct.set(id, digest);
    }
  }

  version({ kind, record, values }: SealedVersion): void {
    if (kind === 'charge') this.byVersion.set(record, values['sha256']);
  }

  /** What the charge says; undefined in a form that does not say it. */
  charge({ id, amount, certified, reversed = false, state, says, sharesSay, shares }: Exported): Said | undefined {
    if (state === undefined || says === undefined || sharesSay === undefined) return undefined;
    const said: Said = { charge: JSON.parse(says) as ChargeSaid, shares: JSON.parse(sharesSay) as ShareSaid[] };
    const wrong = (finding: string): void => this.found('I21', { kind: 'charge', object: id, finding });
    this.seen.add(id);
    const [byAct, byVersion] = [this.byAct.get(id), this.byVersion.get(id)];
    if (byAct === undefined && byVersion === undefined) wrong('nothing sealed says what it says');
    else if (byAct !== undefined && byVersion !== undefined && byAct !== byVersion)
      wrong('a version of it does not say what the act that recorded it says');
    else if (this.hash(says + sharesSay) !== (byAct ?? byVersion))
      wrong('what it and its shares say is not what was sealed when it was recorded');
    const split = said.shares.map(({ side, fund, weight, amountUsd }) => [side, fund, weight, amountUsd]);
    if (said.charge.id !== id || said.charge.amountUsd !== amount || JSON.stringify(split) !== JSON.stringify(shares))
      wrong('it says something else beside what was sealed of it');
    this.states.set(id, state);
    if (certifiedStates.has(state) !== certified || (state === 'REVERSED') !== reversed)
      this.inState(id, `it is ${state}, and ${certified ? '' : 'not '}certified, ${reversed ? '' : 'not '}reversed`);
    if (said.charge.replaces !== null) this.replaced.push({ id: said.charge.replaces, by: id });
    return said;
  }

  /** After the last paper. */
  end(papers: {
    readonly invoiceOf: (charge: string) => string | undefined;
    readonly isGivenBack: (charge: string) => boolean;
  }): void {
    for (const id of new Set([...this.byAct.keys(), ...this.byVersion.keys()]))
      if (!this.seen.has(id))
        this.found('I21', { kind: 'charge', object: id, finding: 'it was sealed, and is not in the file' });
    for (const [id, state] of this.states) {
      const invoice = papers.invoiceOf(id);
      if (billedStates.has(state) !== (invoice !== undefined))
        this.inState(id, `it is ${state}, and on ${invoice ?? 'no issued invoice'}`);
      if ((state === 'CREDITED') !== (invoice !== undefined && papers.isGivenBack(id)))
        this.inState(id, `it is ${state}, and ${papers.isGivenBack(id) ? '' : 'not '}given back whole`);
    }
    for (const { id, by } of this.replaced) {
      const state = this.states.get(id);
      if (state === undefined || !overStates.has(state))
        this.found('REVERSED', {
          kind: 'charge',
          object: by,
          finding: `it takes the place of ${id}, which is ${state ?? 'not there'}`,
        });
    }
  }

  private inState(object: string, finding: string): void {
    this.found('I16', { kind: 'charge', object, finding });
  }
}
