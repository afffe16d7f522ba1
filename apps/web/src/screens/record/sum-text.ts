import { type Decimal, parseDecimal } from '#kernel';
import { readFigure } from './figure-text.ts';
import type { Reading } from '../../words/reading.ts';

const digitsMost = 38; // what the kernel's decimals hold without rounding, less a guard
const decimalsMost = 12; // a quotient with more does not come out even

/** What a text such as "=12*48.50" comes to, exactly, and the sum as it was written, to be kept beside it. */
export type Sum = { readonly kind: 'sum'; readonly value: string; readonly said: string };

export function isSum(text: string): boolean {
  return text.trim().startsWith('=');
}

/**
 * A sum as it is typed into a cell of a spreadsheet: "=" and figures with + - * / and brackets, by the kernel's decimals.
 * It is shown, and taken only when the cell is left. Unclear: where a figure in it is ("=2*1,240"), with both readings.
 * Wrong: a quotient that does not come out even (=100/3), text, names of cells or functions.
 */
export function readSum(text: string): Reading | Sum {
  const said = text.trim().slice(1).trim();
  if (said === '') return wrong(text);
  const marks: string[] = said.match(/\d[\d.,]*|[-−+*×/÷()]|\S/g) ?? [];
  const read: string[] = [];
  for (const [index, mark] of marks.entries()) {
    if (!/^\d/.test(mark)) {
      read.push(mark);
      continue;
    }
    const figure = readFigure(mark);
    if (figure.kind === 'unclear') {
      const readings = figure.readings.map((one) => `=${marks.with(index, one).join('')}`);
      return { kind: 'unclear', why: figure.why, readings };
    }
    if (figure.kind !== 'read') return wrong(text);
    read.push(figure.value);
  }
  try {
    const sum = new Reckoning(read);
    return { kind: 'sum', value: sum.result().toFixed(), said: said.replace(/\s+/g, ' ') };
  } catch (error) {
    if (error instanceof NotEven) {
      return { kind: 'wrong', why: ['“{text}” does not come out even', { text: text.trim().slice(0, 40) }] };
    }
    if (error instanceof NoSum) return wrong(text);
    throw error;
  }
}

/** Reads from the left: sums of products of figures and brackets. */
class Reckoning {
  private at = 0;

  constructor(private readonly marks: readonly string[]) {}

  result(): Decimal {
    const value = this.sum();
    if (this.at < this.marks.length) throw new NoSum();
    return value;
  }

  private sum(): Decimal {
    let value = this.product();
    for (let sign = this.take('+', '-', '−'); sign !== null; sign = this.take('+', '-', '−')) {
      const next = this.product();
      value = exact(sign === '+' ? value.plus(next) : value.minus(next));
    }
    return value;
  }

  private product(): Decimal {
    let value = this.figure();
    for (let sign = this.take('*', '×', '/', '÷'); sign !== null; sign = this.take('*', '×', '/', '÷')) {
      const next = this.figure();
      if (sign === '*' || sign === '×') {
        value = exact(value.times(next));
        continue;
      }
      if (next.isZero()) throw new NoSum();
      const quotient = value.dividedBy(next);
      // One that takes all the digits there are was cut off, whatever its decimals say.
      if (quotient.decimalPlaces() > decimalsMost || quotient.precision() > digitsMost) throw new NotEven();
      value = quotient;
    }
    return value;
  }

  private figure(): Decimal {
    if (this.take('-', '−') !== null) return this.figure().negated();
    if (this.take('(') !== null) {
      const value = this.sum();
      if (this.take(')') === null) throw new NoSum();
      return value;
    }
    const mark = this.marks[this.at];
    if (mark === undefined || !/^\d/.test(mark)) throw new NoSum();
    this.at += 1;
    return parseDecimal(mark);
  }

  private take(...wanted: readonly string[]): string | null {
    const mark = this.marks[this.at];
    if (mark === undefined || !wanted.includes(mark)) return null;
    this.at += 1;
    return mark;
  }
}

function exact(value: Decimal): Decimal {
  if (value.precision() > digitsMost) throw new NoSum();
  return value;
}

function wrong(text: string): Reading {
  return { kind: 'wrong', why: ['“{text}” is not a sum such as =12*48.50', { text: text.trim().slice(0, 40) }] };
}

class NoSum extends Error {}
class NotEven extends Error {}
