import { describe, expect, it } from '@jest/globals';
import { isNextAsked, wholeOf } from './all-pages.ts';

describe('a list of which all pages are needed', () => {
  const pages = [{ items: ['A1-01', 'A1-02'] }, { items: ['A1-03'] }];
  const whole = { data: { pages }, hasNextPage: false, isPlaceholderData: false };

  it('is the rows of all of them', () => {
    expect(wholeOf(whole)).toEqual(['A1-01', 'A1-02', 'A1-03']);
    expect(wholeOf({ ...whole, data: { pages: [{ items: [] }] } })).toEqual([]);
  });

  it.each`
    what                                    | change
    ${'nothing has come'}                   | ${{ data: undefined }}
    ${'there is another page'}              | ${{ hasNextPage: true }}
    ${'what is there was asked for before'} | ${{ isPlaceholderData: true }}
  `('is not known while $what', ({ change }) => {
    expect(wholeOf({ ...whole, ...(change as object) })).toBeNull();
  });

  it.each`
    hasNextPage | isFetching | isError  | asks
    ${true}     | ${false}   | ${false} | ${true}
    ${true}     | ${true}    | ${false} | ${false}
    ${true}     | ${false}   | ${true}  | ${false}
    ${false}    | ${false}   | ${false} | ${false}
  `(
    'asks for the next: $asks, where there is one: $hasNextPage, it is on its way: $isFetching, it has failed: $isError',
    ({ asks, hasNextPage, isFetching, isError }: Record<string, boolean>) => {
      expect(isNextAsked({ hasNextPage, isFetching, isError } as Parameters<typeof isNextAsked>[0])).toBe(asks);
    },
  );
});
