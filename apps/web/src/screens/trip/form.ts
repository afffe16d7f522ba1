import { Money } from '#kernel';
import type { Answers } from '../../api/client.ts';
import { readDay } from '../../words/day-text.ts';
import { figureWritten } from '../record/figure-text.ts';
import { type Finding, isRefused, readAmount, readCurrency } from '../record/line.ts';
import type { Reading } from '../../words/reading.ts';
import type { Sum } from '../record/sum-text.ts';

export type TripRequest = Answers['TripRequest'];

export const ticketKinds = ['TICKET', 'CHANGE', 'REFUND'] as const;

/** What is typed of a ticket, as text. */
export interface TicketTexts {
  readonly kind: (typeof ticketKinds)[number];
  readonly on: string;
  readonly currency: string;
  readonly amount: string;
  readonly number: string;
}

export interface StayTexts {
  readonly place: string;
  readonly first: string;
  readonly count: string;
  readonly lodgingProvided: boolean;
}

export const heads = ['traveller', 'party', 'from', 'endedOn', 'terminals', 'advanceUsd', 'evidence', 'note'] as const;
export type Head = (typeof heads)[number];

export interface TripForm extends Readonly<Record<Head, string>> {
  readonly tickets: readonly TicketTexts[];
  readonly stays: readonly StayTexts[];
}

export const emptyTicket: TicketTexts = { kind: 'TICKET', on: '', currency: '', amount: '', number: '' };
export const emptyStay: StayTexts = { place: '', first: '', count: '', lodgingProvided: false };
export const emptyForm: TripForm = {
  ...(Object.fromEntries(heads.map((head) => [head, ''])) as Record<Head, string>),
  tickets: [emptyTicket],
  stays: [emptyStay],
};

export interface CheckedTrip {
  /** By the pointer of the field in the form: "/ticket/0/amount". What is missing is said once somebody wants to send it. */
  readonly findings: ReadonlyMap<string, Finding>;
  readonly missing: ReadonlySet<string>;
  readonly request: TripRequest | null;
  /** The form's pointer of a field of the request: lines that are empty are not sent, and those after them move up. */
  readonly placeOf: (pointer: string) => string;
}

export interface Frame {
  readonly agreement: string;
  readonly replaces: string | null;
}

/** The form of a trip, as the grid checks its lines. What it comes to is for the server to say. */
export function checkTrip(form: TripForm, { agreement, replaces }: Frame): CheckedTrip {
  const findings = new Map<string, Finding>();
  const missing = new Set<string>();
  const read = (place: string, reading: Reading | Sum): string => {
    if (reading.kind === 'read') return reading.value;
    if (reading.kind === 'empty') missing.add(place);
    else if (reading.kind === 'sum') {
      findings.set(place, { why: ['It comes to {value}', { value: reading.value }], readings: [reading.value] });
    } else findings.set(place, { why: reading.why, readings: reading.readings ?? [] });
    return '';
  };

  const tickets = filledRows(form.tickets, ({ on, currency, amount, number }) => [on, currency, amount, number]);
  const stays = filledRows(form.stays, ({ place, first, count }) => [place, first, count]);
  const optional = (name: 'from' | 'evidence' | 'note'): object =>
    form[name].trim() === '' ? {} : { [name]: name === 'from' ? form[name].trim().toUpperCase() : form[name].trim() };
  const request: TripRequest = {
    agreement,
    traveller: read('/traveller', readText(form.traveller)),
    party: read('/party', readParty(form.party)),
    ...optional('from'),
    ticket: tickets.map(({ row, index }) => ticketOf(row, `/ticket/${index}`, read)),
    nights: stays.map(({ row: { place, first, count, lodgingProvided }, index }) => ({
      place: read(`/nights/${index}/place`, readText(place.toUpperCase())),
      first: read(`/nights/${index}/first`, readDay(first)),
      count: Number(read(`/nights/${index}/count`, readCount(count, { least: 1, most: 400 }))),
      ...(lodgingProvided ? { lodgingProvided } : {}),
    })),
    terminals: Number(read('/terminals', readCount(form.terminals, { least: 0, most: 100 }))),
    endedOn: read('/endedOn', readDay(form.endedOn)),
    ...(form.advanceUsd.trim() === '' ? {} : { advanceUsd: read('/advanceUsd', readMoney(form.advanceUsd, 'USD')) }),
    ...optional('evidence'),
    ...optional('note'),
    ...(replaces === null ? {} : { replaces }),
  };
  const rows = { ticket: tickets, nights: stays };
  return {
    findings,
    missing,
    request: findings.size + missing.size === 0 ? request : null,
    placeOf: (pointer) =>
      pointer.replace(/^\/(ticket|nights)\/(\d+)/, (_, list: 'ticket' | 'nights', sent: string) => {
        return `/${list}/${rows[list][Number(sent)]?.index ?? sent}`;
      }),
  };
}

type Read = (place: string, reading: Reading | Sum) => string;

function ticketOf({ kind, ...texts }: TicketTexts, place: string, read: Read): TripRequest['ticket'][number] {
  const currency = read(`${place}/currency`, readCurrency(texts.currency));
  const amount = readMoney(texts.amount, currency);
  const number = texts.number.trim();
  return {
    kind,
    on: read(`${place}/on`, readDay(texts.on)),
    currency,
    amount: read(`${place}/amount`, kind === 'REFUND' ? givenBack(amount) : amount),
    ...(number === '' ? {} : { number }),
  };
}

function filledRows<Row>(
  rows: readonly Row[],
  texts: (row: Row) => readonly string[],
): readonly { readonly row: Row; readonly index: number }[] {
  return rows.flatMap((row, index) => (texts(row).every((text) => text.trim() === '') ? [] : [{ row, index }]));
}

function readText(text: string): Reading {
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'read', value: text.trim() };
}

function readParty(text: string): Reading {
  const code = text.trim().toUpperCase();
  if (code === '') return { kind: 'empty' };
  return /^[A-Z]{2}$/.test(code)
    ? { kind: 'read', value: code }
    : { kind: 'wrong', why: ['“{text}” is not a Party such as KE', { text: code.slice(0, 20) }] };
}

function readCount(text: string, { least, most }: { least: number; most: number }): Reading {
  const said = text.trim();
  if (said === '') return { kind: 'empty' };
  const count = /^\d{1,4}$/.test(said) ? Number(said) : -1;
  return count < least || count > most
    ? { kind: 'wrong', why: ['A whole number from {least} to {most}', { least, most }] }
    : { kind: 'read', value: String(count) };
}

function readMoney(text: string, currency: string): Reading | Sum {
  const reading = readAmount(text);
  if (reading.kind !== 'read' || currency === '') return reading;
  return isRefused(() => Money.of(reading.value, currency))
    ? { kind: 'wrong', why: ['{currency} does not have that many decimals', { currency }] }
    : reading;
}

/** What is given back is offered with its minus, and never turned over by itself. */
function givenBack(reading: Reading | Sum): Reading | Sum {
  if (reading.kind !== 'read' || reading.value.startsWith('-')) return reading;
  return { kind: 'unclear', why: ['A refund is written with a minus'], readings: [figureWritten(`-${reading.value}`)] };
}
