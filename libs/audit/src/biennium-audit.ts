import type { Meeting, ServiceAgreement } from '#agreements';
import type { BudgetLine, PrintedFund } from '#budget';
import type { Secretariat } from '#identity';
import { type Biennium, Decimal, Money, parseDecimal } from '#kernel';
import type { ServiceItem } from '#rates';
import { auditChecks, type PeriodEvidence } from './audit-checks.ts';
import type { AuditFigures, BienniumAuditContent } from './biennium-audit-content.ts';
import type { AuditEvidence } from './biennium-audit.query.ts';
import { bienniumTotals, figures, netOwed, supportCostOf } from './biennium-totals.ts';
import type { MovementRow } from './movements.query.ts';

/** Everything the audit is made of, read in one snapshot. */
export interface AuditFacts {
  readonly biennium: Biennium;
  readonly asAt: Date;
  readonly movements: readonly MovementRow[];
  readonly evidence: AuditEvidence;
  readonly totalsAgree: boolean;
  readonly closing: PeriodEvidence;
  readonly secretariats: readonly Secretariat[];
  readonly agreements: readonly ServiceAgreement[];
  readonly meetings: readonly Meeting[];
  readonly items: readonly ServiceItem[];
  readonly funds: readonly PrintedFund[];
  readonly lines: readonly BudgetLine[];
  readonly provisional: readonly { readonly agreement: string; readonly provisionalUsd: string }[];
  readonly providerFunds: readonly { readonly fund: string; readonly creditedUsd: string }[];
  readonly lateDocuments: BienniumAuditContent['lateDocuments'];
  readonly trialBalance: BienniumAuditContent['trialBalance'];
}

/** Arranges the audit of a biennium: every figure is from the movements, every name from the reference data. */
export function assembleAudit(facts: AuditFacts): BienniumAuditContent {
  const { movements } = facts;
  const under = (heading: MovementRow['heading']): MovementRow[] => movements.filter((row) => row.heading === heading);
  const totals = bienniumTotals(facts.biennium.toString(), movements, facts.funds);
  // Its own, and those of an earlier biennium whose debt was carried forward and is settled in this one.
  const moved = new Set(totals.byAgreement.map(({ agreement }) => agreement));
  const agreements = facts.agreements.filter(
    ({ number, biennium }) => biennium.equals(facts.biennium) || moved.has(number),
  );
  return {
    biennium: totals.biennium,
    asAt: facts.asAt.toISOString(),
    currency: 'USD',
    secretariats: facts.secretariats.map(({ code, name }) => ({ code, name })),
    totals: totals.totals,
    byDirection: totals.byDirection,
    byAgreement: agreements.map((agreement) => ({
      agreement: agreement.number,
      provider: agreement.provider,
      client: agreement.client,
      state: agreement.state,
      ceilingUsd: agreement.ceilingUsd.toString(),
      meeting: agreement.meeting,
      provisionalUsd: facts.provisional.find((row) => row.agreement === agreement.number)?.provisionalUsd ?? '0.00',
      ...(totals.byAgreement.find((row) => row.agreement === agreement.number) ?? none),
    })),
    byMeeting: byMeeting(agreements, totals.byAgreement, facts.meetings),
    byFamily: totals.byAgreementAndFamily,
    byItem: under('ITEM').map((row) => {
      const item = facts.items.find(({ code }) => code === row.item);
      return {
        agreement: row.agreement ?? '',
        item: row.item ?? '',
        description: item?.title ?? '',
        family: row.family ?? '',
        nature: item?.nature ?? '',
        ...figures(row),
      };
    }),
    byFund: under('FUND').map((row) => {
      const fund = facts.funds.find(({ code }) => code === row.fund);
      return {
        fund: row.fund ?? '',
        name: fund?.name ?? '',
        secretariat: fund?.secretariat ?? '',
        programmeSupportCostRate: fund?.programmeSupportCostRate ?? '0',
        programmeSupportCostUsd: supportCostOf(row, facts.funds),
        ...figures(row),
      };
    }),
    byBudgetLine: facts.lines.flatMap((line) => {
      const own = line.biennium.equals(facts.biennium);
      const row = under('BUDGET_LINE').find(({ budgetLine }) => budgetLine === line.code);
      // An allotment is of one biennium: in the next one, where its debt is settled, the line has none.
      return own || row !== undefined ? [budgetUse(line, own ? line.allotmentUsd : Money.zero(), row)] : [];
    }),
    byMonth: under('MONTH').map((row) => ({ month: row.month ?? '', ...figures(row) })),
    byProviderFund: facts.providerFunds.map(({ fund, creditedUsd }) => {
      const found = facts.funds.find(({ code }) => code === fund);
      return { fund, name: found?.name ?? '', secretariat: found?.secretariat ?? '', creditedUsd };
    }),
    net: netOwed(under('DIRECTION')),
    lateDocuments: facts.lateDocuments,
    trialBalance: facts.trialBalance,
    checks: auditChecks(facts.evidence, facts.totalsAgree, facts.closing),
  };
}

const none: AuditFigures = {
  chargedUsd: '0.00',
  creditedUsd: '0.00',
  invoicedUsd: '0.00',
  settledUsd: '0.00',
  openUsd: '0.00',
};

function byMeeting(
  agreements: readonly ServiceAgreement[],
  byAgreement: readonly ({ agreement: string } & AuditFigures)[],
  meetings: readonly Meeting[],
): BienniumAuditContent['byMeeting'] {
  const codes = [...new Set(agreements.map(({ meeting }) => meeting))];
  return codes.map((code) => {
    const numbers = agreements.filter(({ meeting }) => meeting === code).map(({ number }) => number);
    const rows = byAgreement.filter(({ agreement }) => numbers.includes(agreement));
    const total = (field: keyof AuditFigures): string =>
      Money.sum(rows.map((row) => Money.totalUsd(row[field]))).toString();
    return {
      meeting: code,
      title: meetings.find((meeting) => meeting.code === code)?.title ?? '',
      chargedUsd: total('chargedUsd'),
      creditedUsd: total('creditedUsd'),
      invoicedUsd: total('invoicedUsd'),
      settledUsd: total('settledUsd'),
      openUsd: total('openUsd'),
    };
  });
}

/** Use is charged less credited, without programme support cost, as the allotment is stated. */
function budgetUse(
  line: BudgetLine,
  allotment: Money,
  row: MovementRow | undefined,
): BienniumAuditContent['byBudgetLine'][number] {
  const of = row === undefined ? none : figures(row);
  const used = Money.totalUsd(of.chargedUsd).minus(Money.totalUsd(of.creditedUsd));
  const share = allotment.isZero()
    ? new Decimal(0)
    : parseDecimal(used.toString()).times(100).dividedBy(parseDecimal(allotment.toString()));
  return {
    budgetLine: line.code,
    title: line.title,
    fund: line.fund,
    allotmentUsd: allotment.toString(),
    usedUsd: used.toString(),
    availableUsd: allotment.minus(used).toString(),
    usedPercent: share.toFixed(1),
    ...of,
  };
}
