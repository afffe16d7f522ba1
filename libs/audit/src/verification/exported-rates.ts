import type { Wrong } from './check.ts';
import type { ExportedAct, SealedVersion } from './exported-values.ts';

/**
 * Whether two people loaded each rate that is in force, by the sealed acts. Those name currency and day: that both loaded the same value,
 * the books alone know.
 */
export class ExportedRates {
  private readonly hands = new Map<string, Set<string>>(); // by "CHF 2025-05-01": who loaded it
  private readonly byHand = new Set<string>(); // acts of officers, without those that added rates before anybody had loaded one
  private readonly entered: { name: string; act: string | undefined }[] = [];

  constructor(private readonly found: (wrong: Wrong) => void) {}

  act({ id, action, person, objects }: ExportedAct): void {
    const isOfBefore = action === 'OPERATIONAL_RATES_ADDED' && this.hands.size === 0;
    if (person !== 'recoup' && !isOfBefore) this.byHand.add(id);
    if (action === 'OPERATIONAL_RATES_LOADED')
      for (const name of objects) this.hands.set(name, (this.hands.get(name) ?? new Set()).add(person));
  }

  version({ kind, number, act, values }: SealedVersion): void {
    if (kind !== 'operational-rate' || String(number) !== '1') return;
    this.entered.push({ name: `${String(values['currency'])} ${String(values['effectiveOn'])}`, act });
  }

  end(): void {
    for (const { name, act } of this.entered) {
      const [first = 'nobody', ...others] = this.hands.get(name) ?? [];
      if (act === undefined || !this.byHand.has(act) || others.length > 0) continue; // of no act: from before values were sealed
      const finding = `it is in force, and ${first === 'nobody' ? 'nobody' : `${first} alone`} loaded it`;
      this.found({ kind: 'operational rate', object: name, finding });
    }
  }
}
