import { createInflateRaw } from 'node:zlib';
import { type ArchivePart, ArchiveUnreadable } from './archive-scan.ts';

/** What is unpacked at once, in bytes: so much of a part is in memory, and no more. */
const chunkBytes = 262_144;

/**
 * Unpacks each part, one at a time and no further than it says of itself, since what it says may be a lie. What comes out is counted
 * and let go. Threads of Node's own unpack, so that the server answers others meanwhile. Errors: ArchiveUnreadable, where one is not
 * as large as it says.
 */
export async function measureParts(parts: readonly ArchivePart[]): Promise<void> {
  for (const { isDeflated, packed, unpacked } of parts) {
    const size = isDeflated ? await unpackedSize(packed, unpacked) : packed.length;
    if (size !== unpacked) throw new ArchiveUnreadable('a part of it is not as large as it says');
  }
}

/** Null where it is larger than `most`, or no deflated bytes. */
async function unpackedSize(packed: Uint8Array, most: number): Promise<number | null> {
  const unpacking = createInflateRaw({ chunkSize: chunkBytes });
  unpacking.end(packed);
  let size = 0;
  try {
    for await (const part of unpacking as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > most) return null;
    }
    return size;
  } catch {
    return null;
  }
}
