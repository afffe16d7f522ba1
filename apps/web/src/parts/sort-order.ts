interface Order {
  readonly by: string | null; // null: as the list comes by itself
  readonly isAscending: boolean;
}

/** The order that a column's head leads to: upwards, then downwards, then as the list comes by itself. */
export function orderAfter(head: string, { by, isAscending }: Order): [by: string | null, isAscending: boolean] {
  if (by !== head) return [head, true];
  return isAscending ? [head, false] : [null, true];
}

/** What the address says of the order: `sort` is what the server calls it, `order` stands there where it is upwards. */
export interface OrderInAddress {
  readonly sort?: string;
  readonly order?: string;
}

/** As the server is asked. */
export function orderAsked({ sort, order }: OrderInAddress): OrderInAddress {
  return sort === undefined ? {} : { sort, order: order ?? 'desc' };
}

/** As the heads of a list show it, and change it. */
export function sortedIn(
  { sort, order }: OrderInAddress,
  change: (changes: Record<string, string | null>) => void,
): Order & { readonly onSort: (...order: ReturnType<typeof orderAfter>) => void } {
  return {
    by: sort ?? null,
    isAscending: order === 'asc',
    onSort: (by, isAscending) => change({ sort: by, order: by === null || !isAscending ? null : 'asc' }),
  };
}
