import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { Deflated } from './deflated.ts';
import { Pack, Places } from './packed.ts';

const hidden = PDFName.of('Unread');
const unread = Buffer.from('/Type /Unread');
const packed = Buffer.from('/Type /ObjStm');

/** A paper whose packed objects the library keeps as they lie: as objects of its own they would take a hundred times their room. */
export function withTreePacked(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(packed); at >= 0; at = copy.indexOf(packed, at)) unread.copy(copy, at);
  return copy;
}

/**
 * The trees of several papers as one (ISO 32000, 14.7): the papers are its parts, in their order. A tree is renumbered in its text, one
 * object stream after the other, and stays packed: of 10,000 lines there are 80,000 elements.
 */
export class JoinedTree {
  private readonly pack = new Pack();
  private readonly deflated = new Deflated();
  private readonly streams: {
    readonly numbers: readonly number[];
    readonly first: number;
    readonly bytes: Uint8Array;
  }[] = [];
  private readonly parts: number[] = [];
  private readonly owners: string[] = []; // of each page, the list of whose its marked contents are
  private readonly whole: number;
  private readonly tree: number;
  private readonly root: PDFRef;
  private isTagged = true;

  constructor(private readonly file: PDFDocument) {
    this.root = file.context.nextRef();
    this.whole = this.nextNumber();
    this.tree = this.nextNumber();
  }

  /** A paper whose pages are in the file already. One without a tree leaves the whole file without: its texts would be passed over. */
  async add(paper: PDFDocument, pages: readonly PDFPage[]): Promise<void> {
    const tree = treeOf(paper);
    if (tree === null) this.isTagged = false;
    if (tree === null || !this.isTagged) return;
    const numbers = new Uint32Array(paper.context.largestObjectNumber + 1); // its own to those in the file; 0: none yet
    for (const [at, { ref }] of paper.getPages().entries())
      numbers[ref.objectNumber] = pages[at]?.ref.objectNumber ?? 0;
    numbers[tree.root] = this.whole;
    const numbered = (own: number): number => (numbers[own] ||= this.nextNumber());
    const owners = new Map<number, number>();
    for (const [at, stream] of tree.streams.entries()) {
      for (const [old, text] of objectsIn(stream)) {
        if (old === tree.owners) {
          for (const [, page, list] of text.matchAll(/(\d+) (\d+) 0 R/g))
            owners.set(Number(page), numbered(Number(list)));
        } else {
          const said = text.replaceAll(/(\d+) 0 R/g, (_, id: string) => `${numbered(Number(id))} 0 R`);
          this.pack.add(numbered(old), old === tree.document ? asPart(said, paper.getTitle() ?? '') : said);
        }
      }
      this.keep();
      if (at % 4 === 3) await new Promise<void>((resolve) => setImmediate(resolve)); // some thousand objects
    }
    this.parts.push(numbered(tree.document));
    for (const page of pages) {
      const list = owners.get(page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber());
      if (list === undefined) throw new Error('A page of a tagged paper says whose its texts are.');
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(this.owners.length));
      this.owners.push(`${this.owners.length} ${list} 0 R`);
    }
  }

  /** The file as bytes, tagged if each of its papers is. `save`: writes it with a table of its objects, which does not know packed ones. */
  async saved(save: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (!this.isTagged) return save();
    const { context, catalog } = this.file;
    const kids = this.parts.map((part) => `${part} 0 R`).join(' ');
    this.pack.add(this.whole, `<</S/Document/P ${this.root.toString()}/K[${kids}]>>`);
    this.pack.add(this.tree, `<</Nums[${this.owners.join(' ')}]>>`);
    this.keep();
    const [whole, tree] = [PDFRef.of(this.whole), PDFRef.of(this.tree)];
    context.assign(this.root, context.obj({ Type: 'StructTreeRoot', K: whole, ParentTree: tree }));
    catalog.set(PDFName.of('StructTreeRoot'), this.root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    const places = new Places();
    const streams = this.streams.splice(0).map(({ numbers, first, bytes }) => {
      const facts = { Type: hidden, N: numbers.length, First: first, Filter: 'FlateDecode' };
      const { objectNumber } = context.register(context.stream(bytes, facts));
      places.pack(numbers, objectNumber);
      return objectNumber;
    });
    const { Root, Info } = context.trailerInfo;
    return withPlaces(await save(), {
      streams,
      places,
      facts: `/Root ${Root?.toString() ?? ''}/Info ${Info?.toString() ?? ''}`,
    });
  }

  private nextNumber(): number {
    return (this.file.context.largestObjectNumber += 1);
  }

  private keep(): void {
    if (this.pack.isEmpty) return;
    const { numbers, first, text } = this.pack.taken();
    this.streams.push({ numbers, first, bytes: this.deflated.of(text) });
  }
}

interface PackedTree {
  readonly root: number;
  readonly document: number; // the element that is the paper
  readonly owners: number; // the tree of whose the marked contents are
  readonly streams: readonly PDFRawStream[];
}

function treeOf({ catalog, context }: PDFDocument): PackedTree | null {
  const root = catalog.get(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFRef)) return null;
  const tree = context.lookup(root, PDFDict);
  const [document, owners] = [tree.get(PDFName.of('K')), tree.get(PDFName.of('ParentTree'))];
  if (!(document instanceof PDFRef && owners instanceof PDFRef)) return null;
  const streams = context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFRawStream && one.dict.get(PDFName.of('Type')) === hidden ? [one] : []));
  return { root: root.objectNumber, document: document.objectNumber, owners: owners.objectNumber, streams };
}

function objectsIn(stream: PDFRawStream): (readonly [number: number, text: string])[] {
  const text = inflateSync(stream.getContents()).toString('latin1');
  const first = stream.dict.lookup(PDFName.of('First'), PDFNumber).asNumber();
  const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
  return heads.flatMap((number, at) => {
    if (at % 2 === 1) return [];
    const [from = 0, to] = [heads[at + 1], heads[at + 3]];
    return [[number, text.slice(first + from, to === undefined ? undefined : first + to).trimEnd()] as const];
  });
}

/** A paper by itself is a document; among several it is a part of one, and says which. */
function asPart(text: string, title: string): string {
  // As UTF-16 where it must be: pdfinfo, for one, shows that as it lies.
  const said = /^[ -~]*$/.test(title)
    ? PDFHexString.of(Buffer.from(title, 'latin1').toString('hex'))
    : PDFHexString.fromText(title);
  return text.replace('/S/Document', `/S/Part/T ${said.toString()}`);
}

/** The file with a stream of cross references in place of its table. */
async function withPlaces(
  bytes: Uint8Array,
  { streams, places, facts }: { streams: readonly number[]; places: Places; facts: string },
): Promise<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf('startxref');
  const start = Number(/\d+/.exec(file.toString('latin1', end))?.[0]);
  const offsets = offsetsIn(file.toString('latin1', start, end));
  for (const number of streams) packed.copy(file, file.indexOf(unread, offsets[number - 1] ?? 0));
  const number = offsets.length + 1; // the streams have the last numbers: those of packed objects lie below
  offsets[number - 1] = start;
  const rows = await promisify(deflate)(places.rows(offsets));
  const said = `<</Type/XRef/Size ${number + 1}/W[${Places.widths.join(' ')}]${facts}/Filter/FlateDecode/Length ${rows.length}>>`;
  return Buffer.concat([
    file.subarray(0, start),
    Buffer.from(`${number} 0 obj\n${said}\nstream\n`),
    rows,
    Buffer.from(`\nendstream\nendobj\n\nstartxref\n${start}\n%%EOF`),
  ]);
}

/** Of each object that a table of cross references names, where it begins: by its number less one. */
function offsetsIn(table: string): (number | undefined)[] {
  const offsets: (number | undefined)[] = [];
  let number = 0;
  for (const line of table.split('\n')) {
    const [, from] = /^(\d+) \d+$/.exec(line) ?? [];
    const [, offset, kind] = /^(\d{10}) \d{5} ([nf])/.exec(line) ?? [];
    if (from !== undefined) number = Number(from);
    if (kind === 'n') offsets[number - 1] = Number(offset);
    if (kind !== undefined) number += 1;
  }
  return offsets;
}
