import { readFileSync } from 'node:fs';
import { readScenario, ReplayService } from '#books';
import { describe, expect, it, jest } from '@jest/globals';
import { DomainError } from '#kernel';
import { freshBooks } from '../support/fresh-books.ts';
import type { ScenarioFile } from '../support/tiny-model.ts';

jest.setTimeout(120_000); // half a biennium is lived through

const text = readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8');
type Change = (file: ScenarioFile) => void;

/** What the sample, with this change in it, is refused with. */
async function refusalOf(change: Change): Promise<{ code: string; pointer: string | undefined }> {
  const file = JSON.parse(text) as ScenarioFile;
  change(file);
  const books = await freshBooks();
  try {
    await books.get(ReplayService).run(readScenario(JSON.stringify(file)), books.clock, () => undefined);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: error.pointer };
    throw error;
  } finally {
    await books.close();
  }
  throw new Error('The file was lived through without a refusal.');
}

/** Three more days of a document officer, delivered with the others of CRA-2025-001. */
function threeMore(file: ScenarioFile, quantity: string): void {
  for (const id of ['X-0', 'X-1', 'X-2'])
    file.charges.push({ id, agreement: 'CRA-2025-001', item: 'DOC-CTL', quantity, deliveredOn: '2025-05-09' });
}

describe('of a scenario that the books refuse', () => {
  it.each<[what: string, code: string, pointer: string, change: Change]>([
    // 48,988.52 of 50,000.00 are taken: one day of 920.00 fits, and the next does not.
    [
      'the first charge beyond the ceiling',
      'AGREEMENT_CEILING_EXCEEDED',
      '/charges/15',
      (file) => threeMore(file, '1'),
    ],
    // 16,329.51 of 18,500.00 are taken: a third of 3,680.00 fits, and the next does not.
    [
      'the first charge beyond a budget line',
      'BUDGET_LINE_EXCEEDED',
      '/charges/15',
      (file) => {
        Object.assign(file.agreements[0] ?? {}, { ceilingUsd: '500000.00' });
        threeMore(file, '4');
      },
    ],
    [
      'the first charge beyond the ceiling, signed after the delivery',
      'AGREEMENT_CEILING_EXCEEDED',
      '/charges/15',
      (file) => {
        Object.assign(file.agreements[0] ?? {}, { signedOn: '2025-06-01' });
        threeMore(file, '1');
      },
    ],
    [
      'the ceiling of an agreement',
      'CEILING_NOT_POSITIVE',
      '/agreements/0/ceilingUsd',
      (file) => Object.assign(file.agreements[0] ?? {}, { ceilingUsd: '0.00' }),
    ],
    [
      'the quantity of a credit note',
      'CREDIT_ABOVE_REMAINDER',
      '/creditNotes/0/quantity',
      (file) => Object.assign(file.creditNotes[0] ?? {}, { quantity: '1743' }),
    ],
    [
      'the day a trip ended',
      'DELIVERED_OUTSIDE_AGREEMENT',
      '/trips/0/endedOn',
      (file) => {
        Object.assign(file.agreements[1] ?? {}, { endsOn: '2025-11-07' });
        file.charges.splice(0);
        file.invoices.splice(0);
        file.creditNotes.splice(0);
      },
    ],
    [
      'the agreement of a trip that is coded directly',
      'TRIP_CODED_DIRECTLY',
      '/trips/5/agreement',
      (file) => Object.assign(file.agreements[1] ?? {}, { travelMode: 'DIRECT_CODING' }),
    ],
    [
      'the ticket that another trip has',
      'TICKET_RECOVERED_ALREADY',
      '/trips/1/ticket/0/number',
      (file) => {
        for (const trip of file.trips.slice(0, 2)) Object.assign(trip.ticket[0] ?? {}, { number: '706-1' });
      },
    ],
    [
      'the day without a rate',
      'NO_RATE_IN_FORCE',
      '/charges/4/deliveredOn',
      (file) => Object.assign(file.charges[4] ?? {}, { deliveredOn: '2025-03-15' }),
    ],
  ])('%s is told: %s at %s', async (_, code, pointer, change) => {
    await expect(refusalOf(change)).resolves.toEqual({ code, pointer });
  });
});
