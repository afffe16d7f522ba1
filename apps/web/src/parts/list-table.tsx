import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { shortcutTable } from '../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../frame/shortcuts.tsx';
import { countText } from '../words/figures.ts';
import { t } from '../words/words.ts';
import { type FilterChanges, filtersText } from './cell-filters.ts';
import { useFilterKeys } from './filter-keys.ts';
import { boxOf, useRoom } from './list-box.tsx';
import { type Column, Head, placeOf, saysOf, type Sorted } from './list-column.tsx';
import { stepped } from './stepped.ts';

export type { Column } from './list-column.tsx';

/** A row of the foot, below the totals: by the keys of the columns. */
export interface Foot {
  readonly head: string;
  readonly shows: Readonly<Record<string, ReactNode>>;
}

export interface Group<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly rows: readonly Row[];
}

interface List<Row> {
  readonly caption: string; // for whoever does not see it
  readonly says?: ReactNode; // above it, for all
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly groups?: readonly Group<Row>[]; // the rows below heads of their own
  readonly keyOf: (row: Row) => string;
  readonly chosen?: string | null;
  readonly onChoose?: (key: string) => void; // a click, or Enter on the row that `j` and `k` have reached
  readonly sorted?: Sorted;
  readonly onFilter?: (changes: FilterChanges) => void; // `f` and `Shift f` on cells of columns that have filters
  readonly totalsHead?: string; // names the row of totals
  readonly foots?: readonly Foot[];
  readonly drawnAtOnce?: number; // of a list that may be long: the others are there, and are drawn when they are asked for
  readonly stackBelow?: number; // rem of the list itself
  readonly isChosen?: boolean; // somebody has chosen these columns: they stay columns
}

/** A table of documents: one hairline between rows, the totals under a stronger one, rows reached by `j` and `k`. */
export function ListTable<Row>(list: List<Row>): ReactNode {
  const { caption, says, columns, rows, keyOf, chosen = null, onChoose, totalsHead, foots = [], drawnAtOnce } = list;
  // Beside an open panel there is room for entries, and not for columns.
  const stackBelow = chosen === null ? (list.stackBelow ?? 44) : 64;
  const keys = columns.map(({ key }) => key).join(' ');
  const [box, room] = useRoom({ stackBelow, mayStack: list.isChosen !== true, columns: keys });
  const isStacked = room.drawn === 'stacked';
  const [turns, setTurns] = useState(1);
  const drawn = drawnAtOnce === undefined ? rows : rows.slice(0, drawnAtOnce * turns);
  const table = useRef<HTMLTableElement>(null);
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
      const within = document.activeElement?.closest<HTMLTableCellElement>('[data-filters]')?.cellIndex;
      const below = next?.querySelectorAll<HTMLElement>('th, td')[within ?? -1]; // in the column where one is
      (below?.dataset.filters === undefined ? opens : below)?.focus();
      if (isChosen !== -1) opens?.click(); // what is open beside the list goes along
    };
    return [
      { ...shortcutTable.nextRow, act: () => step(1) },
      { ...shortcutTable.rowBefore, act: () => step(-1) },
    ];
  }, [onChoose]);
  useShortcuts(shortcuts);
  const along = useFilterKeys(table, list.onFilter);
  const last = useRef<string | null>(null);
  const enters = useRef(false);
  useEffect(() => {
    if (enters.current && chosen !== null) intoPanel();
    enters.current = false;
    // What was open beside the list is closed, and took the focus with it: it is again on the row.
    if (chosen === null && last.current !== null && document.activeElement === document.body) {
      const row = [...(table.current?.rows ?? [])].find((line) => line.dataset.key === last.current);
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
    // By Enter, and neither by the mouse nor by `j`, which stays among the rows. Known before it is open, which may be at once.
    enters.current = event.detail === 0 && event.nativeEvent.isTrusted;
    onChoose?.(key);
    if (enters.current && key === chosen) intoPanel();
  };
  const totals: Foot[] = columns.some(({ total }) => total !== undefined)
    ? [{ head: totalsHead ?? '', shows: Object.fromEntries(columns.map(({ key, total }) => [key, total])) }]
    : [];
  const named = Math.max(
    0,
    columns.findIndex(({ isRowHead }) => isRowHead === true),
  );
  // What is not drawn as a table any more has to say that it is one.
  const roles = isStacked ? stackedRoles : noRoles;
  const filtered = (column: Column<Row>, row: Row): object =>
    list.onFilter === undefined || column.filters === undefined
      ? {}
      : { 'data-filters': filtersText(column.filters(row)), tabIndex: -1 };
  const rowOf = (row: Row): ReactNode => {
    const key = keyOf(row);
    return (
      <tr
        key={key}
        role={roles.row}
        data-key={key}
        data-chosen={key === chosen}
        data-opens={onChoose !== undefined}
        onClick={click(key)}
      >
        {columns.map((column) =>
          column.isRowHead === true ? (
            <th key={column.key} scope="row" role={roles.rowHead} data-at={placeOf(column)}>
              {onChoose === undefined ? (
                column.shows(row)
              ) : (
                <button type="button" className="row-open" aria-pressed={key === chosen} onClick={open(key)}>
                  {column.shows(row)}
                </button>
              )}
            </th>
          ) : (
            <td key={column.key} role={roles.cell} {...saysOf(column)} {...filtered(column, row)}>
              {column.shows(row)}
            </td>
          ),
        )}
      </tr>
    );
  };
  return (
    <div ref={box} {...boxOf(room, caption)}>
      <table className="list" ref={table} role={roles.table} data-stacked={isStacked} {...along}>
        <caption className={says === undefined ? 'hidden' : undefined}>{says ?? caption}</caption>
        <thead role={roles.rows}>
          <tr role={roles.row}>
            {columns.map((column) => (
              <Head key={column.key} of={column} role={roles.head} sorted={list.sorted} />
            ))}
          </tr>
        </thead>
        {(list.groups ?? [{ key: '', head: null, rows: drawn }]).map(({ key, head, rows: within }) => (
          <tbody key={key} role={roles.rows}>
            {head !== null && (
              <tr className="group" role={roles.row}>
                <th scope="rowgroup" colSpan={columns.length} role={roles.rowHead}>
                  {head}
                </th>
              </tr>
            )}
            {within.map(rowOf)}
          </tbody>
        ))}
        {totals.length + foots.length > 0 && (
          <tfoot role={roles.rows}>
            {[...totals, ...foots].map((foot) => (
              <FootRow key={foot.head} of={foot} {...{ columns, named, isStacked }} />
            ))}
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

interface FootOf<Row> {
  readonly of: Foot;
  readonly columns: readonly Column<Row>[];
  readonly named: number; // the column of the heads of rows
  readonly isStacked: boolean;
}

/** Its head has the room of the columns that say nothing after it: a sentence does not stand in the width of a number. */
function FootRow<Row>({ of: { head, shows }, columns, named, isStacked }: FootOf<Row>): ReactNode {
  const roles = isStacked ? stackedRoles : noRoles;
  const next = columns.findIndex(({ key }, index) => index > named && shows[key] !== undefined);
  const spans = isStacked ? 1 : (next === -1 ? columns.length : next) - named;
  return (
    <tr role={roles.row}>
      {columns.map((column, index) =>
        index === named ? (
          <th key={column.key} scope="row" colSpan={spans} role={roles.rowHead} data-at={placeOf(column)}>
            {head}
          </th>
        ) : index > named && index < named + spans ? null : (
          <td key={column.key} role={roles.cell} {...saysOf(column)}>
            {shows[column.key]}
          </td>
        ),
      )}
    </tr>
  );
}

const noRoles = {} as Partial<Record<'table' | 'rows' | 'row' | 'head' | 'rowHead' | 'cell', string>>;
const stackedRoles: typeof noRoles = {
  table: 'table',
  rows: 'rowgroup',
  row: 'row',
  head: 'columnheader',
  rowHead: 'rowheader',
  cell: 'cell',
};

/** To what is open beside the list, of which this is the heading; Escape leads back to the row. */
function intoPanel(): void {
  document.querySelector<HTMLElement>('.panel-head h2[tabindex]')?.focus();
}
