import { resolve } from 'node:path';
import type { Tx } from '#platform';
import { inclusionProof, type InclusionProof } from './checkpoints.service.ts';
import { cryptography } from './cryptography.service.ts';
import { evidenceJson, evidenceReadme, tarOf } from './evidence.ts';
import { logKeysOf, NoLogYet, readRegister } from './key-register.service.ts';
import { keyText } from './signed-note.ts';

/** The program that verifies evidence without Recoup: a file of Python beside the sources, from those and from the build. */
export const verifierFile = resolve(
  import.meta.dirname.replace(/([\\/])dist[\\/]libs([\\/]sealing[\\/]src)$/, '$1libs$2'),
  '../verifier/verify.py',
);

/** A document's proof with the public keys to check it. Errors: NotSealedYet, NoLogYet. */
export async function documentProof(
  tx: Tx,
  number: string,
): Promise<InclusionProof & { logKeys: string[]; witnessKeys: string[] }> {
  const register = await readRegister(tx);
  if (register === null) throw new NoLogYet();
  const texts = (keys: typeof register.keys): string[] => keys.map((key) => keyText(cryptography.sha256, key));
  return {
    ...(await inclusionProof(tx, 'paper', number)),
    logKeys: texts(logKeysOf(register)),
    witnessKeys: texts(register.keys.filter(({ purpose, retired }) => purpose === 'WITNESS' && !retired)),
  };
}

/**
 * Everything that proves one document to a stranger, as one tar archive: the PDF, what was sealed of it, its proof, the
 * checkpoint with its cosignatures, and the program that checks them. It shows nothing of any other document.
 * Errors: those of `documentProof`.
 */
export async function evidenceBundle(
  tx: Tx,
  { number, pdf, verifier, at }: { number: string; pdf: Uint8Array; verifier: Uint8Array; at: Date },
): Promise<Uint8Array> {
  const { note, ...proof } = await documentProof(tx, number);
  const name = number.replace(/[^A-Za-z0-9._-]/g, '_');
  const document = `${name}.pdf`;
  return tarOf(
    `evidence-${name}`,
    new Map([
      ['README.txt', Buffer.from(evidenceReadme(number, document))],
      [document, pdf],
      ['evidence.json', Buffer.from(evidenceJson({ document, ...proof }))],
      ['checkpoint.note', Buffer.from(note)],
      ['verify.py', verifier],
    ]),
    at,
  );
}
