import type { Reading } from '../../words/reading.ts';

const gap = "[ '’\\u00a0\\u2009\\u202f]"; // between thousands: a space of any width, or the Swiss apostrophe
const grouped = new RegExp(`^(\\d{1,3}(?:${gap}\\d{3})+)(?:([.,])(\\d+))?$`);

/**
 * A figure as people and Excel write it, as a plain decimal: "1240.50". Read: 1240.5, 1 240,50, 1'240.50, 1,240.50, 12,5,
 * (12.50) and −12.50 for below zero. Unclear, with both readings: 1,240, 1.240 and 1.234,50. Wrong: 1k, 1e3, 12 %, text.
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
  const english = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(said) ?? /^(\d{1,3}(?:,\d{3}){2,})()$/.exec(said);
  if (english !== null) return figure(sign, (english[1] ?? '').replaceAll(',', ''), english[2]);
  const plain = /^(\d+)(?:[.,](\d+))?$/.exec(said);
  if (plain !== null) {
    const [, whole = '', rest] = plain;
    return rest !== undefined && isThousands(whole, rest)
      ? unclear(text, [`${sign}${whole}${rest}`, figureWritten(`${sign}${whole}.${rest}`)])
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

/** A plain decimal as a text that is read as nothing else: one of three decimals gets a fourth. 1.234 -> 1.2340 */
export function figureWritten(plain: string): string {
  const [whole = '', rest = ''] = plain.replace(/^-/, '').split('.');
  return isThousands(whole, rest) ? `${plain}0` : plain;
}

/** Exactly three digits after one point or comma, and at most three before it, are thousands to some and decimals to others. */
function isThousands(whole: string, rest: string): boolean {
  return rest.length === 3 && whole.length <= 3 && !whole.startsWith('0');
}

function figure(sign: string, whole: string, decimals: string | undefined): Reading {
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = decimals?.replace(/^(\d{3})0+$/, '$1') ?? ''; // as figureWritten has it
  return { kind: 'read', value: `${sign}${digits}${rest === '' ? '' : `.${rest}`}` };
}

function unclear(text: string, readings: readonly string[]): Reading {
  return { kind: 'unclear', why: ['“{text}” can be two figures', { text: text.trim() }], readings };
}
