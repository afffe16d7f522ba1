import { Turns } from './turns.ts';

/** How what waits is done. */
export interface Doing<Member, Result> {
  /** All of them or none; the results come in the order of the members. Whatever it throws, each is done alone then. */
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
  private readonly groups: Turns;
  private readonly most: number;

  /**
   * `turns`: of all that work, groups among them; of these no more than `groupsAtOnce` are for groups and for what begins alone, so
   * that the others gather. What is held up for `heldUpMs` is no longer counted among the groups. A group has `most` members at most.
   */
  constructor(
    private readonly turns: Turns,
    private readonly doing: Doing<Member, Result>,
    {
      groupsAtOnce,
      heldUpMs,
      most,
    }: { readonly groupsAtOnce: number; readonly heldUpMs: number; readonly most: number },
  ) {
    this.groups = new Turns(groupsAtOnce, { among: turns, heldUpMs });
    this.most = most;
  }

  /** What came of it, once its turn has come. Errors: those of `alone`. */
  join(kind: string, member: Member): Promise<Result> {
    return new Promise((settle) => {
      const waiting = this.waiting.get(kind);
      if (waiting !== undefined) waiting.push({ member, settle });
      else this.wait(kind, [{ member, settle }]);
    });
  }

  /** A kind waits for one turn, however many are of it: no officer who sends many goes before one who came earlier. */
  private wait(kind: string, waiting: Waiting<Member, Result>[]): void {
    this.waiting.set(kind, waiting);
    void this.groups.take(() => this.goOn(kind, waiting));
  }

  private async goOn(kind: string, waiting: Waiting<Member, Result>[]): Promise<void> {
    const doing = this.begin(waiting.splice(0, this.most));
    if (waiting.length === 0) this.waiting.delete(kind);
    else this.wait(kind, waiting); // behind the others
    await doing;
  }

  private async begin(group: readonly Waiting<Member, Result>[]): Promise<void> {
    const [first, ...others] = group as [Waiting<Member, Result>, ...Waiting<Member, Result>[]];
    if (others.length > 0) return this.inOne(group);
    const doing = this.doing.alone(first.member);
    first.settle(doing);
    await doing.catch(() => undefined); // the turn lasts until it is over, however that is
  }

  /** What is given up waits for turns of all that work, and not of the fewer for groups: what holds it up is over sooner. */
  private async inOne(group: readonly Waiting<Member, Result>[]): Promise<void> {
    try {
      const results = await this.doing.together(group.map(({ member }) => member));
      for (const [index, { settle }] of group.entries()) settle(Promise.resolve(results[index] as Result));
    } catch {
      for (const { member, settle } of group) settle(this.turns.take(() => this.doing.alone(member)));
    }
  }
}
