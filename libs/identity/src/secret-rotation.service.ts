import { type Clock, theProgram } from '#kernel';
import { Database, forTheProgram, inTransaction, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SecretBox } from './secret-box.service.ts';

/** Another key for the secrets of second factors, with nobody signed out and no moment in which one cannot be read. */
@Injectable()
export class SecretRotationService {
  constructor(private readonly db: Database) {}

  /**
   * The new key stands beside the old ones until every secret is sealed under it, in one transaction; then those go that nothing
   * is under. Broken off in between, the file holds both, everything can be read, and to do it again ends it. Answers the new
   * key's id, how many secrets are under it, and the ids of old keys that something is still under. Errors: SecretKeyMissing,
   * SecretKeyOpenToOthers.
   */
  async rotate(box: SecretBox, clock: Clock): Promise<{ key: string; secrets: number; stillNeeded: string[] }> {
    const rotated = await inTransaction(
      this.db,
      forTheProgram(async (tx) => {
        // Whoever makes a second factor meanwhile comes before or after, and seals under this lock: after it, under the new key.
        await nobodyElseSeals(tx);
        const key = box.turnOver();
        const event = { action: 'SECRETS_KEY_ROTATED', kind: 'account', objects: ['secrets-key'], after: { key } };
        await recordEvent(tx, event, theProgram, clock.now());
        const rows = await factors(tx);
        for (const { person, secret, next } of rows) {
          const [again, nextAgain] = [secret, next].map((one) =>
            one === null ? null : box.seal(box.open(one, person), person),
          );
          await tx.query('update identity.second_factor set secret = $2, next_secret = $3 where person = $1', [
            ...[person, again, nextAgain],
          ]);
        }
        return { key, secrets: sealedIn(rows).length };
      }),
    );
    // What the books have kept is asked, not what this was about to write: a key that is gone brings no secret back.
    const stillNeeded = await inTransaction(
      this.db,
      forTheProgram(async (tx) => {
        await nobodyElseSeals(tx);
        return box.dropOldKeys(sealedIn(await factors(tx)));
      }),
    );
    return { ...rotated, stillNeeded };
  }
}

interface Factor {
  readonly person: string;
  readonly secret: string;
  readonly next: string | null; // under way: not shown to be had yet
}

async function nobodyElseSeals(tx: Tx): Promise<void> {
  await tx.query('lock table identity.second_factor in share row exclusive mode');
}

function factors(tx: Tx): Promise<Factor[]> {
  return tx.query<Factor[]>('select person, secret, next_secret as next from identity.second_factor order by person');
}

function sealedIn(rows: readonly Factor[]): string[] {
  return rows.flatMap(({ secret, next }) => (next === null ? [secret] : [secret, next]));
}
