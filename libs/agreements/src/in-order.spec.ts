import { expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import { type AgreementSort, inOrder } from './in-order.ts';

const agreements = [
  ['CRA-1', 'MC-COP-6', '900.00', '100.00'],
  ['CRA-2', 'BRS-COPS-2025', '20000.00', '20000.00'],
  ['CRA-3', 'MC-COP-6', '20000.00', '3.50'],
].map(([number = '', meeting = '', ceiling = '', charged = '']) =>
  Object.assign(a.agreement({ number, meeting, ceilingUsd: a.usd(ceiling) }), { chargedUsd: a.usd(charged) }),
);
const numbers = (sort: AgreementSort, ascending: boolean) =>
  inOrder(agreements, { sort, ascending }).map(({ number }) => number.slice(4));

it.each`
  sort         | upwards            | downwards
  ${'number'}  | ${['1', '2', '3']} | ${['3', '2', '1']}
  ${'meeting'} | ${['2', '1', '3']} | ${['1', '3', '2']}
  ${'charged'} | ${['3', '1', '2']} | ${['2', '1', '3']}
  ${'free'}    | ${['2', '1', '3']} | ${['3', '1', '2']}
  ${'ceiling'} | ${['1', '2', '3']} | ${['2', '3', '1']}
`(
  'agreements by $sort come in the order $upwards, and downwards $downwards',
  ({ sort = 'number', upwards, downwards }) => {
    expect([numbers(sort as AgreementSort, true), numbers(sort as AgreementSort, false)]).toEqual([upwards, downwards]);
  },
);
