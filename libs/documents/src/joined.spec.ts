import { describe, expect, it } from '@jest/globals';
import { structureOf } from '../../../test/golden/pdf-structure.ts';
import { textsOf } from '../../../test/golden/pdf-text.ts';
import { style } from './house-style.ts';
import { joined } from './joined.ts';
import { Paper } from './paper.ts';

const paperOf = (title: string): Promise<Uint8Array> => {
  const paper = new Paper({
    ...{ title, reference: title, author: 'Secretariat', contentSha256: 'ab'.repeat(32) },
    ...{ datedAt: new Date('2025-12-12T00:00:00Z'), orientation: 'portrait', mark: null },
  });
  paper.heading(title, 'H1');
  paper.write(`What ${title} says.`, style.body);
  return paper.finish();
};

describe('papers in one file', () => {
  it('are there page by page, and nothing of their trees: the file does not say that it is tagged', async () => {
    const parts = [await paperOf('One'), await paperOf('Two')];
    const about = { title: 'Both', author: 'Secretariat', datedAt: new Date('2025-12-12T00:00:00Z') };
    const file = await joined(parts, about);
    expect(textsOf(file)).toEqual(parts.flatMap(textsOf));
    expect(await structureOf(file)).toMatchObject({ isMarked: false, root: null });
    expect(Buffer.from(file).toString('latin1')).not.toMatch(/\/S \/(Document|H1|P)\b/);
    expect(await joined(parts, about)).toEqual(file);
  });
});
