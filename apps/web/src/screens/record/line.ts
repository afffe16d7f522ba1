import { Currency, DomainError, Money, Quantity } from '#kernel';
import { readDay } from '../../words/day-text.ts';
import { figureWritten, readFigure } from './figure-text.ts';
import type { Reading, Said } from '../../words/reading.ts';
import { isSum, readSum, type Sum } from './sum-text.ts';

/** The cells that are written in, in the order of the grid and of a pasted block. */
export const columns = ['day', 'item', 'quantity', 'currency', 'cost', 'evidence', 'note'] as const;
export type Column = (typeof columns)[number];
export type Cells = Readonly<Record<Column, string>>;

export const emptyCells: Cells = { day: '', item: '', quantity: '', currency: '', cost: '', evidence: '', note: '' };

export interface Item {
  readonly code: string;
  readonly title: string;
  readonly family: string;
  readonly nature: string;
  readonly unit: string;
}

export interface RateEntry {
  readonly provider: string;
  readonly item: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly currency: string;
  readonly unitRate: string;
}

/** A charge that was wrong, as far as a line that takes its place goes on from it. */
export interface Replaced {
  readonly id: string;
  readonly day: string; // that it was delivered on
  /** What the grid has no cell for, and the new charge keeps. */
  readonly facts: Pick<LineRequest, 'deliveredFrom' | 'supplierInvoiceOn' | 'traveller'>;
}

/** What a line is held against. */
export interface LineBooks {
  readonly agreement: { readonly number: string; readonly provider: string; readonly families: readonly string[] };
  readonly items: readonly Item[];
  readonly rates: readonly RateEntry[];
}

export interface Finding {
  readonly why: Said;
  readonly readings: readonly string[]; // texts that would be right, to be taken by one key
  /** It is a sum, and nothing is wrong with it: what it comes to is shown, and taken when the cell is left. */
  readonly sum?: { readonly value: string; readonly said: string };
}

/** What the API is sent for a line. */
export interface LineRequest {
  readonly agreement: string;
  readonly item: string;
  readonly quantity: string;
  readonly deliveredOn: string;
  readonly actualCost?: { readonly amount: string; readonly currency: string };
  readonly evidence?: string;
  readonly note?: string;
  readonly deliveredFrom?: string;
  readonly supplierInvoiceOn?: string;
  readonly traveller?: string;
  readonly replaces?: string;
}

export interface CheckedLine {
  readonly isEmpty: boolean;
  readonly findings: Partial<Record<Column, Finding>>;
  readonly request: LineRequest | null; // null: something is wrong or missing
  readonly item: Item | null;
  readonly rate: RateEntry | null; // of the provider's card, on that day
}

/** The form of a line, the same for what is typed and what is pasted. What it comes to is for the server to say. */
export function checkLine(cells: Cells, { agreement, items, rates }: LineBooks): CheckedLine {
  const isEmpty = columns.every((column) => cells[column].trim() === '');
  if (isEmpty) return { isEmpty, findings: {}, request: null, item: null, rate: null };
  const findings: Partial<Record<Column, Finding>> = {};
  const read = (column: Column, reading: Reading | Sum): string | null => {
    if (reading.kind === 'read') return reading.value;
    if (reading.kind === 'sum') {
      const { value, said } = reading;
      const written = figureWritten(value);
      findings[column] = {
        why: ['It comes to {value}', { value }],
        readings: [written],
        sum: { value: written, said },
      };
      return null;
    }
    if (reading.kind === 'empty') findings[column] = { why: ['This is missing'], readings: [] };
    else findings[column] = { why: reading.why, readings: reading.readings ?? [] };
    return null;
  };

  const day = read('day', readDay(cells.day));
  const code = read('item', readItem(cells.item, items, agreement.families));
  const quantity = read('quantity', readQuantity(cells.quantity));
  const item = items.find((one) => one.code === code) ?? null;
  const rate =
    rates.find(
      (one) =>
        one.provider === agreement.provider &&
        one.item === code &&
        day !== null &&
        one.validFrom <= day &&
        day <= one.validTo,
    ) ?? null;
  const cost = item?.nature === 'PASS_THROUGH' ? readCost(cells, read) : null;
  if (item?.nature === 'OWN_SERVICE' && (cells.cost.trim() !== '' || cells.currency.trim() !== '')) {
    findings.cost = { why: ['The rate card prices this service: it takes no cost'], readings: [''] };
  }
  if (item?.nature === 'OWN_SERVICE' && day !== null && rate === null) {
    findings.day = { why: ['The rate card has no rate for {item} on this day', { item: item.code }], readings: [] };
  }
  if (day === null || item === null || quantity === null || Object.keys(findings).length > 0) {
    return { isEmpty, findings, request: null, item, rate };
  }
  const request = {
    agreement: agreement.number,
    item: item.code,
    quantity,
    deliveredOn: day,
    ...(cost === null ? {} : { actualCost: cost }),
    ...(cells.evidence.trim() === '' ? {} : { evidence: cells.evidence.trim() }),
    ...(cells.note.trim() === '' ? {} : { note: cells.note.trim() }),
  };
  return { isEmpty, findings, request, item, rate };
}

/** By its code, or by its whole title; near ones are offered. */
export function readItem(text: string, items: readonly Item[], families: readonly string[]): Reading {
  const said = text.trim().toLowerCase();
  if (said === '') return { kind: 'empty' };
  const found = items.find(({ code, title }) => code.toLowerCase() === said || title.toLowerCase() === said);
  if (found === undefined) {
    return {
      kind: 'wrong',
      why: ['There is no service “{text}”', { text: text.trim().slice(0, 40) }],
      readings: items
        .filter(({ family, code }) => families.includes(family) && isNear(code.toLowerCase(), said))
        .map(({ code }) => code),
    };
  }
  if (!families.includes(found.family)) {
    return { kind: 'wrong', why: ['The agreement does not include {item}', { item: found.code }] };
  }
  return { kind: 'read', value: found.code };
}

/** A figure, or a sum that comes to one. */
export function readAmount(text: string): Reading | Sum {
  return isSum(text) ? readSum(text) : readFigure(text);
}

function readQuantity(text: string): Reading | Sum {
  const reading = readAmount(text);
  if (reading.kind !== 'read') return reading;
  const value = reading.value.includes('.') ? reading.value.replace(/\.?0+$/, '') : reading.value;
  return isRefused(() => Quantity.of(value))
    ? { kind: 'wrong', why: ['More than zero, and at most six decimals'] }
    : { kind: 'read', value };
}

function readCost(
  cells: Cells,
  read: (column: Column, reading: Reading | Sum) => string | null,
): { amount: string; currency: string } | null {
  const currency = read('currency', readCurrency(cells.currency));
  const amount = read('cost', readAmount(cells.cost));
  if (currency === null || amount === null) return null;
  const reading: Reading = isRefused(() => Money.of(amount, currency))
    ? { kind: 'wrong', why: ['{currency} does not have that many decimals', { currency }] }
    : amount.startsWith('-')
      ? { kind: 'wrong', why: ['A cost is more than zero; a refund is a credit note'] }
      : { kind: 'read', value: amount };
  return read('cost', reading) === null ? null : { amount, currency };
}

export function readCurrency(text: string): Reading {
  const code = text.trim().toUpperCase();
  if (code === '') return { kind: 'empty' };
  return isRefused(() => Currency.of(code))
    ? { kind: 'wrong', why: ['“{text}” is not a currency such as CHF', { text: code.slice(0, 10) }] }
    : { kind: 'read', value: code };
}

/** Whether the kernel takes a text for what it is to be. */
export function isRefused(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}

/** One letter too many, too few, or another one; or the beginning of it. */
function isNear(code: string, said: string): boolean {
  if (code.startsWith(said) || code.replace('-', '') === said) return true;
  if (Math.abs(code.length - said.length) > 1) return false;
  let a = 0;
  while (a < code.length && code[a] === said[a]) a += 1;
  return [
    [code.slice(a + 1), said.slice(a + 1)],
    [code.slice(a + 1), said.slice(a)],
    [code.slice(a), said.slice(a + 1)],
  ].some(([rest, other]) => rest === other);
}
