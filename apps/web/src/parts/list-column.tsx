import { ArrowDownIcon, ArrowUpIcon, ChevronsUpDownIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { orderAfter } from './sort-order.ts';

/**
 * Where a cell stands on a narrow page, on which each row is an entry of two or three lines. `first`: begins the first line (what
 * names the row, unless it says otherwise); `end`: ends it; `line`: a line of its own; `part`: after what comes before it;
 * `said` (every other): the same, behind its head.
 */
type Place = 'before' | 'first' | 'end' | 'line' | 'part' | 'said';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly shows: (row: Row) => ReactNode;
  readonly isFigure?: boolean; // right-aligned
  readonly isRowHead?: boolean; // what names the row
  readonly narrow?: Place;
  readonly isQuiet?: boolean; // on a narrow page a dash of it is not said
  readonly className?: string;
  readonly sort?: string; // what the server calls this order
  readonly total?: ReactNode; // in the foot
  readonly filters?: (row: Row) => Readonly<Record<string, string>>; // what the list is narrowed by to the value of a cell
}

export interface Sorted {
  readonly by: string | null; // null: as the list comes by itself
  readonly isAscending: boolean;
  readonly onSort: (by: string | null, isAscending: boolean) => void;
}

export function placeOf<Row>({ narrow, isRowHead }: Column<Row>): Place {
  return narrow ?? (isRowHead === true ? 'first' : 'said');
}

export function saysOf<Row>(column: Column<Row>): object {
  const { head, isFigure, isQuiet, className } = column;
  return {
    className,
    'data-figure': isFigure,
    'data-at': placeOf(column),
    'data-quiet': isQuiet,
    'data-head': head === '' ? undefined : head,
  };
}

/** The head of a column; where the server knows an order by it, a button: upwards, downwards, and as it was. */
export function Head<Row>({
  of: column,
  role,
  sorted,
}: {
  of: Column<Row>;
  role: string | undefined;
  sorted: Sorted | undefined;
}): ReactNode {
  const { head, sort, isFigure, className } = column;
  const isBy = sort !== undefined && sorted?.by === sort;
  const Arrow = !isBy ? ChevronsUpDownIcon : sorted.isAscending ? ArrowUpIcon : ArrowDownIcon;
  return (
    <th
      scope="col"
      role={role}
      className={className}
      data-figure={isFigure}
      data-at={placeOf(column)}
      data-sorts={sort !== undefined && sorted !== undefined}
      aria-sort={isBy ? (sorted.isAscending ? 'ascending' : 'descending') : undefined}
    >
      {sort === undefined || sorted === undefined ? (
        head
      ) : (
        <button type="button" className="sort" onClick={() => sorted.onSort(...orderAfter(sort, sorted))}>
          {head} <Arrow size={12} aria-hidden />
        </button>
      )}
    </th>
  );
}
