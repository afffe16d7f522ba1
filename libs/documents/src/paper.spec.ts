import { describe, expect, it } from '@jest/globals';
import { squeezed, textsOf } from '../../../test/golden/pdf-text.ts';
import { style } from './house-style.ts';
import { Paper, type PaperOptions } from './paper.ts';
import { type Column, Table } from './table.ts';
import { wrap } from './wrap.ts';

const options: PaperOptions = {
  title: 'A paper',
  reference: 'Paper 1',
  author: 'Secretariat',
  datedAt: new Date('2025-12-12T00:00:00Z'),
  contentSha256: 'ab'.repeat(32),
  orientation: 'portrait',
  mark: null,
};
const columns: readonly Column[] = [
  { title: 'Item', width: 300, align: 'left' },
  { title: 'Amount', width: 100, align: 'right' },
];

/** A table of so many rows and a subtotal under it. */
async function tableOf(rows: number): Promise<Uint8Array> {
  const paper = new Paper(options);
  const table = new Table(paper.faces, columns, paper.left);
  paper.heading('Rows');
  paper.add([table.head]);
  for (let at = 1; at <= rows; at += 1) paper.add(table.row([`row ${at}`, `${at}.00`], { keepWithNext: at === rows }));
  paper.add(table.row(['Subtotal', '1.00'], { line: 'subtotal' }));
  return paper.finish();
}

describe('a table over several pages', () => {
  it('repeats its head on each page and counts the pages', async () => {
    const pages = textsOf(await tableOf(200)).map((page) => page.map(({ text }) => text));
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      expect(page.filter((text) => text === 'Item')).toHaveLength(1);
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(page).toContain(`SHA-256 ${'ab'.repeat(32)}`);
    }
    const rows = pages.flat().filter((text) => text.startsWith('row '));
    expect(rows).toEqual(Array.from({ length: 200 }, (_, at) => `row ${at + 1}`));
  });

  it('never leaves a subtotal alone, wherever the page ends', async () => {
    let turned = 0; // how often the subtotal stands on a page after the first
    for (let rows = 36; rows <= 50; rows += 1) {
      const pages = textsOf(await tableOf(rows)).map((page) => page.map(({ text }) => text));
      const last = pages.find((page) => page.includes('Subtotal'));
      expect(last).toContain(`row ${rows}`);
      if (pages.length > 1) turned += 1;
    }
    expect(turned).toBeGreaterThan(0);
    expect(turned).toBeLessThan(15);
  });

  it('never leaves a heading at the foot of a page', async () => {
    for (let rows = 36; rows <= 50; rows += 1) {
      const paper = new Paper(options);
      for (let at = 0; at < rows; at += 1) paper.write(`line ${at}`, { ...style.body, leading: 15.4 });
      paper.heading('A heading');
      paper.write('what it heads', style.body);
      const pages = textsOf(await paper.finish()).map((page) => page.map(({ text }) => text));
      expect(pages.find((page) => page.includes('A heading'))).toContain('what it heads');
    }
  });
});

describe('a text that is hard to set', () => {
  it('wraps longer words than a line and loses nothing', async () => {
    const paper = new Paper(options);
    const word = '\u00c9lectricit\u00e9'.repeat(60);
    const lines = wrap(`short ${word} end`, paper.faces.regular, style.body, 150);
    expect(lines.length).toBeGreaterThan(10);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(150);
    paper.put([{ x: 42, width: 150, paragraphs: [{ text: `short ${word} end`, style: style.body }] }]);
    expect(squeezed(await paper.finish())).toContain(`short${word}end`);
  });

  it('goes on over pages when it is longer than one', async () => {
    const paper = new Paper(options);
    const text = Array.from({ length: 4000 }, (_, at) => `word${at}`).join(' ');
    paper.write(text, style.body);
    const bytes = await paper.finish();
    expect(textsOf(bytes).length).toBeGreaterThan(2);
    const said = textsOf(bytes)
      .flat()
      .filter(({ size }) => size === style.body.size)
      .map((placed) => placed.text);
    expect(said.join(' ')).toBe(text);
  });

  it('shows Cyrillic, Greek, Vietnamese and marks that stand alone', async () => {
    const paper = new Paper(options);
    const text =
      '\u0421\u043e\u043a\u043e\u043b\u043e\u0432\u0430 \u03a0\u03b1\u03c0\u03b1\u03b4\u03ac\u03ba\u03b7 Nguy\u1ec5n \u0141\u00f3d\u017a x\u0301 z\u0323\u0301';
    paper.write(text, style.body);
    expect(squeezed(await paper.finish())).toContain(text.normalize('NFC').replaceAll(' ', ''));
  });

  it.each`
    text                                            | shown                                           | because
    ${'\u4e2d\u6587'}                               | ${'[U+4E2D][U+6587]'}                           | ${'the typeface has no such glyph'}
    ${'a\u202eb'}                                   | ${'a[U+202E]b'}                                 | ${'it would turn what follows around'}
    ${'a\u200bb'}                                   | ${'a[U+200B]b'}                                 | ${'it cannot be seen'}
    ${'a\u0000b'}                                   | ${'a[U+0000]b'}                                 | ${'it is a control character'}
    ${'a\ud800b'}                                   | ${'a[U+D800]b'}                                 | ${'it is half a character'}
    ${'\u{1f680}'}                                  | ${'[U+1F680]'}                                  | ${'the typeface has no such glyph'}
    ${'e\u0301 a\tb'}                               | ${'\u00e9 a b'}                                 | ${'composed, it has a glyph'}
    ${'H\u0301\u0302\u0303\u0304'}                  | ${'H\u0301\u0302[U+0303][U+0304]'}              | ${'a third mark would stand in the line above'}
    ${'\u1ea4\u0303'}                               | ${'\u1ea4[U+0303]'}                             | ${'the letter has two of its own'}
    ${'\u091c\u093c\u093f\u0902\u0926\u0917\u0940'} | ${'\u091c\u093c\u093f\u0902\u0926\u0917\u0940'} | ${'these marks do not stack'}
  `('$shown stands for what $because', ({ text = '', shown }) => {
    expect(new Paper(options).faces.regular.printable(text)).toBe(shown);
  });

  it('keeps stacked marks below the line above, and every one of them can be read', async () => {
    const zalgo = `H${'\u0301\u0302\u0303\u0304'.repeat(20)}E`;
    const paper = new Paper(options);
    const lines = wrap(zalgo, paper.faces.regular, style.body, 150);
    const markTop = 0.77; // of a mark that is not raised, in parts of the size
    const raises = lines.flatMap(({ show }) =>
      [...show.matchAll(/([\d.]+) Ts/g)].map(([, points = '']) => Number(points)),
    );
    expect(raises.length).toBeGreaterThan(0);
    expect(Math.max(...raises) + markTop * style.body.size).toBeLessThan(style.body.leading);
    paper.put([{ x: 42, width: 150, paragraphs: [{ text: zalgo, style: style.body }] }]);
    const said = squeezed(await paper.finish());
    expect(said.match(/\[U\+030[1-4]\]/g)).toHaveLength(78);
    expect(said.startsWith('H\u0301\u0302[U+0303]')).toBe(true);
  });

  it('sets all digits equally wide, in both weights', () => {
    const { faces } = new Paper(options);
    for (const face of [faces.regular, faces.semibold]) {
      const widths = [...'0123456789\u2212'].map((digit) => face.width(digit, 100).toFixed(0));
      expect(new Set(widths.slice(0, 10)).size).toBe(1);
      expect(face.width('1111.11', 8)).toBeCloseTo(face.width('4747.04', 8), 6);
    }
  });

  it('sets a figure smaller that is wider than its column, and keeps it inside', async () => {
    const paper = new Paper(options);
    const text = '\u221210,000,000,000,000.00';
    paper.put([{ x: 100, width: 60, paragraphs: [{ text, style: style.body, align: 'right' }] }]);
    const placed = textsOf(await paper.finish())
      .flat()
      .find((one) => one.text === text);
    expect(placed?.x).toBeGreaterThanOrEqual(100);
    expect(placed?.size).toBeLessThan(style.body.size);
  });
});

describe('the file', () => {
  it('is the same bytes each time, dated by its content', async () => {
    const [first, second] = [await tableOf(80), await tableOf(80)];
    expect(Buffer.compare(first, second)).toBe(0);
    const text = Buffer.from(first).toString('latin1');
    expect(text).toContain('(D:20251212000000Z)');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('(A paper)');
  });

  it('has no link, no script, no action and no font that is not embedded', async () => {
    const paper = new Paper(options);
    paper.write('https://example.org javascript:alert(1)', style.body);
    const text = Buffer.from(await paper.finish()).toString('latin1');
    expect(text).not.toMatch(/\/(URI|JavaScript|JS|OpenAction|AA|Annots|Launch|EmbeddedFile)\b/);
    expect(text.match(/\/FontFile2/g)?.length).toBe(text.match(/\/Type \/FontDescriptor/g)?.length);
    expect(text).not.toContain('Helvetica');
  });

  it('refuses a hash that is none', () => {
    expect(() => new Paper({ ...options, contentSha256: 'abc' })).toThrow('SHA-256');
  });
});
