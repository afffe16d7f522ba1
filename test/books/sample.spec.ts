import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readScenario, ReplayService, type ScenarioAnswer, ScenarioAnswerService } from '#books';
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

  it('says who owes whom for the biennium', () => {
    expect(answer.biennium).toEqual(expected.biennium);
  });
});
