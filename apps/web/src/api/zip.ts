/**
 * A ZIP archive of files that are compressed already (PDF) or small, stored as they are (APPNOTE 6.3, method 0).
 * `files`: name to bytes, in the order they are to stand; names in UTF-8. Up to 65,535 files and 4 GB in all.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const named = new TextEncoder().encode(name);
    const facts = [20, 0x0800, 0, 0, firstDay]; // version, names in UTF-8, stored, time, day
    const sizes = [crc32(bytes), bytes.length, bytes.length];
    const local = record(0x04034b50, facts, sizes, [named.length, 0]);
    parts.push(local, named, bytes);
    directory.push(record(0x02014b50, [20, ...facts], sizes, [named.length, 0, 0, 0, 0], [0, at]), named);
    at += local.length + named.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record(0x06054b50, [0, 0, files.size, files.size], [size, at], [0]);
  return joined([...parts, ...directory, end]);
}

const firstDay = 0x0021; // 1 January 1980: the same files give the same bytes

/** A signature of four bytes, then groups of fields in turn of two bytes and of four. */
function record(signature: number, ...groups: readonly (readonly number[])[]): Uint8Array {
  const widths = groups.map((_, index) => (index % 2 === 0 ? 2 : 4));
  const length = groups.reduce((sum, group, index) => sum + group.length * (widths[index] ?? 2), 4);
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [index, group] of groups.entries()) {
    for (const value of group) {
      if (widths[index] === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += widths[index] ?? 2;
    }
  }
  return new Uint8Array(view.buffer);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
