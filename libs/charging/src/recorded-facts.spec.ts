import { expect, it } from '@jest/globals';
import { Money } from '#kernel';
import { recordedFacts } from './recorded-facts.ts';

const charge = (amount: string, state: 'RECORDED' | 'PROVISIONAL' = 'RECORDED', agreement = 'CRA-2025-001') => ({
  ...{ state, agreement },
  amountUsd: Money.usd(amount),
});

it('says once what all charges have in common, and each amount in the order of the charges', () => {
  expect(recordedFacts([charge('920.00'), charge('12.40')])).toEqual({
    ...{ state: 'RECORDED', agreement: 'CRA-2025-001' },
    amountUsd: '920.00; 12.40',
  });
});

it('says one for each where they differ', () => {
  const other = charge('12.40', 'PROVISIONAL', 'CRA-2025-002');
  expect(recordedFacts([charge('920.00'), charge('1.00'), other])).toEqual({
    ...{ state: 'RECORDED; RECORDED; PROVISIONAL', agreement: 'CRA-2025-001; CRA-2025-001; CRA-2025-002' },
    amountUsd: '920.00; 1.00; 12.40',
  });
});

it('stays small for a thousand charges', () => {
  const many = recordedFacts(Array.from({ length: 1000 }, () => charge('1240.50')));
  expect(JSON.stringify(many).length).toBeLessThan(10_100);
});
