import { isServerRunning, type Tx } from '#platform';
import { verifySeals } from '#sealing';
import type { Check } from './check.ts';

/**
 * The seal: every leaf recomputed from the bytes that are stored now, the tree from the leaves, and both held against every
 * checkpoint, and against notes that were kept elsewhere. Without such a note, whoever owns the database and the log's key
 * can have rewritten everything.
 */
export function sealCheck(heldNotes: readonly string[]): Check<Tx> {
  return {
    id: 'I17',
    sentence: 'Every entry, paper, act and key is the leaf that was sealed, and each checkpoint leads to the next',
    wrong: async (tx) => {
      // While no server runs nobody seals, and what a command has written meanwhile waits without being suspect.
      const queue = (await isServerRunning(tx)) ? {} : { queueSecondsMost: Infinity };
      const { findings } = await verifySeals(tx, { held: heldNotes, ...queue });
      return findings.map(({ kind, position, sentence }) => ({
        kind: `seal: ${kind.toLowerCase().replaceAll('_', ' ')}`,
        object: position === null ? 'of no single leaf' : `leaf ${position}`,
        finding: sentence,
      }));
    },
  };
}
