import { expect, it } from '@jest/globals';
import { auditChecks } from '../../libs/audit/src/audit-checks.ts';
import { checkMessages } from '../../apps/web/src/words/check-messages.ts';
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

it('every check of the audit, and whatever came out of it, has its words by its code', () => {
  expect(all).toHaveLength(18);
  for (const check of all) {
    const said = checkMessages(check);
    if (said === null) throw new Error(`${check.code} has no words.`);
    expect(Object.keys(checks)).toEqual(expect.arrayContaining([said.name, said.finding]));
    // What the sentence speaks of is there, in the facts of the server.
    const given = { ...said.values, ...said.amounts, ...said.periods };
    const wanted = [...said.finding.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name);
    const missing = wanted.filter((name) => [undefined, 'undefined'].includes((given as Record<string, string>)[name]));
    expect([check.code, missing]).toEqual([check.code, []]);
    expect(Object.values(given).some((value) => Number.isNaN(value))).toBe(false);
  }
});

it('and its English name is the server’s', () => {
  for (const check of all) expect(checkMessages(check)?.name).toBe(check.name);
});
