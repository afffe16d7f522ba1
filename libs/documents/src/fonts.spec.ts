import { expect, it } from '@jest/globals';
import { squeezed } from '../../../test/golden/pdf-text.ts';
import { style } from './house-style.ts';
import { Paper } from './paper.ts';

async function paperThatSays(text: string): Promise<Uint8Array> {
  const paper = new Paper({
    title: 'A paper',
    reference: 'Paper 1',
    author: 'Secretariat',
    datedAt: new Date('2025-12-12T00:00:00Z'),
    contentSha256: 'ab'.repeat(32),
    orientation: 'portrait',
    mark: null,
  });
  paper.write(text, style.body);
  return paper.finish();
}

// Noto Sans composes letters of one alphabet of those of another.
const cyrillic = '\u0410\u0412\u0415\u0406\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405';
const greek = '\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7';
const latin = 'ABEHIKMNOPSTXZ';

it('a paper is read back in its own letters, whatever the process has drawn before it', async () => {
  expect(squeezed(await paperThatSays(cyrillic))).toContain(cyrillic);
  expect(squeezed(await paperThatSays(greek))).toContain(greek);
  const first = await paperThatSays(latin);
  expect(squeezed(first)).toContain(latin);
  await paperThatSays(greek);
  expect(Buffer.compare(first, await paperThatSays(latin))).toBe(0);
});
