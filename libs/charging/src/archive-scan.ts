import { Refused, Unfit } from '#kernel';

/** What a workbook, which is a ZIP archive, may be at most. */
export const archiveLimits = { entries: 200, unpackedBytes: 50_000_000, ratio: 100 } as const;

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly offset: number;
  readonly end: number; // where the directory begins: no part reaches into it
  readonly flags: number;
}

/** A part as it lies in the archive, and how large it says it is unpacked: `measureParts` sees whether it is. */
export interface ArchivePart {
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
  readonly unpacked: number;
}

/**
 * Looks at the directory of an archive: how much is in it, how much that would be, and under which names. It unpacks nothing.
 * Errors: ArchiveUnreadable, ArchiveTooLarge, ArchiveNamesOutside, NoWorkbook.
 */
export function checkArchive(bytes: Uint8Array): ArchivePart[] {
  const entries = directoryOf(bytes);
  if (entries.length > archiveLimits.entries) throw new ArchiveTooLarge(`${entries.length} parts`);
  const unpacked = sum(entries.map((entry) => entry.unpacked));
  const packed = sum(entries.map((entry) => entry.packed));
  if (unpacked > archiveLimits.unpackedBytes) throw new ArchiveTooLarge(`${unpacked} bytes unpacked`);
  const tight = entries.find(
    (entry) => entry.unpacked > 100_000 && entry.unpacked > entry.packed * archiveLimits.ratio,
  );
  if (tight !== undefined) throw new ArchiveTooLarge('a part that grows more than a hundredfold');
  if (entries.some(({ name }) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\\|\0/.test(name)))
    throw new ArchiveNamesOutside();
  if (entries.some(({ flags }) => (flags & 1) !== 0)) throw new ArchiveUnreadable('a part of it is encrypted');
  if (new Set(entries.map(({ offset }) => offset)).size !== entries.length || packed > bytes.length) {
    throw new ArchiveUnreadable('its parts lie over each other');
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new ArchiveUnreadable('two of its parts have one name');
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml')) throw new NoWorkbook('it is none');
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) throw new NoWorkbook('it has macros');
  return entries.map((entry) => partOf(bytes, entry));
}

const endBytes = 22;
const commentBytesMost = 65_535;

/** The central directory, read from its end as every reader does. */
function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - endBytes;
  let end = last;
  while (end >= Math.max(0, last - commentBytesMost) && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new ArchiveUnreadable('it has no directory');
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
    throw new ArchiveTooLarge('the form for large archives');
  if (view.getUint16(end + 4, true) !== 0 || start + size > end)
    throw new ArchiveUnreadable('its directory is not whole');
  if (count > archiveLimits.entries) throw new ArchiveTooLarge(`${count} parts`);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw new ArchiveUnreadable('its directory is not whole');
    const [nameBytes, extraBytes, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const entry = {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      end: start,
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
    };
    checkLocal(view, entry, start);
    entries.push(entry);
    at += 46 + nameBytes + extraBytes + comment;
  }
  if (at !== start + size) throw new ArchiveUnreadable('its directory is not whole');
  return entries;
}

/** The part itself must say what the directory says of it: another reader may believe the one or the other. */
function checkLocal(view: DataView, { offset, packed, unpacked, flags }: Entry, start: number): void {
  if (offset + 30 > start || view.getUint32(offset, true) !== 0x04034b50)
    throw new ArchiveUnreadable('a part of it is missing');
  const isSaidLater = (flags & 8) !== 0; // sizes follow the part
  if (
    !isSaidLater &&
    (view.getUint32(offset + 18, true) !== packed || view.getUint32(offset + 22, true) !== unpacked)
  ) {
    throw new ArchiveUnreadable('its directory and its parts say different sizes');
  }
}

/** Where its bytes are. Stored (0) and deflated (8) parts are known. */
function partOf(bytes: Uint8Array, { method, offset, packed, unpacked, end }: Entry): ArchivePart {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > end) throw new ArchiveUnreadable('a part of it is missing');
  if (method !== 0 && method !== 8)
    throw new ArchiveUnreadable('a part of it is packed in another way than by deflation');
  return { isDeflated: method === 8, packed: bytes.subarray(from, from + packed), unpacked };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export class ArchiveUnreadable extends Unfit {
  constructor(what: string) {
    super(`This is no workbook that can be looked into: ${what}. Nothing was kept.`);
  }
}

export class NoWorkbook extends Unfit {
  constructor(what: string) {
    super(`Of archives, workbooks without macros (XLSX) are kept, and ${what}. Nothing was kept.`);
  }
}

export class ArchiveTooLarge extends Refused {
  constructor(what: string) {
    super(
      `This workbook has ${what}. At most ${archiveLimits.entries} parts, ${archiveLimits.unpackedBytes / 1_000_000} MB unpacked and ` +
        `${archiveLimits.ratio} times the packed size are looked at; nothing of it was kept.`,
    );
  }
}

export class ArchiveNamesOutside extends Unfit {
  constructor() {
    super('A part of this workbook has a name that leads out of it. Nothing was kept.');
  }
}
