import process from 'node:process';
import { styleText } from 'node:util';
import { DomainError } from '#kernel';
import { backups, DatabaseNotFit, EngineProblem, faultOf, isUnreachable } from '#platform';
import Table from 'cli-table3';
import { exitCode, exitCodeOf, exitCodeOfBackup } from './exit-codes.ts';

/** Data goes to standard output, as JSON or as a table; whatever else is said goes to standard error. */
export function printJson(data: unknown): void {
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
}

export interface Column<Row> {
  readonly head: string;
  readonly of: (row: Row) => string;
  readonly align?: 'left' | 'right';
}

/** A table with rules only where a reader wants them: under the head, and above the totals. */
export function printTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], totals?: Row): void {
  const table = new Table({
    chars: {
      ...{
        top: '',
        'top-mid': '',
        'top-left': '',
        'top-right': '',
        bottom: '',
        'bottom-mid': '',
        'bottom-left': '',
        'bottom-right': '',
      },
      ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map(({ align }) => align ?? 'left'),
  });
  const width = (index: number): number =>
    Math.max(
      ...[
        columns[index]?.head ?? '',
        ...[...rows, ...(totals === undefined ? [] : [totals])].map((row) => columns[index]?.of(row) ?? ''),
      ].map((cell) => cell.length),
    );
  const rule = columns.map((_, index) => '─'.repeat(width(index)));
  table.push(columns.map(({ head }) => bold(head)));
  table.push(rule);
  for (const row of rows) table.push(columns.map((column) => column.of(row)));
  if (totals !== undefined) {
    table.push(rule);
    table.push(columns.map((column) => bold(column.of(totals))));
  }
  process.stdout.write(`${table.toString()}\n`);
}

/** 48988.52 -> 48,988.52; the sign before the digits, and text all the way. */
export function grouped(amount: string): string {
  const [whole = '', decimals] = amount.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}

export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

export function bold(text: string): string {
  return process.stdout.isTTY ? styleText('bold', text) : text;
}

/** Says what was refused, where, and with which code; returns the exit code. */
export function explain(error: unknown, asJson: boolean): number {
  if (error instanceof DomainError) {
    const said = (one: DomainError) => ({ code: one.code, detail: one.message, pointer: one.pointer ?? null });
    const others = error.others.map(said);
    if (asJson)
      process.stderr.write(`${JSON.stringify({ ...said(error), ...(others.length === 0 ? {} : { others }) })}\n`);
    else {
      for (const { code, detail, pointer } of [said(error), ...others])
        say(`${styled('red', code)}${pointer === null ? '' : ` at ${pointer}`}\n  ${detail}`);
    }
    return exitCodeOf(error);
  }
  if (error instanceof backups.BackupProblem) {
    const { code, message } = error;
    if (asJson) process.stderr.write(`${JSON.stringify({ code, detail: message, pointer: null })}\n`);
    else say(`${styled('red', code)}\n  ${message}`);
    return exitCodeOfBackup(error);
  }
  if (isUnreachable(error) || [EngineProblem, BooksNotOpen, DatabaseNotFit].some((kind) => error instanceof kind)) {
    say(`The books cannot be reached: ${messageOf(error)}`);
    return exitCode.unreachable;
  }
  const unusable = error instanceof Unusable ? error.message : ofAFile(error);
  if (unusable !== null) {
    say(unusable);
    return exitCode.usage;
  }
  // Where it came from, and not its words: those may be somebody's ("invalid input syntax for type date: ...").
  const { fault, frames = [] } = faultOf(error);
  say(`${styled('red', 'A fault of ours')}: ${fault}\n${frames.map((frame) => `    at ${frame}`).join('\n')}`);
  return exitCode.fault;
}

/** What is wrong with a file that was named, and what would be right; null where it is not that. */
function ofAFile(error: unknown): string | null {
  const { code, path = 'What was named' } = error as { code?: string; path?: string }; // reading a folder tells no path
  if (code === 'ENOENT')
    return `There is no ${path}. Name a file or folder that is there; a path counts from this folder.`;
  if (code === 'EISDIR') return `${path} is a folder. Name a file.`;
  if (code === 'EACCES') return `This user may not open ${path}. Give them the right to it, or name another.`;
  return null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Something on the command line that cannot be used; the message says what would be right. */
export class Unusable extends Error {}

export class BooksNotOpen extends Error {
  constructor() {
    super('they are not open yet. Run `npm start` once.');
  }
}

function styled(style: 'red', text: string): string {
  return process.stderr.isTTY ? styleText(style, text) : text;
}
