import { Decimal } from 'decimal.js';
import { Malformed } from './domain-error.ts';

// 40 significant digits: the product of two 18-digit figures is exact, and a quotient is far finer than any cent.
Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/**
 * A plain decimal written as text: digits, at most one point, an optional minus.
 * Refused: a JavaScript number (its cents may already be lost), "NaN", "Infinity", "1e3", "0x10", "1,234.50", "+1", "",
 * digits of other scripts, and more than 30 digits.
 * Errors: NotADecimal.
 */
export function parseDecimal(text: string): Decimal {
  if (
    typeof text !== 'string' ||
    text.replace(/[-.]/g, '').length > 30 ||
    !/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text)
  ) {
    throw new NotADecimal(text);
  }
  const value = new Decimal(text);
  return value.isZero() ? new Decimal(0) : value; // "-0.00" is zero, and zero has no sign in the books
}

export class NotADecimal extends Malformed {
  constructor(found: unknown) {
    super(
      typeof found === 'number'
        ? `Write ${found} as text ("${found}"): a JSON number may already have lost cents.`
        : `${typeof found === 'string' ? `"${found.slice(0, 40)}"` : 'The value'} is not a plain decimal such as "1240.50": text, digits, one point, no exponent, no separators.`,
    );
  }
}

export { Decimal };
