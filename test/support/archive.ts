import { deflateRawSync } from 'node:zlib';

/** A part of a ZIP archive; what its directory says may be something else than what is there. */
export interface Part {
  readonly name: string;
  readonly content?: Buffer | string;
  readonly flags?: number;
  readonly packed?: number; // as both its header and the directory say
  readonly unpacked?: number;
  readonly inDirectory?: number; // the unpacked size that the directory alone says
  readonly offset?: number; // as the directory says
}

/** A ZIP archive of these parts, deflated. */
export function archive(parts: readonly Part[], count = parts.length): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const plain = Buffer.from(part.content ?? '');
    const data = deflateRawSync(plain);
    const name = Buffer.from(part.name);
    const packed = part.packed ?? data.length;
    const unpacked = part.unpacked ?? plain.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(part.flags ?? 0, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed, 18);
    local.writeUInt32LE(unpacked, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.flags ?? 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(part.inDirectory ?? unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(part.offset ?? at, 42);
    bodies.push(local, name, data);
    directory.push(entry, name);
    at += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

/** The parts without which no archive is a workbook, and these. */
export function workbook(...more: readonly Part[]): Buffer {
  return archive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ]);
}

/** The files in an archive that stores them as they are, by its central directory. */
export function filesIn(bytes: Buffer): Map<string, Buffer> {
  let at = bytes.readUInt32LE(bytes.length - 6);
  return new Map(
    Array.from({ length: bytes.readUInt16LE(bytes.length - 12) }, () => {
      const length = bytes.readUInt16LE(at + 28);
      const name = bytes.subarray(at + 46, at + 46 + length).toString();
      const from = bytes.readUInt32LE(at + 42) + 30 + length;
      const content = bytes.subarray(from, from + bytes.readUInt32LE(at + 24));
      at += 46 + length;
      return [name, content];
    }),
  );
}
