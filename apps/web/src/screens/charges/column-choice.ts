import { type Message, t } from '../../words/words.ts';

/** What may be shown of a charge beside its name, in the order of the list; those without a mark are shown unless chosen otherwise. */
const offered = [
  { key: 'day', head: 'Delivered on' },
  { key: 'agreement', head: 'Agreement' },
  { key: 'provider', head: 'Provider', isExtra: true },
  { key: 'family', head: 'Kind of service', isExtra: true },
  { key: 'item', head: 'Service' },
  { key: 'quantity', head: 'Quantity' },
  { key: 'traveller', head: 'Traveller', isExtra: true },
  { key: 'evidence', head: 'Evidence', isExtra: true },
  { key: 'note', head: 'Note', isExtra: true },
  { key: 'recorded', head: 'Recorded by', isExtra: true },
  { key: 'certified', head: 'Certified by', isExtra: true },
  { key: 'invoice', head: 'Invoice', isExtra: true },
  { key: 'state', head: 'State' },
  { key: 'credited', head: 'Credited, USD' },
  { key: 'amount', head: 'Amount, USD' },
] as const satisfies readonly { key: string; head: Message; isExtra?: boolean }[];

export type ColumnKey = (typeof offered)[number]['key'];
export const columnKeys: readonly ColumnKey[] = offered.map(({ key }) => key);
export const usualColumns: readonly ColumnKey[] = offered.flatMap((one) => ('isExtra' in one ? [] : [one.key]));

export const columnName = (key: ColumnKey): string => t(offered.find((one) => one.key === key)?.head ?? 'Charge');

/** The columns that the address names, `day,state,amount`, in the order of the list; the usual ones where it names none. */
export function columnsIn(address: string | undefined): readonly ColumnKey[] {
  if (address === undefined) return usualColumns;
  const named = address.split(',');
  return columnKeys.filter((key) => named.includes(key));
}

/** How the address says it; null where it is as usual. "none" is no column: nothing but the name of the charge. */
export function columnsAs(chosen: readonly ColumnKey[]): string | null {
  const keys = columnKeys.filter((key) => chosen.includes(key));
  if (keys.join() === usualColumns.join()) return null;
  return keys.length === 0 ? 'none' : keys.join();
}
