import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it, jest } from '@jest/globals';
import { every, flawsOf, structureOf, type TaggedPdf, wordsOf } from '../../../test/golden/pdf-structure.ts';
import { type Paragraph } from './block.ts';
import { Canvas } from './canvas.ts';
import { putColumns, putFacts, text } from './facts.ts';
import { style } from './house-style.ts';
import { putLetterhead } from './letterhead.ts';
import { Paper, type PaperOptions } from './paper.ts';
import { Part } from './part.ts';
import { Table } from './table.ts';

const options: PaperOptions = {
  title: 'A paper',
  reference: 'Paper 1',
  author: 'Secretariat',
  datedAt: new Date('2025-12-12T00:00:00Z'),
  contentSha256: 'ab'.repeat(32),
  orientation: 'portrait',
  mark: 'DRAFT',
};

/** Everything that papers are put together from, with a table of so many rows. */
async function paperOf(rows: number): Promise<Uint8Array> {
  const paper = new Paper(options);
  putLetterhead(paper, {
    from: { name: 'The sender', address: ['Geneva'] },
    title: 'PAPER',
    number: 'P-1',
    dated: 'today',
    to: { label: 'To', name: 'The addressee', address: ['Nairobi'] },
    total: { label: 'Amount', figure: 'USD 1.00', note: 'in all' },
  });
  putFacts(
    paper,
    ['One', 'Two', 'Three'].map((label) => ({ label, text: `fact ${label}` })),
  );
  paper.heading('A table');
  const table = new Table(
    paper.faces,
    [
      { title: 'Item', width: 100, align: 'left' },
      { title: 'What', width: 200, align: 'left' },
      { title: '', width: 60, align: 'left' },
      { title: 'Amount', width: 100, align: 'right' },
    ],
    paper.left,
  );
  paper.add([table.head]);
  paper.add(table.spanning('TH', { text: 'A family', style: style.strong }, { keepWithNext: true }));
  for (let at = 1; at <= rows; at += 1) {
    paper.add(table.row([`row ${at}`, `what ${at}`, '', `${at}.00`], { keepWithNext: true }));
    paper.add(table.under(1, [table.span(1, 2, [text(`more ${at}`, style.small)])], { keepWithNext: true }));
    const parts = [table.span(1, 1, [text(`part ${at}`)]), table.span(2, 2, [text(`${at}.50`)])];
    paper.add(table.under(1, parts));
  }
  paper.add(table.row(['', 'Total', '', '1.00'], { line: 'total' }));
  const column = (name: string): Paragraph[][] => [
    [text(`${name} head`, style.heading)],
    [text(`${name} first`), text(`${name} second`)],
  ];
  putColumns(paper, [column('left'), column('right')]);
  paper.write('The end.', style.body);
  return paper.finish();
}

const treeOf = async (bytes: Uint8Array): Promise<TaggedPdf & { root: NonNullable<TaggedPdf['root']> }> => {
  const found = await structureOf(bytes);
  if (found.root === null) throw new Error('This paper has no structure tree.');
  return { ...found, root: found.root };
};

describe('a paper that is read out', () => {
  it.each([1, 3, 200])('has all its texts in its tree, or as furniture, of %d rows', async (rows) => {
    expect(flawsOf(await structureOf(await paperOf(rows)))).toEqual([]);
  });

  it('is read part by part, each column to its end', async () => {
    const { root } = await treeOf(await paperOf(2));
    expect(root.within.map(({ role }) => role)).toEqual(['Div', 'L', 'H2', 'Table', 'Div', 'P']);
    expect(root.within.map(wordsOf)).toEqual([
      'PAPER P-1 today The sender Geneva To The addressee Nairobi Amount USD 1.00 in all',
      'One fact One Two fact Two Three fact Three',
      'A table',
      'Item What Amount A family row 1 what 1 more 1 part 1 1.50 1.00 row 2 what 2 more 2 part 2 2.50 2.00 Total 1.00',
      'left head left first left second right head right first right second',
      'The end.',
    ]);
    expect(every('H1', root).map(({ text }) => text)).toEqual(['PAPER P-1']);
    expect(every('H2', root).map(({ text }) => text)).toEqual(['A table', 'left head', 'right head']);
    expect(every('LI', root).map(({ within }) => within.map(({ role, text }) => [role, text]))).toEqual(
      ['One', 'Two', 'Three'].map((label) => [
        ['Lbl', label],
        ['LBody', `fact ${label}`],
      ]),
    );
  });

  it('has heads of columns and rows in its tables, and cells where nothing stands', async () => {
    const { root } = await treeOf(await paperOf(1));
    const rows = every('TR', root).map(({ within }) =>
      within.map((cell) => [cell.role, cell.scope, cell.columns, wordsOf(cell)]),
    );
    expect(rows).toEqual([
      [
        ['TH', 'Column', 1, 'Item'],
        ['TH', 'Column', 1, 'What'],
        ['TD', null, 1, ''],
        ['TH', 'Column', 1, 'Amount'],
      ],
      [['TH', 'Row', 4, 'A family']],
      [
        ['TH', 'Row', 1, 'row 1'],
        ['TD', null, 1, 'what 1 more 1 part 1 1.50'],
        ['TD', null, 1, ''],
        ['TD', null, 1, '1.00'],
      ],
      [
        ['TD', null, 1, ''],
        ['TH', 'Row', 1, 'Total'],
        ['TD', null, 1, ''],
        ['TD', null, 1, '1.00'],
      ],
    ]);
  });

  it('over several pages has one table with one head; what is repeated on each page is furniture', async () => {
    const { root } = await treeOf(await paperOf(200));
    expect(every('Table', root)).toHaveLength(1);
    expect(every('TH', root).filter(({ scope }) => scope === 'Column')).toHaveLength(3);
    expect(every('TR', root)).toHaveLength(1 + 1 + 200 + 1);
    for (const furniture of ['Page 1', 'SHA-256', 'DRAFT', 'A paper']) expect(wordsOf(root)).not.toContain(furniture);
  });

  it('has a text that goes on over pages in one part, and a cell too', async () => {
    const long = Array.from({ length: 4000 }, (_, at) => `word${at}`).join(' ');
    const paper = new Paper(options);
    paper.heading('Long', 'H1');
    paper.write(long, style.body);
    const table = new Table(paper.faces, [{ title: 'Text', width: 400, align: 'left' }], paper.left);
    paper.add([table.head]);
    paper.add(table.row([long]));
    const found = await treeOf(await paper.finish());
    expect(flawsOf(found)).toEqual([]);
    expect(found.root.within.map(({ role }) => role)).toEqual(['H1', 'P', 'Table']);
    expect(found.root.within[1]?.text).toBe(long);
    expect(every('TH', found.root).at(-1)?.text).toBe(long);
  });

  it('has a space between the lines of a text, and none in a word that is broken', async () => {
    const paper = new Paper(options);
    paper.heading('Lines', 'H1');
    const said = `one ${'word'.repeat(200)} of ${'many words, '.repeat(60)}and an end`;
    paper.put([{ x: paper.left, width: 150, paragraphs: [text(said)] }]);
    const { root } = await treeOf(await paper.finish());
    expect(every('P', root).map((one) => one.text)).toEqual([said]);
  });

  it('is drawn part after part: none begins again', () => {
    const paper = new Paper(options);
    const [once, other] = [new Part('P'), new Part('P')];
    const put = (part: Part): void => paper.put([{ x: paper.left, width: 100, paragraphs: [text('said')], part }]);
    put(once);
    put(other);
    expect(() => put(once)).toThrow('in one go');
  });
});

describe('a paper that cannot be read out is found out', () => {
  /** The paper without object streams, so that a word of its tree can be altered. */
  const laidOpen = async (): Promise<string> => {
    const file = await PDFDocument.load(await paperOf(3), { updateMetadata: false });
    return Buffer.from(await file.save({ useObjectStreams: false, addDefaultPage: false })).toString('latin1');
  };
  const flawsIn = async (file: string): Promise<string[]> => flawsOf(await structureOf(Buffer.from(file, 'latin1')));

  it('and is none before', async () => {
    expect(await flawsIn(await laidOpen())).toEqual([]);
  });

  it.each<[because: string, from: RegExp, to: string, flaw: string]>([
    ['no tree', /\/StructTreeRoot (\d)/, '/StructTreeNone $1', 'there is no structure tree'],
    ['no mark', /\/Marked true/, '/Marked null', 'the file does not say that it is tagged'],
    ['a title that is not shown', /\/DisplayDocTitle true/, '/DisplayDocTitle null', 'the title is not shown'],
    ['no language', /\/Lang \(en\)/, '/Long (en)', 'the language is not said'],
    ['a head of nothing', /\/Scope \/Column/, '/Scale /Column', '"Item" heads nobody knows what'],
    ['a text of no part', /(\/S \/H2[^>]*?)\/K \d+/, '$1/Q 0', 'is not its owner\u2019s'],
    ['another owner', /\/S \/H2/, '/S /H1', 'there is not one title'],
    ['another parent', /(\/S \/H2[^>]*?)\/P \d+/, '$1/P 1', 'names another parent'],
    ['rows of several widths', /\/ColSpan 4/, '/ColSpan 3', 'table 1: its rows have several widths'],
    ['a table without heads', /\/S \/TH/g, '/S /TD', 'table 1: it has no heads'],
    ['pages that know no owners', /\/StructParents 0/, '/StructPeople 0', 'page 1 has no owners'],
  ])('by %s', async (_because, from, to, flaw) => {
    const file = await laidOpen();
    const other = file.replace(from, to);
    expect(other).not.toBe(file);
    expect((await flawsIn(other)).join('; ')).toContain(flaw);
  });

  it('by a text that was drawn past the parts', async () => {
    const paper = new Paper(options);
    paper.heading('Title', 'H1');
    const untagged = jest.spyOn(Canvas.prototype, 'block').mockImplementation(function (this: Canvas, block, top) {
      for (const { line, style: as, x, y } of block.lines) this.line(line, as, x, top + y);
    });
    const bytes = await paper.finish();
    untagged.mockRestore();
    expect(flawsOf(await structureOf(bytes))).toContain('"Title" is in no element, and is no furniture');
  });
});
