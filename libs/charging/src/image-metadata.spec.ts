import { describe, expect, it } from '@jest/globals';
import { PictureUnreadable, withoutMetadata } from './image-metadata.ts';

const latin1 = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const segment = (marker: number, content: string): number[] => {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...latin1(content)];
};
const chunk = (type: string, content: string): number[] => [
  ...[0, 0, content.length >> 8, content.length & 0xff],
  ...latin1(type + content),
  ...[1, 2, 3, 4], // its check sum goes with it
];

describe('a JPEG without its metadata', () => {
  const start = [0xff, 0xd8];
  const jfif = segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0');
  const colours = [...segment(0xe2, 'ICC_PROFILE\0..'), ...segment(0xee, 'Adobe\0d.....')];
  const tables = segment(0xdb, '\0'.repeat(65));
  const scan = [...segment(0xda, 'scan header'), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56];
  const end = [0xff, 0xd9];

  it('says neither where nor when nor by whom, and draws what it drew', () => {
    const told = [
      ...segment(0xe1, 'Exif\0\0 46.2044 N, 6.1432 E'),
      ...segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:creator>Ms Canary'),
      ...segment(0xe2, 'MPF\0another picture'),
      ...segment(0xed, 'Photoshop 3.0\0'),
      ...segment(0xfe, 'taken by Ms Canary'),
    ];
    const sent = [
      ...start,
      ...jfif,
      ...told,
      ...colours,
      ...tables,
      ...scan,
      ...segment(0xfe, 'Ms Canary'),
      ...scan,
      ...end,
    ];
    const kept = [...start, ...jfif, ...colours, ...tables, ...scan, ...scan, ...end];
    expect([...withoutMetadata('JPEG', Uint8Array.from([...sent, ...latin1('Ms Canary')]))]).toEqual(kept);
    expect([...withoutMetadata('JPEG', Uint8Array.from(kept))]).toEqual(kept);
  });

  it.each([
    ['is cut off', [...start, ...jfif, 0xff]],
    ['ends in its picture', [...start, ...tables, ...scan]],
    ['has a segment longer than itself', [...start, 0xff, 0xe1, 0xff, 0xff, 1, 2]],
    ['has a segment shorter than its length', [...start, 0xff, 0xe1, 0, 1, ...end]],
    ['has something else between two segments', [...start, ...jfif, 0x00, ...scan, ...end]],
  ])('is not made of one that %s', (_, bytes) => {
    expect(() => withoutMetadata('JPEG', Uint8Array.from(bytes))).toThrow(PictureUnreadable);
  });
});

describe('a PNG without its metadata', () => {
  const start = [0x89, ...latin1('PNG\r\n\x1a\n')];
  const picture = [...chunk('IHDR', '.'.repeat(13)), ...chunk('pHYs', '.'.repeat(9)), ...chunk('IDAT', 'the picture')];
  const end = chunk('IEND', '');

  it('has no texts and no times, and draws what it drew', () => {
    const told = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].flatMap((type) => chunk(type, 'Ms Canary'));
    const sent = Uint8Array.from([...start, ...told, ...picture, ...told, ...end, ...latin1('Ms Canary')]);
    expect([...withoutMetadata('PNG', sent)]).toEqual([...start, ...picture, ...end]);
  });

  it.each([
    ['is cut off', [...start, ...picture]],
    ['has a chunk longer than itself', [...start, 0x7f, 0xff, 0xff, 0xff, ...latin1('IDAT'), 1, 2, 3, 4]],
    ['has a chunk of no name', [...start, 0, 0, 0, 0, 0, 1, 2, 3, 1, 2, 3, 4]],
  ])('is not made of one that %s', (_, bytes) => {
    expect(() => withoutMetadata('PNG', Uint8Array.from(bytes))).toThrow(PictureUnreadable);
  });
});
