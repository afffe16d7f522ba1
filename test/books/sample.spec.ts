import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readScenario, ReplayService, type ScenarioAnswer, ScenarioAnswerService } from '#books';
import { paperOf } from '#invoicing';
import { inSnapshot } from '#platform';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';

const text = readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8');
const expected = JSON.parse(readFileSync('test/golden/expected-2024-2025.json', 'utf8')) as ScenarioAnswer;

describe('the sample biennium', () => {
  let books: FreshBooks;
  let answer: ScenarioAnswer;
  beforeAll(async () => {
    books = await freshBooks();
    const scenario = readScenario(text);
    const numbers = await books.get(ReplayService).run(scenario, books.clock, () => undefined);
    answer = await books.get(ScenarioAnswerService).answer(scenario, numbers);
  });
  afterAll(() => books.close());

  it('comes out to the cent, charge by charge', () => {
    expect(answer.charges).toEqual(expected.charges);
  });

  it('invoices the totals, and numbers them by provider and year', () => {
    expect(answer.invoices).toMatchObject(expected.invoices);
    expect(Object.values(answer.invoices).map(({ number }) => number)).toEqual([
      'MINAMATA-2025-0001',
      'BRS-2025-0001',
      'BRS-2025-0002',
      'BRS-2026-0001',
    ]);
  });

  it('gives back by the original split', () => {
    expect(answer.creditNotes).toMatchObject(expected.creditNotes);
  });

  it('credits the provider’s funds charge by charge', () => {
    expect(answer.providerCreditOfInvoice).toEqual(expected.providerCreditOfInvoice);
  });

  it('knows a fee that was claimed late as the traveller’s of its trip, and says so on the paper', async () => {
    const rows = await inSnapshot(books.db, (tx) =>
      tx.query<{ traveller: string }[]>(`select traveller from charging.charge where id in ('T-03', 'T-LATE')`),
    );
    expect(new Set(rows.map(({ traveller }) => traveller)).size).toBe(1);
    const late = await inSnapshot(books.db, (tx) => paperOf(tx, 'BRS-2026-0001'));
    expect(late.content).toContain(`Visa fee, sponsored delegate of FJ, reference ${rows[0]?.traveller ?? ''}`);
  });

  it('says on the papers what was paid of an allowance, why, and when a ticket was issued', async () => {
    const travel = await inSnapshot(books.db, (tx) => paperOf(tx, 'BRS-2025-0002'));
    expect(travel.content).toContain('DSA CHGVA 6 x 50\u00a0% of 342 / 0.800 · lodging provided · CHF at 0.800');
    expect(travel.content).toContain('TICKET · issued 2025-10-10 · EUR 712.00 / 0.852, rate of 2025-10-01');
    expect(travel.content).toContain('no-show: ticket less refunded taxes');
  });

  it('says who owes whom for the biennium', () => {
    expect(answer.biennium).toEqual(expected.biennium);
  });
});
