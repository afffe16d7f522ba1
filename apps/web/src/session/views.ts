/** A name for an address: what it shows is what the address says, filters and columns alike. */
export interface View {
  readonly name: string;
  readonly search: string; // "state=RECORDED&columns=day,amount"
}

export const namedMost = 20;
const lengthMost = 40;
const place = (person: string, screen: string): string => `recoup.views.${person} ${screen}`;

/**
 * The views that this person has named on this computer. The server keeps no preferences; a view that is to be shared is its
 * address, which can be sent to anybody.
 */
export function viewsOf(person: string, screen: string): readonly View[] {
  try {
    return viewsIn(JSON.parse(localStorage.getItem(place(person, screen)) ?? '[]'));
  } catch {
    return [];
  }
}

export function keepViews(person: string, screen: string, views: readonly View[]): void {
  try {
    localStorage.setItem(place(person, screen), JSON.stringify(views));
  } catch {
    // a full or a forbidden store: they live as long as the page
  }
}

/** Of what was kept, whatever has the form of a view. */
export function viewsIn(kept: unknown): readonly View[] {
  if (!Array.isArray(kept)) return [];
  return kept
    .flatMap((one: unknown): View[] => {
      const { name, search } = (one ?? {}) as Partial<Record<keyof View, unknown>>;
      return typeof name === 'string' && name !== '' && typeof search === 'string' ? [{ name, search }] : [];
    })
    .slice(0, namedMost);
}

/** With this one, by name; one of the same name is replaced, and beyond twenty the oldest goes. */
export function withView(views: readonly View[], { name, search }: View): readonly View[] {
  const named = name.trim().slice(0, lengthMost);
  if (named === '') return views;
  return [...views.filter((one) => one.name !== named), { name: named, search }].slice(-namedMost);
}

/** What of an address is the view: sorted, without what is open beside the list. */
export function searchOf(search: URLSearchParams, leavesOut: readonly string[]): string {
  const said = [...search].filter(([name, value]) => value !== '' && name !== 'lang' && !leavesOut.includes(name));
  return new URLSearchParams(said.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
}
