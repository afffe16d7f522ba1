import { Money } from '#kernel';

/** "-1240.50" in cents; anything else is no amount. */
export function centsOf(amount: string): bigint {
  const [, sign, whole = '', cents = ''] = /^(-?)(\d+)\.(\d\d)$/.exec(amount) ?? [];
  if (sign === undefined) throw new Error(`"${amount}" is not an amount of dollars and cents.`);
  return BigInt(whole + cents) * (sign === '-' ? -1n : 1n);
}

export function usd(cents: bigint): string {
  return `USD ${Money.ofMinorUnits(cents, Money.zero().currency).toString()}`;
}
