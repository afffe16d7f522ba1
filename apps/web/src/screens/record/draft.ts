import { type Cells, type Column, columns, emptyCells, type LineRequest, type Replaced } from './line.ts';

export interface Line {
  readonly key: string;
  readonly cells: Cells;
  /** The charge that was wrong, whose place this line takes; null for an ordinary line. */
  readonly replaced: Replaced | null;
}

/** What was sent and not answered yet: nothing is changed until it is known whether it arrived. */
export interface Sent {
  readonly key: string; // the Idempotency-Key, the same for each repeat
  readonly charges: readonly LineRequest[];
}

export interface Draft {
  readonly lines: readonly Line[];
  readonly sent: Sent | null;
  readonly past: readonly (readonly Line[])[];
  readonly future: readonly (readonly Line[])[];
  readonly made: number; // lines so far: each has a key of its own
}

export type Change =
  | { readonly kind: 'write'; readonly line: number; readonly column: Column; readonly text: string }
  | {
      readonly kind: 'paste';
      readonly line: number;
      readonly column: Column;
      readonly block: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'take sum'; // what a sum comes to takes its place, and the sum goes into the note
      readonly line: number;
      readonly column: Column;
      readonly value: string;
      readonly said: string;
    }
  | { readonly kind: 'copy above'; readonly line: number; readonly column: Column }
  | { readonly kind: 'fill down'; readonly line: number; readonly column: Column }
  | { readonly kind: 'remove'; readonly line: number }
  | { readonly kind: 'correct'; readonly cells: Cells; readonly replaced: Replaced } // a line that takes another's place
  | { readonly kind: 'take as new'; readonly line: number } // it takes nobody's place any more
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'sending'; readonly sent: Sent }
  | { readonly kind: 'refused'; readonly key: string } // of what was sent: it is what is answered, and nothing since
  | { readonly kind: 'recorded'; readonly key: string };

const undoMost = 100;

export function newDraft(made = 0): Draft {
  return withRoom({ lines: [], sent: null, past: [], future: [], made });
}

/** What the browser had kept, or a new draft where it is of another form. */
export function draftOf(kept: unknown): Draft {
  const { lines, sent } = (kept ?? {}) as { lines?: unknown; sent?: Sent | null };
  if (!Array.isArray(lines)) return newDraft();
  const cells = lines.map((line: unknown): Cells => {
    const text = (column: Column): string => {
      const said = (line as Partial<Record<Column, unknown>> | null)?.[column];
      return typeof said === 'string' ? said : '';
    };
    return Object.fromEntries(columns.map((column) => [column, text(column)])) as Record<Column, string>;
  });
  const isSent = typeof sent?.key === 'string' && Array.isArray(sent.charges);
  const filled = cells.map((one, index): Line => ({
    key: String(index),
    cells: one,
    replaced: replacedIn((lines as unknown[])[index]),
  }));
  return withRoom({ ...newDraft(), lines: filled, made: filled.length, sent: isSent ? (sent ?? null) : null });
}

function replacedIn(line: unknown): Replaced | null {
  const { replaced } = (line ?? {}) as { replaced?: Partial<Replaced> | null };
  if (typeof replaced?.id !== 'string' || typeof replaced.day !== 'string') return null;
  return { id: replaced.id, day: replaced.day, facts: replaced.facts ?? {} };
}

type KeptLine = Cells & { readonly replaced?: Replaced };

/** What the browser keeps: the texts, without empty lines at the end, and what is under way. Null: nothing is worth it. */
export function keptOf({ lines, sent }: Draft): { lines: readonly KeptLine[]; sent: Sent | null } | null {
  const last = lines.findLastIndex(({ cells }) => !isEmpty(cells));
  if (last === -1 && sent === null) return null;
  const kept = lines
    .slice(0, last + 1)
    .map(({ cells, replaced }) => (replaced === null ? cells : { ...cells, replaced }));
  return { lines: kept, sent };
}

/** How many lines there are in what was kept. */
export function linesKept(kept: unknown): number {
  return draftOf(kept).lines.filter(({ cells }) => !isEmpty(cells)).length;
}

/** Whether what was kept was sent, and no answer has come. */
export function isUnderWay(kept: unknown): boolean {
  return draftOf(kept).sent !== null;
}

export function changed(draft: Draft, change: Change): Draft {
  const isOnItsWay = draft.sent !== null;
  switch (change.kind) {
    case 'sending':
      return { ...draft, sent: change.sent };
    case 'refused':
      return draft.sent?.key === change.key ? { ...draft, sent: null } : draft;
    case 'recorded':
      if (draft.sent?.key !== change.key) return draft;
      return newDraft(draft.made); // what was said of the lines that are recorded is not taken for the next ones
    default:
      return isOnItsWay ? draft : edit(draft, change);
  }
}

type Edit = Exclude<Change, { readonly kind: 'sending' | 'refused' | 'recorded' }>;

function edit(draft: Draft, change: Edit): Draft {
  switch (change.kind) {
    case 'undo':
    case 'redo':
      return stepped(draft, change.kind);
    case 'write':
      return edited(draft, [[change.line, { [change.column]: change.text }]]);
    case 'take sum': {
      const note = draft.lines[change.line]?.cells.note ?? '';
      const sum = `${change.said} = ${change.value}`;
      const kept = note === '' ? sum : note.includes(sum) ? note : `${note}; ${sum}`;
      return edited(draft, [[change.line, { [change.column]: change.value, note: kept }]]);
    }
    case 'copy above': {
      const above = draft.lines[change.line - 1]?.cells[change.column];
      return above === undefined ? draft : edited(draft, [[change.line, { [change.column]: above }]]);
    }
    case 'fill down': {
      const text = draft.lines[change.line]?.cells[change.column] ?? '';
      const below = draft.lines.flatMap(({ cells }, index) => (index > change.line && !isEmpty(cells) ? [index] : []));
      return edited(
        draft,
        below.map((line) => [line, { [change.column]: text }] as const),
      );
    }
    case 'paste': {
      const from = columns.indexOf(change.column);
      return edited(
        draft,
        change.block.map((row, index) => [
          change.line + index,
          Object.fromEntries(
            row.flatMap((text, place) => (columns[from + place] === undefined ? [] : [[columns[from + place], text]])),
          ),
        ]),
      );
    }
    case 'correct': {
      if (draft.lines.some(({ replaced }) => replaced?.id === change.replaced.id)) return draft;
      const place = draft.lines.findLastIndex(({ cells }) => !isEmpty(cells)) + 1;
      const { lines, ...rest } = edited(draft, [[place, change.cells]]);
      return { ...rest, lines: lines.with(place, { ...(lines[place] as Line), replaced: change.replaced }) };
    }
    case 'take as new': {
      const line = draft.lines[change.line];
      if (line === undefined) return draft;
      return { ...remembered(draft), lines: draft.lines.with(change.line, { ...line, replaced: null }) };
    }
    case 'remove':
      return withRoom({ ...remembered(draft), lines: draft.lines.filter((_, index) => index !== change.line) });
  }
}

function edited(draft: Draft, edits: readonly (readonly [line: number, cells: Partial<Cells>])[]): Draft {
  const isNew = edits.some(([line, cells]) =>
    Object.entries(cells).some(([column, text]) => (draft.lines[line]?.cells ?? emptyCells)[column as Column] !== text),
  );
  if (!isNew) return draft;
  const lines = [...draft.lines];
  let { made } = draft;
  for (const [index, cells] of edits) {
    while (lines.length <= index) lines.push({ key: String(made++), cells: emptyCells, replaced: null });
    const line = lines[index];
    if (line !== undefined) lines[index] = { ...line, cells: { ...line.cells, ...cells } };
  }
  return withRoom({ ...remembered(draft), lines, made });
}

function remembered(draft: Draft): Draft {
  return { ...draft, past: [...draft.past, draft.lines].slice(-undoMost), future: [] };
}

function stepped(draft: Draft, way: 'undo' | 'redo'): Draft {
  const [from, to] = way === 'undo' ? (['past', 'future'] as const) : (['future', 'past'] as const);
  const lines = draft[from].at(-1);
  if (lines === undefined) return draft;
  return { ...draft, lines, [from]: draft[from].slice(0, -1), [to]: [...draft[to], draft.lines] };
}

/** One empty line at the end, and eight in all, so that there is always a next one. */
function withRoom(draft: Draft): Draft {
  const lines = [...draft.lines];
  let { made } = draft;
  while (lines.length < 8 || !isEmpty(lines.at(-1)?.cells ?? emptyCells))
    lines.push({ key: String(made++), cells: emptyCells, replaced: null });
  return { ...draft, lines, made };
}

function isEmpty(cells: Cells): boolean {
  return columns.every((column) => cells[column] === '');
}
