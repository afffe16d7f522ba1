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
