import { Decimal } from 'decimal.js';
import { Currency } from './currency.ts';
import { parseDecimal } from './decimal-text.ts';
import { Malformed } from './domain-error.ts';

/**
 * An amount in one currency, exact to its minor unit. Text in ("1240.50"), text out; never a JavaScript number.
 * Immutable. Two currencies never meet in one operation: that is a fault of the program, not of the user.
 */
export class Money {
  private constructor(
    private readonly amount: Decimal,
    readonly currency: Currency,
  ) {}

  /**
   * Unit:   a plain decimal, sign allowed, at most the currency's decimals: "1240.5", "-12.40", "0".
   * Errors: NotADecimal (a number, NaN, an exponent, a separator), TooManyDecimals, AmountTooLarge, UnknownCurrency.
   */
  static of(text: string, currency: string | Currency): Money {
    const money = Money.total(text, currency);
    if (money.amount.abs().greaterThan(Money.largest)) throw new AmountTooLarge(text);
    return money;
  }

  /**
   * What amounts came to, read back: a sum, which may be larger than each of them may.
   * Errors: NotADecimal, TooManyDecimals, UnknownCurrency.
   */
  static total(text: string, currency: string | Currency): Money {
    const unit = typeof currency === 'string' ? Currency.of(currency) : currency;
    const amount = parseDecimal(text);
    if ((text.split('.')[1] ?? '').length > unit.decimals) throw new TooManyDecimals(text, unit);
    return new Money(amount, unit);
  }

  static totalUsd(text: string): Money {
    return Money.total(text, Money.usdCurrency);
  }

  static usd(text: string): Money {
    return Money.of(text, Money.usdCurrency);
  }

  static zero(currency: string | Currency = Money.usdCurrency): Money {
    return Money.of('0', currency);
  }

  static sum(amounts: Iterable<Money>, currency: string | Currency = Money.usdCurrency): Money {
    let total = Money.zero(currency);
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  /** One amount, rounded: half up (away from zero), to the currency's minor unit. Errors: AmountTooLarge. */
  static rounded(exact: Decimal, currency: string | Currency): Money {
    const money = Money.roundedTotal(exact, currency);
    if (money.amount.abs().greaterThan(Money.largest)) throw new AmountTooLarge(money);
    return money;
  }

  /** The only place where anything is rounded; what is a share of a sum may be larger than one amount. */
  static roundedTotal(exact: Decimal, currency: string | Currency): Money {
    const unit = typeof currency === 'string' ? Currency.of(currency) : currency;
    if (!exact.isFinite()) throw new Error(`An amount of ${unit.code} must be finite, not ${exact.toString()}.`);
    const amount = exact.toDecimalPlaces(unit.decimals, Decimal.ROUND_HALF_UP);
    return new Money(amount.isZero() ? amount.absoluteValue() : amount, unit); // no "-0.00"
  }

  plus(other: Money): Money {
    return new Money(this.amount.plus(this.sameCurrency(other)), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.amount.minus(this.sameCurrency(other)), this.currency);
  }

  negated(): Money {
    return new Money(this.amount.isZero() ? this.amount : this.amount.negated(), this.currency);
  }

  absolute(): Money {
    return new Money(this.amount.abs(), this.currency);
  }

  /** The exact product, not rounded: for whoever goes on calculating before `Money.rounded`. */
  exactlyTimes(factor: Decimal): Decimal {
    return this.amount.times(factor);
  }

  exceeds(other: Money): boolean {
    return this.amount.greaterThan(this.sameCurrency(other));
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.amount.equals(other.amount);
  }

  isZero(): boolean {
    return this.amount.isZero();
  }

  isNegative(): boolean {
    return this.amount.isNegative() && !this.amount.isZero();
  }

  /** In minor units (cents), for splitting without a remainder. */
  minorUnits(): bigint {
    return BigInt(this.amount.times(Decimal.pow(10, this.currency.decimals)).toFixed(0));
  }

  static ofMinorUnits(units: bigint, currency: Currency): Money {
    return new Money(new Decimal(units.toString()).dividedBy(Decimal.pow(10, currency.decimals)), currency);
  }

  /** "1240.50": always the currency's decimals, a plain minus, never an exponent. */
  toString(): string {
    return this.amount.toFixed(this.currency.decimals);
  }

  toJSON(): string {
    return this.toString();
  }

  /** "USD 1,240.50": for sentences, not for data. */
  toSentence(): string {
    const [whole = '0', decimals] = this.amount.abs().toFixed(this.currency.decimals).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return `${this.isNegative() ? '-' : ''}${this.currency.code} ${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
  }

  private sameCurrency(other: Money): Decimal {
    if (other.currency !== this.currency) {
      throw new Error(`${this.currency.code} and ${other.currency.code} cannot be added or compared without a rate.`);
    }
    return other.amount;
  }

  // Ten million millions: far above any conference, far below what numeric(18,2) or a double check digit would lose.
  private static readonly largest = new Decimal('10000000000000');
  private static readonly usdCurrency = Currency.of('USD');
}

export class TooManyDecimals extends Malformed {
  constructor(text: string, currency: Currency) {
    super(`"${text}" has more decimals than ${currency.code} has: at most ${currency.decimals}.`);
  }
}

export class AmountTooLarge extends Malformed {
  /** What was written, or what it came to. */
  constructor(found: string | Money) {
    super(
      `${typeof found === 'string' ? `"${found}" is` : `This comes to ${found.toSentence()}, which is`} larger than the books hold: ` +
        'an amount is at most 10,000,000,000,000.00 either way. Nothing was written.',
    );
  }
}
