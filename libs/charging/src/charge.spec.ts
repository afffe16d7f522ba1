import {
  AgreementCeilingExceeded,
  type ClientAllocation,
  DeliveredOutsideAgreement,
  DeliveredOutsideBiennium,
  FamilyNotInAgreement,
} from '#agreements';
import { BudgetLineExceeded, FundCashExceeded, NoSplitKeyInForce, SplitKeys } from '#budget';
import { describe, expect, it } from '@jest/globals';
import { Money, NotHalfDays, NotWholeUnits, Quantity } from '#kernel';
import { DsaRate, NoRateInForce, RateCard, TravelRates } from '#rates';
import * as a from '../../../test/support/a.ts';
import { certificationFacts, firstBeyond, fundsOf, sumByAgreement, sumByBudgetLine } from './certification.ts';
import {
  Charge,
  DeliveredAcrossYears,
  DeliveredInTheFuture,
  DeliveryPeriodReversed,
  TravelModeNotAgreed,
  TripCodedDirectly,
} from './charge.ts';
import { ActualCostMissing, SupportCostTwice } from './pricing.ts';
import { NotAParty, type TicketCost } from './trip.ts';

const recordTrip = (facts: Parameters<typeof a.tripDraft>[0] = {}, under = a.travelAgreement()) =>
  Charge.recordTrip(a.tripDraft(facts), under, a.trip(), a.priceBooks(), a.recorded());

describe('a charge', () => {
  it('is priced and split by what was in force on the day of delivery', () => {
    const { charge, clientSide, providerSide } = a.charge();
    expect(charge).toMatchObject({
      state: 'RECORDED',
      provider: 'MINAMATA',
      client: 'BRS',
      family: 'DOCUMENTS',
      unit: 'E49',
      unitRate: '920.00',
    });
    expect(charge.amountUsd.toString()).toBe('11960.00');
    expect(charge.biennium.toString()).toBe('2024-2025');
    expect(clientSide.map(({ fund, budgetLine, amount }) => [fund, budgetLine, amount.toString()])).toEqual([
      ['BC', 'BC-1', '3986.67'],
      ['RO', 'RO-2', '3986.67'],
      ['SC', 'SC-3', '3986.66'],
    ]);
    expect(providerSide.map(({ fund, amount }) => [fund, amount.toString()])).toEqual([['MC-GTF', '11960.00']]);
  });

  it('takes the price of the day of delivery, not of the day it is recorded', () => {
    const books = a.priceBooks({
      rateCard: new RateCard([
        a.rateCardEntry({ validTo: a.day('2025-06-30') }),
        a.rateCardEntry({ validFrom: a.day('2025-07-01'), unitRate: '1000.00' }),
      ]),
    });
    const { charge } = Charge.record(a.chargeDraft(), a.agreement(), a.item(), books, a.recorded());
    expect(charge.amountUsd.toString()).toBe('11960.00');
  });

  it('is of whole units or halves where there are no others, and of a day that has a price', () => {
    const persons = a.item({ unit: 'IE' });
    const record = (facts: Partial<ReturnType<typeof a.chargeDraft>>, item = persons) =>
      Charge.record(a.chargeDraft(facts), a.agreement(), item, a.priceBooks(), a.recorded());
    expect(record({ quantity: Quantity.of('1742') }).charge.quantity.toString()).toBe('1742');
    expect(() => record({ quantity: Quantity.of('1742.333') })).toThrow(
      expect.objectContaining({ name: NotWholeUnits.name, pointer: '/quantity' }),
    );
    expect(() => record({ quantity: Quantity.of('0.3') }, a.item())).toThrow(
      expect.objectContaining({ name: NotHalfDays.name, pointer: '/quantity' }),
    );
    const books = a.priceBooks({ rateCard: new RateCard([]) });
    expect(() => Charge.record(a.chargeDraft(), a.agreement(), a.item(), books, a.recorded())).toThrow(
      expect.objectContaining({ name: NoRateInForce.name, pointer: '/deliveredOn' }),
    );
  });

  it('is delivered within a year: a service across 31 December is two, and a trip is one', () => {
    const record = (from: string, on: string) =>
      Charge.record(
        a.chargeDraft({ deliveredFrom: a.day(from), deliveredOn: a.day(on) }),
        a.agreement({ effectiveOn: a.day('2024-12-01') }),
        a.item(),
        a.priceBooks(),
        a.recorded(),
      );
    expect(() => record('2025-01-01', '2025-01-15')).not.toThrow();
    expect(() => record('2024-12-20', '2025-01-15')).toThrow(
      expect.objectContaining({
        name: DeliveredAcrossYears.name,
        pointer: '/deliveredFrom',
        message: expect.stringContaining('one delivered until 2024-12-31 and one from 2025-01-01'),
      }),
    );
  });

  it('under an agreement that is not signed is provisional', () => {
    expect(a.charge({ under: a.agreement({ signedOn: null }) }).charge.state).toBe('PROVISIONAL');
  });

  it('is of a day that has come', () => {
    expect(a.charge({ deliveredOn: a.day('2025-12-31') }).charge.deliveredOn.toString()).toBe('2025-12-31');
    expect(() =>
      Charge.record(a.chargeDraft(), a.agreement(), a.item(), a.priceBooks(), a.recorded({ on: a.day('2025-05-08') })),
    ).toThrow(DeliveredInTheFuture);
  });

  it('lies within its agreement and its biennium', () => {
    expect(() => a.charge({ deliveredFrom: a.day('2025-05-10') })).toThrow(DeliveryPeriodReversed);
    expect(() => a.charge({ deliveredFrom: a.day('2025-02-28') })).toThrow(DeliveredOutsideAgreement);
    const long = a.agreement({ effectiveOn: a.day('2023-01-01') });
    expect(() => a.charge({ under: long, deliveredOn: a.day('2023-12-31') })).toThrow(DeliveredOutsideBiennium);
  });

  it('has a price, a split key and a way to be priced', () => {
    const record = (books: Parameters<typeof a.priceBooks>[0]) =>
      Charge.record(a.chargeDraft(), a.agreement(), a.item(), a.priceBooks(books), a.recorded());
    expect(() => record({ rateCard: new RateCard([]) })).toThrow(NoRateInForce);
    expect(() => record({ splitKeys: new SplitKeys([]) })).toThrow(NoSplitKeyInForce);
    expect(() => record({ rateCard: new RateCard([a.rateCardEntry({ includesIndirectCost: true })]) })).toThrow(
      SupportCostTwice,
    );
    expect(() => Charge.record(a.chargeDraft(), a.agreement(), a.badgeRental(), a.priceBooks(), a.recorded())).toThrow(
      ActualCostMissing,
    );
  });

  it('is of a family that the agreement covers', () => {
    const help = a.item({ code: 'IT-TEC', family: 'IT' });
    const books = a.priceBooks({ rateCard: new RateCard([a.rateCardEntry({ item: 'IT-TEC' })]) });
    const record = (under = a.agreement()) =>
      Charge.record(a.chargeDraft({ item: 'IT-TEC' }), under, help, books, a.recorded());
    expect(() => record()).toThrow(FamilyNotInAgreement);
    // A place to bear it is not yet an agreement to buy it.
    const place = a.terms().clientAllocation[0] as ClientAllocation;
    const allocatedOnly = a.agreement({
      clientAllocation: [{ ...place, families: ['DOCUMENTS', 'REGISTRATION', 'IT'] }],
    });
    expect(() => record(allocatedOnly)).toThrow(FamilyNotInAgreement);
  });

  it('keeps the supplier’s currency and amount of a pass-through cost', () => {
    const draft = a.chargeDraft({
      item: 'BDG-RNT',
      quantity: Quantity.of('1'),
      actualCost: Money.of('1480.00', 'CHF'),
    });
    const { charge } = Charge.record(draft, a.agreement(), a.badgeRental(), a.priceBooks(), a.recorded());
    expect(charge).toMatchObject({
      nature: 'PASS_THROUGH',
      originalCurrency: 'CHF',
      originalAmount: '1480.00',
      unitsPerUsd: '0.824',
      unitRate: null,
    });
  });
});

describe('a trip', () => {
  it('is one charge of quantity 1, delivered on the day it ended', () => {
    const { charge, nights, tickets } = recordTrip();
    expect([charge.quantity, charge.deliveredFrom, charge.deliveredOn].map(String)).toEqual([
      '1',
      '2025-11-02',
      '2025-11-08',
    ]);
    expect(charge.trip).toEqual({
      party: 'ZM',
      from: 'LUN',
      components: [
        ['TICKET', '1184.60', ''],
        ['DSA CHGVA 6 x 342 / 0.800', '2565.00', 'CHF at 0.800, rate of 2025-10-31'],
        ['TERMINALS', '188.00', ''],
      ],
      ticketsOn: ['2025-10-06'],
      entitlementUsd: '2753.00',
      advanceUsd: null,
    });
    expect(charge.amountUsd.toString()).toBe('3937.60');
    expect([nights.length, tickets]).toEqual([6, []]);
  });

  it('names its ticket numbers, each to be recovered once', () => {
    const ticket = a.tripDraft().tickets[0] as TicketCost;
    expect(recordTrip({ tickets: [{ ...ticket, number: '724-1' }] }).tickets).toEqual([
      { number: '724-1', place: '/ticket/0/number' },
    ]);
  });

  it('takes the place of another that has ended, where it names one', () => {
    expect(recordTrip({ replaces: 'T-01' }).charge.replaces).toBe('T-01');
    expect(recordTrip().charge.replaces).toBeNull();
  });

  it('keeps the advance aside: it never enters the charge', () => {
    const { charge } = recordTrip({ advanceUsd: Money.usd('2565.00') });
    expect([charge.amountUsd.toString(), charge.trip?.advanceUsd]).toEqual(['3937.60', '2565.00']);
  });

  it('lies within its agreement, from its first night on', () => {
    expect(() => recordTrip({}, a.travelAgreement({ effectiveOn: a.day('2025-11-03') }))).toThrow(
      DeliveredOutsideAgreement,
    );
    const until = (on: string) => () =>
      Charge.recordTrip(a.tripDraft(), a.travelAgreement(), a.trip(), a.priceBooks(), a.recorded({ on: a.day(on) }));
    expect(until('2025-11-08')).not.toThrow();
    expect(until('2025-11-07')).toThrow(DeliveredInTheFuture);
  });

  it('across 31 December is one charge of the year and the biennium in which it ended', () => {
    const travelRates = new TravelRates(
      [new DsaRate({ place: 'CHGVA', currency: 'USD', effectiveOn: a.day('2024-01-01'), amount: '400' })],
      [],
    );
    const stays = [{ place: 'CHGVA', first: a.day('2024-12-30'), count: 3, lodgingProvided: false }];
    const facts = { tickets: [], stays, terminals: 0, endedOn: a.day('2025-01-02') };
    const under = a.travelAgreement({ effectiveOn: a.day('2024-12-01') });
    const { charge } = Charge.recordTrip(
      a.tripDraft(facts),
      under,
      a.trip(),
      a.priceBooks({ travelRates }),
      a.recorded(),
    );
    expect([charge.deliveredFrom, charge.deliveredOn, charge.biennium, charge.amountUsd].map(String)).toEqual([
      ...['2024-12-30', '2025-01-02'],
      ...['2024-2025', '1200.00'],
    ]);
  });

  it('across the end of a biennium is refused: the budget lines of one bear nothing of the other', () => {
    const recorded = a.recorded({ on: a.day('2026-01-10') });
    const stays = [{ place: 'CHGVA', first: a.day('2025-12-30'), count: 2, lodgingProvided: false }];
    const ended = (on: string, count: number) => () =>
      Charge.recordTrip(
        a.tripDraft({ stays: stays.map((stay) => ({ ...stay, count })), endedOn: a.day(on) }),
        a.travelAgreement(),
        a.trip(),
        a.priceBooks(),
        recorded,
      );
    expect(ended('2025-12-31', 1)).not.toThrow();
    expect(ended('2026-01-01', 2)).toThrow(
      expect.objectContaining({
        name: DeliveredOutsideBiennium.name,
        pointer: '/endedOn',
        message:
          'Agreement CRA-2025-002 is of the biennium 2024-2025, and 2025-12-30 to 2026-01-01 is not in it: what lies on both sides of ' +
          'a biennium’s end is split at 31 December, each part under its own agreement. Nothing was written.',
      }),
    );
  });

  it('is of a Party by its two letters, and under an agreement that says who pays for trips', () => {
    for (const party of ['ZZZ', 'k', 'ke', 'K1', ''])
      expect(() => recordTrip({ party })).toThrow(expect.objectContaining({ name: NotAParty.name, pointer: '/party' }));
    expect(() => recordTrip({}, a.travelAgreement({ travelMode: null }))).toThrow(
      expect.objectContaining({ name: TravelModeNotAgreed.name, pointer: '/agreement' }),
    );
  });

  it('is refused at its own fields: it ends on a day, and has no item', () => {
    const ofOtherFamilies = a.travelAgreement({ families: ['IT'] });
    const early = a.travelAgreement({ endsOn: a.day('2025-11-07') });
    expect(() => recordTrip({}, early)).toThrow(expect.objectContaining({ pointer: '/endedOn' }));
    expect(() => recordTrip({}, ofOtherFamilies)).toThrow(expect.objectContaining({ pointer: '/agreement' }));
  });

  it('coded directly to the client’s fund is paid there: only the fee is charged', () => {
    const direct = a.travelAgreement({ travelMode: 'DIRECT_CODING' });
    expect(() => recordTrip({}, direct)).toThrow(
      expect.objectContaining({ name: TripCodedDirectly.name, pointer: '/agreement' }),
    );
    const fee = a.item({ code: 'TRV-PRC', family: 'TRAVEL', unit: 'E54' });
    const books = a.priceBooks({
      rateCard: new RateCard([a.rateCardEntry({ provider: 'BRS', item: 'TRV-PRC', unitRate: '145.00' })]),
    });
    const draft = a.chargeDraft({ item: 'TRV-PRC', quantity: Quantity.of('6'), deliveredOn: a.day('2025-11-08') });
    expect(Charge.record(draft, direct, fee, books, a.recorded()).charge.amountUsd.toString()).toBe('870.00');
  });
});

describe('of charges that a ceiling refuses together', () => {
  const charge = (id: string, agreement: string, amount: string) =>
    a.certifiable({ id, agreement, amount: a.usd(amount), shares: [a.share({ amount: a.usd(amount) })] });
  const charges = [
    charge('A', 'ONE', '60.00'),
    charge('B', 'TWO', '500.00'),
    charge('C', 'ONE', '40.00'),
    charge('D', 'ONE', '0.01'),
  ];
  const facts = { charged: a.usd('900.00'), more: a.usd('600.01') };

  it('the first for which nothing is left is told, in the order they are named', () => {
    const agreement = (number: string) => new AgreementCeilingExceeded(number, { ...facts, ceiling: a.usd('1000.00') });
    expect(firstBeyond(agreement('ONE'), charges)?.id).toBe('D');
    expect(firstBeyond(agreement('ONE'), charges.toReversed())?.id).toBe('A');
    expect(firstBeyond(agreement('TWO'), charges)?.id).toBe('B');
  });

  it('so it is of a budget line and of a fund’s cash', () => {
    const [share] = charges[0]?.shares ?? [];
    const line = new BudgetLineExceeded(share?.budgetLine ?? '', { ...facts, allotment: a.usd('1459.99') });
    const cash = new FundCashExceeded(share?.fund ?? '', { ...facts, limit: a.usd('1500.00') });
    expect([firstBeyond(line, charges)?.id, firstBeyond(cash, charges)?.id]).toEqual(['B', 'D']);
    const other = new BudgetLineExceeded('ANOTHER', { ...facts, allotment: a.usd('900.00') });
    expect(firstBeyond(other, charges)).toBeNull();
  });

  it('none is told where no ceiling refuses, or where it gives no figures', () => {
    expect(firstBeyond(new Error('of something else'), charges)).toBeNull();
    expect(firstBeyond(new AgreementCeilingExceeded('ONE'), charges)).toBeNull();
  });
});

describe('a charge to be certified', () => {
  const amount = Money.usd('100.00');
  const shared = a.certifiable({
    amount,
    shares: [
      a.share({ fund: 'BC', budgetLine: 'BC-1', amount: Money.usd('66.67') }),
      a.share({ fund: 'RO', budgetLine: 'RO-2', weight: '0', amount: Money.zero() }),
      a.share({ fund: 'SC', budgetLine: 'SC-3', amount: Money.usd('33.33') }),
      a.share({ side: 'PROVIDER', fund: 'MC-GTF', budgetLine: '', amount }),
    ],
  });

  it('needs authority over each client fund that bears a share, and no other', () => {
    expect(fundsOf(shared)).toEqual(['BC', 'SC']);
  });

  it('takes up its budget lines and its agreement, added to others of the same', () => {
    const other = a.certifiable({
      id: 'A1-02',
      agreement: 'CRA-2025-009',
      amount: Money.usd('0.33'),
      shares: [a.share({ amount: Money.usd('0.33') })],
    });
    const texts = (sums: Map<string, Money>): string[] => [...sums].map(([key, sum]) => `${key} ${sum.toString()}`);
    expect(texts(sumByBudgetLine([shared, other]))).toEqual(['BC-1 67.00', 'SC-3 33.33']);
    expect(texts(sumByAgreement([shared, other, shared]))).toEqual(['CRA-2025-001 200.00', 'CRA-2025-009 0.33']);
  });

  it('is accounted for on the day of delivery, in its biennium and month', () => {
    const facts = certificationFacts(a.certifiable({ deliveredOn: a.day('2025-12-31') }));
    expect([facts.on, facts.biennium].map(String)).toEqual(['2025-12-31', '2024-2025']);
    expect(facts.parts[0]).toMatchObject({ serviceMonth: '2025-12', item: 'DOC-CTL', nature: 'OWN_SERVICE' });
  });
});
