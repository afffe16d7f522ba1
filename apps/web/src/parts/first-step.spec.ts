import { expect, it } from '@jest/globals';
import { firstStep } from './first-step.ts';

const bienniums = ['2022-2023', '2024-2025', '2026-2027'];
const of = (...agreed: string[]) => agreed.map((biennium) => ({ biennium }));

it('without an agreement that comes first, and the last biennium that has some shows how', () => {
  const agreements = of('2022-2023', '2024-2025');
  expect(firstStep({ biennium: '2026-2027', bienniums, agreements })).toEqual({ kind: 'agree', before: '2024-2025' });
  expect(firstStep({ biennium: '2024-2025', bienniums, agreements: of('2022-2023', '2026-2027') })).toEqual({
    ...{ kind: 'agree', before: '2022-2023' },
  });
  expect(firstStep({ biennium: '2022-2023', bienniums, agreements: [] })).toEqual({ kind: 'agree', before: null });
});

it('with one, the first charge', () => {
  const agreements = of('2024-2025', '2026-2027', '2026-2027');
  expect(firstStep({ biennium: '2026-2027', bienniums, agreements })).toEqual({ kind: 'record', count: 2 });
});
