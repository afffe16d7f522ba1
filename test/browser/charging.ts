import { randomUUID } from 'node:crypto';
import type { Site } from './pages.ts';

/** A request as that person's page sends it. */
export async function post(site: Site, person: string, path: string, data: object, ifMatch?: string): Promise<void> {
  const { context } = await site.visit(person);
  const headers = { 'idempotency-key': randomUUID(), ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) };
  const answer = await context.request.post(`/api/v1${path}`, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  await context.close();
}

/** Pages of documents, delivered on 7 November 2025, as a request records them. */
export const line = (id: string, quantity: string, agreement = 'CRA-2025-002') => ({
  ...{ id, agreement, item: 'DOC-PAG', quantity, deliveredOn: '2025-11-07' },
});

/** An agreement for documents from 1 August 2025 on, with what is recorded under it, which nobody has signed. */
export async function unsigned(site: Site, number: string, ...charges: ReturnType<typeof line>[]): Promise<void> {
  await post(site, 'BRS.finance', '/agreements', {
    ...{ number, provider: 'BRS', client: 'MINAMATA', meeting: 'MC-COP-6', biennium: '2024-2025' },
    ...{ families: ['DOCUMENTS'], mandates: ['MC-5/19'], effectiveOn: '2025-08-01', endsOn: '2025-12-31' },
    ...{ ceiling: { amount: '5000.00', currency: 'USD' }, programmeSupportCost: 'CLIENT_FUND' },
    clientAllocation: [{ families: ['DOCUMENTS'], budgetLines: { 'MC-GTF': 'MC-GTF-COP6' } }],
    providerCredit: [{ fund: 'BC', weight: '1' }],
  });
  await post(site, 'BRS.finance', '/charges/batches', { charges });
}

/** Recorded by the provider and received by the client: what waits for the certifying officer. */
export async function received(site: Site, ...charges: ReturnType<typeof line>[]): Promise<void> {
  await post(site, 'BRS.finance', '/charges/batches', { charges });
  await post(site, 'MINAMATA.finance', '/charges/receipts', { charges: charges.map(({ id }) => id) });
}

/** In the order of the ids. */
export async function statesOf(site: Site, ...ids: string[]): Promise<string[]> {
  const rows = await site.books.db.query<{ state: string }[]>(
    'select state from charging.charge where id = any($1) order by id',
    [ids],
  );
  return rows.map(({ state }) => state);
}
