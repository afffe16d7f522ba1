import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../../api/client.ts';
import { type Pair, pairOf } from './pairs.ts';

const twoBooks = (biennium: string) =>
  queryOptions({
    queryKey: ['bienniums', biennium, 'two-books'],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/bienniums/{biennium}/two-books', { params: { path: { biennium } }, signal })),
  });

/** What the two books say of each other, and when they were asked (milliseconds). Undefined while it is read. */
export function usePairs(biennium: string): {
  readonly pairs: readonly Pair[] | undefined;
  readonly at: number;
  readonly error: Error | null;
} {
  const { data, dataUpdatedAt, error } = useQuery(twoBooks(biennium));
  const pairs = useMemo(() => data?.items.map(pairOf), [data]);
  return { pairs, at: dataUpdatedAt, error };
}
