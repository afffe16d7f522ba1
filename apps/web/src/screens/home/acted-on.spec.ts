import { expect, it } from '@jest/globals';
import { actedOn, draftsIn, numbersIn } from './acted-on.ts';

const act = (kind: string, objects: string[], after: Record<string, unknown> | null = null) => ({
  ...{ kind, objects, after, action: 'DONE' },
});

it('an invoice is shown by the number that a later act gave it, and each leads to where it is looked at', () => {
  const acts = [act('invoice', ['id-1'], { number: 'BRS-2026-0001' }), act('invoice', ['id-1'], { number: null })];
  const numbers = numbersIn(acts);
  for (const one of acts)
    expect(actedOn(one, numbers)).toEqual([{ id: 'id-1', name: 'BRS-2026-0001', to: '/invoices/BRS-2026-0001' }]);
  expect(actedOn(act('invoice', ['id-2']), numbers)).toEqual([{ id: 'id-2', name: null, to: '/invoices/id-2' }]);
  expect(actedOn(act('charge', ['A/1', 'A2']), numbers).map(({ to }) => to)).toEqual([
    '/charges?charge=A%2F1',
    '/charges?charge=A2',
  ]);
  expect(actedOn(act('agreement', ['CRA-1']), numbers)[0]?.to).toBe('/agreements/CRA-1');
  expect(actedOn(act('period', ['2025-05']), numbers)[0]?.to).toBe('/periods?period=2025-05');
  expect(actedOn(act('evidence', ['E-1']), numbers)).toEqual([{ id: 'E-1', name: 'E-1', to: null }]);
});

it('what has no number by these acts is looked up once, for somebody else may have issued it since', () => {
  const [known, draft] = ['0198c3f0-0000-7000-8000-000000000001', '0198c3f0-0000-7000-8000-000000000002'];
  const acts = [
    ...[act('invoice', [known], { number: 'BRS-2026-0001' }), act('invoice', [draft]), act('invoice', [draft])],
    ...[act('charge', ['A1']), act('invoice', ['BRS-2025-0001'])],
  ];
  expect(draftsIn(acts, numbersIn(acts))).toEqual([draft]);
});
