import { createHash } from 'node:crypto';
import { CLOCK } from '#books';
import {
  type Act,
  type Acting,
  checkCredential,
  checkReads,
  dutiesOf,
  IdentityService,
  SignInService,
} from '#identity';
import { type Clock, Malformed, today } from '#kernel';
import { LedgerService, type PostedLine } from '#ledger';
import {
  type Answer,
  type AuditEvent,
  Database,
  inSnapshot,
  inTransaction,
  once,
  recordEvent,
  type RequestKey,
  Turns,
  type Tx,
  wasAnswered,
  withoutEffect,
} from '#platform';
import { PersonalKeyRing } from '#travellers';
import { HttpException, HttpStatus, Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actedBy } from '../log/logged-requests.ts';
import { KnownTokens } from '../sign-in/known-tokens.service.ts';
import { askedOf, isKnown } from '../sign-in/signed-in.guard.ts';
import { isOn } from './flag.ts';
import type { Offered } from './offered.ts';
import { factsOfDomainError, problem, problemHeaders } from './problem.ts';
import { isAskedBy, isRefused } from './refused-acts.service.ts';

/** The HTTP request and its reply, as a controller hands them on. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Written<T> {
  /** 201 where something new has an address, 200 else. */
  readonly status?: number;
  readonly location?: (result: T) => string;
  /** What is kept of the answer, where it tells of a person: a repeat is answered with this, and there is no dry run. */
  readonly kept?: (result: T) => T;
  /** The answer without the secret that is shown this once: a repeat is answered with this, and a dry run too. */
  readonly withoutSecret?: (result: T) => T;
}

/** What came of a request that writes. */
export interface Done<T extends object> {
  readonly answer: Answer & { readonly replayed: boolean };
  /** What the body of the answer says, where it was done just now; null where it was refused, or done before. */
  readonly said: T | null;
}

/**
 * How many requests write at once; more would not be done sooner, and cost a process of PostgreSQL each, which is woken to wait for a
 * processor and for the rows of the others. The rest of the pool's connections are left to whoever reads.
 */
const writersAtOnce = 8;

/**
 * One transaction for each request, which begins by finding out whose it is. A write is done once for its Idempotency-Key, in the transaction of its effect, and
 * what it was answered, a refusal too, is the answer of every repeat. With `?dryRun=true` it is done by the same code and rolled back, and the answer shows what would have been posted.
 */
@Injectable()
export class Requests {
  readonly writers = new Turns(writersAtOnce);

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) readonly clock: Clock,
    private readonly signIn: SignInService,
    private readonly identity: IdentityService,
    private readonly ledger: LedgerService,
    private readonly ring: PersonalKeyRing,
    private readonly tokens: KnownTokens,
  ) {}

  /** One consistent picture of the books, and nothing can be written in it. Errors: as `acting`. */
  read<T>({ request }: Pick<Exchange, 'request'>, work: (tx: Tx, by: Acting) => Promise<T>): Promise<T> {
    return inSnapshot(this.db, async (tx) => work(tx, await this.acting(tx, request)));
  }

  /**
   * What leaves the books as a file: read, and written down as an act, in one transaction and before it is sent. Errors: as
   * `acting`, and those of `work`.
   */
  takesOut<T>(
    { request }: Pick<Exchange, 'request'>,
    work: (tx: Tx, by: Acting) => Promise<{ taken: T; event: AuditEvent }>,
  ): Promise<T> {
    return inTransaction(this.db, async (tx) => {
      const by = await this.acting(tx, request);
      const { taken, event } = await work(tx, by);
      await recordEvent(tx, event, by, this.clock.now());
      return taken;
    });
  }

  /** Whether `write` will answer with what it answered before, whatever the request is. False without a key, and of a dry run. */
  async isRepeated(tx: Tx, request: FastifyRequest, { person }: Acting): Promise<boolean> {
    const key = request.headers['idempotency-key'];
    return typeof key === 'string' && !isDryRun(request) && wasAnswered(tx, { person, key });
  }

  /**
   * `ahead`: what `work` asks whoever asks, see `Work` of platform.
   * Errors: as `acting`, IdempotencyKeyMissing, RequestKeyReused, and those of `work` that are no refusal.
   */
  async write<T extends object, Ahead = undefined>(
    exchange: Exchange,
    work: (tx: Tx, by: Acting, ahead: Ahead) => Promise<T>,
    written: Written<T> = {},
    ahead: (tx: Tx) => Promise<Ahead> = async () => undefined as Ahead,
  ): Promise<void> {
    const { request, reply } = exchange;
    if (isDryRun(request)) {
      if (written.kept !== undefined) throw new NoDryRun(); // it would show what it takes an act to show
      const tried = await this.writers.take(() =>
        withoutEffect(this.db, async (tx) => {
          const by = await this.acting(tx, request);
          const before = await this.ledger.lastEntry(tx); // of the own book, and found at once: before, no entry could be seen
          const { withoutSecret = (answer: T) => answer } = written;
          const result = withoutSecret(await work(tx, by, await ahead(tx)));
          return { dryRun: true, result, wouldPost: (await this.ledger.postedSince(tx, before)).map(shown) };
        }),
      );
      return send(reply, { status: HttpStatus.OK, body: JSON.stringify(tried), replayed: false }, tried);
    }
    const key = this.keyOf(request);
    const done = await this.writers.take(() => this.carryOut(request, key, work, written, ahead));
    return this.reply(reply, done, written);
  }

  /** Does it once for its key. Errors: as `write`. */
  async carryOut<T extends object, Ahead>(
    request: FastifyRequest,
    key: RequestKey,
    work: (tx: Tx, by: Acting, ahead: Ahead) => Promise<T>,
    written: Written<T>,
    ahead: (tx: Tx) => Promise<Ahead>,
  ): Promise<Done<T>> {
    let done: T | null = null;
    const answer = await once(this.db, key, {
      prepare: (tx) => this.acting(tx, request),
      ahead,
      act: async (tx, by, found) => {
        const result = await work(tx, by, found);
        done = result;
        return answerOf(result, written);
      },
      refusal: (error) => {
        isRefused(request, error);
        const refusal = problem(factsOfDomainError(error), { url: request.url, requestId: request.id });
        return { status: refusal.status, body: JSON.stringify(refusal) };
      },
    });
    return { answer, said: answer.replayed || isRefusal(answer) ? null : done };
  }

  /** Answers with what came of it. */
  async reply<T extends object>(reply: FastifyReply, { answer, said }: Done<T>, written: Written<T>): Promise<void> {
    // Only what was kept is read again: what was just done is at hand, and may be a thousand documents.
    const result = said ?? (JSON.parse(answer.body) as T);
    if (!isRefusal(answer) && written.location !== undefined) void reply.header('location', written.location(result));
    return send(reply, answer, result);
  }

  /** By what a request is known again. Errors: IdempotencyKeyMissing. */
  keyOf(request: FastifyRequest): RequestKey {
    return {
      key: keyOf(request),
      operation: `${request.method} ${request.url}`,
      body: request.body ?? null,
      secret: this.ring.keys.lookup,
    };
  }

  /**
   * What the actions in an answer are judged by: one query, for a page of documents too. `acts`: all that are in the answer, where
   * that is known; where none of them asks for colleagues, nobody looks for any.
   */
  async offered(tx: Tx, by: Acting, acts?: readonly Act[]): Promise<Offered> {
    if (acts?.every((act) => !act.asksForColleagues(by)) === true) return { by, colleagues: [] };
    return { by, colleagues: await this.identity.colleagues(tx, by.secretariat, today(this.clock)) };
  }

  /**
   * Who asks, by the token that came, for the rest of this transaction; and whether what the route reads is theirs to read.
   * Errors: NotSignedIn, those of `checkCredential`, NotDesignatedToRead.
   */
  async acting(tx: Tx, request: FastifyRequest): Promise<Acting> {
    const { presented, asks, reads } = askedOf(request);
    const { acting, isStale } = await this.signIn.acting(tx, presented, this.clock).catch((error: unknown) => {
      this.tokens.forget(presented);
      throw error;
    });
    this.tokens.note(presented, acting.credential);
    const whose = whoActs(acting);
    const by = { ...acting, requestId: request.id, duties: dutiesOf(acting.designations), session: whose.session };
    isAskedBy(request, by);
    checkCredential(acting.credential, asks);
    if (reads !== undefined) checkReads(acting, reads);
    isKnown(request);
    actedBy(request, whose);
    // Once a minute, and beside the transaction: a session that was not noted ends too early at worst.
    if (isStale) void this.signIn.touch(acting.credential).catch(() => undefined);
    return by;
  }
}

/** Of a request that came to the same route with the same token: what holds of the one that was found to be of this officer holds of it. */
export function asksToo(request: FastifyRequest, by: Acting): void {
  isAskedBy(request, { ...by, requestId: request.id });
  isKnown(request);
  actedBy(request, whoActs(by));
}

/** What is answered and kept of something done. */
export function answerOf<T>(
  result: T,
  { status = HttpStatus.OK, withoutSecret, kept = withoutSecret }: Written<T>,
): Answer {
  const answer = { status, body: JSON.stringify(result) };
  return kept === undefined ? answer : { ...answer, kept: JSON.stringify(kept(result)) };
}

/** Codes alone, for the log. */
function whoActs({
  person,
  secretariat,
  designations,
  credential,
}: Acting): Parameters<typeof actedBy>[1] & { session: string } {
  const session = createHash('sha256').update(credential.id).digest('hex').slice(0, 16);
  const role = dutiesOf(designations).join(' ');
  return { session, person, role, tenant: secretariat };
}

function isRefusal({ status }: Answer): boolean {
  return status >= 400;
}

/** `said`: what the body of the answer says. */
async function send(reply: FastifyReply, answer: Answer & { replayed: boolean }, said: object): Promise<void> {
  const { version } = said as { version?: number };
  if (version !== undefined) void reply.header('etag', etag(version));
  if (answer.replayed) void reply.header('idempotency-replayed', 'true');
  if (isRefusal(answer)) void reply.headers(problemHeaders);
  else void reply.header('content-type', 'application/json; charset=utf-8');
  await reply.status(answer.status).send(answer.body);
}

/** The version of a row as a strong validator. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** The version that the caller has seen; null for "*", whatever it is now. Errors: IfMatchMissing (428), IfMatchUnreadable. */
export function seenVersion(request: FastifyRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined) throw new IfMatchMissing();
  if (header === '*') return null;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new IfMatchUnreadable(header);
  return Number(version);
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw new IdempotencyKeyMissing();
  return key;
}

export function isDryRun(request: FastifyRequest): boolean {
  return isOn('dryRun', (request.query as { dryRun?: unknown } | undefined)?.dryRun);
}

function shown({ book, account, fund, budgetLine, item, amountUsd, event, source, accountingOn }: PostedLine): object {
  return {
    book,
    event,
    source,
    accountingOn,
    account,
    fund,
    budgetLine,
    item,
    amount: { amount: amountUsd, currency: 'USD' },
  };
}

export class NoDryRun extends Malformed {
  constructor() {
    super(
      'There is no dry run of showing who somebody is: it would show it, and nobody would know. Nothing was shown.',
    );
  }
}

export class IdempotencyKeyMissing extends Malformed {
  constructor() {
    super(
      'Send an Idempotency-Key of 8 to 128 visible characters, a new one for each new request (a UUID will do), so that a repeat takes effect once.',
    );
  }
}

export class IfMatchMissing extends HttpException {
  constructor() {
    super(
      'Send If-Match with the ETag you have read, so that nothing is decided on an older state ("*": whatever it is now).',
      HttpStatus.PRECONDITION_REQUIRED,
    );
  }
}

export class IfMatchUnreadable extends Malformed {
  constructor(header: string) {
    super(`If-Match holds the ETag that was read, such as "3"; this is ${header.slice(0, 40)}.`);
  }
}
