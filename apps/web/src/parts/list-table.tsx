import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { shortcutTable } from '../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../frame/shortcuts.tsx';
import { countText } from '../words/figures.ts';
import { t } from '../words/words.ts';
import { stepped } from './stepped.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly shows: (row: Row) => ReactNode;
  readonly isFigure?: boolean; // right-aligned
  readonly isRowHead?: boolean; // what names the row
  readonly isMinor?: boolean; // gives way on a narrow page
  readonly total?: ReactNode; // in the foot
}

interface List<Row> {
  readonly caption: string; // for whoever does not see it
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly chosen?: string | null;
  readonly onChoose?: (key: string) => void; // a click, or Enter on the row that `j` and `k` have reached
  readonly totalsHead?: string; // names the row of totals
  readonly footRows?: ReactNode;
  readonly drawnAtOnce?: number; // of a list that may be long: the others are there, and are drawn when they are asked for
}

/** A table of documents: one hairline between rows, the totals under a stronger one, rows reached by `j` and `k`. */
export function ListTable<Row>(list: List<Row>): ReactNode {
  const { caption, columns, rows, keyOf, chosen = null, onChoose, totalsHead, footRows, drawnAtOnce } = list;
  const [turns, setTurns] = useState(1);
  const drawn = drawnAtOnce === undefined ? rows : rows.slice(0, drawnAtOnce * turns);
  const body = useRef<HTMLTableSectionElement>(null);
  const shortcuts = useMemo<Shortcut[]>(() => {
    if (onChoose === undefined) return [];
    const step = (by: 1 | -1): void => {
      const lines = [...document.querySelectorAll<HTMLElement>('table.list tbody tr[data-opens="true"]')];
      const [hasFocus, isChosen] = [
        lines.findIndex((line) => line.contains(document.activeElement)),
        lines.findIndex((line) => line.dataset.chosen === 'true'),
      ];
      const next = lines[stepped({ count: lines.length, hasFocus, isChosen }, by)];
      const opens = next?.querySelector<HTMLElement>('button.row-open');
      opens?.focus();
      if (isChosen !== -1) opens?.click(); // what is open beside the list goes along
    };
    return [
      { ...shortcutTable.nextRow, act: () => step(1) },
      { ...shortcutTable.rowBefore, act: () => step(-1) },
    ];
  }, [onChoose]);
  useShortcuts(shortcuts);
  const last = useRef<string | null>(null);
  const enters = useRef(false);
  useEffect(() => {
    if (enters.current && chosen !== null) intoPanel();
    enters.current = false;
    // What was open beside the list is closed, and took the focus with it: it is again on the row.
    if (chosen === null && last.current !== null && document.activeElement === document.body) {
      const row = [...(body.current?.rows ?? [])].find((line) => line.dataset.key === last.current);
      row?.querySelector<HTMLElement>('button.row-open')?.focus();
    }
    last.current = chosen;
  }, [chosen]);

  const click = (key: string) => (event: MouseEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('a, button, input, label, summary') !== null)
      return;
    if (window.getSelection()?.toString() !== '') return; // somebody copies a figure
    onChoose?.(key);
  };
  const open = (key: string) => (event: MouseEvent) => {
    onChoose?.(key);
    // By Enter, and neither by the mouse nor by `j`, which stays among the rows.
    enters.current = event.detail === 0 && event.nativeEvent.isTrusted;
    if (enters.current && key === chosen) intoPanel();
  };
  const hasTotals = columns.some(({ total }) => total !== undefined);
  const named = Math.max(
    0,
    columns.findIndex(({ isRowHead }) => isRowHead === true),
  ); // never a column that gives way
  return (
    <div className="list-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="list">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, isFigure, isMinor }) => (
              <th key={key} scope="col" data-figure={isFigure} data-minor={isMinor}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {drawn.map((row) => {
            const key = keyOf(row);
            return (
              <tr
                key={key}
                data-key={key}
                data-chosen={key === chosen}
                data-opens={onChoose !== undefined}
                onClick={click(key)}
              >
                {columns.map(({ key: name, shows, isFigure, isRowHead, isMinor }) =>
                  isRowHead === true ? (
                    <th key={name} scope="row" data-minor={isMinor}>
                      {onChoose === undefined ? (
                        shows(row)
                      ) : (
                        <button type="button" className="row-open" aria-pressed={key === chosen} onClick={open(key)}>
                          {shows(row)}
                        </button>
                      )}
                    </th>
                  ) : (
                    <td key={name} data-figure={isFigure} data-minor={isMinor}>
                      {shows(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {(hasTotals || footRows !== undefined) && (
          <tfoot>
            {hasTotals && (
              <tr>
                {columns.map(({ key, total, isFigure, isMinor }, index) =>
                  index === named ? (
                    <th key={key} scope="row" data-minor={isMinor}>
                      {totalsHead}
                    </th>
                  ) : (
                    <td key={key} data-figure={isFigure} data-minor={isMinor}>
                      {total}
                    </td>
                  ),
                )}
              </tr>
            )}
            {footRows}
          </tfoot>
        )}
      </table>
      {drawn.length < rows.length && (
        <p className="list-more">
          <span className="muted">
            {t('{shown} of {all}', { shown: countText(drawn.length), all: countText(rows.length) })}
          </span>
          <Button size="xs" variant="default" onClick={() => setTurns(turns + 1)}>
            {t('Show more')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** To what is open beside the list, of which this is the heading; Escape leads back to the row. */
function intoPanel(): void {
  document.querySelector<HTMLElement>('.panel-head h2[tabindex]')?.focus();
}
