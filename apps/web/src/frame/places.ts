/** Something that the palette leads to. */
export interface Place {
  readonly name: string;
  readonly kind: string;
  readonly to: string;
}

interface Known {
  readonly screens: readonly { readonly name: string; readonly path: string }[];
  readonly agreements: readonly { readonly number: string; readonly meeting: string }[];
  readonly charges: readonly { readonly id: string; readonly title: string }[]; // that the server has found, one of them twice perhaps
  readonly kinds: { readonly screen: string; readonly agreement: string; readonly charge: string };
}

/** What there is of that name or number, and nothing that there is not: the number of a charge is looked up, not believed. */
export function placesNamed(text: string, { screens, agreements, charges, kinds }: Known): Place[] {
  const wanted = text.trim().toLowerCase();
  const isNamed = (name: string): boolean => name.toLowerCase().includes(wanted);
  const named = [
    ...screens.map(({ name, path }): Place => ({ name, kind: kinds.screen, to: path })),
    ...agreements.map(({ number, meeting }): Place => ({
      name: `${number}, ${meeting}`,
      kind: kinds.agreement,
      to: `/agreements/${encodeURIComponent(number)}`,
    })),
  ].filter(({ name }) => isNamed(name));
  const each = new Map(charges.map((one) => [one.id, one]));
  const found = wanted === '' ? [] : [...each.values()].filter(({ id }) => isNamed(id));
  // The very one first.
  const ordered = found.toSorted(
    (a, b) => Number(b.id.toLowerCase() === wanted) - Number(a.id.toLowerCase() === wanted),
  );
  return [
    ...named,
    ...ordered.map(({ id, title }): Place => ({
      name: `${id}, ${title}`,
      kind: kinds.charge,
      to: `/charges?charge=${encodeURIComponent(id)}`,
    })),
  ];
}

/** What is read for the palette, as `useQuery` has it. */
interface Look {
  readonly isFetching: boolean;
  readonly isError: boolean;
}

/** How far all looks have come: only where they are done may it be said what there is not. */
export function lookedUp(looks: readonly Look[]): 'looking' | 'failed' | 'done' {
  if (looks.some(({ isFetching }) => isFetching)) return 'looking';
  return looks.some(({ isError }) => isError) ? 'failed' : 'done';
}
