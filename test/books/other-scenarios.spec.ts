import { readFileSync } from 'node:fs';
import { AuditService } from '#audit';
import { readScenario, ReplayService, type ScenarioAnswer, ScenarioAnswerService } from '#books';
import { Money } from '#kernel';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { InvoiceContent } from '#invoicing';
import { inSnapshot } from '#platform';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { generatedScenario } from '../support/generated-scenario.ts';
import { modelAnswer, type ScenarioFile } from '../support/tiny-model.ts';

jest.setTimeout(120_000); // a whole biennium is lived through, with its papers

const sample = JSON.parse(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8')) as ScenarioFile;

describe.each<[name: string, file: ScenarioFile]>([
  ['the sample', sample],
  ['a small biennium', generatedScenario(7, 24)],
  ['another small biennium', generatedScenario(20260101, 40)],
  ['a biennium of 300 charges', generatedScenario(42, 300)],
])('%s', (_, file) => {
  const expected = modelAnswer(file);
  let books: FreshBooks;
  let answer: ScenarioAnswer;
  beforeAll(async () => {
    books = await freshBooks();
    const scenario = readScenario(JSON.stringify(file));
    const numbers = await books.get(ReplayService).run(scenario, books.clock, () => undefined);
    answer = await books.get(ScenarioAnswerService).answer(scenario, numbers);
  });
  afterAll(() => books.close());

  it('has the amounts and the shares that a second opinion has, charge by charge', () => {
    const charges = answer.charges as Record<string, Record<string, unknown>>;
    const compared = Object.entries(charges).map(([id, { amount, client, provider, state }]) => [
      id,
      { amount, client, provider, ...(state === undefined ? {} : { state }) },
    ]);
    expect(Object.fromEntries(compared)).toEqual(expected.charges);
  });

  it('is invoiced and credited alike', () => {
    expect(Object.keys(answer.invoices)).toEqual(Object.keys(expected.invoices));
    expect(answer.invoices).toMatchObject(expected.invoices);
    expect(answer.creditNotes).toMatchObject(expected.creditNotes);
    expect(answer.providerCreditOfInvoice).toEqual(expected.providerCreditOfInvoice);
  });

  it('comes to the same for the biennium', () => {
    expect(answer.biennium).toEqual(expected.biennium);
  });

  it('has every figure of the audit as the sum of charges, each with its entries and its documents', async () => {
    const { biennium } = readScenario(JSON.stringify(file));
    const { audit, trail } = await inSnapshot(books.db, async (tx) => ({
      audit: await books.get(AuditService).audit(tx, biennium, books.clock),
      trail: await books.get(AuditService).trail(tx, biennium),
    }));
    const kinds = ['chargedUsd', 'creditedUsd', 'invoicedUsd', 'settledUsd', 'openUsd'] as const;
    const sums = (rows: readonly Record<(typeof kinds)[number], string>[]): string[] =>
      kinds.map((kind) => Money.sum(rows.map((row) => Money.usd(row[kind]))).toString());
    expect(sums(trail.charges)).toEqual(sums([audit.totals]));
    for (const row of audit.byFund)
      expect(sums(trail.charges.filter(({ fund }) => fund === row.fund))).toEqual(sums([row]));
    for (const row of audit.byMonth) {
      expect(sums(trail.charges.filter(({ month }) => month === row.month))).toEqual(sums([row]));
    }
    for (const row of audit.byProviderFund) {
      const of = trail.credits.filter(({ fund }) => fund === row.fund);
      expect(Money.sum(of.map((one) => Money.usd(one.creditedToFundUsd))).toString()).toBe(row.creditedUsd);
    }
    const total = Money.sum(trail.documents.map(({ totalUsd }) => Money.usd(totalUsd)));
    expect(total.toString()).toBe(audit.totals.invoicedUsd);
    for (const { entryPairs } of [...trail.charges, ...trail.documents]) expect(entryPairs).toMatch(/^[0-9a-f-]{36}/);
    const unbilled = trail.charges.filter(({ documents }) => documents === '');
    expect(unbilled.filter(({ invoicedUsd }) => invoicedUsd !== '0.00')).toEqual([]);
  });

  it('stands every check of the audit', async () => {
    const { biennium } = readScenario(JSON.stringify(file));
    const audit = await inSnapshot(books.db, (tx) => books.get(AuditService).audit(tx, biennium, books.clock));
    expect(audit.checks.filter(({ holds }) => !holds)).toEqual([]);
  });
});

describe('another pair of secretariats', () => {
  it('prints how it is paid and why it charges no tax, each its own', async () => {
    const file = generatedScenario(7, 24);
    const [first, second] = file.secretariats;
    if (first === undefined || second === undefined) throw new Error('A scenario has two secretariats.');
    const told = {
      ...first,
      contact: 'finance@example.org',
      settlement: { method: 'Bank transfer', paymentMeansCode: '30', termDays: 30 },
      vat: { category: 'E', reason: 'Exempt under the seat agreement' },
    };
    const books = await freshBooks();
    try {
      const scenario = readScenario(JSON.stringify({ ...file, secretariats: [told, second] }));
      await books.get(ReplayService).run(scenario, books.clock, () => undefined);
      const papers = await inSnapshot(books.db, (tx) =>
        tx.query<{ issuer: string; content: string }[]>(
          `select issuer, content from invoicing.paper where kind = 'INVOICE'`,
        ),
      );
      const said = (code: string) =>
        papers
          .filter(({ issuer }) => issuer === code)
          .map(({ content }) => JSON.parse(content) as InvoiceContent)
          .map(({ settlement, vat, provider }) => [
            settlement.method,
            settlement.termDays,
            vat.reason,
            provider.contact,
          ]);
      const own = new Set(said(first.code).map(String));
      expect(own).toEqual(new Set(['Bank transfer,30,Exempt under the seat agreement,finance@example.org']));
      for (const other of said(second.code))
        expect(other).toEqual(['Inter-fund journal voucher', null, expect.stringContaining('1946'), null]);
      expect(said(second.code).length).toBeGreaterThan(0);
      const [{ versions } = { versions: '' }] = await books.db.query<{ versions: string }[]>(
        `select count(*) as versions from sealing.value_version where kind = 'charge'`,
      );
      expect(versions).toBe('0'); // each act has spelled its charges as the database does
    } finally {
      await books.close();
    }
  });
});

describe('a generated biennium', () => {
  it('is the same for the same seed, and has something of everything', () => {
    const file = generatedScenario(42, 300);
    expect(generatedScenario(42, 300)).toEqual(file);
    expect(generatedScenario(43, 300)).not.toEqual(file);
    const currencies = new Set([
      ...file.charges.map(({ actualCost }) => actualCost?.currency),
      ...file.trips.flatMap(({ ticket }) => ticket.map(({ currency }) => currency)),
    ]);
    expect([...currencies].map(String).sort()).toEqual(['EUR', 'KWD', 'USD', 'XOF', 'undefined']);
    expect(file.trips).toHaveLength(20);
    expect(file.creditNotes.length).toBeGreaterThan(3);
    const expected = modelAnswer(file);
    const shares = Object.values(expected.charges).flatMap(({ client }) => Object.values(client));
    expect(shares).toContain('0.00'); // a fund of weight zero
    expect(Object.values(expected.charges).some(({ state }) => state === 'PROVISIONAL')).toBe(true);
  });
});
