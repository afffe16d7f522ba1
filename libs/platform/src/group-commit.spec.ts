import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.ts';
import { Turns } from './turns.ts';

/** What is done, in the order in which it is begun; it lasts until it is let go on. */
function heldUp(turns: Turns, { groups: groupsAtOnce = 8, most = 8, stops = [] as readonly string[] } = {}) {
  const begun: string[] = [];
  const held: (() => void)[] = [];
  const until = async (what: string): Promise<void> => {
    begun.push(what);
    await new Promise<void>((resolve) => held.push(resolve));
  };
  const groups = new GroupCommit<string, string>(
    turns,
    {
      async together(members) {
        await until(members.join('+'));
        if (members.some((member) => stops.includes(member))) throw new Error('one of them cannot be done');
        return members.map((member) => `${member} together`);
      },
      async alone(member) {
        await until(member);
        if (stops.includes(member)) throw new Error(`${member} cannot be done`);
        return `${member} alone`;
      },
    },
    { groupsAtOnce, heldUpMs: 60_000, most },
  );
  const goOn = async (): Promise<void> => {
    held.shift()?.();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { groups, begun, goOn };
}

describe('group commit', () => {
  it('lets nobody wait for company: where a turn is free each is done alone', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(2));
    const results = Promise.all([groups.join('kind', 'a'), groups.join('kind', 'b')]);
    expect(begun).toEqual(['a', 'b']);
    await goOn();
    await goOn();
    expect(await results).toEqual(['a alone', 'b alone']);
  });

  it('does what has come meanwhile and is of one kind in one turn, in the order in which it came', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(1));
    const results = Promise.all([
      groups.join('kind', 'a'),
      groups.join('kind', 'b'),
      groups.join('other', 'x'),
      groups.join('kind', 'c'),
    ]);
    for (let turn = 0; turn < 3; turn += 1) await goOn();
    expect(await results).toEqual(['a alone', 'b together', 'x alone', 'c together']);
    expect(begun).toEqual(['a', 'b+c', 'x']);
  });

  it('is of so many at most', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(1), { most: 2 });
    const results = Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((member) => groups.join('kind', member)));
    for (let turn = 0; turn < 4; turn += 1) await goOn();
    await results;
    expect(begun).toEqual(['a', 'b+c', 'd+e', 'f']);
  });

  it('gives a group up that meets an obstacle, and each of it is done alone: one hears why, the others are done', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(1), { stops: ['c'] });
    const results = Promise.allSettled(['a', 'b', 'c', 'd'].map((member) => groups.join('kind', member)));
    for (let turn = 0; turn < 5; turn += 1) await goOn();
    expect(await results).toEqual([
      { status: 'fulfilled', value: 'a alone' },
      { status: 'fulfilled', value: 'b alone' },
      { status: 'rejected', reason: new Error('c cannot be done') },
      { status: 'fulfilled', value: 'd alone' },
    ]);
    expect(begun).toEqual(['a', 'b+c+d', 'b', 'c', 'd']);
  });

  it('that joins does not go before who came earlier and is of another kind', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(1));
    const first = ['a', 'b', 'c'].map((member) => groups.join('kind', member));
    const other = groups.join('other', 'x');
    await goOn();
    const late = groups.join('kind', 'd');
    for (let turn = 0; turn < 3; turn += 1) await goOn();
    await Promise.all([...first, other, late]);
    expect(begun).toEqual(['a', 'b+c', 'x', 'd']);
  });

  it('leaves the rest of a kind that are too many to wait behind the others', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(1), { most: 2 });
    const kind = ['a', 'b', 'c', 'd'].map((member) => groups.join('kind', member));
    const other = groups.join('other', 'x');
    for (let turn = 0; turn < 4; turn += 1) await goOn();
    await Promise.all([...kind, other]);
    expect(begun).toEqual(['a', 'b+c', 'x', 'd']);
  });

  it('that is given up holds no turn of the groups: as many of it as work at once are done at once', async () => {
    const { groups, begun, goOn } = heldUp(new Turns(3), { groups: 1, stops: ['c'] });
    const results = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((member) => groups.join('kind', member)));
    await goOn();
    await goOn();
    expect(begun).toEqual(['a', 'b+c+d+e', 'b', 'c', 'd']);
    const other = groups.join('other', 'x');
    for (let turn = 0; turn < 5; turn += 1) await goOn();
    expect((await results).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await other).toBe('x alone');
  });

  it('hands its turn on behind one that fails alone', async () => {
    const { groups, goOn } = heldUp(new Turns(1), { stops: ['a'] });
    const failing = groups.join('kind', 'a');
    const following = groups.join('other', 'b');
    await Promise.all([goOn(), expect(failing).rejects.toThrow('a cannot be done')]);
    await goOn();
    expect(await following).toBe('b alone');
  });
});
