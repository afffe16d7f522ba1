import { readFileSync } from 'node:fs';
import { UnknownAgreement, UnknownMeeting } from '#agreements';
import { UnknownBudgetLine, UnknownFund, UnknownSplitKey } from '#budget';
import { UnknownCharge } from '#charging';
import { UnknownSecretariat } from '#identity';
import { UnknownInvoice } from '#invoicing';
import { describe, expect, it } from '@jest/globals';
import { UnknownServiceItem } from '#rates';
import { readScenario } from './scenario-file.ts';
import { NamedTwice, UnknownTrip } from './scenario-references.ts';

type Json = Record<string, unknown>;

/** The sample with one place changed. */
function changed(pointer: string, value: unknown): string {
  const file = JSON.parse(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8')) as Json;
  const path = pointer.slice(1).split('/');
  const last = path.pop() as string;
  path.reduce((node, step) => node[step] as Json, file)[last] = value;
  return JSON.stringify(file);
}

const expense = { effectiveOn: '2025-01-01', amountUsd: '47.00' };

describe('what a scenario names', () => {
  it('is there, in the sample', () => {
    expect(() => readScenario(changed('/about', 'the sample'))).not.toThrow();
  });

  it.each<[pointer: string, value: unknown, refused: unknown, at?: string]>([
    ['/trustFunds/0/secretariat', 'UNEP', UnknownSecretariat],
    ['/meetings/0/organizer', 'UNEP', UnknownSecretariat],
    ['/rateCards/0/providers', ['BRS', 'UNEP'], UnknownSecretariat, '/rateCards'],
    ['/rateCards/0/rates', { 'DOC-NIL': '1.00' }, UnknownServiceItem, '/rateCards'],
    ['/splitKeys/0/weights/1', ['XX', '1'], UnknownFund],
    ['/budgetLines/0/fund', 'XX', UnknownFund],
    ['/agreements/0/provider', 'UNEP', UnknownSecretariat],
    ['/agreements/0/client', 'UNEP', UnknownSecretariat],
    ['/agreements/0/meeting', 'COP-99', UnknownMeeting],
    ['/agreements/0/clientAllocation/0/splitKey', 'HALVES', UnknownSplitKey],
    ['/agreements/0/clientAllocation/0/budgetLines/BC', 'BC-9', UnknownBudgetLine],
    ['/agreements/1/providerCreditSplitKey', 'HALVES', UnknownSplitKey],
    ['/agreements/0/providerCredit/0/fund', 'XX', UnknownFund],
    ['/charges/0/agreement', 'CRA-0', UnknownAgreement],
    ['/charges/0/item', 'DOC-NIL', UnknownServiceItem],
    ['/charges/0/traveller', 'T-99', UnknownTrip],
    ['/trips/0/agreement', 'CRA-0', UnknownAgreement],
    ['/invoices/0/provider', 'UNEP', UnknownSecretariat],
    ['/invoices/0/agreement', 'CRA-0', UnknownAgreement],
    ['/invoices/0/charges', ['A1-01', 'A1-99'], UnknownCharge],
    ['/creditNotes/0/invoice', 'I-99', UnknownInvoice],
    ['/creditNotes/0/charge', 'A1-99', UnknownCharge],
  ])('%s: %j is not there, and that is said at its place', (pointer, value, refused, at = pointer) => {
    const check = (): void => void readScenario(changed(pointer, value));
    expect(check).toThrow(refused);
    expect(check).toThrow(expect.objectContaining({ pointer: at }));
  });

  it.each<[pointer: string, value: unknown, at: string]>([
    ['/charges/1/id', 'A1-01', '/charges/1'],
    ['/trips/0/id', 'A1-01', '/trips/0'],
    ['/invoices/1/ref', 'I-1', '/invoices/1'],
    ['/creditNotes/1/ref', 'C-1', '/creditNotes/1'],
    ['/secretariats/1/code', 'BRS', '/secretariats/1'],
    ['/splitKeys/1/code', 'COP-EQUAL-THIRDS', '/splitKeys/1'],
    ['/operationalRates/1', { currency: 'CHF', effectiveOn: '2025-04-01', unitsPerUsd: '0.9' }, '/operationalRates/1'],
    ['/dsaRates/1/effectiveOn', '2025-10-01', '/dsaRates/1'],
    ['/terminalExpenses', [expense, expense], '/terminalExpenses/1'],
  ])('%s: %j is named once', (pointer, value, at) => {
    const check = (): void => void readScenario(changed(pointer, value));
    expect(check).toThrow(NamedTwice);
    expect(check).toThrow(expect.objectContaining({ pointer: at }));
  });

  it('may be a traveller without a trip where the file has none, or the client’s fund pays them', () => {
    const file = JSON.parse(changed('/charges/12/traveller', 'somebody')) as {
      agreements: Json[];
      charges: Json[];
      trips: Json[];
      invoices: Json[];
    };
    expect(file.charges[12]).toMatchObject({ id: 'T-FEE', agreement: 'CRA-2025-002' });
    expect(() => readScenario(JSON.stringify(file))).toThrow(UnknownTrip);
    const direct = [file.agreements[0], { ...file.agreements[1], travelMode: 'DIRECT_CODING' }];
    expect(() => readScenario(JSON.stringify({ ...file, agreements: direct }))).not.toThrow();
    const withoutTrips = { ...file, trips: [], invoices: file.invoices.map((one) => ({ ...one, trips: [] })) };
    expect(() => readScenario(JSON.stringify(withoutTrips))).not.toThrow();
  });
});
