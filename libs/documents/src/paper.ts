import { type Block, type Cell, type BlockOptions, heading, lay, type Typefaces } from './block.ts';
import { Canvas } from './canvas.ts';
import { Deflated, deflated } from './deflated.ts';
import { houseFonts } from './fonts.ts';
import { accent, faint, ghost, rule, sheet, type Style, style } from './house-style.ts';
import type { PackablePdf, PdfReference } from './packed-objects.ts';
import { StructureTree } from './structure.ts';
import { type EmbeddedFont, Typeface } from './typeface.ts';
import { pdfkit } from './writers.ts';

export interface PaperOptions {
  readonly title: string; // of the document, shown by viewers; the running head of the pages after the first
  readonly reference: string; // the number in the foot of every page
  readonly author: string;
  /** What the document's own content says: never the clock, so that the same content gives the same bytes. */
  readonly datedAt: Date;
  readonly contentSha256: string;
  readonly orientation: 'portrait' | 'landscape';
  /** A word set large and pale behind every page ("DRAFT"); null for a paper that counts. */
  readonly mark: string | null;
}

/** What of pdfkit the pages are built from; its types leave these out. The versions are pinned exactly. */
interface PdfObjects extends PackablePdf {
  readonly page: {
    readonly fonts: Record<string, unknown>;
    readonly content: PdfReference;
    readonly dictionary: { readonly id: number; readonly data: Record<string, unknown> };
  };
  readonly _font: EmbeddedFont;
}

/**
 * A paper being written, page after page, from blocks in reading order.
 * A block that keeps with the next waits for it, so headings and subtotals find their page before anything is drawn.
 * Pages leave memory when they are full; only their feet wait, because "page x of y" is known at the end.
 */
export class Paper {
  readonly left = sheet.side;
  readonly width: number;
  readonly faces: Typefaces;
  private readonly document: PDFKit.PDFDocument & PdfObjects;
  private readonly structure: StructureTree;
  private readonly deflated = new Deflated();
  private readonly chunks: Uint8Array[] = [];
  private readonly finished: Promise<void>;
  private readonly feet: PdfReference[] = [];
  private drawing: PdfReference | undefined; // of this page
  private readonly pageHeight: number;
  private waiting: Block[] = [];
  private canvas: Canvas | undefined;
  private y = 0;
  private fresh = true; // nothing stands on this page yet
  private sinceBreath = 0;

  constructor(private readonly options: PaperOptions) {
    if (!/^[0-9a-f]{64}$/.test(options.contentSha256)) {
      throw new Error(`A paper carries a SHA-256 of 64 hexadecimal digits, not "${options.contentSha256}".`);
    }
    const landscape = options.orientation === 'landscape';
    this.width = (landscape ? sheet.long : sheet.short) - 2 * sheet.side;
    this.pageHeight = landscape ? sheet.short : sheet.long;
    this.document = openDocument(options);
    this.finished = new Promise((resolve, reject) => {
      this.document
        .on('data', (chunk: Uint8Array) => this.chunks.push(chunk))
        .on('end', resolve)
        .on('error', reject);
    });
    this.faces = embedFaces(this.document);
    this.structure = new StructureTree(this.document, this.deflated);
  }

  get right(): number {
    return this.left + this.width;
  }

  /** Adds cells side by side; see `lay`. */
  put(cells: readonly Cell[], options?: BlockOptions): void {
    this.add(lay(this.faces, cells, options));
  }

  /** Adds one text over the whole width. */
  write(text: string, as: Style, options?: BlockOptions): void {
    this.put([{ x: this.left, width: this.width, paragraphs: [{ text, style: as }] }], options);
  }

  /** `H1` is the title of a paper that has no letterhead. */
  heading(text: string, role: 'H1' | 'H2' = 'H2'): void {
    this.add(heading(this.faces, text, { x: this.left, width: this.width, role }));
  }

  add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.waiting.push(block);
      this.sinceBreath += 1;
      if (!block.keepWithNext) this.settle();
    }
  }

  /** What follows begins a page of its own. */
  newPage(): void {
    this.settle();
    if (!this.fresh) this.turnPage();
  }

  /** Lets other work of the process run after every 64 blocks or so: a long paper must not stop the server answering. */
  async breathe(): Promise<void> {
    if (this.sinceBreath < 64) return;
    this.sinceBreath = 0;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  async finish(): Promise<Uint8Array> {
    this.settle();
    if (!this.canvas) this.turnPage();
    this.closePage();
    this.structure.end();
    for (const [at, foot] of this.feet.entries()) {
      const canvas = new Canvas(this.faces, this.pageHeight, []);
      canvas.furniture(() => this.drawFoot(canvas, at + 1));
      foot.write(this.deflated.of(canvas.text()));
      foot.end();
      if (at % 64 === 63) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    this.document.end();
    await this.finished;
    const bytes = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks.splice(0)) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  /** Draws the waiting chain, on a new page if it does not fit on this one but would on an empty one. */
  private settle(): void {
    const chain = this.waiting;
    if (chain.length === 0) return;
    this.waiting = [];
    if (!this.canvas) this.turnPage();
    const needed = chain.reduce((sum, block) => sum + block.height, 0);
    if (this.y + needed > this.floor && !this.fresh) this.turnPage();
    for (const block of chain) {
      if (this.y + block.height > this.floor && !this.fresh) this.turnPage();
      if (this.fresh && block.lines.length === 0) continue; // an empty space does not begin a page
      if (this.fresh && block.head) this.draw(block.head, 'repeated');
      this.draw(block);
    }
  }

  private get floor(): number {
    return this.pageHeight - sheet.bottom;
  }

  private draw(block: Block, how: 'once' | 'repeated' = 'once'): void {
    if (how === 'repeated') this.canvas?.repeated(block, this.y);
    else this.canvas?.block(block, this.y, (part) => this.structure.mark(part));
    this.y += block.height;
    this.fresh = false;
  }

  private turnPage(): void {
    this.closePage();
    this.document.addPage();
    const objects: PackablePdf = this.document;
    const [drawing, foot] = [objects.ref({ ...deflated }), objects.ref({ ...deflated })];
    const { page } = this.document;
    page.dictionary.data['Contents'] = [page.content, drawing, foot];
    this.drawing = drawing;
    fontsOf(page)[this.faces.regular.id] = this.faces.regular.reference(); // for the foot: resources leave with their page
    this.feet.push(foot);
    // pdfkit begins each page by turning it upside down; said twice, it stands on its feet again.
    this.canvas = new Canvas(this.faces, this.pageHeight, [`1 0 0 -1 0 ${this.pageHeight} cm`]);
    this.y = sheet.top;
    this.structure.turnPage(page);
    const { canvas } = this;
    canvas.furniture(() => {
      if (this.options.mark !== null) this.drawMark(canvas, this.options.mark);
      this.drawRunningHead(canvas);
    });
    this.fresh = true;
  }

  private closePage(): void {
    if (!this.canvas) return;
    const { page } = this.document;
    const fonts = fontsOf(page);
    for (const face of this.canvas.used) fonts[this.faces[face].id] = this.faces[face].reference();
    this.drawing?.write(this.deflated.of(this.canvas.text()));
    this.drawing?.end();
    this.canvas = undefined;
  }

  private drawRunningHead(canvas: Canvas): void {
    canvas.shape({ kind: 'bar', x: this.left, y: 0, width: 28, height: 2.4, colour: accent }, sheet.top - 12);
    if (this.feet.length === 1) return;
    const face = this.faces[style.small.face];
    const line = face.line(face.printable(this.options.title), style.small.size);
    canvas.line(line, style.small, this.left, this.y + 3);
    this.y += 14;
  }

  private drawMark(canvas: Canvas, mark: string): void {
    const large: Style = { face: 'semibold', size: 150, leading: 150, colour: ghost };
    const line = this.faces.semibold.line(mark, large.size);
    const x = this.left + this.width / 2;
    canvas.turned(line, large, { x, y: this.pageHeight / 2, degrees: this.pageHeight > this.width ? 52 : 28 });
  }

  private drawFoot(canvas: Canvas, page: number): void {
    const top = this.floor + 12;
    canvas.rule({ from: this.left, to: this.right, y: 0, weight: rule.hairline, colour: faint }, top);
    const face = this.faces[style.foot.face];
    const say = (text: string, row: number, end: 'left' | 'right'): void => {
      const line = face.line(face.printable(text), style.foot.size);
      const x = end === 'left' ? this.left : this.right - line.width;
      canvas.line(line, style.foot, x, top + 9.5 + row * style.foot.leading);
    };
    say(`${this.options.reference}`, 0, 'left');
    say(`Page ${page} of ${this.feet.length}`, 0, 'right');
    say(`SHA-256 ${this.options.contentSha256}`, 1, 'left');
    say(
      'The fingerprint of this document\u2019s content, written as canonical JSON (RFC 8785): any change to a word or figure changes it.',
      2,
      'left',
    );
  }
}

function openDocument(options: PaperOptions): PDFKit.PDFDocument & PdfObjects {
  const { title, author, datedAt, orientation } = options;
  return new (pdfkit())({
    size: 'A4',
    layout: orientation,
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    compress: true,
    font: '', // no standard font: all type is embedded
    fontLayoutCache: false, // every word is shaped once here already
    info: {
      Title: title,
      Author: author,
      Creator: 'Recoup',
      Producer: 'Recoup',
      CreationDate: datedAt,
      ModDate: datedAt,
    },
  }) as PDFKit.PDFDocument & PdfObjects;
}

function embedFaces(document: PDFKit.PDFDocument & PdfObjects): Typefaces {
  const fonts = houseFonts();
  const embed = (face: keyof typeof fonts): Typeface => {
    // A parsed font is what pdfkit accepts and its types do not say.
    document.registerFont(face, fonts[face] as unknown as string).font(face);
    return new Typeface(document._font, fonts[face]);
  };
  return { regular: embed('regular'), semibold: embed('semibold') };
}

/** The fonts that a page names, by id; pdfkit's own types leave them open. */
function fontsOf(page: { fonts: unknown }): Record<string, unknown> {
  return page.fonts as Record<string, unknown>;
}
