import { saysSomething, type StatedCoding } from '#budget';
import { Money } from '#kernel';
import {
  type FundShareContent,
  type InvoiceContent,
  type LineContent,
  type PartyContent,
  partyOf,
  type SectionContent,
  type SignatoryContent,
} from './invoice-content.ts';

/** One line as the books have it, before it is arranged on paper. */
export interface LineFacts extends LineContent {
  readonly nature: 'OWN_SERVICE' | 'PASS_THROUGH';
  readonly family: string;
  readonly providerShares: readonly { readonly fund: string; readonly amountUsd: string }[];
  readonly certifiedBy: string;
  readonly certifiedAt: string;
}

/** How a provider is paid, and why it charges no tax. */
export interface PaymentTerms {
  readonly settlementMethod: string;
  readonly paymentMeansCode: string;
  readonly paymentTermDays: number | null;
  readonly vatCategory: string;
  readonly vatExemptionCode: string | null;
  readonly vatReason: string;
}

export interface DocumentFacts extends Pick<
  InvoiceContent,
  'type' | 'number' | 'issuedOn' | 'agreement' | 'meeting' | 'biennium' | 'corrects'
> {
  readonly provider: PartyContent & PaymentTerms;
  readonly client: PartyContent;
  readonly families: readonly string[]; // the agreement's, in its order
  readonly supportCost: InvoiceContent['programmeSupportCost']['treatment'];
  readonly funds: ReadonlyMap<string, { name: string; programmeSupportCostRate: string }>;
  readonly codings: readonly StatedCoding[];
  readonly names: ReadonlyMap<string, string>; // of people, by code
  readonly preparedBy: string;
  readonly preparedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly lines: readonly LineFacts[];
}

/**
 * Arranges an invoice's or credit note's content: sections by nature, then by family in the agreement's order; every total
 * is the sum of the lines, and nothing is typed.
 */
export function assembleInvoice(facts: DocumentFacts, memoOf: (net: Money, rate: string) => Money): InvoiceContent {
  const { lines } = facts;
  const total = sum(lines.map(({ amountUsd }) => amountUsd));
  const clientFunds = fundTotals(
    lines.flatMap(({ funds }) => funds),
    facts,
  );
  const memo =
    facts.supportCost === 'CLIENT_FUND'
      ? clientFunds.map(({ fund, amountUsd }) => {
          const rate = facts.funds.get(fund)?.programmeSupportCostRate ?? '0';
          return { fund, rate, amountUsd: memoOf(Money.totalUsd(amountUsd), rate).toString() };
        })
      : [];
  const starts = lines.map(({ deliveredFrom, deliveredOn }) => deliveredFrom ?? deliveredOn).sort();
  const ends = lines.map(({ deliveredOn }) => deliveredOn).sort();
  return {
    type: facts.type,
    number: facts.number,
    issuedOn: facts.issuedOn,
    currency: 'USD',
    provider: partyOf(facts.provider),
    client: partyOf(facts.client),
    agreement: facts.agreement,
    meeting: facts.meeting,
    biennium: facts.biennium,
    servicePeriod: { from: starts[0] ?? facts.issuedOn, to: ends.at(-1) ?? facts.issuedOn },
    corrects: facts.corrects,
    sections: (['OWN_SERVICE', 'PASS_THROUGH'] as const).flatMap((nature) => section(nature, facts)),
    totalUsd: total,
    prepaymentUsd: '0.00',
    amountDueUsd: total,
    clientFunds,
    providerFunds: fundTotals(
      lines.flatMap(({ providerShares }) => providerShares.map((share) => ({ ...share, budgetLine: null }))),
      facts,
    ),
    programmeSupportCost: { treatment: facts.supportCost, memo, totalUsd: sum(memo.map(({ amountUsd }) => amountUsd)) },
    ...termsOf(facts),
    certification: {
      prepared: { name: nameOf(facts, facts.preparedBy), funds: [], at: facts.preparedAt },
      certified: facts.type === 'INVOICE' ? certifiers(facts) : [],
      approved:
        facts.approvedBy === null ? null : { name: nameOf(facts, facts.approvedBy), funds: [], at: facts.approvedAt },
    },
  };
}

function termsOf({ type, provider }: DocumentFacts): Pick<InvoiceContent, 'settlement' | 'vat'> {
  return {
    settlement: {
      method: provider.settlementMethod,
      paymentMeansCode: provider.paymentMeansCode,
      termDays: type === 'INVOICE' ? provider.paymentTermDays : null,
    },
    vat: { category: provider.vatCategory, exemptionCode: provider.vatExemptionCode, reason: provider.vatReason },
  };
}

/** The order of lines on paper, so that their positions count up from the top: nature, family, then as they were named. */
export function inPaperOrder<T extends { nature: string; family: string }>(
  lines: readonly T[],
  families: readonly string[],
): T[] {
  const rank = ({ nature, family }: T): number =>
    (nature === 'OWN_SERVICE' ? 0 : 1000) + Math.max(families.indexOf(family), 0);
  return [...lines].sort((a, b) => rank(a) - rank(b)); // stable
}

function section(nature: SectionContent['nature'], facts: DocumentFacts): SectionContent[] {
  const ofNature = facts.lines.filter((line) => line.nature === nature);
  if (ofNature.length === 0) return [];
  const families = [...new Set(ofNature.map(({ family }) => family))].map((family) => {
    const lines = ofNature.filter((line) => line.family === family);
    return { family, lines: lines.map(onPaper), subtotalUsd: sum(lines.map(({ amountUsd }) => amountUsd)) };
  });
  return [{ nature, families, subtotalUsd: sum(ofNature.map(({ amountUsd }) => amountUsd)) }];
}

/** A line as it is printed and hashed: field by field, so that nothing of the books' inside comes along. */
function onPaper(line: LineFacts): LineContent {
  return {
    position: line.position,
    charge: line.charge,
    item: line.item,
    description: line.description,
    deliveredFrom: line.deliveredFrom,
    deliveredOn: line.deliveredOn,
    certifiedOn: line.certifiedOn,
    supplierInvoiceOn: line.supplierInvoiceOn,
    quantity: line.quantity,
    unit: line.unit,
    unitName: line.unitName,
    unitRate: line.unitRate,
    original: line.original,
    amountUsd: line.amountUsd,
    funds: line.funds,
    components: line.components,
    evidence: line.evidence,
    note: line.note,
  };
}

interface FundShare {
  readonly fund: string;
  readonly budgetLine: string | null;
  readonly amountUsd: string;
}

function fundTotals(
  shares: readonly FundShare[],
  { funds, codings }: Pick<DocumentFacts, 'funds' | 'codings'>,
): FundShareContent[] {
  return [...Map.groupBy(shares, ({ fund }) => fund)].map(([fund, ofFund]) => {
    const byLine = Map.groupBy(ofFund, ({ budgetLine }) => budgetLine);
    const coded = codings
      .filter((one) => one.fund === fund && byLine.has(one.budgetLine) && saysSomething(one))
      .map(({ fundCentre, grant, wbse, commitmentItem, budgetLine }) => {
        const amountUsd = sum((byLine.get(budgetLine) ?? []).map((share) => share.amountUsd));
        return { budgetLine, fundCentre, grant, wbse, commitmentItem, amountUsd };
      });
    const amountUsd = sum(ofFund.map((share) => share.amountUsd));
    const share = { fund, name: funds.get(fund)?.name ?? fund, amountUsd };
    return coded.length === 0 ? share : { ...share, codings: coded };
  });
}

function certifiers(facts: DocumentFacts): SignatoryContent[] {
  const byPerson = new Map<string, { funds: Set<string>; at: string }>();
  for (const { certifiedBy, certifiedAt, funds } of facts.lines) {
    const found = byPerson.get(certifiedBy) ?? { funds: new Set<string>(), at: certifiedAt };
    for (const { fund, amountUsd } of funds) if (!Money.totalUsd(amountUsd).isZero()) found.funds.add(fund);
    if (certifiedAt > found.at) found.at = certifiedAt;
    byPerson.set(certifiedBy, found);
  }
  return [...byPerson].map(([person, { funds, at }]) => ({ name: nameOf(facts, person), funds: [...funds], at }));
}

function nameOf({ names }: DocumentFacts, person: string): string {
  return names.get(person) ?? person;
}

function sum(amounts: readonly string[]): string {
  return Money.sum(amounts.map((amount) => Money.totalUsd(amount))).toString();
}
