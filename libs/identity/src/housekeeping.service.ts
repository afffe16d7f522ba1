import { type Clock, theProgram } from '#kernel';
import { Database, forTheProgram, inTransaction, recordEvent } from '#platform';
import { Injectable } from '@nestjs/common';

/** How many rows of each kind were over for long enough, and are gone. */
export interface Forgotten {
  readonly sessions: number;
  readonly links: number;
  readonly keys: number;
  readonly terminals: number;
  readonly tries: number;
  readonly signOuts: number;
}

/** What need not be kept of signing in. That it was done stays in the sealed log; its rows are nobody's any more. */
@Injectable()
export class HousekeepingService {
  constructor(private readonly db: Database) {}

  /**
   * Sessions, links and keys ninety days after their end, terminals, counted tries and sign-outs at an issuer a day after; by the database's clock. One
   * act that says how many; none where nothing was over.
   */
  async forget(clock: Clock): Promise<Forgotten> {
    return inTransaction(
      this.db,
      forTheProgram(async (tx) => {
        const [over] = await tx.query<[Forgotten]>(
          'select sessions, links, keys, terminals, tries, sign_outs as "signOuts" from identity.what_is_over()',
        );
        const { sessions, links, keys, terminals, tries, signOuts } = over;
        if (sessions + links + keys + terminals + tries + signOuts === 0) return over;
        const event = { action: 'HOUSEKEEPING_DONE', kind: 'account', objects: ['housekeeping'] };
        const after = { sessions, links, keys, terminals, tries, signOuts };
        await recordEvent(tx, { ...event, after }, theProgram, clock.now());
        await tx.query('select identity.forget_what_is_over()');
        return over;
      }),
    );
  }
}
