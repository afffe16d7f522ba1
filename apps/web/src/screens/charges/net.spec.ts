import { expect, it } from '@jest/globals';
import { netOfCredits } from './net.ts';

it.each`
  amount        | credited    | net
  ${'96162.71'} | ${'142.60'} | ${'96020.11'}
  ${'10.00'}    | ${'10.00'}  | ${'0.00'}
  ${'96162.71'} | ${'0.00'}   | ${null}
`('of $amount, with $credited credited, $net is left', ({ amount, credited, net }) => {
  expect(netOfCredits({ amount: { amount: String(amount) }, credited: { amount: String(credited) } })).toBe(net);
});
