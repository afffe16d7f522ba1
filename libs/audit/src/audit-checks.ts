import { Money } from '#kernel';
import type { PeriodState, PeriodView } from '#ledger';
import type { AuditCheck } from './biennium-audit-content.ts';
import type { AuditEvidence } from './biennium-audit.query.ts';

/** The periods of a biennium, and those closed ones whose entries no longer add up to what both sides signed. */
export interface PeriodEvidence {
  readonly periods: readonly Pick<PeriodView, 'code' | 'kind' | 'state'>[];
  readonly differ: readonly string[];
}

/** The completeness checks of a biennium, each with the figures that were compared, so that a reader can repeat it. */
export function auditChecks(evidence: AuditEvidence, totalsAgree: boolean, closing: PeriodEvidence): AuditCheck[] {
  const { booksOutOfBalance, seriesWithGaps } = evidence;
  return [
    {
      code: 'BOOKS_BALANCE',
      facts: { outOfBalance: booksOutOfBalance },
      name: 'Each book balances',
      holds: booksOutOfBalance.length === 0,
      finding:
        booksOutOfBalance.length === 0
          ? 'The debits and credits of every book sum to zero.'
          : `Out of balance: ${booksOutOfBalance.join(', ')}.`,
    },
    {
      code: 'BOOKS_MIRROR',
      facts: { differing: evidence.unmirrored },
      name: 'The two books mirror each other',
      holds: evidence.unmirrored === '0',
      finding:
        evidence.unmirrored === '0'
          ? 'By agreement, item and month, what the client owes is what the provider is due.'
          : `${count(evidence.unmirrored, 'combination', 'combinations')} of agreement, item and month ${verb(evidence.unmirrored, 'differs', 'differ')}.`,
    },
    equal(
      'CHARGES_ARE_POSTED',
      'Certified charges equal posted expenditure',
      ['Charges', evidence.chargesUsd],
      ['the clients’ books', evidence.expenditureUsd],
    ),
    equal(
      'DOCUMENTS_ARE_POSTED',
      'Issued documents equal the posted debt',
      ['Invoices less credit notes', evidence.documentsUsd],
      ['the clients’ books', evidence.billedUsd],
    ),
    {
      code: 'TOTALS_AGREE',
      facts: {},
      name: 'These totals agree with the trial balance',
      holds: totalsAgree,
      finding: totalsAgree
        ? 'Every total was added up again from the postings of both books and is the same.'
        : 'At least one total differs from the postings added up again.',
    },
    {
      code: 'CEILINGS_COUNT_POSTINGS',
      facts: { differing: evidence.countersOff },
      name: 'Ceilings count what is posted',
      holds: evidence.countersOff === '0',
      finding:
        evidence.countersOff === '0'
          ? 'The use of every budget line and agreement is the sum of its postings.'
          : `${count(evidence.countersOff, 'budget line or agreement counts', 'budget lines or agreements count')} something else than their postings.`,
    },
    {
      code: 'NUMBERS_HAVE_NO_GAPS',
      facts: { withGaps: seriesWithGaps },
      name: 'Document numbers have no gaps',
      holds: seriesWithGaps.length === 0,
      finding:
        seriesWithGaps.length === 0
          ? 'Every series of every provider and year runs from 1 without a gap.'
          : `Gaps in ${seriesWithGaps.join(', ')}.`,
    },
    {
      code: 'PAPERS_STAND',
      facts: { papers: evidence.papers, altered: evidence.papersAltered },
      name: 'Issued papers are as they were issued',
      holds: evidence.papersAltered === '0',
      finding:
        evidence.papersAltered === '0'
          ? `The SHA-256 of ${evidence.papers === '1' ? 'the 1 paper and of its contents' : `all ${evidence.papers} papers and of their contents`} was computed again and is the same.`
          : `${evidence.papersAltered} of ${count(evidence.papers, 'paper', 'papers')} no longer ${verb(evidence.papersAltered, 'has the SHA-256 it was', 'have the SHA-256 they were')} issued with.`,
    },
    {
      code: 'PERIODS_STAND',
      facts: { ...statesIn(closing), differing: closing.differ },
      name: 'Closed periods stand as they were signed',
      holds: closing.differ.length === 0,
      finding:
        `${statesOf(closing)} ` +
        (closing.differ.length === 0
          ? 'The entries of each closed one were added up again and are what was signed.'
          : `No longer what was signed: ${closing.differ.join(', ')}.`),
    },
  ];
}

const said: Readonly<Record<PeriodState, string>> = {
  OPEN: 'open',
  CLOSING: 'being closed',
  SIGNED_BY_ONE: 'signed by one side',
  LOCKED: 'locked',
  REOPEN_REQUESTED: 'asked to be reopened',
  REOPENED: 'reopened',
};

/** The state of the biennium, and how many of its months are in which, by state. */
function statesIn({ periods }: PeriodEvidence): {
  biennium: PeriodState;
  months: { state: PeriodState; count: string }[];
} {
  const counts = new Map<PeriodState, number>();
  for (const { kind, state } of periods) if (kind === 'MONTH') counts.set(state, (counts.get(state) ?? 0) + 1);
  return {
    biennium: periods.find(({ kind }) => kind === 'BIENNIUM')?.state ?? 'OPEN',
    months: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([state, found]) => ({ state, count: String(found) })),
  };
}

/** "The biennium is open; of its months 2 are locked, 22 are open." */
function statesOf(evidence: PeriodEvidence): string {
  const { biennium, months } = statesIn(evidence);
  const listed = months.map(({ state, count: found }) => `${found} ${verb(found, 'is', 'are')} ${said[state]}`);
  return `The biennium is ${said[biennium]}; of its months ${listed.join(', ')}.`;
}

function count(number: string, one: string, many: string): string {
  return `${number} ${number === '1' ? one : many}`;
}

function verb(number: string, one: string, many: string): string {
  return number === '1' ? one : many;
}

function equal(
  code: 'CHARGES_ARE_POSTED' | 'DOCUMENTS_ARE_POSTED',
  name: string,
  [one, oneUsd]: [string, string],
  [other, otherUsd]: [string, string],
): AuditCheck {
  const difference = Money.totalUsd(oneUsd).minus(Money.totalUsd(otherUsd));
  return {
    code,
    facts: {
      documentsUsd: Money.totalUsd(oneUsd).toString(),
      booksUsd: Money.totalUsd(otherUsd).toString(),
      differenceUsd: difference.toString(),
    },
    name,
    holds: difference.isZero(),
    finding: difference.isZero()
      ? `${one}: ${Money.totalUsd(oneUsd).toSentence()}; ${other}: the same.`
      : `${one}: ${Money.totalUsd(oneUsd).toSentence()}; ${other}: ${Money.totalUsd(otherUsd).toSentence()}; they differ by ${difference.toSentence()}.`,
  };
}
