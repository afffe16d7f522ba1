import { createHash } from 'node:crypto';
import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

const atOnce = 4; // a file may be ten megabytes

/** Each file is hashed again here, not in the database that keeps the hashes; a few at a time. */
export const evidenceChecks: readonly Check<Tx>[] = [
  {
    id: 'EVIDENCE',
    sentence: 'Every file that proves a charge has the SHA-256 that it was sealed with',
    wrong: async (tx) => {
      const wrong: Wrong[] = [];
      for (let after = '00000000-0000-0000-0000-000000000000'; wrong.length < 100;) {
        const files = await tx.query<{ id: string; charge: string; content: Buffer; sha256: Buffer; sealed: string }[]>(
          `select id, charge, content, sha256, body::json ->> 'sha256' as sealed from charging.evidence
           where id > $1 order by id limit $2`,
          [after, atOnce],
        );
        for (const { id, charge, content, sha256, sealed } of files) {
          const digest = createHash('sha256').update(content).digest();
          if (!digest.equals(sha256) || digest.toString('hex') !== sealed)
            wrong.push({
              kind: 'evidence',
              object: id,
              finding: `its bytes, with charge ${charge}, are not those of its hash`,
            });
        }
        const last = files.at(-1);
        if (last === undefined) break;
        after = last.id;
      }
      return wrong;
    },
  },
];
