import type { Answers } from '../api/client.ts';

/**
 * ASK        nobody has asked yet to let posting go on, and this person may
 * AGREE      the other side has asked, and this person agrees by asking too
 * WAIT       the own side has asked: the other one is next
 * FOR_OTHERS somebody else is to ask or to agree
 */
export type ResumptionStep = 'ASK' | 'AGREE' | 'WAIT' | 'FOR_OTHERS';

export function resumptionStep(
  { resumption }: Pick<Answers['VerificationShown'], 'resumption'>,
  { secretariat, may }: { secretariat: string; may: readonly string[] },
): ResumptionStep {
  if (resumption !== null && resumption.secretariat === secretariat) return 'WAIT';
  if (!may.includes('posting.resume')) return 'FOR_OTHERS';
  return resumption === null ? 'ASK' : 'AGREE';
}
