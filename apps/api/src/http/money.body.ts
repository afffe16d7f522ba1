import { at, Money } from '#kernel';
import { DecimalText, Shown, Text } from './fields.ts';

/** An amount in a request: text with its currency. */
export class MoneyBody {
  @DecimalText({ example: '1480.00' })
  amount: string;

  @Text({ max: 3, example: 'CHF', description: 'ISO 4217' })
  currency: string;
}

/** Errors: NotADecimal, TooManyDecimals, UnknownCurrency, at the field that is wrong. */
export function money({ amount, currency }: MoneyBody, pointer: string): Money {
  const zero = at(`${pointer}/currency`, () => Money.zero(currency));
  return at(`${pointer}/amount`, () => Money.of(amount, zero.currency));
}

/** An amount in an answer. */
export class MoneyShown {
  @Shown({ example: '1796.12' })
  amount: string;

  @Shown({ example: 'USD' })
  currency: string;
}

export function usd(amount: string): MoneyShown {
  return { amount, currency: 'USD' };
}
