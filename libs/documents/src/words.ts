/** Texts of the content as a reader wants them on paper. Everything stays text: no figure passes through a number. */

/**
 * An amount, quantity or rate with its thousands apart and a true minus.   "-73657.80" -> "−73,657.80"
 * Errors: a text that is not a plain decimal is a fault of the program that made the content.
 */
export function figure(text: string): string {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!parts) throw new Error(`A figure on paper must be a plain decimal, not "${text}".`);
  const [, sign = '', whole = '', fraction = ''] = parts;
  const zero = !/[1-9]/.test(whole + fraction); // "-0.00" is zero, and zero has no sign in the books
  return `${sign && !zero ? '\u2212' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** A share as a percentage.   "0.13" -> "13 %", "0.125" -> "12.5 %" */
export function percentage(share: string): string {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(share);
  if (!parts) throw new Error(`A share on paper must be a plain decimal, not "${share}".`);
  const [, whole = '', fraction = ''] = parts;
  const padded = fraction.padEnd(2, '0');
  const hundredths = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2).replace(/0+$/, '');
  return `${hundredths}${rest && `.${rest}`}\u00a0%`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2025-12-02" -> "2 Dec 2025" */
export function day(text: string): string {
  const { date, month, year } = partsOf(text);
  return `${date}\u00a0${month}\u00a0${year}`;
}

/** A period, saying once what both its ends share.   "1–7 Nov 2025", "28 Apr – 9 May 2025", "30 Dec 2025 – 3 Jan 2026" */
export function period(from: string, to: string): string {
  const first = partsOf(from);
  const last = partsOf(to);
  if (from === to) return day(to);
  if (first.year !== last.year) return `${day(from)} \u2013 ${day(to)}`;
  if (first.month !== last.month) return `${first.date}\u00a0${first.month} \u2013 ${day(to)}`;
  return `${first.date}\u2013${day(to)}`;
}

/** "2025-11" -> "Nov 2025" */
export function month(text: string): string {
  const { month: name, year } = partsOf(`${text}-01`);
  return `${name}\u00a0${year}`;
}

/** An RFC 3339 instant, kept in UTC.   "2025-12-12T09:14:05Z" -> "12 Dec 2025, 09:14 UTC" */
export function instant(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)$/.exec(text);
  if (!parts) throw new Error(`An instant on paper must be RFC 3339 in UTC, not "${text}".`);
  return `${day(parts[1] ?? '')}, ${parts[2] ?? ''}\u00a0UTC`;
}

/** A code of the books as words.   "PASS_THROUGH" -> "Pass through", "DOCUMENTS" -> "Documents", "IT" -> "IT" */
export function words(code: string): string {
  if (code.length <= 3 || !/^[A-Z][A-Z_]*$/.test(code)) return code;
  return code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
}

function partsOf(text: string): { date: string; month: string; year: string } {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const monthName = parts && months[parseInt(parts[2] ?? '', 10) - 1];
  if (!parts || !monthName) throw new Error(`A day on paper must be YYYY-MM-DD, not "${text}".`);
  return { date: (parts[3] ?? '').replace(/^0/, ''), month: monthName, year: parts[1] ?? '' };
}
