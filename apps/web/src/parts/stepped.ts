/**
 * Where `j` and `k` lead among the rows of all lists of a page, in its order: on from the row that has the focus, else from
 * the one that is open, else to the first. A list that stands below another, and came later, takes no key from it.
 */
export function stepped(
  rows: { readonly count: number; readonly hasFocus: number; readonly isChosen: number }, // -1: none
  by: 1 | -1,
): number {
  const from = rows.hasFocus === -1 ? rows.isChosen : rows.hasFocus;
  return Math.max(0, Math.min(rows.count - 1, from + by));
}

/** The row that stands where one was that is gone: the next one, else the last one; -1 where there was, or is, none. */
export function placeAfter(gone: number, count: number): number {
  return gone === -1 ? -1 : Math.min(gone, count - 1);
}
