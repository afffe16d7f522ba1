import type { BienniumTotals } from '#audit';
import { Money } from '#kernel';
import type { ReplayedNumbers } from './replay.service.ts';
import type { AnsweredCharge, AnsweredDocument } from './scenario-answer.query.ts';
import type { Scenario } from './scenario.ts';

/** An amount by fund, as text: { "BC": "3986.67" }. */
type ByFund = Record<string, string>;

/** What comes out of a scenario; amounts are text in USD. Charges and trips are keyed by id, papers by the scenario's own refs. */
export interface ScenarioAnswer {
  readonly charges: Record<string, unknown>;
  readonly invoices: Record<
    string,
    {
      number: string;
      provider: string;
      agreement: string;
      issuedOn: string;
      lines: number;
      totalUsd: string;
      byFund: ByFund;
    }
  >;
  readonly creditNotes: Record<
    string,
    { number: string; invoice: string; charge: string; totalUsd: string; byFund: ByFund }
  >;
  readonly providerCreditOfInvoice: Record<string, ByFund>;
  readonly biennium: {
    readonly owedBy: Record<string, string>; // by client, net of credits
    readonly netPayer: string | null;
    readonly netUsd: string;
    readonly byClientFund: ByFund;
    readonly byAgreement: Record<string, string>;
    readonly byAgreementAndFamily: Record<string, string>;
    readonly programmeSupportCostMemo: ByFund;
  };
}

export interface AnswerFacts {
  readonly numbers: ReplayedNumbers;
  readonly documents: ReadonlyMap<string, AnsweredDocument>;
  readonly charges: readonly AnsweredCharge[];
  readonly totals: BienniumTotals;
}

export function scenarioAnswer(scenario: Scenario, facts: AnswerFacts): ScenarioAnswer {
  const document = (number: string | undefined): AnsweredDocument => {
    const found = facts.documents.get(number ?? '');
    if (found === undefined) throw new Error(`Document ${number ?? ''} was issued before and must be there.`);
    return found;
  };
  const invoices = scenario.invoices.map(({ ref }) => ({ ref, issued: document(facts.numbers.invoices.get(ref)) }));
  return {
    charges: Object.fromEntries(facts.charges.map((charge) => [charge.id, answeredCharge(charge)])),
    invoices: Object.fromEntries(
      invoices.map(({ ref, issued: { number, provider, agreement, issuedOn, lines, totalUsd, byFund } }) => [
        ref,
        { number, provider, agreement, issuedOn, lines, totalUsd, byFund: Object.fromEntries(byFund) },
      ]),
    ),
    creditNotes: Object.fromEntries(
      scenario.creditNotes.map(({ ref, invoice, charge }) => {
        const { number, totalUsd, byFund } = document(facts.numbers.creditNotes.get(ref));
        return [ref, { number, invoice, charge, totalUsd, byFund: Object.fromEntries(byFund) }];
      }),
    ),
    providerCreditOfInvoice: Object.fromEntries(
      invoices.map(({ ref, issued }) => [ref, Object.fromEntries(issued.byProviderFund)]),
    ),
    biennium: answeredBiennium(scenario, facts),
  };
}

function answeredCharge(charge: AnsweredCharge): unknown {
  const { agreement, family, item, nature, on, quantity, amount, operationalRate, effectiveOn, parts, entitlement } =
    charge;
  return {
    agreement,
    family,
    item,
    nature,
    on,
    quantity,
    amount,
    ...(operationalRate === null ? {} : { operationalRate, effectiveOn }),
    ...(parts === null ? {} : { parts: parts.map(([label, value]) => [label, value]), entitlement }),
    ...(charge.state === 'PROVISIONAL' ? { state: charge.state } : {}),
    client: Object.fromEntries(charge.client),
    provider: Object.fromEntries(charge.provider),
  };
}

function answeredBiennium(scenario: Scenario, { totals, charges }: AnswerFacts): ScenarioAnswer['biennium'] {
  const net = ({ chargedUsd, creditedUsd }: { chargedUsd: string; creditedUsd: string }): string =>
    Money.totalUsd(chargedUsd).minus(Money.totalUsd(creditedUsd)).toString();
  // A fund whose weight is zero bears 0.00 and has no posting; it is named all the same.
  const funds = [
    ...new Set(
      charges.filter(({ state }) => state !== 'PROVISIONAL').flatMap(({ client }) => client.map(([fund]) => fund)),
    ),
  ];
  const byFund = new Map(totals.byFund.map((row) => [row.fund, row]));
  const clients = [...new Set(scenario.agreements.map(({ terms }) => terms.client))];
  return {
    owedBy: Object.fromEntries(clients.map((client) => [client, totals.net.owedBy[client] ?? '0.00'])),
    netPayer: totals.net.payer,
    netUsd: totals.net.netUsd,
    byClientFund: Object.fromEntries(
      funds.map((fund) => [fund, byFund.has(fund) ? net(byFund.get(fund) as never) : '0.00']),
    ),
    byAgreement: Object.fromEntries(totals.byAgreement.map((row) => [row.agreement, net(row)])),
    byAgreementAndFamily: Object.fromEntries(
      totals.byAgreementAndFamily.map((row) => [`${row.agreement} ${row.family}`, net(row)]),
    ),
    programmeSupportCostMemo: Object.fromEntries(
      funds.map((fund) => [fund, byFund.get(fund)?.programmeSupportCostUsd ?? '0.00']),
    ),
  };
}
