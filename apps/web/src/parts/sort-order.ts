interface Order {
  readonly by: string | null; // null: as the list comes by itself
  readonly isAscending: boolean;
}

/** The order that a column's head leads to: upwards, then downwards, then as the list comes by itself. */
export function orderAfter(head: string, { by, isAscending }: Order): [by: string | null, isAscending: boolean] {
  if (by !== head) return [head, true];
  return isAscending ? [head, false] : [null, true];
}
