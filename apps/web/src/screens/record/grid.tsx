import { LockIcon } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { keysOn } from '../../frame/shortcut-table.ts';
import { useToldKeys } from '../../frame/shortcuts.tsx';
import { Amount } from '../../parts/figures.tsx';
import { useRoom } from '../../parts/list-box.tsx';
import { unitText } from '../../words/codes.ts';
import { amountText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { readBlock } from './block.ts';
import { Cell as EachCell } from './cell.tsx';
import type { Change, Line } from './draft.ts';
import type { CheckedLine, Column, Item } from './line.ts';

const gridKeys = keysOn('Record charges');

const Cell = memo(EachCell);

interface Grid {
  readonly lines: readonly Line[];
  readonly checked: readonly CheckedLine[];
  readonly refused: ReadonlyMap<string, { readonly column: Column; readonly why: string }>;
  readonly priced: ReadonlyMap<string, Answers['ChargeAnswer']>;
  readonly items: readonly Item[];
  readonly isLocked: boolean;
  readonly onChange: (change: Change) => void;
  readonly onSubmit: () => void;
  readonly onPasted: (rows: number) => void;
  readonly onKeep: (line: number) => void;
}

/**
 * A table of cells as in Excel: typing replaces, F2 edits within, arrows and Enter and Tab move, a pasted block spreads from
 * the cell it is pasted into. Browser keys are taken only in here.
 */
export function EntryGrid(grid: Grid): ReactNode {
  const { lines, checked, refused, priced, items, isLocked, onChange, onSubmit, onPasted, onKeep: keep } = grid;
  const table = useRef<HTMLTableElement>(null);
  // With the lines: what a pasted block makes wider is known before it is painted, and it is painted once.
  const [box, { isWider }] = useRoom({ stackBelow: 0, mayStack: false, columns: String(lines.length) });
  const rowCount = useRef(lines.length);
  useToldKeys(gridKeys);
  useEffect(() => {
    rowCount.current = lines.length;
  }, [lines.length]);

  const go = useCallback((line: number, column: Column) => {
    const row = Math.max(0, Math.min(rowCount.current - 1, line));
    const input = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`);
    input?.focus();
    input?.select();
  }, []);

  const press = useCallback(
    (event: KeyboardEvent, line: number, column: Column) => {
      const isCommand = event.ctrlKey || event.metaKey;
      const done = commandOf(event, isCommand);
      if (done === null) return;
      event.preventDefault();
      if (done === 'submit') return onSubmit();
      if (done === 'today') onChange({ kind: 'write', line, column, text: new Date().toISOString().slice(0, 10) });
      else if (done === 'undo' || done === 'redo') onChange({ kind: done });
      else if (done === 'remove') onChange({ kind: 'remove', line });
      else onChange({ kind: done, line, column });
    },
    [onChange, onSubmit],
  );

  const paste = useCallback(
    (event: ClipboardEvent, line: number, column: Column) => {
      const block = readBlock(event.clipboardData.getData('text/plain'));
      if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return; // one text goes where the caret is
      event.preventDefault();
      onChange({ kind: 'paste', line, column, block });
      onPasted(block.length);
    },
    [onChange, onPasted],
  );

  const write = useCallback(
    (line: number, column: Column, text: string) => onChange({ kind: 'write', line, column, text }),
    [onChange],
  );

  const takeSum = useCallback(
    (line: number, column: Column, sum: { value: string; said: string }) =>
      onChange({ kind: 'take sum', line, column, ...sum }),
    [onChange],
  );

  return (
    <div className="list-box grid-box" ref={box} data-wider={isWider}>
      <table className="grid" ref={table} aria-label={t('Charges to record')} data-locked={isLocked} spellCheck={false}>
        <thead>
          <tr>
            <th scope="col" className="grid-number">
              <span className="hidden">{t('Line')}</span>
            </th>
            <th scope="col">{t('Delivered on')}</th>
            <th scope="col">{t('Service')}</th>
            <th scope="col" data-figure>
              {t('Quantity')}
            </th>
            <th scope="col" className="grid-unit">
              {t('Unit')}
            </th>
            <th scope="col" className="grid-rate" data-figure>
              {t('Rate')}
            </th>
            <th scope="col">{t('Currency')}</th>
            <th scope="col" data-figure>
              {t('Cost')}
            </th>
            <th scope="col" data-figure>
              {t('Amount, USD')}
            </th>
            <th scope="col">{t('Evidence')}</th>
            <th scope="col">{t('Note')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const found = checked[index];
            if (found === undefined) return null;
            return (
              <Row
                key={line.key}
                {...{ line, index, found, items, isLocked, go, press, paste, write, takeSum, keep }}
                refused={refused.get(line.key)}
                amount={found.request === null ? undefined : priced.get(line.key)?.amount.amount}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface LineOf {
  readonly line: Line;
  readonly index: number;
  readonly found: CheckedLine;
  readonly refused: { readonly column: Column; readonly why: string } | undefined;
  readonly items: readonly Item[];
  readonly isLocked: boolean;
  readonly go: (line: number, column: Column) => void;
  readonly press: (event: KeyboardEvent, line: number, column: Column) => void;
  readonly paste: (event: ClipboardEvent, line: number, column: Column) => void;
  readonly write: (line: number, column: Column, text: string) => void;
  readonly takeSum: (line: number, column: Column, sum: { value: string; said: string }) => void;
  readonly keep: (line: number) => void;
}

const Row = memo(function Row({ amount, ...of }: LineOf & { readonly amount: string | undefined }): ReactNode {
  const { index, found, refused } = of;
  const hasTrouble = Object.values(found.findings).some(({ sum }) => sum === undefined) || refused !== undefined;
  return (
    <tr data-trouble={hasTrouble}>
      <th scope="row" className="grid-number">
        <span>{index + 1}</span>
      </th>
      <Delivered {...of} />
      <td className="grid-read" data-figure>
        {amount !== undefined && <Amount of={amount} />}
      </td>
      <Noted {...of} />
    </tr>
  );
});

/** The cells before the amount: of five hundred pasted lines, what is priced draws the amounts anew and not the cells. */
const Delivered = memo(function Delivered(of: LineOf): ReactNode {
  const { item, rate } = of.found;
  return (
    <>
      {cellOf(of, 'day', t('Delivered on'))}
      {cellOf(of, 'item', t('Service'))}
      {cellOf(of, 'quantity', t('Quantity'))}
      <td className="grid-read">{item === null ? '' : unitText(item.unit)}</td>
      <td className="grid-read" data-figure>
        {rate !== null && (
          <>
            <LockIcon size={11} aria-label={t('From the rate card')} /> {amountText(rate.unitRate)}
            {rate.currency !== 'USD' && ` ${rate.currency}`}
          </>
        )}
      </td>
      {cellOf(of, 'currency', t('Currency'))}
      {cellOf(of, 'cost', t('Cost'))}
    </>
  );
});

const Noted = memo(function Noted(of: LineOf): ReactNode {
  return (
    <>
      {cellOf(of, 'evidence', t('Evidence'))}
      {cellOf(of, 'note', t('Note'))}
    </>
  );
});

function cellOf({ line, index, found, refused, ...of }: LineOf, column: Column, label: string): ReactNode {
  return (
    <Cell
      {...of}
      {...{ column, label }}
      line={index}
      text={line.cells[column]}
      finding={found.findings[column]}
      said={refused?.column === column ? refused.why : undefined}
    />
  );
}

type Command = 'submit' | 'undo' | 'redo' | 'copy above' | 'fill down' | 'today' | 'remove';

function commandOf({ key, shiftKey }: KeyboardEvent, isCommand: boolean): Command | null {
  if (!isCommand) return null;
  switch (key.toLowerCase()) {
    case 'enter':
      return 'submit';
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 'd':
      return shiftKey ? 'fill down' : 'copy above';
    case "'":
      return 'copy above';
    case ';':
      return 'today';
    case '-':
      return 'remove';
    default:
      return null;
  }
}
