import { type Clock, theProgram } from '#kernel';
import { Database, forTheProgram, inTransaction, recordEvent } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SecretBox } from './secret-box.service.ts';

/** Another key for the secrets of second factors, with nobody signed out and no moment in which one cannot be read. */
@Injectable()
export class SecretRotationService {
  constructor(private readonly db: Database) {}

  /**
   * The new key stands beside the old ones until every secret is sealed under it, in one transaction; then they go. Broken off in
   * between, the file holds both, everything can be read, and to do it again ends it. Answers the new key's id and how many
   * secrets are under it. Errors: SecretKeyMissing, SecretKeyOpenToOthers.
   */
  async rotate(box: SecretBox, clock: Clock): Promise<{ key: string; secrets: number }> {
    const key = box.turnOver();
    const secrets = await inTransaction(
      this.db,
      forTheProgram(async (tx) => {
        const rotated = { action: 'SECRETS_KEY_ROTATED', kind: 'account', objects: ['secrets-key'], after: { key } };
        await recordEvent(tx, rotated, theProgram, clock.now());
        // Whoever makes a second factor meanwhile comes before or after: what is sealed after is under the new key already.
        await tx.query('lock table identity.second_factor in share row exclusive mode');
        const rows = await tx.query<{ person: string; secret: string }[]>(
          'select person, secret from identity.second_factor order by person',
        );
        for (const { person, secret } of rows) {
          await tx.query('update identity.second_factor set secret = $2 where person = $1', [
            ...[person, box.seal(box.open(secret, person), person)],
          ]);
        }
        return rows.length;
      }),
    );
    box.dropOldKeys();
    return { key, secrets };
  }
}
