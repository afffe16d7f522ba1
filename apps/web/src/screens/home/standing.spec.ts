import { expect, it } from '@jest/globals';
import { filterOf, standingOf } from './standing.ts';

const agreed = (number: string, meeting = 'COP-6', provider = 'BRS', client = 'MINAMATA') => ({
  ...{ number, meeting, provider, client },
});
const total = (state: string, amount: string, { agreement = 'CRA-1', credited = '0.00' } = {}) => ({
  ...{ agreement, state, count: 1 },
  ...{ amount: { amount }, credited: { amount: credited } },
});
const numbers = ({ stages }: ReturnType<typeof standingOf>[number]) =>
  Object.fromEntries(stages.map(({ state, amount }) => [state, amount]));

it('a number for each step of the way, from recorded to settled, less what was credited', () => {
  const totals = [
    ...[total('PROVISIONAL', '10.10'), total('RECORDED', '1.00'), total('RECEIVED', '20.20')],
    ...[total('CERTIFIED', '300.00'), total('INVOICED', '900.00', { credited: '250.50' }), total('SETTLED', '7.00')],
    ...[total('WITHDRAWN', '99.00'), total('REVERSED', '99.00'), total('CREDITED', '99.00', { credited: '99.00' })],
    total('RECEIVED', '5.00', { agreement: 'CRA-2' }),
  ];
  const [standing] = standingOf({ agreements: [agreed('CRA-1')], totals });
  expect(standing).toMatchObject({ meeting: 'COP-6', agreements: ['CRA-1'], provider: 'BRS', client: 'MINAMATA' });
  expect(standing && numbers(standing)).toEqual({
    ...{ PROVISIONAL: '10.10', RECORDED: '1.00', RECEIVED: '20.20', CERTIFIED: '300.00' },
    ...{ INVOICED: '649.50', SETTLED: '7.00' },
  });
});

it('a detour is shown where a charge is on it', () => {
  const shown = (totals: ReturnType<typeof total>[]) =>
    standingOf({ agreements: [agreed('CRA-1')], totals }).flatMap(({ stages }) => stages.map(({ state }) => state));
  const ways = ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'CERTIFIED', 'INVOICED', 'SETTLED'];
  expect(shown([])).toEqual(ways);
  expect(shown(['RETURNED', 'DISPUTED', 'REVERSING'].map((state) => total(state, '1.00')))).toEqual([
    ...['PROVISIONAL', 'RECORDED', 'RETURNED', 'DISPUTED', 'RECEIVED'],
    ...['CERTIFIED', 'REVERSING', 'INVOICED', 'SETTLED'],
  ]);
});

it('agreements of one meeting and direction are added up, and those of the other direction apart', () => {
  const agreements = [
    agreed('CRA-1'),
    agreed('CRA-2'),
    agreed('CRA-3', 'COP-6', 'MINAMATA', 'BRS'),
    agreed('CRA-4', 'COP-7'),
  ];
  const totals = ['CRA-1', 'CRA-2', 'CRA-3'].map((agreement) => total('PROVISIONAL', '0.10', { agreement }));
  const all = standingOf({ agreements, totals });
  expect(all.map((one) => ({ ...one, stages: numbers(one).PROVISIONAL }))).toEqual([
    { meeting: 'COP-6', provider: 'BRS', client: 'MINAMATA', agreements: ['CRA-1', 'CRA-2'], stages: '0.20' },
    { meeting: 'COP-6', provider: 'MINAMATA', client: 'BRS', agreements: ['CRA-3'], stages: '0.10' },
    { meeting: 'COP-7', provider: 'BRS', client: 'MINAMATA', agreements: ['CRA-4'], stages: '0.00' },
  ]);
});

it('a number opens the charges that it is the sum of, and no others', () => {
  const standing = (agreements: ReturnType<typeof agreed>[]) => standingOf({ agreements, totals: [] });
  const filters = (all: ReturnType<typeof standing>) => all.map((one) => filterOf(one, all));
  expect(filters(standing([agreed('CRA 1')]))).toEqual(['agreement=CRA%201']);
  expect(filters(standing([agreed('CRA-1'), agreed('CRA-2')]))).toEqual(['meeting=COP-6']);
  const both = [agreed('CRA-1'), agreed('CRA-2'), agreed('CRA-3', 'COP-6', 'MINAMATA', 'BRS')];
  expect(filters(standing(both))).toEqual([null, 'agreement=CRA-3']);
});
