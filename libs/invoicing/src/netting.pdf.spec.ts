import { describe, expect, it } from '@jest/globals';
import { PaperDoesNotAddUp, style } from '#documents';
import { expectedTexts } from '../../../test/golden/expected-texts.ts';
import { flawsOf, structureOf } from '../../../test/golden/pdf-structure.ts';
import { squeeze, squeezed, textsOf } from '../../../test/golden/pdf-text.ts';
import { netting, nettingOfSixty } from '../../../test/golden/netting-contents.ts';
import type { NettingContent } from './netting-content.ts';
import { renderNetting } from './netting.pdf.ts';

const sha = 'fedcba9876543210'.repeat(4);

describe.each([
  ['six documents', netting, 1],
  ['sixty documents', nettingOfSixty, 2],
] as [string, NettingContent, number][])('a netting statement of %s', (_name, content, pages) => {
  it('says every text of its content on as many pages as it needs', async () => {
    const bytes = await renderNetting(content, sha);
    const said = squeezed(bytes);
    expect(expectedTexts(content).filter((text) => !said.includes(squeeze(text)))).toEqual([]);
    expect(said).toContain(sha);
    expect(textsOf(bytes)).toHaveLength(pages);
  });

  it('can be read out', async () => {
    expect(flawsOf(await structureOf(await renderNetting(content, sha)))).toEqual([]);
  });

  it('gives the same bytes twice', async () => {
    expect(Buffer.compare(await renderNetting(content, sha), await renderNetting(structuredClone(content), sha))).toBe(
      0,
    );
  });
});

describe('the netting of the biennium', () => {
  it('says who pays whom, and that it posts nothing', async () => {
    const said = textsOf(await renderNetting(netting, sha))
      .flat()
      .map(({ text }) => text);
    expect(said).toContain('USD 47,272.09');
    expect(said.filter((text) => text === 'MINAMATA pays BRS')).toHaveLength(2);
    expect(said.join(' ')).toContain('posts nothing');
  });

  it('is titled whole, has a place for each side to confirm, and says who prepared it', async () => {
    const texts = textsOf(await renderNetting(netting, sha)).flat();
    const title = texts.find(({ text }) => text === 'NETTING STATEMENT');
    expect(title?.size).toBe(style.title.size);
    const said = texts.map(({ text }) => text);
    expect(said).toEqual(expect.arrayContaining(['Confirmed for MINAMATA', 'Confirmed for BRS', 'Prepared by']));
    expect(said.filter((text) => text === 'name, signature and date')).toHaveLength(2);
  });

  it('keeps the longest number in one line', async () => {
    const number = 'MINAMATA-CN-2025-0001';
    const directions = netting.directions.map((one) => ({
      ...one,
      documents: one.documents.map((document, at) => (at === 0 ? { ...document, number } : document)),
    }));
    const said = textsOf(await renderNetting({ ...netting, directions }, sha)).flat();
    expect(said.filter(({ text }) => text === number)).toHaveLength(2);
  });

  it('says that nobody pays when both owe the same', async () => {
    const [owed] = nettingOfSixty.directions;
    if (!owed) throw new Error('The sample has a direction.');
    const back = { ...owed, client: owed.provider, provider: owed.client };
    const even: NettingContent = {
      ...nettingOfSixty,
      directions: [owed, back],
      netPayer: null,
      netPayee: null,
      netUsd: '0.00',
    };
    expect(squeezed(await renderNetting(even, sha))).toContain('Nobodypays');
  });
});

describe('a netting that contradicts itself is refused', () => {
  it.each<[string, NettingContent]>([
    ['a wrong net', { ...netting, netUsd: '47272.10' }],
    ['the wrong payer', { ...netting, netPayer: netting.netPayee, netPayee: netting.netPayer }],
    ['a net without a payer', { ...netting, netPayer: null, netPayee: null }],
    ['a wrong total', { ...netting, directions: netting.directions.map((one) => ({ ...one, totalUsd: '1.00' })) }],
    [
      'a document settled beyond its total',
      {
        ...netting,
        directions: netting.directions.map((one) => ({
          ...one,
          documents: one.documents.map((document) => ({ ...document, settledUsd: '1.00' })),
        })),
      },
    ],
  ])('by %s', async (_what, content) => {
    await expect(renderNetting(content, sha)).rejects.toThrow(PaperDoesNotAddUp);
  });
});
