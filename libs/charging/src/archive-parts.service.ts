import { inflateRawSync } from 'node:zlib';
import { type ArchivePart, ArchiveUnreadable } from './archive-scan.ts';

/**
 * Unpacks each part, one at a time and no further than it says of itself, since what it says may be a lie: the memory for it is
 * never more. Errors: ArchiveUnreadable, where one is not as large as it says.
 */
export function measureParts(parts: readonly ArchivePart[]): void {
  for (const { isDeflated, packed, unpacked } of parts) {
    const size = isDeflated ? unpackedSize(packed, unpacked) : packed.length;
    if (size !== unpacked) throw new ArchiveUnreadable('a part of it is not as large as it says');
  }
}

function unpackedSize(packed: Uint8Array, most: number): number | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch {
    return null; // larger, or no deflated bytes
  }
}
