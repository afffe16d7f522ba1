import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { CLOCK } from '#books';
import { type Credential, NotSignedIn, SignInService } from '#identity';
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
  private readonly known = new Map<string, Known>(); // the one that was known longest ago first

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly signIn: SignInService,
  ) {}

  /** Before a body is read: whether the books know the token at all. Errors: NotSignedIn. */
  async check(request: FastifyRequest, presented: Presented): Promise<void> {
    if (!hasBody(request) || (this.known.get(digestOf(presented))?.until ?? 0) > performance.now()) return;
    const { acting } = await inSnapshot(this.db, (tx) => this.signIn.acting(tx, presented, this.clock));
    this.note(presented, acting.credential);
  }

  /** Whose it is, as the books say now. Null: nobody's. */
  async personOf(presented: Presented): Promise<string | null> {
    try {
      const { acting } = await inSnapshot(this.db, (tx) => this.signIn.acting(tx, presented, this.clock));
      return acting.person;
    } catch (error) {
      if (error instanceof NotSignedIn) return null;
      throw error;
    }
  }

  /** Whether it may be a key that only reads; what a key is for stays as it was made. */
  mayOnlyRead(presented: Presented): boolean {
    return presented.kind === 'API_KEY' && this.known.get(digestOf(presented))?.scope !== 'RECORD';
  }

  note(presented: Presented, { scope }: Pick<Credential, 'scope'>): void {
    const digest = digestOf(presented);
    this.known.delete(digest);
    this.known.set(digest, { until: performance.now() + knownForMs, scope });
    const [oldest] = this.known.keys();
    if (this.known.size > mostKnown && oldest !== undefined) this.known.delete(oldest);
  }

  forget(presented: Presented): void {
    this.known.delete(digestOf(presented));
  }
}

interface Known {
  readonly until: number;
  readonly scope: Credential['scope'];
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function digestOf({ kind, token }: Presented): string {
  return createHash('sha256').update(`${kind} ${token}`).digest('base64');
}
