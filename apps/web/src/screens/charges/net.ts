import { Money } from '#kernel';

interface Amount {
  readonly amount: string;
}

/** What is left of a list of charges once credit notes are taken off, in USD; null where none was issued on them. */
export function netOfCredits({
  amount,
  credited,
}: {
  readonly amount: Amount;
  readonly credited: Amount;
}): string | null {
  const off = Money.usd(credited.amount);
  return off.isZero() ? null : Money.usd(amount.amount).minus(off).toString();
}
