import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { CLOCK } from '#books';
import { SignInService } from '#identity';
import type { Clock } from '#kernel';
import { Database, inSnapshot } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Presented } from './presented.ts';

const knownForMs = 60_000;
const mostKnown = 1000;

/**
 * Tokens that the books knew a moment ago, by their digests. They open nothing: whose a token is, each request's own transaction finds
 * out. They spare a request with a body a look-up of its own before the body is read.
 */
@Injectable()
export class KnownTokens {
  private readonly until = new Map<string, number>(); // the one that was known longest ago first

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly signIn: SignInService,
  ) {}

  /** Before a body is read: whether the books know the token at all. Errors: NotSignedIn. */
  async check(request: FastifyRequest, presented: Presented): Promise<void> {
    if (!hasBody(request) || (this.until.get(digestOf(presented)) ?? 0) > performance.now()) return;
    await inSnapshot(this.db, (tx) => this.signIn.acting(tx, presented, this.clock));
    this.note(presented);
  }

  note(presented: Presented): void {
    const digest = digestOf(presented);
    this.until.delete(digest);
    this.until.set(digest, performance.now() + knownForMs);
    const [oldest] = this.until.keys();
    if (this.until.size > mostKnown && oldest !== undefined) this.until.delete(oldest);
  }

  forget(presented: Presented): void {
    this.until.delete(digestOf(presented));
  }
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function digestOf({ kind, token }: Presented): string {
  return createHash('sha256').update(`${kind} ${token}`).digest('base64');
}
