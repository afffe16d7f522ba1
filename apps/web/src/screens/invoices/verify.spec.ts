import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { rootFrom, type Sealed, verifyPaper } from './verify.ts';

type Proof = Parameters<typeof verifyPaper>[1];

const sha = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const text = '{"number":"BRS-2025-0001","totalUsd":"73657.80"}';
const pdf = Buffer.from('%PDF-1.7 the paper');
const body = JSON.stringify({ contentSha256: sha(text).toString('hex'), pdfSha256: sha(pdf).toString('hex') });
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** Three leaves, the paper in the middle, signed as a log signs (README of sealing, "Byte formats"). */
function proofOf(leafBody: string): Proof {
  const leaves = ['first', leafBody, 'third'].map((one) => sha('\0paper\n', one));
  const [first, second, third] = leaves as [Buffer, Buffer, Buffer];
  const root = sha('\x01', sha('\x01', first, second), third);
  const name = 'recoup/test';
  const key = Buffer.concat([Buffer.of(1), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const id = sha(`${name}\n`, key).subarray(0, 4);
  const checkpoint = `${name}\n3\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([id, sign(null, Buffer.from(checkpoint), privateKey)]).toString('base64');
  return {
    ...{ kind: 'paper', record: 'BRS-2025-0001', body: leafBody, position: 1, size: 3 },
    proof: [first.toString('base64'), third.toString('base64')],
    note: `${checkpoint}\n— ${name} ${signature}\n`,
    logKeys: [`${name}+${id.toString('hex')}+${key.toString('base64')}`],
    witnessKeys: [],
  };
}

const holding = ({ findings }: Sealed): unknown => Object.fromEntries(findings.map(({ what, holds }) => [what, holds]));

describe('a paper held against the signed books', () => {
  let proof: Proof;
  beforeAll(() => {
    proof = proofOf(body);
  });
  const all = { content: true, pdf: true, record: true, inclusion: true, signature: true };

  it('holds to the byte', async () => {
    const sealed = await verifyPaper({ text, pdf }, proof);
    expect(holding(sealed)).toEqual(all);
    expect(sealed).toMatchObject({ size: 3, log: 'recoup/test' });
  });

  it('does not where one digit is another', async () => {
    const altered = await verifyPaper({ text: text.replace('57.80', '57.81'), pdf }, proof);
    expect(holding(altered)).toEqual({ ...all, content: false });
  });

  it('does not where the PDF is another', async () => {
    expect(holding(await verifyPaper({ text, pdf: Buffer.from('%PDF') }, proof))).toEqual({ ...all, pdf: false });
  });

  it('does not where what was sealed is another: the root is not reached', async () => {
    const other = { ...proof, body: body.replace('contentSha256', 'contentSha257') };
    expect(holding(await verifyPaper({ text, pdf }, other))).toEqual({ ...all, content: false, inclusion: false });
  });

  it('does not where the note was altered, or nobody known signed it', async () => {
    const renamed = { ...proof, note: proof.note.replace('recoup/test\n', 'recoup/tost\n') };
    expect(holding(await verifyPaper({ text, pdf }, renamed))).toEqual({ ...all, signature: false });
    expect(holding(await verifyPaper({ text, pdf }, { ...proof, logKeys: [] }))).toEqual({ ...all, signature: false });
  });
});

it.each([
  ['a place that is not in the tree', 3, 3],
  ['a proof that is too short', 1, 9],
])('there is no root from %s', async (_, position, size) => {
  const leaf = new Uint8Array(32);
  await expect(rootFrom(leaf, position, size, [leaf, leaf])).resolves.toBeNull();
});
