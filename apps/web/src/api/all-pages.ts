import { useEffect } from 'react';

/** A list that comes page by page, as `useInfiniteQuery` has it. */
interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
}

/** Asks for one page after the other, for whatever needs all of them. */
export function useAllPages({
  hasNextPage,
  isFetching,
  isError,
  fetchNextPage,
}: Paged & { fetchNextPage: () => unknown }): void {
  const asksOn = isNextAsked({ hasNextPage, isFetching, isError });
  useEffect(() => {
    if (asksOn) void fetchNextPage();
  }, [asksOn, fetchNextPage]);
}

/** Not after one that has failed: it would be asked for without end. Whoever reads is told, and tries again. */
export function isNextAsked({ hasNextPage, isFetching, isError }: Paged): boolean {
  return hasNextPage && !isFetching && !isError;
}

/** The rows of all pages; null as long as one is not there, or those that are there are what was asked before. */
export function wholeOf<Row>({
  data,
  hasNextPage,
  isPlaceholderData,
}: {
  readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isPlaceholderData: boolean;
}): readonly Row[] | null {
  if (data === undefined || hasNextPage || isPlaceholderData) return null;
  return data.pages.flatMap(({ items }) => items);
}
