import { language } from './words.ts';

/**
 * How figures look. Amounts are text from the server to the screen: Intl takes a decimal as text and keeps each digit of it,
 * so that no amount is ever a JavaScript number.
 */
type Numeral = `${number}`;

/**
 * "1,234.50"; a minus is U+2212, so that it is as wide as a digit; zero is an en dash, or with `zero` "0.00" as the language writes it.
 * `figures`: a locale of Intl.
 */
export function amountText(amount: string, figures: string = language().figures, zero: '–' | '0.00' = '–'): string {
  const isZero = /^-?0+(\.0+)?$/.test(amount);
  if (isZero && zero === '–') return zero;
  const decimals = (amount.split('.')[1] ?? '').length;
  return formatOf(figures, decimals)
    .format((isZero ? amount.replace('-', '') : amount) as Numeral)
    .replace('-', '−');
}

const formats = new Map<string, Intl.NumberFormat>();

/** Each is made once: making one takes longer than writing some forty figures with it. */
function formatOf(figures: string, decimals: number): Intl.NumberFormat {
  const key = `${figures} ${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(figures, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  });
  formats.set(key, made);
  return made;
}

/** "USD 1,234.50" */
export function moneyText({ amount, currency }: { amount: string; currency: string }): string {
  return `${currency} ${amountText(amount, language().figures, '0.00')}`;
}

export function countText(count: number): string {
  return new Intl.NumberFormat(language().figures).format(count);
}

/** A day of the calendar, "7 Nov 2025": it has no time zone, and is not shifted by the reader's. */
export function dayText(day: string, figures: string = language().figures): string {
  return new Intl.DateTimeFormat(figures, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/**
 * What a text can mean, as the page writes it: "7 Nov 2025", "1234.50". A figure stands without the marks of thousands, which are
 * what it is unclear about; anything else is itself.
 */
export function readingText(reading: string, figures: string = language().figures): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(reading)) return dayText(reading, figures);
  if (!/^-?\d+(\.\d+)?$/.test(reading)) return reading;
  const decimals = (reading.split('.')[1] ?? '').length;
  const format = new Intl.NumberFormat(figures, {
    ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
    useGrouping: false,
  });
  return format.format(reading as Numeral).replace('-', '−');
}

/** The month of a day, "November 2025". */
export function monthText(day: string, figures: string = language().figures): string {
  return new Intl.DateTimeFormat(figures, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** An instant where the reader is: "7 Nov 2025, 14:05". */
export function instantText(instant: string, figures: string = language().figures): string {
  return new Intl.DateTimeFormat(figures, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}
