import type { Duty } from './authority.ts';

/**
 * PROVIDER, CLIENT  the officer acts for this side of the document
 * PARTY             for either of its two sides
 * OWN               for the own secretariat, where there is no other
 */
export type ActionSide = 'PROVIDER' | 'CLIENT' | 'PARTY' | 'OWN';

/** One thing that can be done to the books: who may, and what it asks for. */
export interface Action {
  readonly title: string; // "Certify": on a button
  /** Any one of them. A certifying officer's is asked for each fund. */
  readonly duties: readonly Duty[];
  readonly side: ActionSide;
  /** A proof of who asks that is ten minutes old at most. */
  readonly stepUp: boolean;
  /** A key records and drafts; it never confirms, certifies, approves, issues, grants or closes. */
  readonly byKey: boolean;
  /** What else must hold, beside the duty: one sentence each. */
  readonly conditions: readonly string[];
  /** What it leads to. */
  readonly leadsTo: string;
  /** False for what has no address: it is done on the machine of the books, from a terminal. */
  readonly overHttp: boolean;
}

export const usual = { stepUp: false, byKey: false, conditions: [], overHttp: true } as const;
export const approving = { ...usual, duties: ['APPROVING_OFFICER'], stepUp: true } as const;
export const administering = { ...usual, duties: ['ADMINISTRATOR'], side: 'OWN', stepUp: true } as const;
