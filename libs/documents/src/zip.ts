import { crc32 } from 'node:zlib';

/** A file of an archive: its name, in UTF-8 with "/" between folders, and its bytes. */
export type ZippedFile = readonly [name: string, bytes: Uint8Array];

/** What the format's plain form has numbers for: 65,535 files, 4 GB in all. */
export const zippedFilesMost = 65_535;
const bytesMost = 0xffffffff;

/**
 * A ZIP archive, a piece at a time: of what it holds, one file is in memory. Files are stored as they are (APPNOTE 6.3, method
 * 0), for papers are compressed already; the same files give the same bytes.
 * Errors: a plain one beyond what the plain form has numbers for. The archive is not whole then, and no program opens it.
 */
export async function* zipOf(files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let [at, count] = [0, 0];
  for await (const [name, bytes] of files) {
    const named = Buffer.from(name, 'utf8');
    const facts = [20, 0x0800, 0, 0, firstDay]; // version, names in UTF-8, stored, time, day
    const sizes = [crc32(bytes), bytes.length, bytes.length];
    const local = record(0x04034b50, facts, sizes, [named.length, 0]);
    directory.push(record(0x02014b50, [20, ...facts], sizes, [named.length, 0, 0, 0, 0], [0, at]), named);
    at += local.length + named.length + bytes.length;
    count += 1;
    if (count > zippedFilesMost || at > bytesMost) throw new Error('A plain ZIP archive has no numbers for as much.');
    yield local;
    yield named;
    yield bytes;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield* directory;
  yield record(0x06054b50, [0, 0, count, count], [size, at], [0]);
}

const firstDay = 0x0021; // 1 January 1980

/** A signature of four bytes, then groups of fields in turn of two bytes and of four. */
function record(signature: number, ...groups: readonly (readonly number[])[]): Uint8Array {
  const widths = groups.map((_, index) => (index % 2 === 0 ? 2 : 4));
  const length = groups.reduce((sum, group, index) => sum + group.length * (widths[index] ?? 2), 4);
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature);
  let at = 4;
  for (const [index, group] of groups.entries()) {
    for (const value of group) at = bytes.writeUIntLE(value, at, widths[index] ?? 2);
  }
  return bytes;
}
