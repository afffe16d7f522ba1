/** What goes into one object stream (ISO 32000, 7.5.7). */
export interface Packed {
  readonly numbers: readonly number[];
  readonly first: number; // where the first text begins
  readonly text: string; // of characters up to U+00FF: the numbers with their places, and the objects
}

/** Small objects that wait for their stream. */
export class Pack {
  private numbers: number[] = [];
  private heads = '';
  private texts = '';

  get isEmpty(): boolean {
    return this.numbers.length === 0;
  }

  add(number: number, text: string): void {
    this.numbers.push(number);
    this.heads += `${number} ${this.texts.length} `;
    this.texts += `${text} `;
  }

  /** What waits; nothing does after. */
  taken(): Packed {
    const { numbers, heads, texts } = this;
    [this.numbers, this.heads, this.texts] = [[], '', ''];
    return { numbers, first: heads.length, text: heads + texts };
  }
}

/** Where the objects of a file are, as a stream of cross references says it (7.5.8). */
export class Places {
  /** Of a row: how an object is kept, where, and the how manieth it is there. */
  static readonly widths = [1, 4, 2];
  private readonly streamOf: number[] = []; // of a packed object's number, the number of its stream
  private readonly placeIn: number[] = [];

  pack(numbers: readonly number[], stream: number): void {
    for (const [place, number] of numbers.entries()) {
      this.streamOf[number] = stream;
      this.placeIn[number] = place;
    }
  }

  /** `offsets`: of each object that is not packed, by its number less one; null or nothing where there is none. */
  rows(offsets: readonly (number | null | undefined)[]): Buffer {
    const rows = Buffer.alloc((offsets.length + 1) * 7);
    rows.writeUInt16BE(65_535, 5); // the head of the free objects
    for (let number = 1; number <= offsets.length; number += 1) {
      const stream = this.streamOf[number];
      const where = stream ?? offsets[number - 1];
      rows.writeUInt8(stream !== undefined ? 2 : typeof where === 'number' ? 1 : 0, number * 7);
      rows.writeUInt32BE(where ?? 0, number * 7 + 1);
      rows.writeUInt16BE(this.placeIn[number] ?? 0, number * 7 + 5);
    }
    return rows;
  }
}
