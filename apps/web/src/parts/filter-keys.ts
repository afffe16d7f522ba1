import { type DOMAttributes, type KeyboardEvent, type RefObject, useMemo, useRef } from 'react';
import { shortcutTable } from '../frame/shortcut-table.ts';
import { quietly } from '../frame/quiet-note.ts';
import { type Shortcut, useShortcuts, useToldKeys } from '../frame/shortcuts.tsx';
import { t } from '../words/words.ts';
import { type FilterChanges, filtersOff, filtersOf } from './cell-filters.ts';

const none: readonly Shortcut[] = [];
const toldOnly = [shortcutTable.acrossRow];

/**
 * `f` filters a list to the value of a cell, and `Shift f` takes that filter off: of the cell that has the focus, else of the
 * one that the pointer is on. The arrows lead along the row that `j` and `k` have reached, over the cells that can be filtered by;
 * what is answered belongs on the table, which hears them. A list without filters has none of these keys.
 */
export function useFilterKeys(
  table: RefObject<HTMLTableElement | null>,
  onFilter: ((changes: FilterChanges) => void) | undefined,
): Pick<DOMAttributes<HTMLTableElement>, 'onKeyDown' | 'onFocus' | 'onMouseMove'> {
  const isPointed = useRef(false);
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    if (onFilter === undefined) return none;
    const act = (changes: (filters: string) => FilterChanges) => (): void => {
      const ways = isPointed.current ? (['hover', 'focus-within'] as const) : (['focus-within', 'hover'] as const);
      const [cell] = ways.flatMap((way) => table.current?.querySelector<HTMLElement>(`[data-filters]:${way}`) ?? []);
      const filters = cell?.dataset.filters;
      if (filters === undefined)
        quietly(t('Point at a cell, or go to one with the arrows: not each can be filtered by.'));
      else onFilter(changes(filters));
    };
    return [
      { ...shortcutTable.filterTo, act: act(filtersOf) },
      { ...shortcutTable.filterOff, act: act(filtersOff) },
    ];
  }, [table, onFilter]);
  useShortcuts(shortcuts);
  useToldKeys(onFilter === undefined ? none : toldOnly);
  return onFilter === undefined ? {} : { onKeyDown: across, ...pointing(isPointed) };
}

/** What came last. A list that is moved below a pointer at rest is not pointed at. */
function pointing(isPointed: RefObject<boolean>): Pick<DOMAttributes<HTMLTableElement>, 'onFocus' | 'onMouseMove'> {
  return {
    onFocus: () => {
      isPointed.current = false;
    },
    onMouseMove: ({ movementX, movementY }) => {
      if (movementX !== 0 || movementY !== 0) isPointed.current = true;
    },
  };
}

function across(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof HTMLElement)) return;
  const opens = target.closest('tr')?.querySelector<HTMLElement>('button.row-open') ?? null;
  if (opens === null) return;
  if (key === 'Enter' && target.dataset.filters !== undefined) return opens.click();
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
  const stops = [opens, ...(target.closest('tr')?.querySelectorAll<HTMLElement>('[data-filters]') ?? [])];
  const at = stops.indexOf(target);
  if (at === -1) return; // a link, or a box, within a cell
  event.preventDefault(); // the box around the table stays, and shows what has the focus
  const isForward = (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
  stops[at + (isForward ? 1 : -1)]?.focus();
}
