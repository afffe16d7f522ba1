import { describe, expect, it } from '@jest/globals';
import { type ZippedFile, zipOf } from './zip.ts';

async function archived(files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of zipOf(files)) parts.push(part);
  return Buffer.concat(parts);
}

/** Every file of the archive by its central directory, read by the format's description and not by the writer's code. */
function entries(bytes: Buffer): [name: string, text: string, crc: string][] {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const [crc, size, nameLength] = [at + 16, at + 24]
      .map((place) => bytes.readUInt32LE(place))
      .concat(bytes.readUInt16LE(at + 28)) as [number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return [name, bytes.subarray(start, start + size).toString(), crc.toString(16)];
  });
}

describe('an archive', () => {
  it('gives back what was put into it, name by name', async () => {
    const archive = await archived([
      ['a.txt', Buffer.from('123456789')],
      ['documents/étude.json', Buffer.from('{}')],
      ['empty', Buffer.alloc(0)],
    ]);
    // cbf43926 is the check value of CRC-32 over "123456789"
    expect(entries(archive)).toEqual([
      ['a.txt', '123456789', 'cbf43926'],
      ['documents/étude.json', '{}', 'a3a6bf43'],
      ['empty', '', '0'],
    ]);
  });

  it('of nothing is one that can be opened', async () => {
    expect(entries(await archived([]))).toEqual([]);
  });

  it('asks for the next file when the one before has been taken, so that one at a time is held', async () => {
    const asked: string[] = [];
    async function* files(): AsyncGenerator<ZippedFile> {
      for (const name of ['a', 'b']) {
        asked.push(name);
        yield await Promise.resolve([name, Buffer.from(name)] as const);
      }
    }
    const parts = zipOf(files());
    for (let part = 0; part < 3; part += 1) await parts.next();
    expect(asked).toEqual(['a']);
    await parts.next();
    expect(asked).toEqual(['a', 'b']);
  });

  it('has no end where a file could not be read: no program takes it for a whole one', async () => {
    async function* files(): AsyncGenerator<ZippedFile> {
      yield await Promise.resolve(['a', Buffer.from('a')] as const);
      throw new Error('cannot be read');
    }
    await expect(archived(files())).rejects.toThrow('cannot be read');
  });
});
