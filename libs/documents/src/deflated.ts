import { deflateSync } from 'node:zlib';

/**
 * The text of a stream, compressed. One place for the bytes of all of them: a long paper has hundreds, and each of its own, copied by
 * pdfkit once more, would lie about until it is collected.
 */
export class Deflated {
  private place = Buffer.allocUnsafe(65_536);

  /** Of characters up to U+00FF, a byte each. */
  of(text: string): Uint8Array {
    if (this.place.length < text.length) this.place = Buffer.allocUnsafe(text.length * 2);
    const bytes = this.place.subarray(0, this.place.write(text, 'latin1'));
    return deflateSync(bytes, { chunkSize: Math.max(256, bytes.length >> 3) }); // about what comes of it, for less lies about too
  }
}

/** What an object says whose stream is compressed already: pdfkit leaves it as it is. */
export const deflated = { Filter: 'FlateDecode' } as const;
