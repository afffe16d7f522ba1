import { expect, it } from '@jest/globals';
import { firstLines } from './first-lines.ts';

const sections = [
  {
    nature: 'OWN_SERVICE' as const,
    families: [
      { family: 'DOCUMENTS', subtotalUsd: '30.00', lines: [1, 2, 3] },
      { family: 'IT', subtotalUsd: '20.00', lines: [4, 5] },
    ],
  },
  { nature: 'PASS_THROUGH' as const, families: [{ family: 'TRAVEL', subtotalUsd: '10.00', lines: [6] }] },
];

it.each`
  most   | shown | lines
  ${2}   | ${2}  | ${[[1, 2]]}
  ${3}   | ${3}  | ${[[1, 2, 3]]}
  ${4}   | ${4}  | ${[[1, 2, 3], [4]]}
  ${6}   | ${6}  | ${[[1, 2, 3], [4, 5], [6]]}
  ${200} | ${6}  | ${[[1, 2, 3], [4, 5], [6]]}
`('of six lines $most at most are $lines', ({ most, shown, lines }) => {
  const found = firstLines(sections, most as number);
  expect(found.groups.map((group) => group.lines)).toEqual(lines);
  expect([found.shown, found.all]).toEqual([shown, 6]);
});

it('a group of which one line is there has its whole subtotal', () => {
  const [group] = firstLines(sections, 1).groups;
  expect(group).toMatchObject({ nature: 'OWN_SERVICE', family: 'DOCUMENTS', subtotalUsd: '30.00', lines: [1] });
});
