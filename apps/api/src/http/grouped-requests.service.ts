import type { Acting } from '#identity';
import { DomainError } from '#kernel';
import { Database, faultOf, GroupCommit, onceTogether, type RequestKey, type Tx } from '#platform';
import { HttpException, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TechnicalLog } from '../log/technical-log.ts';
import { askedOf } from '../sign-in/signed-in.guard.ts';
import { answerOf, asksToo, type Done, type Exchange, isDryRun, Requests, type Written } from './requests.ts';

/** A request that acts on one thing. */
export interface OneOfMany {
  readonly requestId: string;
  /** What it acts on: nothing is acted on twice in a group. Null for something new that names no id. */
  readonly object: string | null;
  /** Only those that agree in it go together. */
  readonly alike?: string | undefined;
}

/** What is done for one such request, or for several of one officer at once; answered in their order. */
export interface GroupedWork<One extends OneOfMany, T extends object, Ahead> {
  readonly name: string;
  ahead(tx: Tx, ones: readonly One[]): Promise<Ahead>;
  act(tx: Tx, by: Acting, ones: readonly One[], ahead: Ahead): Promise<readonly T[]>;
}

/**
 * How many groups, and requests that are alone, are under way at once. Fewer than write at once: those that come meanwhile gather, and
 * a transaction for three charges takes little more than one for one.
 */
const groupsAtOnce = 3;
/** By then a group is over, on a busy machine too. What waits for a lock so long lets others go on, as far as so many may write. */
const heldUpMs = 2000;
const most = 32; // members of a group

type Member = {
  readonly request: FastifyRequest;
  readonly key: RequestKey;
  readonly one: OneOfMany;
  readonly work: GroupedWork<OneOfMany, object, unknown>;
  readonly written: Written<object>;
};

/**
 * Requests of which an officer, or a program with their key, sends many, each for one thing. Those of one officer for one work that
 * wait for a turn are done in one transaction, see `GroupCommit` of platform; to whoever asks each is a request like any other: it has
 * its own key, act, answer and refusal, and each of these is written or none is.
 */
@Injectable()
export class GroupedRequests {
  private readonly groups: GroupCommit<Member, Done<object>>;

  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly log: TechnicalLog,
  ) {
    const doing = {
      together: (members: readonly Member[]) => this.together(members).catch((error) => this.giveUp(members, error)),
      alone: (member: Member) => this.alone(member),
    };
    this.groups = new GroupCommit(requests.writers, doing, { groupsAtOnce, heldUpMs, most });
  }

  /** As `write` of Requests, and with the same errors. */
  async write<One extends OneOfMany, T extends object, Ahead>(
    { request, reply }: Exchange,
    one: One,
    work: GroupedWork<One, T, Ahead>,
    written: Written<T> = {},
  ): Promise<void> {
    if (isDryRun(request)) {
      const act = async (tx: Tx, by: Acting, ahead: Ahead): Promise<T> => only(await work.act(tx, by, [one], ahead));
      return this.requests.write({ request, reply }, act, written, (tx) => work.ahead(tx, [one]));
    }
    const key = this.requests.keyOf(request);
    const { kind, token } = askedOf(request).presented;
    const alike = JSON.stringify([work.name, one.alike, kind, token]);
    // A group is of one work, so what it does is given what it asks for.
    const member = { request, key, one, work, written } as unknown as Member;
    const done = (await this.groups.join(alike, member)) as Done<T>;
    return this.requests.reply(reply, done, written);
  }

  private alone({ request, key, one, work, written }: Member): Promise<Done<object>> {
    return this.requests.carryOut(
      request,
      key,
      async (tx, by, ahead) => only(await work.act(tx, by, [one], ahead)),
      written,
      (tx) => work.ahead(tx, [one]),
    );
  }

  /** Errors: whatever stands in the way of one of them. */
  private async together(members: readonly Member[]): Promise<readonly Done<object>[]> {
    const [{ request, work, written }, ...others] = members as [Member, ...Member[]];
    const ones = members.map(({ one }) => one);
    checkNamedOnce(ones);
    let said: readonly object[] = [];
    const answers = await onceTogether(
      this.db,
      members.map(({ key }) => key),
      {
        prepare: async (tx) => {
          const by = await this.requests.acting(tx, request);
          for (const other of others) asksToo(other.request, by);
          return by;
        },
        ahead: (tx) => work.ahead(tx, ones),
        act: async (tx, by, ahead) => {
          said = await work.act(tx, by, ones, ahead);
          return said.map((one) => answerOf(one, written));
        },
      },
    );
    return answers.map((answer, index) => ({ answer: { ...answer, replayed: false }, said: said[index] ?? null }));
  }

  /** A fault of ours is told to the log: each is done alone then, so that nobody else would hear of it. Errors: the same. */
  private giveUp([member]: readonly Member[], error: unknown): never {
    const isSaidAlone = [DomainError, HttpException, ActOnTheSame].some((one) => error instanceof one);
    if (!isSaidAlone && member !== undefined) {
      const { id: requestId, routeOptions } = member.request;
      this.log.write({ event: 'fault', requestId, route: routeOptions.url ?? '', ...faultOf(error) });
    }
    throw error;
  }
}

/** Errors: ActOnTheSame. */
function checkNamedOnce(ones: readonly OneOfMany[]): void {
  const objects = ones.flatMap(({ object }) => object ?? []);
  if (new Set(objects).size < objects.length) throw new ActOnTheSame();
}

/** Nobody is told so: each is done alone then, and refused alone. */
class ActOnTheSame extends Error {}

function only<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('What was asked for one thing is answered with one.');
  return one;
}
