import { CLOCK } from '#books';
import type { Acting } from '#identity';
import { type Clock, Forbidden } from '#kernel';
import { actIn, Database, inTransaction, recordEvent, refusalsOf } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const hour = 3_600_000; // ms

/** So many refusals of one person an hour are acts: nobody fills the sealed log with them. The technical log has every one. */
export const mostRefusalsAnHour = 60;

const asking = new WeakMap<FastifyRequest, Acting>();
const refused = new WeakMap<FastifyRequest, Forbidden>();

/** From here on a refusal of this request is one of that person. */
export function isAskedBy(request: FastifyRequest, by: Acting): void {
  asking.set(request, by);
}

/** What is for somebody else, or asks for a fresher proof or for more than a key, is kept as an act; other errors are not. */
export function isRefused(request: FastifyRequest, error: unknown): void {
  if (error instanceof Forbidden) refused.set(request, error);
}

/**
 * Refusals of authority as acts: of a duty, a side or a hand, of a proof that is too old, of what is not for a key. In a
 * transaction of its own, since that of the request is rolled back, and before the answer is sent. It names the route, never
 * what stood in the address: that may be anybody's text.
 */
@Injectable()
export class RefusedActs {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async keep(request: FastifyRequest, status: number): Promise<void> {
    const by = asking.get(request);
    const error = refused.get(request);
    if (by === undefined || error === undefined) return;
    const act = { action: 'REQUEST_REFUSED', kind: 'request', objects: [routeOf(request)] };
    await inTransaction(this.db, async (tx) => {
      await actIn(tx, by);
      const now = this.clock.now();
      if ((await refusalsOf(tx, by.person, new Date(now.getTime() - hour))) >= mostRefusalsAnHour) return;
      await recordEvent(tx, { ...act, after: { status, code: error.code } }, by, now);
    });
  }
}

function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method} ${routeOptions.url ?? ''}`;
}
