/** Decimals as whole numbers over a power of ten: computed here again, and not by what the books compute with. */
export interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

/** "-12.50"; anything else is no number, and undefined. */
export function exact(text: string): Exact | undefined {
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return { digits: BigInt(whole + rest) * (sign === '-' ? -1n : 1n), scale: rest.length };
}

export function times(one: Exact, other: Exact): Exact {
  return { digits: one.digits * other.digits, scale: one.scale + other.scale };
}

/** In cents, half a cent away from zero. `by` is not zero. */
export function centsOfQuotient(one: Exact, by: Exact): bigint {
  const over = 10n ** BigInt(by.scale + 2) * one.digits;
  const under = 10n ** BigInt(one.scale) * by.digits;
  const isNegative = over < 0n !== under < 0n;
  const [size, part] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const rounded = (2n * size + part) / (2n * part);
  return isNegative ? -rounded : rounded;
}

export function isSame(one: Exact, other: Exact): boolean {
  return one.digits * 10n ** BigInt(other.scale) === other.digits * 10n ** BigInt(one.scale);
}
