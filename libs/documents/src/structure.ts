import type { Deflated } from './deflated.ts';
import { PackedObjects, type PackablePdf, type PdfReference } from './packed-objects.ts';
import type { Part } from './part.ts';

interface StructuredPage {
  readonly dictionary: { readonly id: number; readonly data: Record<string, unknown> };
}

/** A table that is being drawn, and the rows that were. */
interface OpenTable {
  readonly part: Part;
  readonly id: number;
  readonly rows: number[];
}

/**
 * The tree that says what the marked texts of a paper are (ISO 32000, 14.7): the file is a tagged PDF by it. pdfkit has such a tree
 * too, and holds each element of it until the end; of 10,000 lines these are 80,000. Here a part is written as soon as the
 * next one begins, a page's worth at a time, and only the numbers of rows stay.
 */
export class StructureTree {
  private readonly objects: PackedObjects;
  private readonly root: PdfReference;
  private readonly whole: PdfReference; // the element that is the paper
  private readonly tree: PdfReference; // of which part each marked content is, page by page
  private readonly top: number[] = []; // the numbers of the paper's own parts, in order
  private readonly pages: number[] = []; // of each page, the number of the list of its owners
  private page = 0;
  private owners: number[] = []; // which part each marked content of this page belongs to
  private table: OpenTable | null = null;
  private unit: Part | null = null;

  constructor(pdf: PackablePdf, deflated: Deflated) {
    this.objects = new PackedObjects(pdf, deflated);
    this.whole = pdf.ref();
    this.tree = pdf.ref();
    this.root = pdf.ref({ Type: 'StructTreeRoot', K: this.whole, ParentTree: this.tree });
    pdf._root.data['MarkInfo'] = pdf.ref({ Marked: true });
    pdf._root.data['StructTreeRoot'] = this.root;
  }

  turnPage({ dictionary }: StructuredPage): void {
    this.closePage();
    dictionary.data['StructParents'] = this.pages.length;
    this.page = dictionary.id;
  }

  /** The next marked content of this page is of this part: its number on the page. */
  mark(part: Part): number {
    const { unit } = part;
    if (unit !== this.unit) this.begin(unit);
    const mark = this.owners.push(this.idOf(part)) - 1;
    if (part.page === 0) [part.page, part.mark] = [this.page, mark];
    else (part.more ??= []).push({ page: this.page, mark });
    return mark;
  }

  /** Writes what is not yet written; nothing is marked after. */
  end(): void {
    this.closeUnit();
    this.closeTable();
    this.closePage();
    this.objects.addReserved(
      this.whole,
      `<</S/Document/P ${this.root.id} 0 R/K[${this.top.map(reference).join(' ')}]>>`,
    );
    const numbers = this.pages.map((id, page) => `${page} ${id} 0 R`);
    this.objects.addReserved(this.tree, `<</Nums[${numbers.join(' ')}]>>`);
    this.objects.flush();
  }

  private begin(unit: Part): void {
    if (unit.hasEnded) throw new Error('A part of a paper is drawn in one go: this one has ended.');
    this.closeUnit();
    if (unit.within !== (this.table?.part ?? null)) {
      this.closeTable();
      if (unit.within !== null) this.openTable(unit.within);
    }
    this.unit = unit;
  }

  private openTable(part: Part): void {
    if (part.hasEnded) throw new Error('A table is drawn in one go: this one has ended.');
    this.table = { part, id: this.objects.nextId(), rows: [] };
    this.top.push(this.table.id);
  }

  private closeTable(): void {
    if (this.table === null) return;
    const { part, id, rows } = this.table;
    part.hasEnded = true;
    this.objects.add(id, `<</S/Table/P ${this.whole.id} 0 R/K[${rows.map(reference).join(' ')}]>>`);
    this.table = null;
  }

  private closeUnit(): void {
    if (this.unit === null) return;
    const siblings = this.table?.rows ?? this.top;
    siblings.push(this.idOf(this.unit));
    this.writePart(this.unit, this.table?.id ?? this.whole.id);
    this.unit.hasEnded = true;
    this.unit = null;
  }

  private idOf(part: Part): number {
    if (part.id === 0) part.id = this.objects.nextId();
    return part.id;
  }

  private writePart(part: Part, parent: number): void {
    const id = this.idOf(part);
    const on = part.page === 0 ? '' : `/Pg ${part.page} 0 R`;
    this.objects.add(id, `<</S/${part.role}/P ${parent} 0 R${on}${cellFacts(part)}${this.kidsOf(part)}>>`);
    for (const inner of part.parts) this.writePart(inner, id);
  }

  /** Its texts, and then the parts within it. */
  private kidsOf({ page, mark, more, parts }: Part): string {
    if (more === null && parts.length === 0) return page === 0 ? '' : `/K ${mark}`;
    const texts = (more ?? []).map((one) =>
      one.page === page ? `${one.mark}` : `<</Type/MCR/Pg ${one.page} 0 R/MCID ${one.mark}>>`,
    );
    const kids = [...(page === 0 ? [] : [`${mark}`]), ...texts, ...parts.map((inner) => reference(this.idOf(inner)))];
    return `/K[${kids.join(' ')}]`;
  }

  private closePage(): void {
    if (this.page === 0) return;
    const id = this.objects.nextId();
    this.pages.push(id);
    this.objects.add(id, `[${this.owners.map(reference).join(' ')}]`);
    this.owners = [];
    this.page = 0;
    this.objects.flush();
  }
}

function reference(id: number): string {
  return `${id} 0 R`;
}

function cellFacts({ cell: { scope, columns = 1 } }: Part): string {
  if (scope === undefined && columns === 1) return '';
  return `/A<</O/Table${scope === undefined ? '' : `/Scope/${scope}`}${columns === 1 ? '' : `/ColSpan ${columns}`}>>`;
}
