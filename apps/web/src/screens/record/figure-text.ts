import type { Reading } from './reading.ts';

const gap = "[ '’\\u00a0\\u2009\\u202f]"; // between thousands: a space of any width, or the Swiss apostrophe
const grouped = new RegExp(`^(\\d{1,3}(?:${gap}\\d{3})+)(?:([.,])(\\d+))?$`);

/**
 * A figure as people and Excel write it, as a plain decimal: "1240.50". Read: 1240.5, 1 240,50, 1'240.50, 1,240.50, 12,5,
 * (12.50) and −12.50 for below zero. Unclear, with both readings: 1,240 and 1.234,50. Wrong: 1k, 1e3, 12 %, text.
 */
export function readFigure(text: string): Reading {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const bracket = /^\((.+)\)$/.exec(trimmed)?.[1];
  const isNegative = bracket !== undefined || /^[-−]/.test(trimmed);
  const said = (bracket ?? trimmed.replace(/^[-−]\s*/, '')).trim();
  const sign = isNegative ? '-' : '';

  const spaced = grouped.exec(said);
  if (spaced !== null) {
    const whole = (spaced[1] ?? '').replace(new RegExp(gap, 'g'), '');
    return figure(sign, whole, spaced[3]);
  }
  const plain = /^(\d+)(?:\.(\d+))?$/.exec(said);
  if (plain !== null) return figure(sign, plain[1] ?? '', plain[2]);
  const english = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(said) ?? /^(\d{1,3}(?:,\d{3}){2,})()$/.exec(said);
  if (english !== null) return figure(sign, (english[1] ?? '').replaceAll(',', ''), english[2]);
  const comma = /^(\d+),(\d+)$/.exec(said);
  if (comma !== null) {
    const [, whole = '', rest = ''] = comma;
    const isThousands = rest.length === 3 && whole.length <= 3 && !whole.startsWith('0');
    return isThousands
      ? unclear(text, [`${sign}${whole}${rest}`, `${sign}${whole}.${rest}`])
      : figure(sign, whole, rest);
  }
  const continental = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(said);
  if (continental !== null) {
    const [, whole = '', rest = ''] = continental;
    const other = whole.split('.').length === 2 ? [`${sign}${whole}${rest}`] : [];
    return unclear(text, [`${sign}${whole.replaceAll('.', '')}.${rest}`, ...other]);
  }
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(said)) return unclear(text, [`${sign}${said.replaceAll('.', '')}`]);
  return { kind: 'wrong', why: ['“{text}” is not a figure such as 1240.50', { text: trimmed.slice(0, 40) }] };
}

function figure(sign: string, whole: string, decimals: string | undefined): Reading {
  const digits = whole.replace(/^0+(?=\d)/, '');
  return { kind: 'read', value: `${sign}${digits}${decimals === undefined || decimals === '' ? '' : `.${decimals}`}` };
}

function unclear(text: string, readings: readonly string[]): Reading {
  return { kind: 'unclear', why: ['“{text}” can be two figures', { text: text.trim() }], readings };
}
