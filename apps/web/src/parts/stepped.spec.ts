import { describe, expect, it } from '@jest/globals';
import { placeAfter, stepped } from './stepped.ts';

describe('j and k among the lists of a page', () => {
  it.each`
    hasFocus | isChosen | by    | reached
    ${-1}    | ${-1}    | ${1}  | ${0}
    ${-1}    | ${-1}    | ${-1} | ${0}
    ${0}     | ${-1}    | ${1}  | ${1}
    ${-1}    | ${1}     | ${1}  | ${2}
    ${0}     | ${2}     | ${1}  | ${1}
    ${3}     | ${-1}    | ${1}  | ${3}
    ${0}     | ${-1}    | ${-1} | ${0}
  `('with the focus at $hasFocus and $isChosen open, $by leads to $reached', ({ hasFocus, isChosen, by, reached }) => {
    const rows = { count: 4, hasFocus: Number(hasFocus), isChosen: Number(isChosen) };
    expect(stepped(rows, by as 1 | -1)).toBe(reached);
  });
});

describe('a row that is gone with the focus on it', () => {
  it.each`
    gone  | count | place
    ${0}  | ${3}  | ${0}
    ${2}  | ${2}  | ${1}
    ${0}  | ${0}  | ${-1}
    ${-1} | ${3}  | ${-1}
  `('at $gone, of $count that are left, gives it to $place', ({ gone, count, place }) => {
    expect(placeAfter(Number(gone), Number(count))).toBe(place);
  });
});
