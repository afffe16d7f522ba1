import {
  BudgetLine,
  FundTwiceInSplit,
  NoSplitKeyInForce,
  SplitKeys,
  TrustFund,
  UnknownBudgetLine,
  UnknownFund,
  UnknownSplitKey,
  type Weight,
} from '#budget';
import { describe, expect, it } from '@jest/globals';
import { Biennium, Money, NegativeWeight, NoWeight } from '#kernel';
import * as a from '../../../test/support/a.ts';
import {
  type ClientAllocation,
  clientShares,
  FamilyNotInAgreement,
  FundWithoutBudgetLine,
  providerShares,
} from './allocation.ts';
import {
  BudgetLineOfAnotherBiennium,
  BudgetLineOfAnotherFund,
  checkAllocation,
  FundOfTheOtherSide,
} from './allocation-check.ts';

const keys = new SplitKeys([
  a.splitKey(),
  a.splitKey({
    validFrom: a.day('2025-07-01'),
    weights: [
      ['BC', '2'],
      ['RO', '0'],
      ['SC', '1'],
    ],
  }),
]);
const thirds: ClientAllocation = {
  families: ['DOCUMENTS'],
  splitKey: 'COP-EQUAL-THIRDS',
  budgetLines: { BC: 'BC-1', RO: 'RO-2', SC: 'SC-3' },
};
const shares = (allocations: ClientAllocation[], facts: { family?: string; amount?: string; on?: string } = {}) => {
  const { family = 'DOCUMENTS', amount = '100.00', on = '2025-05-09' } = facts;
  return clientShares(
    { families: ['DOCUMENTS', 'TRAVEL'], clientAllocation: allocations },
    { family, amount: Money.usd(amount), deliveredOn: a.day(on), agreement: 'CRA-2025-001' },
    keys,
  ).map((share) => `${share.fund} ${share.budgetLine || '-'} ${share.weight} ${share.amount.toString()}`);
};

describe('what the client’s funds bear', () => {
  it('follows the key in force on the day of delivery', () => {
    expect(shares([thirds], { on: '2025-06-30' })).toEqual(['BC BC-1 1 33.34', 'RO RO-2 1 33.33', 'SC SC-3 1 33.33']);
    expect(shares([thirds], { on: '2025-07-01' })).toEqual(['BC BC-1 2 66.67', 'RO RO-2 0 0.00', 'SC SC-3 1 33.33']);
    expect(() => shares([thirds], { on: '2023-12-31' })).toThrow(NoSplitKeyInForce);
  });

  it('is one line where there is no key', () => {
    const travel = { families: ['TRAVEL'], splitKey: null, budgetLines: { 'MC-STF': 'MC-STF-COP6' } };
    expect(shares([thirds, travel], { family: 'TRAVEL', amount: '0.01' })).toEqual(['MC-STF MC-STF-COP6 1 0.01']);
  });

  it('is not known for a family that has no place', () => {
    expect(() => shares([thirds], { family: 'TRAVEL' })).toThrow(FamilyNotInAgreement);
  });

  it('is not known for a family that has a place and is not bought', () => {
    expect(() => shares([{ ...thirds, families: ['DOCUMENTS', 'IT'] }], { family: 'IT' })).toThrow(
      FamilyNotInAgreement,
    );
  });

  it('needs a budget line for each fund with a share, and none for a fund without', () => {
    const withoutRotterdam = { ...thirds, budgetLines: { BC: 'BC-1', SC: 'SC-3' } };
    expect(() => shares([withoutRotterdam], { on: '2025-06-30' })).toThrow(FundWithoutBudgetLine);
    expect(shares([withoutRotterdam], { on: '2025-07-01' })).toContain('RO - 0 0.00');
  });
});

describe('what the provider’s funds are credited with', () => {
  const amounts = (credit: Parameters<typeof providerShares>[0], on: string) =>
    providerShares(credit, Money.usd('100.00'), a.day(on), keys).map(({ fund, budgetLine, amount }) => [
      fund,
      budgetLine,
      amount.toString(),
    ]);

  it('follows fixed weights, or the key of the day of delivery', () => {
    expect(amounts({ weights: [['MC-GTF', '1']] }, '2025-05-09')).toEqual([['MC-GTF', '', '100.00']]);
    expect(amounts({ splitKey: 'COP-EQUAL-THIRDS' }, '2025-06-30')[0]).toEqual(['BC', '', '33.34']);
    expect(amounts({ splitKey: 'COP-EQUAL-THIRDS' }, '2025-07-01')[0]).toEqual(['BC', '', '66.67']);
    expect(() => amounts({ splitKey: 'COP-EQUAL-THIRDS' }, '2023-12-31')).toThrow(NoSplitKeyInForce);
  });
});

describe('an agreement’s allocation', () => {
  const fund = (code: string, secretariat: string): TrustFund =>
    new TrustFund({ code, name: code, secretariat, kind: 'GENERAL', programmeSupportCostRate: '0.13' });
  const line = (code: string, of: string, biennium = '2024-2025'): BudgetLine =>
    new BudgetLine({
      code,
      fund: of,
      biennium: Biennium.of(biennium),
      activity: '1',
      title: code,
      allotmentUsd: Money.usd('18500.00'),
      chargedUsd: Money.zero(),
    });
  const books = {
    funds: [fund('BC', 'BRS'), fund('RO', 'BRS'), fund('SC', 'BRS'), fund('MC-GTF', 'MINAMATA')],
    lines: [
      line('BC-1', 'BC'),
      line('RO-2', 'RO'),
      line('SC-3', 'SC'),
      line('BC-1-2026', 'BC', '2026-2027'),
      line('MC-9', 'MC-GTF'),
    ],
    keys: [{ code: 'COP-EQUAL-THIRDS', funds: ['BC', 'RO', 'SC'] }],
  };
  const check = (facts: Parameters<typeof a.agreement>[0]) => checkAllocation(a.agreement(facts), books);
  const onLines = (budgetLines: Record<string, string>) => ({
    clientAllocation: [{ families: ['DOCUMENTS', 'REGISTRATION'], splitKey: 'COP-EQUAL-THIRDS', budgetLines }],
  });

  it('can be carried out where everything it names is there', () => {
    expect(() => check({})).not.toThrow();
  });

  it('names known keys, funds and lines', () => {
    expect(() => check({ providerCredit: { splitKey: 'COP-THIRDS' } })).toThrow(UnknownSplitKey);
    expect(() => check(onLines({ BCTF: 'BC-1' }))).toThrow(UnknownFund);
    expect(() => check(onLines({ BC: 'BC-9' }))).toThrow(UnknownBudgetLine);
    expect(() => check({ providerCredit: { weights: [['MCF', '1']] } })).toThrow(UnknownFund);
  });

  it('credits the provider’s funds by weights that can be shared out', () => {
    expect(() => check({ providerCredit: { weights: [['MC-GTF', '0']] } })).toThrow(NoWeight);
    expect(() => check({ providerCredit: { weights: [['MC-GTF', '-1']] } })).toThrow(NegativeWeight);
    const twice: Weight[] = [
      ['MC-GTF', '1'],
      ['MC-GTF', '2'],
    ];
    expect(() => check({ providerCredit: { weights: twice } })).toThrow(FundTwiceInSplit);
    expect(() => check({ providerCredit: { weights: [] } })).toThrow(
      expect.objectContaining({ pointer: '/providerCredit' }),
    );
  });

  it('takes each line for its own fund and biennium', () => {
    expect(() => check(onLines({ BC: 'RO-2' }))).toThrow(BudgetLineOfAnotherFund);
    expect(() => check(onLines({ BC: 'BC-1-2026' }))).toThrow(BudgetLineOfAnotherBiennium);
  });

  it('disposes of no fund of the other side', () => {
    expect(() => check(onLines({ 'MC-GTF': 'MC-9' }))).toThrow(FundOfTheOtherSide);
    expect(() => check({ providerCredit: { weights: [['BC', '1']] } })).toThrow(FundOfTheOtherSide);
    expect(() => check({ providerCredit: { splitKey: 'COP-EQUAL-THIRDS' } })).toThrow(FundOfTheOtherSide);
  });
});
