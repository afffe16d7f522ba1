import { figure, PaperDoesNotAddUp, total } from '#documents';
import { Money } from '#kernel';
import type { AuditFigures, BienniumAuditContent } from './biennium-audit-content.ts';

const kinds = ['chargedUsd', 'creditedUsd', 'invoicedUsd', 'settledUsd', 'openUsd'] as const;

/** Each row must agree with itself, and the net with what both owe. Errors: PaperDoesNotAddUp. */
export function checkAuditAddsUp(content: BienniumAuditContent): void {
  checkRow('the total', content.totals);
  for (const row of content.byDirection) checkRow(`${row.client} with ${row.provider}`, row);
  for (const row of content.byAgreement) checkRow(`agreement ${row.agreement}`, row);
  for (const row of content.byMeeting) checkRow(`meeting ${row.meeting}`, row);
  for (const row of content.byFamily) checkRow(`${row.agreement} ${row.family}`, row);
  for (const row of content.byItem) checkRow(`${row.agreement} ${row.item}`, row);
  for (const row of content.byFund) checkRow(`fund ${row.fund}`, row);
  for (const row of content.byMonth) checkRow(`month ${row.month}`, row);
  for (const row of content.byBudgetLine) {
    checkRow(`budget line ${row.budgetLine}`, row);
    equal(`Used and available of ${row.budgetLine}`, total([row.usedUsd, row.availableUsd]), row.allotmentUsd);
  }
  checkNet(content);
}

/** The exact sums of rows, figure by figure. */
export function sumOf(rows: readonly AuditFigures[]): AuditFigures {
  const [chargedUsd, creditedUsd, invoicedUsd, settledUsd, openUsd] = kinds.map((kind) =>
    total(rows.map((row) => row[kind])).toString(),
  ) as [string, string, string, string, string];
  return { chargedUsd, creditedUsd, invoicedUsd, settledUsd, openUsd };
}

/** Which figures of two rows differ, and by how much: "charged by 12.50". Empty if none. */
export function differences(found: AuditFigures, expected: AuditFigures): string[] {
  return kinds.flatMap((kind) => {
    const difference = Money.totalUsd(found[kind]).minus(Money.totalUsd(expected[kind]));
    return difference.isZero() ? [] : [`${kind.replace('Usd', '')} by ${figure(difference.toString())}`];
  });
}

function checkRow(what: string, { chargedUsd, creditedUsd, settledUsd, openUsd }: AuditFigures): void {
  equal(`Credited, settled and open of ${what}`, total([creditedUsd, settledUsd, openUsd]), chargedUsd);
}

function checkNet({ net }: BienniumAuditContent): void {
  const owed = (code: string | null): Money => Money.totalUsd((code === null ? undefined : net.owedBy[code]) ?? '0');
  const difference = owed(net.payer).minus(owed(net.payee));
  equal('What the payer and the payee owe', difference, net.netUsd);
  if (difference.isNegative() || difference.isZero() !== (net.payer === null)) {
    throw new PaperDoesNotAddUp(
      'What the payer and the payee owe',
      difference.toString(),
      `${net.payer ?? 'nobody'} pays`,
    );
  }
}

function equal(what: string, found: Money, stated: string): void {
  if (!found.equals(Money.totalUsd(stated))) throw new PaperDoesNotAddUp(what, found.toString(), stated);
}
