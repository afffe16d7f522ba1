import { deflateSync } from 'node:zlib';
import { deflated, type Deflated } from './deflated.ts';
import { Pack, Places } from './packed.ts';

/** What of pdfkit objects are packed with; its types leave these out. The versions are pinned exactly. */
export interface PackablePdf {
  readonly _root: PdfReference;
  readonly _info: PdfReference;
  readonly _id: Uint8Array;
  readonly _offsets: (number | null)[]; // where each object begins in the file, by its number less one
  readonly _offset: number; // where the next one will
  _ended: boolean;
  _finalize: () => void;
  _write(text: string): void;
  _refEnd(written: { id: number; offset: number | null }): void;
  push(end: null): unknown;
  ref(data?: Record<string, unknown>): PdfReference;
}

export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  write(bytes: Uint8Array): void;
  end(): void;
}

/**
 * Small objects of a file, packed together and compressed in object streams (ISO 32000, 7.5.7): each would else take a line of the
 * table of cross references and as much again of its own, and pdfkit would hold them all. A file with such streams says where its objects are
 * in a stream as well (7.5.8), which is written here in place of pdfkit's table.
 */
export class PackedObjects {
  private readonly waiting = new Pack();
  private readonly places = new Places();

  constructor(
    private readonly pdf: PackablePdf,
    private readonly deflated: Deflated,
  ) {
    pdf._finalize = () => this.finish();
  }

  nextId(): number {
    return this.pdf._offsets.push(null);
  }

  add(id: number, text: string): void {
    this.waiting.add(id, text);
  }

  /** An object whose number others name already: pdfkit waits for each that it has given a number, and need not for this one. */
  addReserved({ id }: PdfReference, text: string): void {
    this.add(id, text);
    this.pdf._refEnd({ id, offset: null });
  }

  /** Writes what is waiting as one stream. */
  flush(): void {
    if (this.waiting.isEmpty) return;
    const { numbers, first, text } = this.waiting.taken();
    const stream = this.pdf.ref({ Type: 'ObjStm', N: numbers.length, First: first, ...deflated });
    this.places.pack(numbers, stream.id);
    stream.write(this.deflated.of(text));
    stream.end();
  }

  /** The end of the file: where each object is, and where that is said. */
  private finish(): void {
    const { pdf } = this;
    pdf._ended = false; // what follows is an object too, and no second end
    const { _root: Root, _info: Info, _id: id, _offset: start } = pdf;
    const places = pdf.ref({ Type: 'XRef', W: Places.widths, Root, Info, ID: [id, id], ...deflated });
    pdf._offsets[places.id - 1] = start;
    places.data['Size'] = pdf._offsets.length + 1;
    places.write(deflateSync(this.places.rows(pdf._offsets)));
    places.end();
    pdf._write('startxref');
    pdf._write(`${start}`);
    pdf._write('%%EOF');
    pdf.push(null);
  }
}
