import { describe, expect, it } from '@jest/globals';
import { apportion, Money, NotHalfDays, NotWholeUnits, Quantity } from '#kernel';
import fc from 'fast-check';
import * as a from '../../../test/support/a.ts';
import { type Credit, CreditAboveRemainder, type CreditableCharge, CreditInWrongTerms, creditOf } from './credit.ts';

const usd = (text: string): Money => Money.usd(text);
const thirds = (amount: string, weights: readonly string[] = ['1', '1', '1']): CreditableCharge['shares'] => [
  ...apportion(usd(amount), weights).map((part, index) =>
    a.share({ fund: ['BC', 'RO', 'SC'][index] ?? '', budgetLine: 'L', weight: weights[index] ?? '', amount: part }),
  ),
  a.share({ side: 'PROVIDER', fund: 'MC-GTF', budgetLine: '', amount: usd(amount) }),
];
/** A1-03 of the sample: 1,742 badges at USD 6.50, in thirds. */
const badges = (facts: Partial<CreditableCharge> = {}): CreditableCharge => ({
  ...a.certifiable({
    id: 'A1-03',
    unit: 'IE',
    quantity: '1742',
    amount: usd('11323.00'),
    unitRate: '6.50',
    shares: thirds('11323.00'),
  }),
  ...facts,
});
const rental = (facts: Partial<CreditableCharge> = {}): CreditableCharge => ({
  ...a.certifiable({
    id: 'A1-05',
    nature: 'PASS_THROUGH',
    quantity: '1',
    amount: usd('1796.12'),
    unitRate: null,
    shares: thirds('1796.12'),
  }),
  ...facts,
});
const units = (quantity: string) => ({ quantity: Quantity.of(quantity) });
const client = ({ shares }: Credit): string[] =>
  shares.filter(({ side }) => side === 'CLIENT').map(({ amount }) => amount.toString());

/** The charge after this credit was given. */
function after(charge: CreditableCharge, credit: Credit): CreditableCharge {
  return {
    ...charge,
    creditedQuantity: credit.quantity === '0' ? charge.creditedQuantity : add(charge.creditedQuantity, credit.quantity),
    credited: charge.credited.plus(credit.amount),
    shares: charge.shares.map((share, index) => ({
      ...share,
      credited: share.credited.plus(credit.shares[index]?.amount ?? usd('0')),
    })),
  };
}
const add = (one: string, other: string): string =>
  one === '0' ? other : Quantity.of(one).plus(Quantity.of(other)).toString();

describe('a credit of units', () => {
  it('gives 37 duplicate badges back at the charge’s rate, by its own split', () => {
    const credit = creditOf(badges(), units('37'));
    expect([credit.quantity, credit.amount.toString()]).toEqual(['37', '240.50']);
    expect(client(credit)).toEqual(['80.17', '80.17', '80.16']);
    expect(credit.shares.at(-1)).toMatchObject({ side: 'PROVIDER', fund: 'MC-GTF', amount: usd('240.50') });
  });

  it('gives half pages back', () => {
    const pages = badges({
      unit: 'ZP',
      quantity: '742',
      amount: usd('9200.80'),
      unitRate: '12.40',
      shares: thirds('9200.80', ['1']),
    });
    expect(creditOf(pages, units('11.5')).amount.toString()).toBe('142.60');
  });

  it('splits by the weights frozen on the charge, a zero weight too', () => {
    const shared = badges({ shares: thirds('11323.00', ['2', '0', '1']) });
    expect(client(creditOf(shared, units('37')))).toEqual(['160.33', '0.00', '80.17']);
  });

  it('of a rate in francs is converted with the charge’s own rate', () => {
    const inFrancs = badges({
      unitRate: '6.00',
      unitsPerUsd: '0.800',
      quantity: '100',
      amount: usd('750.00'),
      shares: thirds('750.00'),
    });
    expect(creditOf(inFrancs, units('10')).amount.toString()).toBe('75.00');
  });

  it('takes the last cent with the last unit', () => {
    // Three at 0.335: 1.01 charged (1.005). Each alone is 0.34 (0.335), and the last is what is left: 0.33.
    let charge = badges({ quantity: '3', amount: usd('1.01'), unitRate: '0.335', shares: thirds('1.01') });
    const given: string[] = [];
    for (let unit = 0; unit < 3; unit += 1) {
      const credit = creditOf(charge, units('1'));
      given.push(credit.amount.toString());
      charge = after(charge, credit);
    }
    expect(given).toEqual(['0.34', '0.34', '0.33']);
    expect(charge.shares.every(({ amount, credited }) => amount.equals(credited))).toBe(true);
    expect(() => creditOf(charge, units('0.000001'))).toThrow(CreditAboveRemainder);
  });

  it('leaves no cent behind with the last unit', () => {
    // Three at 0.334: 1.00 charged (1.002). Each alone is 0.33, and the last is what is left: 0.34.
    const charge = badges({ quantity: '3', amount: usd('1.00'), unitRate: '0.334', shares: thirds('1.00') });
    const twoGiven = after(charge, creditOf(charge, units('2')));
    expect(twoGiven.credited.toString()).toBe('0.67');
    const once = after(charge, creditOf(charge, units('1')));
    const twice = after(once, creditOf(once, units('1')));
    expect([once, twice].map(({ credited }) => credited.toString())).toEqual(['0.33', '0.66']);
    expect(creditOf(twice, units('1')).amount.toString()).toBe('0.34');
  });

  it('gives at most what is left, in units and in money', () => {
    expect(creditOf(badges(), units('1742')).amount.toString()).toBe('11323.00');
    expect(() => creditOf(badges(), units('1742.000001'))).toThrow(CreditAboveRemainder);
    expect(() => creditOf(badges(), units('37.5'))).toThrow(
      expect.objectContaining({ name: NotWholeUnits.name, pointer: '/lines' }),
    );
    const days = badges({
      quantity: '1.3',
      unit: 'E49',
      unitRate: '920.00',
      amount: usd('1196.00'),
      shares: thirds('1196.00'),
    });
    expect(() => creditOf(days, units('0.3'))).toThrow(NotHalfDays);
    expect(creditOf(days, units('0.5')).amount.toString()).toBe('460.00');
    expect(creditOf(days, units('1.3')).amount.toString()).toBe('1196.00'); // charged before halves were asked for
    const partly = badges({ creditedQuantity: '37', credited: usd('240.50') });
    expect(() => creditOf(partly, units('1706'))).toThrow('has 1705 units left to give back; 1706 is above that');
    const almostNoMoney = badges({
      quantity: '10',
      amount: usd('0.05'),
      unitRate: '0.0049',
      credited: usd('0.04'),
      creditedQuantity: '5',
    });
    expect(creditOf(almostNoMoney, units('4')).amount.toString()).toBe('0.01');
  });

  it('is not given in an amount', () => {
    expect(() => creditOf(badges(), { amountUsd: usd('240.50') })).toThrow(CreditInWrongTerms);
  });
});

describe('a credit of a pass-through cost', () => {
  it('is an amount, split alike', () => {
    const credit = creditOf(rental(), { amountUsd: usd('100.00') });
    expect([credit.quantity, credit.amount.toString(), client(credit)]).toEqual([
      '0',
      '100.00',
      ['33.34', '33.33', '33.33'],
    ]);
  });

  it('gives at most what is left', () => {
    expect(client(creditOf(rental(), { amountUsd: usd('1796.12') }))).toEqual(['598.71', '598.71', '598.70']);
    expect(() => creditOf(rental(), { amountUsd: usd('1796.13') })).toThrow(CreditAboveRemainder);
    expect(() => creditOf(rental({ credited: usd('1796.12') }), { amountUsd: usd('0.01') })).toThrow('USD 0.00 left');
  });

  it('is more than nothing, and not in units', () => {
    expect(() => creditOf(rental(), { amountUsd: usd('0.00') })).toThrow(CreditInWrongTerms);
    expect(() => creditOf(rental(), { amountUsd: usd('-1.00') })).toThrow(CreditInWrongTerms);
    expect(() => creditOf(rental(), units('1'))).toThrow(CreditInWrongTerms);
  });
});

describe('a fund', () => {
  it('gets no cent more than it was charged; the next one that has room gets it', () => {
    // 0.05 in thirds is 0.02, 0.02, 0.01. Each credit of 0.02 would give the first two funds a cent.
    const charge = rental({ amount: usd('0.05'), shares: thirds('0.05') });
    const once = after(charge, creditOf(charge, { amountUsd: usd('0.02') }));
    const twice = after(once, creditOf(once, { amountUsd: usd('0.02') }));
    const third = creditOf(twice, { amountUsd: usd('0.01') });
    expect(client(third)).toEqual(['0.00', '0.00', '0.01']);
    const capped = creditOf(
      {
        ...once,
        shares: once.shares.map((share) => (share.fund === 'BC' ? { ...share, credited: share.amount } : share)),
        credited: usd('0.03'),
      },
      {
        amountUsd: usd('0.01'),
      },
    );
    expect(client(capped)).toEqual(['0.00', '0.01', '0.00']);
  });
});

describe('any row of credits', () => {
  const cents = fc.integer({ min: 1, max: 500_000 });
  const weights = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
    .filter((list) => list.some((one) => one > 0));
  const text = (amount: number): string => `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

  it('adds up line by line, never gives a fund more than it bore, and exhausts the charge to the cent', () => {
    fc.assert(
      fc.property(cents, weights, fc.array(cents, { maxLength: 6 }), (amount, by, parts) => {
        let charge = rental({ amount: usd(text(amount)), shares: thirds(text(amount), by.map(String)) });
        for (const wanted of [...parts, Number.MAX_SAFE_INTEGER]) {
          const left = charge.amount.minus(charge.credited);
          if (left.isZero()) break;
          const amountUsd =
            wanted === Number.MAX_SAFE_INTEGER || usd(text(wanted)).exceeds(left) ? left : usd(text(wanted));
          const credit = creditOf(charge, { amountUsd });
          for (const side of ['CLIENT', 'PROVIDER']) {
            const shares = credit.shares.filter((share) => share.side === side).map((share) => share.amount);
            expect(Money.sum(shares).toString()).toBe(amountUsd.toString());
            expect(shares.every((share) => !share.isNegative())).toBe(true);
          }
          charge = after(charge, credit);
          expect(charge.shares.every((share) => !share.credited.exceeds(share.amount))).toBe(true);
        }
        expect(charge.shares.every((share) => share.credited.equals(share.amount))).toBe(true);
      }),
    );
  });
});
