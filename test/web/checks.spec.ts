import { expect, it } from '@jest/globals';
import { auditChecks } from '../../libs/audit/src/audit-checks.ts';
import { checks } from '../../apps/web/src/words/fr/checks.ts';

const whole = {
  ...{
    booksOutOfBalance: [],
    unmirrored: '0',
    chargesUsd: '96162.71',
    expenditureUsd: '96162.71',
    documentsUsd: '10.00',
  },
  ...{ billedUsd: '10.00', countersOff: '0', seriesWithGaps: [], papers: '6', papersAltered: '0' },
};
const broken = {
  ...{
    booksOutOfBalance: ['BRS'],
    unmirrored: '2',
    chargesUsd: '96162.71',
    expenditureUsd: '1.00',
    documentsUsd: '10.00',
  },
  ...{ billedUsd: '9.00', countersOff: '3', seriesWithGaps: ['BRS-2025'], papers: '6', papersAltered: '1' },
};
const periods = [
  ...[{ code: '2024-2025', kind: 'BIENNIUM' as const, state: 'OPEN' as const }],
  ...[{ code: '2024-01', kind: 'MONTH' as const, state: 'LOCKED' as const }],
  ...(['2024-02', '2024-03'] as const).map((code) => ({ code, kind: 'MONTH' as const, state: 'OPEN' as const })),
];
const all = [
  ...auditChecks(whole as never, true, { periods, differ: [] }),
  ...auditChecks(broken as never, false, { periods, differ: ['2024-01'] }),
];

const patterns = Object.keys(checks).map((message) => {
  const said = message.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${said.join('.+')}$`);
});

it('every check of the audit, and whatever came out of it, has its French', () => {
  expect(all).toHaveLength(18);
  const said = all.flatMap(({ name, finding }) => [name, finding]);
  expect(said.filter((sentence) => !patterns.some((pattern) => pattern.test(sentence)))).toEqual([]);
});
