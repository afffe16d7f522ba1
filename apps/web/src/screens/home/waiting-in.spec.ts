import { expect, it } from '@jest/globals';
import { ratesNamed, waitingIn } from './waiting-in.ts';

it('what waits is what the inbox counts, each where it is decided; an empty kind is not said', () => {
  const found = waitingIn([
    { kind: 'charges-to-certify', count: 3 },
    { kind: 'settlements-to-approve', count: 1 },
    { kind: 'agreements-to-sign', count: 0 },
    { kind: 'periods-to-sign', count: 2 },
    { kind: 'designations-to-countersign', count: 1 },
    { kind: 'renewals-to-approve', count: 2 },
    { kind: 'rates-to-load', count: 1 },
    { kind: 'resumptions-to-agree', count: 1 },
  ]);
  expect(found.map(({ kind, count, to }) => [kind, count, to])).toEqual([
    ['charges-to-certify', 3, '/approvals'],
    ['settlements-to-approve', 1, '/approvals'],
    ['periods-to-sign', 2, '/periods'],
    ['designations-to-countersign', 1, '/people'],
    ['renewals-to-approve', 2, '/people'],
    ['rates-to-load', 1, null],
    ['resumptions-to-agree', 1, '/approvals'],
  ]);
});

it('of rates that wait it says currency and month, once each, without what one has loaded oneself', () => {
  const rate = (currency: string, effectiveOn: string, loadedBy = 'BRS') => ({
    ...{ currency, effectiveOn, unitsPerUsd: '1.5', loadedBy },
  });
  const waiting = [rate('CHF', '2025-05-01'), rate('CHF', '2025-05-16'), rate('EUR', '2025-05-01', 'MINAMATA.finance')];
  expect(ratesNamed(waiting, 'MINAMATA.finance')).toBe('CHF, May 2025');
  const many = ['AUD', 'CAD', 'CHF', 'EUR', 'GBP'].map((currency) => rate(currency, '2025-05-01'));
  expect(ratesNamed(many, 'x')).toBe('AUD, May 2025 · CAD, May 2025 · CHF, May 2025 · EUR, May 2025 · …');
});
