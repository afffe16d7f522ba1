import type { Known, Standing } from './rule.mjs';

export interface Pinned {
  readonly name: string;
  readonly package: string;
  readonly version: string;
}

export type State = 'NEWEST' | 'WITHIN' | 'OVERDUE' | 'DEPRECATED' | 'WITHDRAWN' | 'HELD_BACK' | 'NOT_ASKED';

export interface HeldBack {
  readonly name: string;
  readonly version: string;
  readonly because: string;
  readonly until: string;
}

export interface Fault {
  readonly name: string;
  readonly severity: string;
  readonly title: string;
  readonly range: string;
}

export interface Report {
  readonly components: readonly (Pinned &
    Partial<Standing> & { readonly state: State; readonly because: string | null })[];
  readonly advisories: {
    readonly error: string | null;
    readonly faults: readonly (Fault & { readonly days: number })[];
  };
  readonly exit: number;
}

export const exits: Readonly<Record<'fine' | 'found' | 'usage' | 'noAdvisories' | 'notAsked', number>>;
export function pinnedIn(manifest: Readonly<Record<string, unknown>>): readonly Pinned[];
export function reportOf(of: {
  readonly pinned: readonly Pinned[];
  readonly answers: ReadonlyMap<string, Known | { readonly error: string }>;
  readonly advisories: { readonly faults: readonly Fault[] } | { readonly error: string };
  readonly heldBack: readonly HeldBack[];
  readonly today: string;
}): Report;
export function textOf(report: Report): string;
