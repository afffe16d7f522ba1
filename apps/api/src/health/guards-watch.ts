import { guardsOff } from '#audit';
import type { Clock } from '#kernel';
import type { Tx } from '#platform';

const lookedAtMs = 60_000;

/**
 * Whether the database's guards fire for this server's login, as its verification asks every night: here once a minute at most,
 * however often somebody asks whether the server is ready.
 */
export class GuardsWatch {
  private looked: { readonly at: number; readonly off: boolean } | null = null;

  constructor(private readonly clock: Clock) {}

  async areOff(tx: Pick<Tx, 'query'>): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (this.looked === null || Math.abs(now - this.looked.at) >= lookedAtMs)
      this.looked = { at: now, off: (await guardsOff(tx)).length > 0 };
    return this.looked.off;
  }
}
