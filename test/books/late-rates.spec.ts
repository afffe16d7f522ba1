import { pricedEarlier, pricedEarlierSentence, PricedWithAnotherRate } from '#charging';
import { Money, Quantity } from '#kernel';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MeetingPeriodReversed } from '#agreements';
import { OperationalRate, RateGivenTwice, RateOfTheDollar, RatePeriodsOverlap, RatesService } from '#rates';
import * as a from '../support/a.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('a rate that comes when charges of its days are priced', () => {
  const late = (currency: string, on: string): OperationalRate =>
    new OperationalRate({ currency, effectiveOn: a.day(on), unitsPerUsd: '0.5' });

  it('is told with how many of them there are, and changes none', async () => {
    const { number } = await office.agreement();
    const cost = { item: 'BDG-RNT', actualCost: Money.of('100.00', 'CHF') };
    const [before] = await office.records([office.draft(number, { ...cost, deliveredOn: a.day('2025-05-02') })]);
    await office.records([office.draft(number, { ...cost, deliveredOn: a.day('2025-05-09') })]);
    const told = await office.do((tx) =>
      pricedEarlier(tx, [
        late('CHF', '2025-05-01'), // the rate that they were priced with is of this day
        late('CHF', '2025-05-02'),
        late('CHF', '2025-05-09'),
        late('CHF', '2025-05-10'),
        late('EUR', '2025-05-02'),
      ]),
    );
    expect(told).toEqual([
      { currency: 'CHF', effectiveOn: '2025-05-02', charges: 2 },
      { currency: 'CHF', effectiveOn: '2025-05-09', charges: 1 },
    ]);
    expect(told.map(pricedEarlierSentence)).toEqual([
      expect.stringContaining('CHF of 2025-05-02 comes late: 2 charges'),
      expect.stringContaining('CHF of 2025-05-09 comes late: a charge'),
    ]);
    expect(before?.unitsPerUsd).toBe('0.824');
  });

  it('between the price and the record refuses the record, and sent again it is priced anew', async () => {
    const { number } = await office.agreement();
    const rates = office.books.get(RatesService);
    const asked = rates.operationalRates.bind(rates);
    const published = `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('EUR', '2025-05-08', 0.5)`;
    jest.spyOn(rates, 'operationalRates').mockImplementationOnce(async (...given) => {
      const priced = await asked(...given);
      await office.arranges((tx) => tx.query(published));
      return priced;
    });
    const actualCost = Money.of('100.00', 'EUR');
    const draft = office.draft(number, { item: 'BDG-RNT', quantity: Quantity.of('1'), actualCost });
    await expect(office.records([draft])).rejects.toBeInstanceOf(PricedWithAnotherRate);
    expect(await office.records([draft])).toMatchObject([{ unitsPerUsd: '0.5', amountUsd: '200.00' }]);
  });
});

describe('what the database refuses of reference data', () => {
  it.each<[string, string, abstract new (...args: never[]) => Error]>([
    [
      'a second rate for a day',
      `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('CHF', '2025-05-01', 1)`,
      RateGivenTwice,
    ],
    [
      'a rate of the dollar',
      `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('USD', '2025-05-01', 1)`,
      RateOfTheDollar,
    ],
    [
      'a price of a day that has one',
      `insert into rates.rate_card_entry (provider, item, valid_from, valid_to, currency, unit_rate, includes_indirect_cost)
       values ('BRS', 'DOC-CTL', '2025-12-31', '2026-12-31', 'USD', 1, false)`,
      RatePeriodsOverlap,
    ],
    [
      'a meeting that ends before it starts',
      `insert into agreements.meeting (code, title, organizer, starts_on, ends_on, place, venue)
       values ('M', 'M', 'BRS', '2025-05-02', '2025-05-01', 'CHGVA', '')`,
      MeetingPeriodReversed,
    ],
  ])('%s is said as the class says it', async (_, statement, rule) => {
    await expect(office.arranges((tx) => tx.query(statement))).rejects.toBeInstanceOf(rule);
  });
});
