import { Malformed } from '#kernel';

/**
 * A picture without what tells of whoever took it: where, when, with which device, and texts; what is drawn stays byte for byte.
 * Shape:  of JPEG the segments APP1 (Exif, XMP), APP2 to APP15 but ICC profiles and Adobe's colours, and COM go; of PNG the chunks
 *         tEXt, zTXt, iTXt, eXIf and tIME.
 * Errors: PictureUnreadable where it does not keep to its form: nothing is guessed.
 * Source: ITU-T T.81, annex B; PNG (third edition), 11.3.
 */
export function withoutMetadata(kind: 'JPEG' | 'PNG', bytes: Uint8Array): Uint8Array {
  return kind === 'JPEG' ? jpegWithout(bytes) : pngWithout(bytes);
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

function jpegWithout(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; ;) {
    const [mark, marker = 0] = bytes.subarray(at, at + 2);
    if (mark !== 0xff || marker < 0xc0 || marker === 0xff) throw new PictureUnreadable();
    if (marker === endOfImage) return joined([...kept, bytes.subarray(at, at + 2)]); // and nothing that is hung on behind it
    const [high, low] = bytes.subarray(at + 2, at + 4);
    if (high === undefined || low === undefined) throw new PictureUnreadable();
    const header = at + 2 + high * 256 + low;
    const next = marker === startOfScan ? endOfScan(bytes, header) : header;
    if (header < at + 4 || next > bytes.length) throw new PictureUnreadable();
    const segment = bytes.subarray(at, next);
    if (!tellsOfPeople(marker, segment)) kept.push(segment);
    at = next;
  }
}

/** The next marker behind the picture's own data, in which 0xff stands before 0x00 and before restarts alone. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0x00 && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new PictureUnreadable();
}

function tellsOfPeople(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return true; // COM
  if (marker <= 0xe0 || marker > 0xef) return false; // APP0 says the shape of a pixel
  const name = new TextDecoder('latin1').decode(segment.subarray(4, 15));
  return !(marker === 0xe2 && name.startsWith('ICC_PROFILE')) && !(marker === 0xee && name.startsWith('Adobe'));
}

const pngTexts = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

function pngWithout(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw new PictureUnreadable();
    const next = at + 12 + view.getUint32(at);
    if (next > bytes.length) throw new PictureUnreadable();
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) throw new PictureUnreadable();
    if (!pngTexts.has(type)) kept.push(bytes.subarray(at, next));
    if (type === 'IEND') return joined(kept);
    at = next;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export class PictureUnreadable extends Malformed {
  constructor() {
    super('This picture does not keep to the form of its kind, so nothing can be taken out of it. Nothing was kept.');
  }
}

export class NoPicture extends Malformed {
  constructor() {
    super(
      'Only a JPEG or a PNG is kept without its metadata. Send the file as it is, or as a picture. Nothing was kept.',
    );
  }
}
