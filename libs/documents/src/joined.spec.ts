import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { every, flawsOf, type Read, structureOf, wordsOf } from '../../../test/golden/pdf-structure.ts';
import { textsOf } from '../../../test/golden/pdf-text.ts';
import { style } from './house-style.ts';
import { joined } from './joined.ts';
import { Paper } from './paper.ts';
import { Table } from './table.ts';

const datedAt = new Date('2025-12-12T00:00:00Z');
const about = { title: 'Both', author: 'Secretariat', datedAt };

const paperOf = async (title: string, rows = 2): Promise<Uint8Array> => {
  const paper = new Paper({
    ...{ title, reference: title, author: 'Secretariat', contentSha256: 'ab'.repeat(32) },
    ...{ datedAt, orientation: 'portrait', mark: null },
  });
  paper.heading(title, 'H1');
  paper.write(`What ${title} says.`, style.body);
  const table = new Table(paper.faces, [{ title: 'Item', width: 200, align: 'left' }], paper.left);
  paper.add([table.head]);
  for (let row = 1; row <= rows; row += 1) paper.add(table.row([`${title} ${row}`]));
  return paper.finish();
};

describe('papers in one file', () => {
  it('are there page by page, and the same papers give the same bytes', async () => {
    const parts = [await paperOf('One'), await paperOf('Two', 200)];
    const file = await joined(parts, about);
    expect(textsOf(file)).toEqual(parts.flatMap(textsOf));
    expect(await joined(parts, about)).toEqual(file);
  });

  it('are read out one after the other, each under its title as it is by itself', async () => {
    const parts = [await paperOf('One'), await paperOf('Two', 200), await paperOf('Trois (№ 3)')];
    const alone = await Promise.all(parts.map(structureOf));
    const { root, ...file } = await structureOf(await joined(parts, about));
    expect(file).toEqual({ isMarked: true, showsTitle: true, language: '(en)', faults: [] });
    expect(root).toMatchObject({ role: 'Document', text: '' });
    const parted = root?.within ?? [];
    expect(parted.map(({ role, title }) => [role, title])).toEqual([
      ['Part', 'One'],
      ['Part', 'Two'],
      ['Part', 'Trois (№ 3)'],
    ]);
    expect(parted.map(({ within }) => within)).toEqual(alone.map((one) => one.root?.within));
    for (const part of parted) expect(flawsOf({ ...file, root: { ...part, role: 'Document' } })).toEqual([]);
    expect(every('TR', parted[1] as Read)).toHaveLength(201);
    expect(wordsOf(parted[2] as Read)).toContain('What Trois (№ 3) says.');
  });

  it('are named in the characters of PDF where those say it: not every reader knows others', async () => {
    const { catalog, context } = await PDFDocument.load(
      await joined([await paperOf('One'), await paperOf('№')], about),
    );
    const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(PDFName.of('K'), PDFDict);
    const parts = root.lookup(PDFName.of('K'), PDFArray).asArray();
    const named = parts.map((part) => context.lookup(part, PDFDict).lookup(PDFName.of('T'), PDFHexString).asString());
    expect(named.map((hex) => hex.toUpperCase())).toEqual(['4F6E65', 'FEFF2116']);
  });

  it('are not tagged where one of them is not: what no element has would be passed over', async () => {
    const plain = await PDFDocument.create({ updateMetadata: false });
    plain.addPage([100, 100]);
    const file = await joined([await paperOf('One'), await plain.save()], about);
    const read = await PDFDocument.load(file);
    const facts = read.catalog.keys().map(String);
    expect(read.getPageCount()).toBe(2);
    expect(facts.filter((key) => key === '/StructTreeRoot' || key === '/MarkInfo')).toEqual([]);
    expect(Buffer.from(file).includes('/ObjStm')).toBe(false);
  });
});
