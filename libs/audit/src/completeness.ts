import type { PeriodView } from '#ledger';

/** One thing that a biennium has to have, in a sentence with its figures. */
export interface CompletenessItem {
  /** Stays, with the facts: for whoever says it in another language. */
  readonly code: CompletenessCode;
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly name: string;
  readonly ok: boolean;
  readonly finding: string;
}

export const completenessCodes = [
  'NUMBERS_HAVE_NO_GAPS',
  'PAPERS_STAND',
  'BOOKS_VERIFIED',
  'RECORDS_SEALED',
  'CHARGES_CERTIFIED',
  'CHARGES_INVOICED',
  'NO_DRAFT_LEFT',
  'PERIODS_LOCKED',
] as const;
export type CompletenessCode = (typeof completenessCodes)[number];

/** What the items are judged by, as found in one snapshot. */
export interface CompletenessFacts {
  readonly series: readonly {
    readonly series: string;
    readonly documents: number;
    readonly last: number;
    readonly gaps: boolean;
  }[];
  readonly papers: number;
  readonly papersAltered: readonly string[]; // their numbers, ten at most
  readonly verification: { readonly at: Date; readonly ok: boolean; readonly firstWrong: string | null } | null;
  readonly seal: { readonly treeSize: number; readonly queued: number; readonly sealedAt: Date | null };
  readonly unbilled: { readonly count: number; readonly amountUsd: string };
  readonly uncertified: { readonly count: number; readonly amountUsd: string };
  readonly drafts: number;
  readonly periods: readonly Pick<PeriodView, 'code' | 'state'>[];
}

const dayAndNightMs = 36 * 60 * 60 * 1000; // a verification every night, and time to look

/** What is complete, and what is missing: for an officer who closes a biennium, and an auditor who opens it. */
export function completeness(facts: CompletenessFacts, now: Date): CompletenessItem[] {
  const { series, papers, papersAltered, verification, seal, unbilled, uncertified, drafts } = facts;
  const gaps = series.filter((one) => one.gaps).map((one) => one.series);
  const open = facts.periods.filter(({ state }) => state !== 'LOCKED').map(({ code }) => code);
  return [
    {
      code: 'NUMBERS_HAVE_NO_GAPS',
      facts: { series: series.length, withGaps: gaps },
      name: 'Document numbers have no gaps',
      ok: gaps.length === 0,
      finding:
        gaps.length > 0
          ? `There are gaps in ${gaps.join(', ')}.`
          : series.length === 0
            ? 'No document has been issued yet.'
            : `${count(series.length, 'series runs', 'series run')} from 1 without a gap: ${series.map((one) => `${one.series} to ${one.last}`).join(', ')}.`,
    },
    {
      code: 'PAPERS_STAND',
      facts: { papers, altered: papersAltered },
      name: 'Issued papers are as they were issued',
      ok: papersAltered.length === 0,
      finding:
        papersAltered.length === 0
          ? `The SHA-256 of ${count(papers, 'paper', 'papers')} was computed again and is the same.`
          : `No longer what was issued: ${papersAltered.join(', ')}.`,
    },
    {
      code: 'BOOKS_VERIFIED',
      facts: { at: verification?.at.toISOString() ?? null, ok: verification?.ok ?? null },
      name: 'The books were verified, and nothing was wrong',
      ok: verification !== null && verification.ok && now.getTime() - verification.at.getTime() < dayAndNightMs,
      finding:
        verification === null
          ? 'The books have not been verified yet.'
          : !verification.ok
            ? `The verification of ${instant(verification.at)} found something wrong: ${verification.firstWrong ?? ''}.`
            : `The last verification, of ${instant(verification.at)}, found nothing wrong.`,
    },
    {
      code: 'RECORDS_SEALED',
      facts: { sealed: seal.treeSize, queued: seal.queued, at: seal.sealedAt?.toISOString() ?? null },
      name: 'What is committed is sealed',
      ok: seal.queued === 0 && seal.sealedAt !== null,
      finding:
        seal.sealedAt === null
          ? `Nothing is sealed yet, and ${count(seal.queued, 'record waits', 'records wait')}.`
          : seal.queued === 0
            ? `${count(seal.treeSize, 'record is', 'records are')} under the checkpoint of ${instant(seal.sealedAt)}, and none waits.`
            : `${count(seal.queued, 'record waits', 'records wait')} to be sealed; the last checkpoint is of ${instant(seal.sealedAt)}.`,
    },
    waiting('CHARGES_CERTIFIED', 'Every charge is certified, or withdrawn', uncertified, 'not certified'),
    waiting('CHARGES_INVOICED', 'Every certified charge is invoiced', unbilled, 'certified and on no issued invoice'),
    {
      code: 'NO_DRAFT_LEFT',
      facts: { drafts },
      name: 'No document is left a draft',
      ok: drafts === 0,
      finding:
        drafts === 0
          ? 'There is no draft.'
          : `${count(drafts, 'draft waits', 'drafts wait')} to be issued or discarded.`,
    },
    {
      code: 'PERIODS_LOCKED',
      facts: { notLocked: open },
      name: 'Every period is closed and signed by both sides',
      ok: open.length === 0,
      finding: open.length === 0 ? 'All months and the biennium are locked.' : `Not locked: ${open.join(', ')}.`,
    },
  ];
}

function waiting(
  code: CompletenessCode,
  name: string,
  { count: charges, amountUsd }: { count: number; amountUsd: string },
  state: string,
): CompletenessItem {
  const ok = charges === 0;
  return {
    code,
    facts: { count: charges, amountUsd },
    name,
    ok,
    finding: ok
      ? `No charge is ${state}.`
      : `${count(charges, 'charge', 'charges')} of USD ${amountUsd} ${charges === 1 ? 'is' : 'are'} ${state}.`,
  };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
