import { Day, NotADay } from '#kernel';
import type { Reading } from './reading.ts';

const months = [
  ['jan', 'january', 'janv', 'janvier'],
  ['feb', 'february', 'fév', 'févr', 'fev', 'fevr', 'février', 'fevrier'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juillet'],
  ['aug', 'august', 'août', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'déc', 'décembre', 'decembre'],
];

/**
 * A day as people and Excel write it, in YYYY-MM-DD. Read: 2025-11-07, 2025/11/07, 7 Nov 2025, 07-nov-2025, November 7,
 * 2025, 7-Nov-25 (as Excel shortens it, of this century), 7.11.2025 (with points the day is first), 25/11/2025 and
 * 11/25/2025 (only one of them is a month), and a day as Excel counts them (45968). A time of midnight after it is Excel's.
 * Unclear: 01/02/2026, with both readings. Wrong: 7/11/25, whose year may be any of the three; a day that does not exist.
 */
export function readDay(text: string): Reading {
  const said = text.trim().replace(/[T ]00:00(:00(\.0+)?)?$/, '');
  if (said === '') return { kind: 'empty' };
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(said);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  if (/^\d{5}$/.test(said)) return excelDay(Number(said));
  const points = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(said);
  if (points !== null) return day(points[3], points[2], points[1]);
  const strokes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(said);
  if (strokes !== null) return strokesDay(strokes[1] ?? '', strokes[2] ?? '', strokes[3] ?? '');
  const dayFirst = /^(\d{1,2})(?:er)?[ -]+(\p{L}+)\.?,?[ -]+(\d{4}|\d{2})$/u.exec(said);
  if (dayFirst !== null) return namedDay(dayFirst[3]?.padStart(4, '20'), dayFirst[2], dayFirst[1], said);
  const monthFirst = /^(\p{L}+)\.? +(\d{1,2}),? +(\d{4})$/u.exec(said);
  if (monthFirst !== null) return namedDay(monthFirst[3], monthFirst[1], monthFirst[2], said);
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(said)) {
    return { kind: 'wrong', why: ['Write the year of “{text}” with four digits', { text: said }] };
  }
  return { kind: 'wrong', why: ['“{text}” is not a day such as 2025-11-07', { text: said.slice(0, 40) }] };
}

function strokesDay(first: string, second: string, year: string): Reading {
  const [one, two] = [Number(first), Number(second)];
  if (one === two || one > 12 || one === 0) return day(year, second, first);
  if (two > 12 || two === 0) return day(year, first, second);
  return {
    kind: 'unclear',
    why: ['“{text}” can be two days', { text: `${first}/${second}/${year}` }],
    readings: [written(year, second, first), written(year, first, second)],
  };
}

function namedDay(year: string | undefined, name = '', date: string | undefined, said = ''): Reading {
  const month = months.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  if (month === 0)
    return { kind: 'wrong', why: ['“{text}” is not a day such as 2025-11-07', { text: said.slice(0, 40) }] };
  return day(year, String(month), date);
}

/** Excel counts from 1900, with a 29 February 1900 that never was: its day 45968 is 2025-11-07. */
function excelDay(count: number): Reading {
  if (count < 36_526 || count > 73_050)
    return { kind: 'wrong', why: ['“{text}” is not a day such as 2025-11-07', { text: String(count) }] };
  return {
    kind: 'read',
    value: Day.of('1900-03-01')
      .plusDays(count - 61)
      .toString(),
  };
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): Reading {
  const text = written(year, month, date);
  try {
    return { kind: 'read', value: Day.of(text).toString() };
  } catch (error) {
    if (!(error instanceof NotADay)) throw error;
    return { kind: 'wrong', why: ['{day} does not exist in the calendar', { day: text }] };
  }
}

function written(year = '', month = '', date = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
