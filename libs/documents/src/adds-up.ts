import { Money } from '#kernel';

/** A content whose figures contradict each other must never reach paper: whoever made it has a fault. */
export class PaperDoesNotAddUp extends Error {
  constructor(what: string, parts: string, stated: string) {
    super(`${what} come to ${parts}, but the content states ${stated}.`);
    this.name = 'PaperDoesNotAddUp';
  }
}

/** Adds the parts up again, exactly, and refuses a stated sum that is not theirs. Gives the sum back. */
export function addsUp(what: string, parts: Iterable<string>, stated: string): Money {
  const sum = total(parts);
  if (!sum.equals(Money.totalUsd(stated))) throw new PaperDoesNotAddUp(what, sum.toString(), stated);
  return sum;
}

export function total(parts: Iterable<string>): Money {
  let sum = Money.totalUsd('0');
  for (const part of parts) sum = sum.plus(Money.totalUsd(part));
  return sum;
}
