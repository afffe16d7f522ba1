/** By the names of filters in the address; null takes one off. */
export type FilterChanges = Record<string, string | null>;

/** What a cell is filtered by, as it stands in the address: "from=2025-11-07&to=2025-11-07". */
export function filtersText(filters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(filters).toString();
}

/** To the value of the cell. */
export function filtersOf(text: string): FilterChanges {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The same filters taken off, whatever they were. */
export function filtersOff(text: string): FilterChanges {
  return Object.fromEntries([...new URLSearchParams(text).keys()].map((name) => [name, null]));
}
