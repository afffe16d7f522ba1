import { Day } from '#kernel';

// What a batch of charges asks the books for, each thing once.

export function unique(values: Iterable<string>): string[] {
  return [...new Set(values)];
}

export function spanOf(days: readonly Day[]): { first: Day; last: Day } {
  const [first, ...others] = days;
  if (first === undefined) throw new Error('A batch of charges has at least one.');
  return {
    first: others.reduce((earliest, day) => Day.earliest(earliest, day), first),
    last: others.reduce((latest, day) => Day.latest(latest, day), first),
  };
}

export function found<T>(things: ReadonlyMap<string, T>, key: string): T {
  const thing = things.get(key);
  if (thing === undefined) throw new Error(`${key} was loaded before and must be there.`);
  return thing;
}
