import type { Wrong } from './check.ts';
import type { ExportedAct } from './exported-values.ts';

type Kind = 'trust fund' | 'budget line' | 'agreement' | 'charge';

/**
 * What the sealed lines of an export name must be in it: the funds, lines and agreements of its entries, and the agreements and
 * charges of its acts. Each charge is named by an act, but for those that were there when acts began to be kept.
 */
export class NamedRecords {
  private readonly there = new Set<string>();
  private readonly named = new Map<string, { kind: Kind; object: string; by: string }>();
  private readonly ofActs = new Set<string>(); // charges
  private readonly charges = new Set<string>();
  private adopted = false;

  record(kind: Kind, object: string): void {
    this.there.add(`${kind} ${object}`);
    if (kind === 'charge') this.charges.add(object);
  }

  name(kind: Kind, object: string, by: string): void {
    const key = `${kind} ${object}`;
    if (object !== '' && !this.named.has(key)) this.named.set(key, { kind, object, by });
  }

  act({ id, action, kind, objects }: Pick<ExportedAct, 'id' | 'action' | 'kind' | 'objects'>): void {
    if (action === 'BOOKS_ADOPTED') this.adopted = true;
    for (const object of objects) {
      if (kind === 'charge') this.ofActs.add(object);
      if (kind === 'charge' || kind === 'agreement') this.name(kind, object, `act ${id}`);
      if (kind === 'trust-fund') this.name('trust fund', object, `act ${id}`);
      if (kind === 'reference') this.loaded(object, `act ${id}`);
    }
  }

  /** "budget-line BC-1": the act that loads reference data names each fund and line, spent from or not. */
  private loaded(object: string, by: string): void {
    const [, kind, code = ''] = /^(trust-fund|budget-line) (.+)$/.exec(object) ?? [];
    if (kind !== undefined) this.name(kind === 'trust-fund' ? 'trust fund' : 'budget line', code, by);
  }

  missing(): (Wrong & { readonly kind: Kind })[] {
    return [...this.named]
      .filter(([key]) => !this.there.has(key))
      .map(([, { kind, object, by }]) => ({ kind, object, finding: `${by} names it, and it is not in the file` }));
  }

  /** Charges that nobody recorded. */
  unnamed(): Wrong[] {
    const charges = this.adopted ? [] : [...this.charges].filter((charge) => !this.ofActs.has(charge));
    return charges.map((object) => ({ kind: 'charge', object, finding: 'no act of the file names it' }));
  }
}
