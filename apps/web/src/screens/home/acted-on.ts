interface Act {
  readonly kind: string;
  readonly action: string;
  readonly objects: readonly string[];
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What somebody did something to: its name, and where it is looked at. */
export interface ActedOn {
  readonly id: string;
  readonly name: string | null; // null: a draft that has no number
  readonly to: string | null; // null: it has no page
}

/** The numbers that drafts were given, by their ids, as far as these acts say them. */
export function numbersIn(acts: readonly Act[]): ReadonlyMap<string, string> {
  return new Map(
    acts.flatMap(({ kind, objects, after }) =>
      kind === 'invoice' && typeof after?.number === 'string' ? [[objects[0] ?? '', after.number] as const] : [],
    ),
  );
}

/** The ids of what these acts show as drafts, for it may have a number since, which somebody else gave it. */
export function draftsIn(acts: readonly Act[], numbers: ReadonlyMap<string, string>): string[] {
  const ids = acts.flatMap(({ kind, objects }) => (kind === 'invoice' ? objects : []));
  return [...new Set(ids)].filter((id) => isOfMachines(id) && !numbers.has(id));
}

/** Of an invoice or a credit note an act keeps the id: it is shown by its number, once it has one. */
export function actedOn({ kind, objects }: Act, numbers: ReadonlyMap<string, string>): ActedOn[] {
  const shown = /^(charge|agreement|invoice)$/.test(kind) ? objects : objects.filter((id) => !isOfMachines(id));
  return shown.map((id) => {
    const name = encodeURIComponent(id);
    switch (kind) {
      case 'charge':
        return { id, name: id, to: `/charges?charge=${name}` };
      case 'agreement':
        return { id, name: id, to: `/agreements/${name}` };
      case 'invoice': {
        const number = numbers.get(id);
        return {
          id,
          name: number ?? null,
          to: `/invoices/${number === undefined ? name : encodeURIComponent(number)}`,
        };
      }
      case 'period':
        return { id, name: id, to: `/periods?period=${name}` };
      default:
        return { id, name: id, to: null };
    }
  });
}

/** A number for machines, which says nothing to a reader: of a designation, a session. */
function isOfMachines(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
