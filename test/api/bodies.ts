import { expect } from '@jest/globals';
import { Money } from '#kernel';
import type { Answer, ApiUnderTest } from './api-under-test.ts';

/** Valid bodies, from the sample biennium: a test names the fields that matter to it, and these supply the rest. */

export function agreementBody(fields: object = {}): object {
  return {
    number: 'CRA-2025-001',
    provider: 'MINAMATA',
    client: 'BRS',
    meeting: 'BRS-COPS-2025',
    biennium: '2024-2025',
    families: ['DOCUMENTS', 'REGISTRATION'],
    mandates: ['MC-5/19', 'BC-16/21'],
    effectiveOn: '2025-03-01',
    endsOn: '2025-12-31',
    ceiling: { amount: '50000.00', currency: 'USD' },
    programmeSupportCost: 'CLIENT_FUND',
    clientAllocation: [
      {
        families: ['DOCUMENTS', 'REGISTRATION'],
        splitKey: 'COP-EQUAL-THIRDS',
        budgetLines: { BC: 'BC-1-COP17', RO: 'RO-2-COP12', SC: 'SC-3-COP12' },
      },
    ],
    providerCredit: [{ fund: 'MC-GTF', weight: '1' }],
    ...fields,
  };
}

export function travelAgreementBody(fields: object = {}): object {
  const { providerCredit: _, ...rest } = agreementBody() as Record<string, unknown>;
  return {
    ...rest,
    number: 'CRA-2025-002',
    provider: 'BRS',
    client: 'MINAMATA',
    meeting: 'MC-COP-6',
    families: ['IT', 'TRAVEL'],
    effectiveOn: '2025-08-01',
    endsOn: '2026-03-31',
    ceiling: { amount: '110000.00', currency: 'USD' },
    travelMode: 'ADVANCED_BY_PROVIDER',
    clientAllocation: [
      { families: ['IT'], budgetLines: { 'MC-GTF': 'MC-GTF-COP6' } },
      { families: ['TRAVEL'], budgetLines: { 'MC-STF': 'MC-STF-COP6' } },
    ],
    providerCreditSplitKey: 'BRS-BY-BUDGET',
    ...fields,
  };
}

/** Thirteen days of document control. */
export function chargeBody(fields: object = {}): object {
  return { agreement: 'CRA-2025-001', item: 'DOC-CTL', quantity: '13', deliveredOn: '2025-05-09', ...fields };
}

/** Badge printers for CHF 1,480.00, as the supplier took it. */
export function passThroughBody(fields: object = {}): object {
  return chargeBody({
    item: 'BDG-RNT',
    quantity: '1',
    actualCost: { amount: '1480.00', currency: 'CHF' },
    supplierInvoiceOn: '2025-04-22',
    evidence: 'supplier invoice 4471',
    ...fields,
  });
}

/** A Bureau member from Nairobi: the allowance and the rate change while she stays. */
export function tripBody(fields: object = {}): object {
  return {
    id: 'T-02',
    agreement: 'CRA-2025-002',
    traveller: 'T-02',
    party: 'KE',
    from: 'NBO',
    ticket: [{ kind: 'TICKET', currency: 'EUR', amount: '712.00', on: '2025-10-10', number: '706-2401' }],
    nights: [{ place: 'CHGVA', first: '2025-10-31', count: 8 }],
    terminals: 4,
    endedOn: '2025-11-08',
    ...fields,
  };
}

/** Both approving officers sign, on the day by the books' clock. */
export async function sign(api: ApiUnderTest, number: string, signedOn: string): Promise<Answer> {
  const { provider, client } = (await api.get(`/api/v1/agreements/${number}`)).body as Record<string, string>;
  const path = `/api/v1/agreements/${number}/signatures`;
  await api.post(path, { side: 'PROVIDER', signedOn }, { by: `${provider ?? ''}.approving` });
  return api.post(path, { side: 'CLIENT', signedOn }, { by: `${client ?? ''}.approving` });
}

/** CRA-2025-001, signed, with the books' clock at the day after its COPs. */
export async function signedAgreement(api: ApiUnderTest, fields: object = {}): Promise<void> {
  api.today('2025-03-14');
  await done(201, api.post('/api/v1/agreements', agreementBody(fields), { by: 'MINAMATA.finance' }));
  await done(200, sign(api, 'CRA-2025-001', '2025-03-14'));
  api.today('2025-05-10');
}

/** The client's finance officer confirms, its certifying officer certifies. */
export async function certified(api: ApiUnderTest, client: string, charges: readonly string[]): Promise<void> {
  await done(200, api.post('/api/v1/charges/receipts', { charges }, { by: `${client}.finance` }));
  await done(200, api.post('/api/v1/charges/certifications', { charges }, { by: `${client}.certifying` }));
}

/** The answer, which has this status; a problem is shown whole otherwise. */
export async function done(status: number, answering: Promise<Answer>): Promise<Answer> {
  const answer = await answering;
  if (answer.status !== status) expect({ status: answer.status, body: answer.body }).toEqual({ status });
  return answer;
}

export interface Shown {
  readonly book: string;
  readonly entry?: string;
  readonly account: string;
  readonly fund: string;
  readonly amount: { readonly amount: string };
}

/** "BRS EXPENDITURE BC 3986.67", one line for each posting. */
export function lines(postings: readonly Shown[]): string[] {
  return postings.map(({ book, account, fund, amount }) => `${book} ${account} ${fund} ${amount.amount}`);
}

/** What each book's postings add up to: zero, or something is wrong. */
export function sums(postings: readonly Shown[]): Record<string, string> {
  const books = [...new Set(postings.map(({ book }) => book))].sort();
  return Object.fromEntries(
    books.map((book) => [
      book,
      Money.sum(postings.filter((one) => one.book === book).map(({ amount }) => Money.usd(amount.amount))).toString(),
    ]),
  );
}
