import { expect, it } from '@jest/globals';
import { zipOf } from './zip.ts';

/** Every file of the archive by its central directory, read by the format's description and not by the writer's code. */
function entries(bytes: Uint8Array): [name: string, text: string, crc: string][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [crc, size, nameLength] = [
      view.getUint32(at + 16, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
    ];
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return [name, new TextDecoder().decode(bytes.subarray(start, start + size)), crc.toString(16)];
  });
}

it('what is put into an archive comes out of it, name by name', () => {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const archive = zipOf(
    new Map([
      ['a.txt', text('123456789')],
      ['étude.json', text('{}')],
      ['empty', text('')],
    ]),
  );
  // cbf43926 is the check value of CRC-32 over "123456789"
  expect(entries(archive)).toEqual([
    ['a.txt', '123456789', 'cbf43926'],
    ['étude.json', '{}', 'a3a6bf43'],
    ['empty', '', '0'],
  ]);
});

it('an archive of nothing is one that can be opened', () => {
  expect(entries(zipOf(new Map()))).toEqual([]);
});
