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
      name: 'Each book balances',
      holds: booksOutOfBalance.length === 0,
      finding:
        booksOutOfBalance.length === 0
          ? 'The debits and credits of every book sum to zero.'
          : `Out of balance: ${booksOutOfBalance.join(', ')}.`,
    },
    {
      name: 'The two books mirror each other',
      holds: evidence.unmirrored === '0',
      finding:
        evidence.unmirrored === '0'
          ? 'By agreement, item and month, what the client owes is what the provider is due.'
          : `${evidence.unmirrored} combinations of agreement, item and month differ.`,
    },
    equal(
      'Certified charges equal posted expenditure',
      ['Charges', evidence.chargesUsd],
      ['the clients’ books', evidence.expenditureUsd],
    ),
    equal(
      'Issued documents equal the posted debt',
      ['Invoices less credit notes', evidence.documentsUsd],
      ['the clients’ books', evidence.billedUsd],
    ),
    {
      name: 'These totals agree with the trial balance',
      holds: totalsAgree,
      finding: totalsAgree
        ? 'Every total was added up again from the postings of both books and is the same.'
        : 'At least one total differs from the postings added up again.',
    },
    {
      name: 'Ceilings count what is posted',
      holds: evidence.countersOff === '0',
      finding:
        evidence.countersOff === '0'
          ? 'The use of every budget line and agreement is the sum of its postings.'
          : `${evidence.countersOff} budget lines or agreements count something else than their postings.`,
    },
    {
      name: 'Document numbers have no gaps',
      holds: seriesWithGaps.length === 0,
      finding:
        seriesWithGaps.length === 0
          ? 'Every series of every provider and year runs from 1 without a gap.'
          : `Gaps in ${seriesWithGaps.join(', ')}.`,
    },
    {
      name: 'Issued papers are as they were issued',
      holds: evidence.papersAltered === '0',
      finding:
        evidence.papersAltered === '0'
          ? `The SHA-256 of all ${evidence.papers} papers and of their contents was computed again and is the same.`
          : `${evidence.papersAltered} of ${evidence.papers} papers no longer have the SHA-256 they were issued with.`,
    },
    {
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

/** "The biennium is open; of its months 2 are locked, 22 are open." */
function statesOf({ periods }: PeriodEvidence): string {
  const counts = new Map<PeriodState, number>();
  for (const { kind, state } of periods) if (kind === 'MONTH') counts.set(state, (counts.get(state) ?? 0) + 1);
  const months = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, count]) => `${count} ${count === 1 ? 'is' : 'are'} ${said[state]}`);
  const biennium = periods.find(({ kind }) => kind === 'BIENNIUM')?.state ?? 'OPEN';
  return `The biennium is ${said[biennium]}; of its months ${months.join(', ')}.`;
}

function equal(name: string, [one, oneUsd]: [string, string], [other, otherUsd]: [string, string]): AuditCheck {
  const difference = Money.totalUsd(oneUsd).minus(Money.totalUsd(otherUsd));
  return {
    name,
    holds: difference.isZero(),
    finding: difference.isZero()
      ? `${one}: ${Money.totalUsd(oneUsd).toSentence()}; ${other}: the same.`
      : `${one}: ${Money.totalUsd(oneUsd).toSentence()}; ${other}: ${Money.totalUsd(otherUsd).toSentence()}; they differ by ${difference.toSentence()}.`,
  };
}
