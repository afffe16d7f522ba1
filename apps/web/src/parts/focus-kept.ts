import { useEffect, useRef } from 'react';
import { placeAfter } from './stepped.ts';

/**
 * Where what had the focus is gone, by what was decided, the focus goes to the row that has its place now, else to the heading
 * of the screen, and does not fall out of the page. `changed`: what the decision changes, once it is shown.
 */
export function useFocusKept(changed: unknown): void {
  const last = useRef<{ element: Element; row: number } | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target.closest('[role="dialog"]') !== null) return;
      const row = rowsShown().findIndex((one) => one.contains(target));
      last.current = { element: target, row };
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (document.activeElement !== document.body || last.current?.element.isConnected !== false) return;
    const rows = rowsShown();
    const row = rows[placeAfter(last.current.row, rows.length)]?.querySelector<HTMLElement>('button.row-open');
    (row ?? document.querySelector<HTMLElement>('.page-head h1'))?.focus();
  }, [changed]);
}

function rowsShown(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('table.list tbody tr[data-opens="true"]')];
}
