import type { AgreementTerms, Meeting } from '#agreements';
import type { BudgetLine, SplitKey, TrustFund } from '#budget';
import type { ChargeDraft, TripDraft } from '#charging';
import type { Secretariat } from '#identity';
import type { Biennium, Day, Quantity } from '#kernel';
import type { DsaRate, OperationalRate, RateCardEntry, ServiceItem, TerminalExpense } from '#rates';

/** A biennium between two secretariats, as a file: reference data, what was delivered, and what was billed. Inputs only. */
export interface Scenario {
  readonly biennium: Biennium;
  readonly secretariats: readonly Secretariat[];
  readonly trustFunds: readonly TrustFund[];
  readonly meetings: readonly Meeting[];
  readonly serviceItems: readonly ServiceItem[];
  readonly rateCard: readonly RateCardEntry[];
  readonly operationalRates: readonly OperationalRate[];
  readonly dsaRates: readonly DsaRate[];
  readonly terminalExpenses: readonly TerminalExpense[];
  readonly splitKeys: readonly SplitKey[];
  readonly budgetLines: readonly BudgetLine[];
  readonly agreements: readonly ScenarioAgreement[];
  readonly charges: readonly ScenarioCharge[];
  readonly trips: readonly ScenarioTrip[];
  readonly invoices: readonly ScenarioInvoice[];
  readonly creditNotes: readonly ScenarioCreditNote[];
}

/** `signedOn` null: not signed yet, so that what is delivered under it stays provisional. */
export interface ScenarioAgreement {
  readonly terms: AgreementTerms;
  readonly signedOn: Day | null;
}

export interface ScenarioCharge extends ChargeDraft {
  readonly recordedOn: Day; // the day of delivery unless the file says otherwise
}

/** The file names no travellers: each trip is a traveller of its own, under the trip's id. */
export type ScenarioTrip = TripDraft;

export interface ScenarioInvoice {
  readonly ref: string;
  readonly provider: string;
  readonly agreement: string;
  readonly issuedOn: Day;
  readonly charges: readonly string[]; // charges and trips, in the order they are billed
}

export interface ScenarioCreditNote {
  readonly ref: string;
  readonly invoice: string; // the ref of its invoice
  readonly charge: string;
  readonly quantity: Quantity;
  readonly issuedOn: Day;
  readonly reason: string;
}
