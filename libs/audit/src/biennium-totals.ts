import { programmeSupportCost, type PrintedFund } from '#budget';
import { Money } from '#kernel';
import type { AuditFigures } from './biennium-audit-content.ts';
import type { Movement, MovementRow } from './movements.query.ts';

/** Who owes whom for a biennium, by the headings an officer asks for first. Amounts are text in USD. */
export interface BienniumTotals {
  readonly biennium: string;
  readonly totals: AuditFigures;
  readonly byDirection: readonly ({ readonly provider: string; readonly client: string } & AuditFigures)[];
  readonly byAgreement: readonly ({ readonly agreement: string } & AuditFigures)[];
  readonly byAgreementAndFamily: readonly ({ readonly agreement: string; readonly family: string } & AuditFigures)[];
  readonly byFund: readonly ({ readonly fund: string; readonly programmeSupportCostUsd: string } & AuditFigures)[];
  readonly net: NetOwed;
}

export interface NetOwed {
  readonly owedBy: Readonly<Record<string, string>>; // by client: charged less credited
  readonly payer: string | null;
  readonly payee: string | null;
  readonly netUsd: string;
}

export function bienniumTotals(
  biennium: string,
  rows: readonly MovementRow[],
  funds: readonly PrintedFund[],
): BienniumTotals {
  const under = (heading: MovementRow['heading']): MovementRow[] => rows.filter((row) => row.heading === heading);
  const directions = under('DIRECTION');
  return {
    biennium,
    totals: figures(under('ALL')[0] ?? nothing),
    byDirection: directions.map((row) => ({ provider: row.provider ?? '', client: row.client ?? '', ...figures(row) })),
    byAgreement: under('AGREEMENT').map((row) => ({ agreement: row.agreement ?? '', ...figures(row) })),
    byAgreementAndFamily: under('FAMILY').map((row) => ({
      agreement: row.agreement ?? '',
      family: row.family ?? '',
      ...figures(row),
    })),
    byFund: under('FUND').map((row) => ({
      fund: row.fund ?? '',
      programmeSupportCostUsd: supportCostOf(row, funds),
      ...figures(row),
    })),
    net: netOwed(directions),
  };
}

/** The memo of a fund: net charge under agreements whose client's fund bears it, times the fund's rate. */
export function supportCostOf(row: MovementRow, funds: readonly PrintedFund[]): string {
  const rate = funds.find(({ code }) => code === row.fund)?.programmeSupportCostRate ?? '0';
  return programmeSupportCost(Money.totalUsd(row.supported), rate).toString();
}

/**
 * Gross both ways, then the difference: a statement of settlement, not a posting. Books of more than one pair of
 * secretariats have no single difference; each pair then has its own netting statement.
 */
export function netOwed(directions: readonly MovementRow[]): NetOwed {
  const owed = new Map<string, Money>();
  for (const row of directions) {
    const client = row.client ?? '';
    const net = Money.totalUsd(row.charged).minus(Money.totalUsd(row.credited));
    owed.set(client, (owed.get(client) ?? Money.zero()).plus(net));
  }
  const owedBy = Object.fromEntries([...owed].map(([client, amount]) => [client, amount.toString()]));
  const sides = [...new Set(directions.flatMap(({ client, provider }) => [client ?? '', provider ?? '']))].sort();
  const [one, other] = sides;
  if (one === undefined || other === undefined || sides.length > 2)
    return { owedBy, payer: null, payee: null, netUsd: '0.00' };
  const net = (owed.get(one) ?? Money.zero()).minus(owed.get(other) ?? Money.zero());
  const [payer, payee] = net.isNegative() ? [other, one] : [one, other];
  return {
    owedBy,
    payer: net.isZero() ? null : payer,
    payee: net.isZero() ? null : payee,
    netUsd: net.absolute().toString(),
  };
}

const nothing: Movement = { charged: '0.00', credited: '0.00', invoiced: '0.00', settled: '0.00' };

export function figures({ charged, credited, invoiced, settled }: Movement): AuditFigures {
  return {
    chargedUsd: charged,
    creditedUsd: credited,
    invoicedUsd: invoiced,
    settledUsd: settled,
    openUsd: Money.totalUsd(charged).minus(Money.totalUsd(credited)).minus(Money.totalUsd(settled)).toString(),
  };
}
