import type { Turns } from './turns.ts';

/** How what waits is done. */
export interface Doing<Member, Result> {
  /** All of them or none; the results come in the order of the members. Whatever it throws, nothing was done. */
  together(members: readonly Member[]): Promise<readonly Result[]>;
  alone(member: Member): Promise<Result>;
}

interface Waiting<Member, Result> {
  readonly member: Member;
  readonly settle: (result: Promise<Result>) => void;
}

/**
 * Group commit: when one gets its turn, all that wait and are of its kind are done in that turn, together. Nobody waits for company:
 * where turns are free each is done alone, at once. A group that meets an obstacle is given up, and each of its members is done
 * alone: the one that stood in the way hears why, and the others do not.
 */
export class GroupCommit<Member, Result> {
  private readonly waiting = new Map<string, Waiting<Member, Result>[]>();

  constructor(
    private readonly turns: Turns,
    private readonly doing: Doing<Member, Result>,
    private readonly most: number, // members of a group
  ) {}

  /** What came of it, once its turn has come. Errors: those of `alone`. */
  join(kind: string, member: Member): Promise<Result> {
    return new Promise((settle) => {
      const waiting = this.waiting.get(kind) ?? [];
      this.waiting.set(kind, waiting);
      waiting.push({ member, settle });
      void this.turns.take(() => this.goOn(kind));
    });
  }

  /** Does what waits longest, and with it what is of its kind; where an earlier turn took all of them along, nothing. */
  private async goOn(kind: string): Promise<void> {
    const waiting = this.waiting.get(kind) ?? [];
    const group = waiting.splice(0, this.most);
    if (waiting.length === 0) this.waiting.delete(kind);
    const [first, ...others] = group;
    if (first === undefined) return;
    if (others.length > 0) return this.inOne(group);
    const doing = this.doing.alone(first.member);
    first.settle(doing);
    await doing.catch(() => undefined); // the turn lasts until it is over, however that is
  }

  private async inOne(group: readonly Waiting<Member, Result>[]): Promise<void> {
    try {
      const results = await this.doing.together(group.map(({ member }) => member));
      for (const [index, { settle }] of group.entries()) settle(Promise.resolve(results[index] as Result));
    } catch {
      for (const { member, settle } of group) settle(this.turns.take(() => this.doing.alone(member)));
    }
  }
}
