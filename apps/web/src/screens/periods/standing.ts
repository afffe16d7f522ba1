import { Biennium, Day } from '#kernel';
import type { Period } from '../../api/periods.ts';
import { dayText } from '../../words/figures.ts';
import type { Said } from '../../words/reading.ts';

type Step = Period['steps'][number];

/** The biennium that a month lies in, or that a code is; null where the address has neither. */
export function bienniumOf(code: string): string | null {
  try {
    const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(code);
    return (isMonth ? Biennium.containing(Day.of(`${code}-01`)) : Biennium.of(code)).toString();
  } catch {
    return null;
  }
}

/** The biennium itself, then its months by year. */
export function byYear(
  periods: readonly Period[],
): readonly (readonly [year: string | null, rows: readonly Period[]])[] {
  return [...Map.groupBy(periods, ({ kind, code }) => (kind === 'BIENNIUM' ? null : code.slice(0, 4)))];
}

const closing = ['CLOSING', 'SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED'];
const signatures = ['CLOSING_SIGNED', 'LOCKED'];

/** Who proposed the closing that is under way or in force; null where there is none. */
export function proposed({ state, steps }: Pick<Period, 'state' | 'steps'>): Step | null {
  if (!closing.includes(state)) return null;
  return steps.find(({ act }) => act === 'CLOSING_PROPOSED') ?? null;
}

/** Who signed it for this side. */
export function signed(of: Pick<Period, 'state' | 'steps'>, side: string): Step | null {
  if (proposed(of) === null) return null;
  return of.steps.find(({ act, secretariat }) => signatures.includes(act) && secretariat === side) ?? null;
}

/** What comes next, in a few words; null where nothing has to. `sides`: both. */
export function nextOf(of: Period, sides: readonly string[]): Said | null {
  const other = (than: string | undefined): string => sides.filter((side) => side !== than).join(', ');
  switch (of.state) {
    case 'OPEN':
    case 'REOPENED':
      return of.isOver
        ? ['Closing to be proposed']
        : ['Can be closed from {day}', { day: dayText(Day.of(of.lastDay).plusDays(1).toString()) }];
    case 'CLOSING':
      return ['First signature'];
    case 'SIGNED_BY_ONE':
      return ['Signature of {side}', { side: other(lastOf(of, 'CLOSING_SIGNED')?.secretariat) }];
    case 'REOPEN_REQUESTED':
      return ['Agreement of {side}', { side: other(lastOf(of, 'REOPENING_REQUESTED')?.secretariat) }];
    default:
      return null;
  }
}

function lastOf({ steps }: Pick<Period, 'steps'>, act: Step['act']): Step | undefined {
  return steps.filter((step) => step.act === act).at(-1);
}
