import { expect, it } from '@jest/globals';
import { waitingIn } from './waiting-in.ts';

it('what waits is what the inbox counts, each where it is decided; an empty kind is not said', () => {
  const found = waitingIn([
    { kind: 'charges-to-certify', count: 3 },
    { kind: 'agreements-to-sign', count: 0 },
    { kind: 'designations-to-countersign', count: 1 },
    { kind: 'renewals-to-approve', count: 2 },
  ]);
  expect(found.map(({ kind, count, to }) => [kind, count, to])).toEqual([
    ['charges-to-certify', 3, '/approvals'],
    ['designations-to-countersign', 1, '/people'],
    ['renewals-to-approve', 2, '/people'],
  ]);
});
