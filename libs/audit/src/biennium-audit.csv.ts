import type { Readable } from 'node:stream';
import { csvOf } from '#platform';
import { accountName } from './account-names.ts';
import type { AuditTrail } from './audit-trail.query.ts';
import type { AuditFigures, BienniumAuditContent } from './biennium-audit-content.ts';

const columns = [
  'biennium',
  'dimension',
  'key',
  'name',
  'agreement',
  'provider',
  'client',
  'secretariat',
  'meeting',
  'family',
  'nature',
  'fund',
  'state',
  'issuedOn',
  'ceilingUsd',
  'provisionalUsd',
  'chargedUsd',
  'creditedUsd',
  'invoicedUsd',
  'settledUsd',
  'openUsd',
  'programmeSupportCostRate',
  'programmeSupportCostUsd',
  'allotmentUsd',
  'usedUsd',
  'availableUsd',
  'usedPercent',
  'creditedToFundUsd',
  'owedUsd',
  'totalUsd',
  'debitUsd',
  'creditUsd',
  'balanceUsd',
  'holds',
  'finding',
  'item',
  'month',
  'deliveredOn',
  'budgetLine',
  'documents',
  'entryPairs',
  'voucher',
] as const;

const figureColumns = [
  ...columns.filter((column) => column.endsWith('Usd')),
  ...['programmeSupportCostRate', 'usedPercent'],
];

type Row = Partial<Record<(typeof columns)[number], string>> & { readonly dimension: string; readonly key: string };

/**
 * The biennium audit as one long table: a row for each key of each dimension, with the figures that dimension has; then a row
 * for each charge and fund, and for each document, with the pair of entries that posted it.
 * Shape:  as every table; amounts as the content writes them, so a credit is a negative number in any spreadsheet. Read it as a
 *         stream of text.
 */
export function bienniumAuditCsv(content: BienniumAuditContent, trail: AuditTrail): Readable {
  return csvOf(rows(content, trail), columns, figureColumns);
}

function* rows(content: BienniumAuditContent, trail: AuditTrail): Generator<Row> {
  for (const row of dimensions(content)) yield { biennium: content.biennium, ...row };
  for (const row of trailed(trail)) yield { biennium: content.biennium, ...row };
}

/** What each figure above is the sum of: filter the charges by the key of its row. */
function* trailed({ charges, credits, documents }: AuditTrail): Generator<Row> {
  for (const { charge, ...row } of charges) yield { dimension: 'charge', key: charge, ...row };
  for (const { charge, ...row } of credits) yield { dimension: 'charge credited', key: charge, ...row };
  for (const { number, type, ...row } of documents) yield { dimension: 'document', key: number, name: type, ...row };
}

function* dimensions(content: BienniumAuditContent): Generator<Row> {
  const { biennium, asAt, net } = content;
  yield { dimension: 'total', key: biennium, name: `as at ${asAt}, ${content.currency}`, ...figures(content.totals) };
  for (const { code, name } of content.secretariats) {
    yield { dimension: 'secretariat', key: code, name, owedUsd: net.owedBy[code] ?? '0.00' };
  }
  yield {
    dimension: 'net',
    key: net.payer ?? '',
    client: net.payer ?? '',
    provider: net.payee ?? '',
    owedUsd: net.netUsd,
  };
  for (const row of content.checks) {
    yield { dimension: 'check', key: row.name, holds: row.holds ? 'yes' : 'no', finding: row.finding };
  }
  for (const row of content.lateDocuments) {
    const { number, type, issuedOn, agreement, months, totalUsd } = row;
    const facts = { issuedOn, agreement, month: months.join(' '), totalUsd };
    yield { dimension: 'late document', key: number, name: type, ...facts };
  }
  for (const { provider, client, ...row } of content.byDirection) {
    yield { dimension: 'direction', key: `${client} owes ${provider}`, provider, client, ...figures(row) };
  }
  for (const row of content.byAgreement) {
    const { agreement, provider, client, state, ceilingUsd, meeting, provisionalUsd } = row;
    const facts = { agreement, provider, client, state, ceilingUsd, meeting, provisionalUsd };
    yield { dimension: 'agreement', key: agreement, ...facts, ...figures(row) };
  }
  for (const { meeting, title, ...row } of content.byMeeting) {
    yield { dimension: 'meeting', key: meeting, name: title, meeting, ...figures(row) };
  }
  for (const { agreement, family, ...row } of content.byFamily) {
    yield { dimension: 'family', key: family, agreement, family, ...figures(row) };
  }
  for (const { agreement, item, description, family, nature, ...row } of content.byItem) {
    yield { dimension: 'item', key: item, name: description, agreement, family, nature, ...figures(row) };
  }
  for (const { fund, name, secretariat, programmeSupportCostRate, programmeSupportCostUsd, ...row } of content.byFund) {
    const cost = { programmeSupportCostRate, programmeSupportCostUsd };
    yield { dimension: 'fund', key: fund, name, secretariat, fund, ...cost, ...figures(row) };
  }
  for (const { fund, name, secretariat, creditedUsd } of content.byProviderFund) {
    yield { dimension: 'provider fund', key: fund, name, secretariat, fund, creditedToFundUsd: creditedUsd };
  }
  for (const row of content.byBudgetLine) {
    const { budgetLine, title, fund, allotmentUsd, usedUsd, availableUsd, usedPercent } = row;
    const use = { allotmentUsd, usedUsd, availableUsd, usedPercent };
    yield { dimension: 'budget line', key: budgetLine, name: title, fund, ...use, ...figures(row) };
  }
  for (const { month, ...row } of content.byMonth) yield { dimension: 'month', key: month, ...figures(row) };
  for (const { book, account, debitUsd, creditUsd, balanceUsd } of content.trialBalance) {
    yield {
      dimension: 'trial balance',
      key: account,
      name: accountName(account),
      secretariat: book,
      debitUsd,
      creditUsd,
      balanceUsd,
    };
  }
}

function figures({
  chargedUsd,
  creditedUsd,
  invoicedUsd,
  settledUsd,
  openUsd,
}: AuditFigures): Omit<Row, 'dimension' | 'key'> {
  return { chargedUsd, creditedUsd, invoicedUsd, settledUsd, openUsd };
}
