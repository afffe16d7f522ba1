import { type Decimal } from 'decimal.js';
import { parseDecimal } from './decimal-text.ts';
import { Malformed } from './domain-error.ts';

/**
 * Delivered units: pages, working days, participants, months. More than zero, at most six decimals (a half page, a
 * third of a month), and kept as it was written: "1318.5" stays "1318.5".
 */
export class Quantity {
  private constructor(
    readonly exact: Decimal,
    private readonly text: string,
  ) {}

  /** Errors: NotADecimal, NotAQuantity. */
  static of(text: string): Quantity {
    const exact = parseDecimal(text);
    if (!exact.greaterThan(0) || exact.decimalPlaces() > 6 || exact.greaterThan('1000000000')) {
      throw new NotAQuantity(text);
    }
    return new Quantity(exact, text);
  }

  plus(other: Quantity): Quantity {
    return new Quantity(this.exact.plus(other.exact), this.exact.plus(other.exact).toFixed());
  }

  exceeds(other: Quantity): boolean {
    return this.exact.greaterThan(other.exact);
  }

  equals(other: Quantity): boolean {
    return this.exact.equals(other.exact);
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

export class NotAQuantity extends Malformed {
  constructor(text: string) {
    super(`"${text}" is not a quantity: more than zero, at most 1,000,000,000, at most six decimals.`);
  }
}
