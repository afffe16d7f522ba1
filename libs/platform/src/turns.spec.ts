import { describe, expect, it, jest } from '@jest/globals';
import { Turns } from './turns.ts';

/** Pieces of work that last until they are told to end, and in which order they began. */
function pieces(turns: Turns, names: readonly string[]) {
  const began: string[] = [];
  const ends = new Map<string, { well: () => void; badly: (error: Error) => void }>();
  const all = names.map((name) =>
    turns.take(
      () =>
        new Promise<string>((resolve, reject) => {
          began.push(name);
          ends.set(name, { well: () => resolve(name), badly: reject });
        }),
    ),
  );
  return { began, all, ended: (name: string) => ends.get(name)! };
}

describe('turns', () => {
  it('are taken by so many at once, and by the others in the order in which they came', async () => {
    const { began, all, ended } = pieces(new Turns(2), ['first', 'second', 'third', 'fourth']);
    expect(began).toEqual(['first', 'second']);
    ended('second').well();
    await all[1];
    expect(began).toEqual(['first', 'second', 'third']);
    ended('first').well();
    await all[0];
    expect(began).toEqual(['first', 'second', 'third', 'fourth']);
    for (const name of ['third', 'fourth']) ended(name).well();
    expect(await Promise.all(all)).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('are free again once nobody waits, also behind what failed', async () => {
    const turns = new Turns(1);
    const { began, all, ended } = pieces(turns, ['fails', 'follows']);
    ended('fails').badly(new Error('of its own'));
    await expect(all[0]).rejects.toThrow('of its own');
    expect(began).toEqual(['fails', 'follows']);
    ended('follows').well();
    await all[1];
    await expect(turns.take(async () => 'at once')).resolves.toBe('at once');
  });

  it('may be some among others, of which each takes one too', async () => {
    const all = new Turns(2);
    const some = pieces(new Turns(1, { among: all }), ['one', 'next']);
    const others = pieces(all, ['other', 'waits']);
    expect([some.began, others.began]).toEqual([['one'], ['other']]); // no more than two, and of the some no more than one
    some.ended('one').well();
    await some.all[0];
    expect([some.began, others.began]).toEqual([['one'], ['other', 'waits']]); // who came first
    others.ended('other').well();
    await others.all[0];
    expect(some.began).toEqual(['one', 'next']);
  });

  it('are given back by what is held up, once, and those among others are not', async () => {
    jest.useFakeTimers();
    try {
      const all = new Turns(2);
      const some = pieces(new Turns(1, { among: all, heldUpMs: 500 }), ['held up', 'next', 'third']);
      expect(some.began).toEqual(['held up']);
      await jest.advanceTimersByTimeAsync(499);
      expect(some.began).toEqual(['held up']);
      await jest.advanceTimersByTimeAsync(1);
      expect(some.began).toEqual(['held up', 'next']);
      await jest.advanceTimersByTimeAsync(500); // both of all turns are taken
      expect(some.began).toEqual(['held up', 'next']);
      some.ended('held up').well();
      await some.all[0];
      expect(some.began).toEqual(['held up', 'next', 'third']);
      for (const name of ['next', 'third']) some.ended(name).well();
      await Promise.all(some.all);
    } finally {
      jest.useRealTimers();
    }
  });
});
