import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

/** Work that ends when it is told to, and notes that it has begun. */
function works(turns: Turns, names: readonly string[]) {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const done = names.map((name) =>
    turns.take(
      () =>
        new Promise<string>((resolve, reject) => {
          begun.push(name);
          ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)));
        }),
    ),
  );
  const end = async (name: string, error?: Error): Promise<void> => {
    ends.get(name)?.(error);
    await Promise.allSettled([done[names.indexOf(name)]]);
  };
  return { begun, done, end };
}

describe('two turns', () => {
  it('let two work at once, and the others in the order in which they came', async () => {
    const { begun, done, end } = works(new Turns(2), ['first', 'second', 'third', 'fourth']);
    expect(begun).toEqual(['first', 'second']);
    await end('second');
    expect(begun).toEqual(['first', 'second', 'third']);
    await end('first');
    await end('third');
    await end('fourth');
    expect(await Promise.all(done)).toEqual(['first', 'second', 'third', 'fourth']);
    expect(begun).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('are given back by work that fails, and by work that ends while nobody waits', async () => {
    const turns = new Turns(2);
    const failing = works(turns, ['first', 'second', 'third']);
    await failing.end('first', new Error('refused'));
    await expect(failing.done[0]).rejects.toThrow('refused');
    expect(failing.begun).toEqual(['first', 'second', 'third']);
    await failing.end('second');
    await failing.end('third');
    const later = works(turns, ['fourth', 'fifth', 'sixth']);
    expect(later.begun).toEqual(['fourth', 'fifth']);
    for (const name of ['fourth', 'fifth', 'sixth']) await later.end(name);
  });
});
