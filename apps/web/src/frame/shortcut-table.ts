import type { Message } from '../words/words.ts';

/** A key of the product, what it does, and where it is heard. */
export interface KeyOf {
  readonly keys: string; // "n", "/", "?", "g a", "Ctrl D"
  readonly does: Message;
  readonly on: Message;
}

/**
 * Every key but those that go to a screen (`screens.ts` has their letters). Parts take theirs from here, and the help and
 * Settings show this table: what is not in it cannot be pressed.
 */
export const shortcutTable = {
  search: { keys: 'Ctrl K', does: 'Search or go to', on: 'Everywhere' },
  copyAddress: { keys: 'Alt Shift C', does: 'Copy the address of this view', on: 'Everywhere' },
  help: { keys: '?', does: 'All shortcuts of this screen', on: 'Everywhere' },

  nextRow: { keys: 'j', does: 'Next row', on: 'In a list' },
  rowBefore: { keys: 'k', does: 'Row before', on: 'In a list' },
  selectRow: { keys: 'x', does: 'Select the row', on: 'In a list' },
  selectRange: { keys: 'X', does: 'Select the rows up to here', on: 'In a list' },
  decide: { keys: 'e', does: 'Decide on what is selected', on: 'In a list' },
  acrossRow: { keys: '← →', does: 'Along the row, to what can be filtered by', on: 'In a list' },
  filterTo: { keys: 'f', does: 'Filter to the value of this cell', on: 'In a list' },
  filterOff: { keys: 'F', does: 'Take the filter of this column off', on: 'In a list' },
  toFilters: { keys: '/', does: 'To the filters', on: 'In a list' },
  closePanel: { keys: 'Escape', does: 'Close the panel', on: 'In a list' },

  recordCharges: { keys: 'n', does: 'Record charges', on: 'Charges' },
  recordTrip: { keys: 't', does: 'Record a trip', on: 'Charges' },
  prepareInvoice: { keys: 'n', does: 'Prepare an invoice', on: 'Invoices' },

  edit: { keys: 'F2', does: 'Edit within the cell', on: 'Record charges' },
  nextCell: { keys: 'Tab', does: 'Next cell', on: 'Record charges' },
  nextLine: { keys: 'Enter', does: 'The same cell of the next line', on: 'Record charges' },
  keepLine: { keys: 'Shift Enter', does: 'Keep the line and stay in it', on: 'Record charges' },
  services: { keys: 'Alt ↓', does: 'Open the services', on: 'Record charges' },
  reading: { keys: 'Alt 1', does: 'Take the first of what it can mean', on: 'Record charges' },
  copyAbove: { keys: 'Ctrl D', does: 'Copy from above', on: 'Record charges' },
  fillDown: { keys: 'Ctrl Shift D', does: 'Copy into all lines below', on: 'Record charges' },
  today: { keys: 'Ctrl ;', does: 'Today', on: 'Record charges' },
  removeLine: { keys: 'Ctrl −', does: 'Remove the line', on: 'Record charges' },
  undo: { keys: 'Ctrl Z', does: 'Undo', on: 'Record charges' },
  redo: { keys: 'Ctrl Y', does: 'Redo', on: 'Record charges' },
  record: { keys: 'Ctrl Enter', does: 'Record what is entered', on: 'Record charges' },
} as const satisfies Readonly<Record<string, KeyOf>>;

const all: readonly KeyOf[] = Object.values(shortcutTable);

/** Those of one place, in their order. */
export function keysOn(place: (typeof shortcutTable)[keyof typeof shortcutTable]['on']): readonly KeyOf[] {
  return all.filter(({ on }) => on === place);
}

/** All of it by place, the places in the order of the table. */
export function keysByPlace(): readonly (readonly [place: Message, keys: readonly KeyOf[]])[] {
  return [...Map.groupBy(all, ({ on }) => on)];
}
