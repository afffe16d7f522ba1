import {
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { readingText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { beside } from './beside.ts';
import type { Column, Finding, Item } from './line.ts';

interface CellOf {
  readonly line: number;
  readonly column: Column;
  readonly label: string;
  readonly text: string;
  readonly finding: Finding | undefined; // of its form
  readonly said: string | undefined; // by the server
  readonly items: readonly Item[];
  readonly isLocked: boolean;
  readonly go: (line: number, column: Column) => void;
  readonly press: (event: KeyboardEvent, line: number, column: Column) => void;
  readonly paste: (event: ClipboardEvent, line: number, column: Column) => void;
  readonly write: (line: number, column: Column, text: string) => void;
  readonly takeSum: (line: number, column: Column, sum: { value: string; said: string }) => void;
  readonly keep: (line: number) => void;
}

/**
 * One cell. As it is reached, all of it is selected and arrows move on; F2, a click or a typed letter edits within. What is
 * wrong is said under it; where it can mean two things, each is a button, and Alt and its number takes it.
 */
export function Cell(cell: CellOf): ReactNode {
  const { line, column, label, text, finding, said, items, isLocked, go, press, paste, write, takeSum, keep } = cell;
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [covers, setCovers] = useState(false); // the list would lie on what is said in the lines below
  const before = useRef(text);
  const id = useId();
  const offers = column === 'item' && isOpen ? matching(items, text) : [];
  const current = Math.min(at, offers.length - 1);
  const readings = finding?.readings ?? [];
  const why = said ?? (finding === undefined ? undefined : t(...finding.why));
  const sum = said === undefined ? finding?.sum : undefined;
  const isSaid = why !== undefined;
  const isWrong = isSaid && sum === undefined;

  const take = (chosen: string): void => {
    if (sum !== undefined) takeSum(line, column, sum);
    else write(line, column, chosen);
    setOpen(false);
  };
  const move = (event: KeyboardEvent, row: number, to: Column): void => {
    event.preventDefault();
    const offered = offers[current];
    if (isOpen && offered !== undefined && text !== '') write(line, column, offered.code);
    go(row, to);
  };
  /** What the cell stands for is taken, and the line kept, as it is on leaving; the caret stays. */
  const stay = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.preventDefault();
    const input = event.currentTarget;
    const offered = isOpen && text !== '' ? offers[current]?.code : undefined;
    if (!isLocked && (offered !== undefined || sum !== undefined)) take(offered ?? '');
    before.current = offered ?? sum?.value ?? text;
    setOpen(false);
    setEditing(false);
    requestAnimationFrame(() => document.activeElement === input && input.select()); // once what was taken is drawn
    keep(line);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    if (event.altKey && /^[1-9]$/.test(key) && readings[Number(key) - 1] !== undefined) {
      event.preventDefault();
      return take(readings[Number(key) - 1] ?? '');
    }
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'Enter' || sum === undefined) return press(event, line, column);
      event.preventDefault();
      return takeSum(line, column, sum); // seen once more before it is sent
    }
    if (event.altKey && key === 'ArrowDown' && column === 'item') {
      event.preventDefault();
      setAt(0);
      setCovers(isSaidBelow(event.currentTarget));
      return setOpen(true);
    }
    if (event.altKey) return;
    if (offers.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      return setAt((current + (key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    }
    switch (key) {
      case 'Enter':
        return event.shiftKey ? stay(event) : move(event, line + 1, column);
      case 'Tab': {
        const next = beside(column, event.shiftKey ? -1 : 1);
        if (line + next.row < 0) return; // before the first cell: out of the grid
        return move(event, line + next.row, next.column);
      }
      case 'ArrowDown':
        return move(event, line + 1, column);
      case 'ArrowUp':
        return move(event, line - 1, column);
      case 'ArrowLeft':
      case 'ArrowRight': {
        if (isEditing) return;
        const isForward = (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
        const next = beside(column, isForward ? 1 : -1);
        if (next.row === 0) move(event, line, next.column);
        return;
      }
      case 'F2':
        event.preventDefault();
        setEditing(true);
        return event.currentTarget.setSelectionRange(text.length, text.length);
      case 'Escape':
        if (isOpen) return setOpen(false);
        write(line, column, before.current);
        return setEditing(false);
      case 'Delete':
        if (!isEditing) write(line, column, '');
        return;
      default:
        return;
    }
  };

  const pushes = covers && offers.length > 0;
  return (
    <td
      data-wrong={isWrong || undefined}
      data-column={column}
      {...(pushes ? { 'data-pushes': true, style: { '--offers': offers.length } as CSSProperties } : {})}
    >
      <input
        data-cell={`${line} ${column}`}
        aria-label={t('{column}, line {line}', { column: label, line: line + 1 })}
        aria-invalid={isWrong || undefined}
        aria-describedby={isSaid ? `${id}-why` : undefined}
        {...(column === 'item'
          ? {
              role: 'combobox',
              'aria-expanded': offers.length > 0,
              'aria-autocomplete': 'list' as const,
              ...(offers.length > 0
                ? { 'aria-controls': `${id}-offers`, 'aria-activedescendant': `${id}-${current}` }
                : {}),
            }
          : {})}
        autoComplete="off"
        data-sum={sum === undefined ? undefined : true}
        readOnly={isLocked}
        value={text}
        onFocus={(event) => {
          before.current = text;
          event.currentTarget.select();
        }}
        onBlur={() => {
          if (sum !== undefined && !isLocked) takeSum(line, column, sum);
          setEditing(false);
          setOpen(false);
        }}
        onMouseUp={() => setEditing(true)}
        onKeyDown={keyDown}
        onPaste={(event) => paste(event, line, column)}
        onChange={(event) => {
          write(line, column, event.currentTarget.value);
          setEditing(true);
          setAt(0);
          if (column !== 'item') return;
          setCovers(isSaidBelow(event.currentTarget));
          setOpen(true);
        }}
      />
      {offers.length > 0 && (
        <ul role="listbox" id={`${id}-offers`} className="grid-offers" aria-label={t('Services')}>
          {offers.map(({ code, title }, index) => (
            <li
              key={code}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              onMouseDown={(event) => {
                event.preventDefault();
                take(code);
              }}
            >
              <bdi className="strong">{code}</bdi> <span className="muted">{title}</span>
            </li>
          ))}
        </ul>
      )}
      {isSaid && (
        <div className="grid-why" data-sum={sum !== undefined}>
          <span id={`${id}-why`}>{why}</span>
          {readings.map((reading, index) => (
            <button key={reading} type="button" tabIndex={-1} onClick={() => take(reading)}>
              {reading === '' ? t('Empty it') : <bdi>{readingText(reading)}</bdi>}{' '}
              <kbd aria-hidden>Alt {index + 1}</kbd>
            </button>
          ))}
        </div>
      )}
    </td>
  );
}

const coveredRows = 7; // by the longest list

/** Whether something is said in the lines that an open list lies on. */
function isSaidBelow(input: HTMLElement): boolean {
  let row = input.closest('tr')?.nextElementSibling;
  for (let passed = 0; passed < coveredRows && row instanceof HTMLElement; passed += 1) {
    if (row.dataset.trouble === 'true') return true;
    row = row.nextElementSibling;
  }
  return false;
}

function matching(items: readonly Item[], text: string): readonly Item[] {
  const said = text.trim().toLowerCase();
  const isExact = items.some(({ code }) => code.toLowerCase() === said);
  return items
    .filter(({ code, title }) => isExact || code.toLowerCase().includes(said) || title.toLowerCase().includes(said))
    .toSorted((a, b) => Number(b.code.toLowerCase().startsWith(said)) - Number(a.code.toLowerCase().startsWith(said)))
    .slice(0, 12);
}
