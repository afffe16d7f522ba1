import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#kernel';
import { notTried, pythonIsHere } from '../../../test/support/python.ts';
import { checkpointText } from '../src/checkpoint.ts';
import { cryptography, newSigningKey, signedBy } from '../src/cryptography.service.ts';
import { evidenceJson } from '../src/evidence.ts';
import { leafHash } from '../src/merkle-tree.ts';
import { keyText, noteText, utf8 } from '../src/signed-note.ts';

const hasPython = pythonIsHere();
const where = hasPython ? '' : ` (${notTried}, for there is no python3)`;
const orNotTried = <T>(expected: T): T | typeof notTried => (hasPython ? expected : notTried);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recoup-verifier-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Evidence for a PDF out of a tree of one leaf, as the log has signed it: all of it is right but what the leaf is. */
function evidenceWith(kind: string): string {
  const { key } = newSigningKey('recoup/books', 1);
  const pdf = 'the bytes of a document';
  const body = canonicalJson({ number: 'BRS-2025-0001', pdfSha256: createHash('sha256').update(pdf).digest('hex') });
  const text = checkpointText({
    ...{ origin: 'recoup/books', size: 1 },
    root: leafHash(cryptography.sha256, utf8(`${kind}\n${body}`)),
  });
  const leaf = { kind, record: 'BRS-2025-0001', body, position: 0, size: 1, proof: [] };
  const keys = { logKeys: [keyText(cryptography.sha256, key)], witnessKeys: [] };
  writeFileSync(join(folder, 'document.pdf'), pdf);
  writeFileSync(join(folder, 'evidence.json'), evidenceJson({ document: 'document.pdf', ...leaf, ...keys }));
  writeFileSync(join(folder, 'checkpoint.note'), noteText({ text, signatures: [signedBy(key, text)] }));
  return folder;
}

function verdictOn(evidence: string): { status: number | null; out: string } | typeof notTried {
  if (!hasPython) return notTried;
  const { status, stdout } = spawnSync('python3', ['libs/sealing/verifier/verify.py', 'evidence', evidence], {
    encoding: 'utf8',
  });
  return { status, out: stdout };
}

describe('a machine without python3', () => {
  const seen = (environment: { CI?: string }): string[] => {
    const told: string[] = [];
    expect(pythonIsHere(environment, '/nowhere/python3', (line) => told.push(line))).toBe(false);
    return told;
  };

  it('is told in one line that nothing is tried, and does not pass where CI is set', () => {
    for (const environment of [{}, { CI: 'false' }])
      expect(seen(environment)).toEqual([expect.stringMatching(/NOT TRIED by this run\.\n$/)]);
    expect(() => seen({ CI: 'true' })).toThrow(/^The offline verifier.*install it/);
  });
});

describe('the offline verifier', () => {
  it(`takes a paper for the proof of a document${where}`, () => {
    const holds = expect.stringContaining('the PDF of BRS-2025-0001, byte for byte');
    expect(verdictOn(evidenceWith('paper'))).toEqual(orNotTried({ status: 0, out: holds }));
  });

  it.each(['audit-event', 'journal-entry', 'paper\n', 'Paper'])(
    `takes no other leaf for it, be it as well sealed: %j${where}`,
    (kind) => {
      const fails = expect.stringMatching(/FAILS {2}what was sealed is of kind .* and no document/);
      expect(verdictOn(evidenceWith(kind))).toEqual(orNotTried({ status: 3, out: fails }));
    },
  );
});
