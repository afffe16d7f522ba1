import { InvalidArgumentError } from 'commander';

/** A count on the command line: a whole number from 1 to 100,000. */
export function limit(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text) || Number(text) > 100_000)
    throw new InvalidArgumentError('A whole number from 1 to 100000.');
  return Number(text);
}
