import type { Answers } from '../../api/client.ts';
import type { Period } from '../../api/periods.ts';
import type { Said } from '../../words/reading.ts';
import { type StateTotal, waitingOf } from '../agreements/waiting-of.ts';
import { nextOf } from '../periods/standing.ts';

/** The close of a biennium that both sides have not locked yet. */
export interface Close {
  readonly biennium: string;
  readonly lastDay: string;
  readonly next: Said | null; // the step that it waits for; null until it is over
  readonly openMonths: number; // over, and not closed
}

/** An agreement that a signature is missing of. */
export interface Unsigned {
  readonly number: string;
  readonly days: number; // in effect so long without it
  readonly effectiveOn: string;
  readonly missing: readonly string[]; // the secretariats, the provider first
  readonly provisional: { readonly count: number; readonly amount: string }; // in USD
}

type Agreement = Pick<
  Answers['AgreementAnswer'],
  'number' | 'biennium' | 'provider' | 'client' | 'effectiveOn' | 'unsignedDays'
> & { readonly signatures: readonly { readonly side: string }[] };

const closed = ['LOCKED', 'REOPEN_REQUESTED'];

/** Null where it is closed. `periods`: the biennium and its months; `sides`: both secretariats. */
export function closeOf(periods: readonly Period[], sides: readonly string[]): Close | null {
  const whole = periods.find(({ kind }) => kind === 'BIENNIUM');
  if (whole === undefined || closed.includes(whole.state)) return null;
  const open = periods.filter(({ kind, state, isOver }) => kind === 'MONTH' && isOver && !closed.includes(state));
  return {
    biennium: whole.code,
    lastDay: whole.lastDay,
    next: whole.isOver ? nextOf(whole, sides) : null,
    openMonths: open.length,
  };
}

/** Those of the biennium, the one that has waited longest first. */
export function unsignedIn({
  agreements,
  totals,
  biennium,
}: {
  readonly agreements: readonly Agreement[];
  readonly totals: readonly StateTotal[];
  readonly biennium: string;
}): Unsigned[] {
  return agreements
    .flatMap((one): Unsigned[] => {
      const { number, effectiveOn, unsignedDays: days, provider, client } = one;
      if (days === null || one.biennium !== biennium) return [];
      const signed = one.signatures.map(({ side }) => side);
      return [
        {
          ...{ number, days, effectiveOn },
          missing: [...(signed.includes('PROVIDER') ? [] : [provider]), ...(signed.includes('CLIENT') ? [] : [client])],
          provisional: waitingOf(totals, number, ['PROVISIONAL']),
        },
      ];
    })
    .toSorted((a, b) => b.days - a.days || (a.effectiveOn < b.effectiveOn ? -1 : 1));
}
