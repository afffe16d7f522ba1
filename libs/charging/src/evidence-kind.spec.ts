import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { archive, workbook } from '../../../test/support/archive.ts';
import { measureParts } from './archive-parts.service.ts';
import { ArchiveNamesOutside, ArchiveTooLarge, ArchiveUnreadable, checkArchive, NoWorkbook } from './archive-scan.ts';
import {
  EvidenceEmpty,
  type EvidenceKind,
  evidenceKind,
  EvidenceKindDiffers,
  evidenceKinds,
  EvidenceKindUnknown,
} from './evidence-kind.ts';
import { hasActiveContent } from './pdf-scan.service.ts';

const message =
  'From: supplier@example.org\r\nDate: Tue, 22 Apr 2025 10:00:00 +0000\r\nSubject: Invoice\r\n\r\nAttached.\r\n';
const contents: Readonly<Record<EvidenceKind, Buffer>> = {
  PDF: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'),
  PNG: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  JPEG: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  XLSX: workbook(),
  EML: Buffer.from(message),
  CSV: Buffer.from('item;quantity\nDOC-CTL;13\n'),
  TEXT: Buffer.from('Received thirteen days. Grüße\n'),
};
const kinds = Object.keys(contents) as EvidenceKind[];
const kindOf = (bytes: Buffer, mediaType: string, ending: string | null = null) =>
  evidenceKind({ bytes, mediaType, ending });

/** Of 90,000 letters, packed to a third. */
const mixed = Array.from({ length: 10_000 }, (_, index) => `<c r="${index % 97}"/>`)
  .join('')
  .slice(0, 90_000);

/** How often others had their turn until this was done. */
async function othersDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const others = (): void => {
    if (isDone) return;
    turns += 1;
    setImmediate(others);
  };
  setImmediate(others);
  await work().finally(() => (isDone = true));
  return turns;
}

describe('evidence', () => {
  it.each(kinds)('of %s is known by its content, with its media type and its ending', (kind) => {
    const { mediaType, extensions } = evidenceKinds[kind];
    for (const ending of [null, ...extensions, extensions[0]?.toUpperCase() ?? '']) {
      expect(kindOf(contents[kind], `${mediaType}; charset=utf-8`, ending)).toBe(kind);
    }
  });

  it('sent as what it is not is refused, by its media type and by its name alike', () => {
    // Text is text: a list may be sent as a text, and so may a message.
    const both = [
      ['CSV', 'TEXT'],
      ['TEXT', 'CSV'],
      ['EML', 'TEXT'],
    ].map(String);
    for (const kind of kinds) {
      for (const other of kinds) {
        if (kind === other || both.includes(String([kind, other]))) continue;
        const { mediaType } = evidenceKinds[other];
        expect(() => kindOf(contents[kind], mediaType)).toThrow(EvidenceKindDiffers);
        const [ending = ''] = evidenceKinds[other].extensions;
        expect(() => kindOf(contents[kind], evidenceKinds[kind].mediaType, ending)).toThrow(EvidenceKindDiffers);
      }
    }
  });

  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script in it', Buffer.from('\n  <svg onload="alert(1)"/>')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000')],
    ['text that is not UTF-8', Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65])],
    ['text with NUL', Buffer.from('item\0;quantity')],
    ['a PDF that begins with something else', Buffer.concat([Buffer.from([0, 1]), contents.PDF])],
  ])('that is %s is of no kind', (_, bytes) => expect(() => kindOf(bytes, 'text/plain')).toThrow(EvidenceKindUnknown));

  it('of nothing is none', () => expect(() => kindOf(Buffer.alloc(0), 'text/plain')).toThrow(EvidenceEmpty));
});

describe('a workbook, before anything is unpacked', () => {
  const part = (facts: object) => ({ name: 'xl/worksheets/sheet1.xml', content: '<sheet/>', ...facts });

  const measured = async (bytes: Buffer): Promise<void> => measureParts(checkArchive(bytes));

  it('of ordinary parts is one', async () => {
    const strings = part({ name: 'xl/sharedStrings.xml', content: 'a'.repeat(5000) });
    await expect(measured(workbook(part({}), strings))).resolves.toBeUndefined();
  });

  it.each([
    ['with a part that grows a thousandfold', workbook(part({ content: 'a'.repeat(1_000_000) })), ArchiveTooLarge],
    ['with more than 50 MB unpacked', workbook(part({ unpacked: 50_000_001, packed: 1_000_000 })), ArchiveTooLarge],
    [
      'of 201 parts',
      archive(Array.from({ length: 201 }, (_, index) => part({ name: `xl/${index}` }))),
      ArchiveTooLarge,
    ],
    ['of 65,535 parts, as it says', archive([part({})], 0xffff), ArchiveTooLarge],
    ['with a name that leads out', workbook(part({ name: '../../etc/passwd' })), ArchiveNamesOutside],
    ['with a name from the root', workbook(part({ name: '/etc/passwd' })), ArchiveNamesOutside],
    ['with a name of another system', workbook(part({ name: 'xl\\..\\x' })), ArchiveNamesOutside],
    ['with a drive in a name', workbook(part({ name: 'C:/x' })), ArchiveNamesOutside],
    ['whose parts lie over each other', workbook(part({ offset: 0 })), ArchiveUnreadable],
    ['that says two sizes', workbook(part({ inDirectory: 3 })), ArchiveUnreadable],
    [
      'with a part that unpacks to 60 MB where it and the directory say 1,000 bytes',
      workbook(part({ content: Buffer.alloc(60_000_000), unpacked: 1000 })),
      ArchiveUnreadable,
    ],
    ['with a part that is shorter than it says', workbook(part({ content: 'short', unpacked: 50 })), ArchiveUnreadable],
    ['with a part that reaches into another', workbook(part({ packed: 200 })), ArchiveUnreadable],
    ['that is encrypted', workbook(part({ flags: 1 })), ArchiveUnreadable],
    ['with one name twice', workbook(part({ name: 'XL/workbook.xml' })), ArchiveUnreadable],
    ['that is cut off', workbook(part({})).subarray(0, 100), ArchiveUnreadable],
    ['whose directory is cut off', archive([part({})], 2), ArchiveUnreadable],
    ['that is a mere archive', archive([part({})]), NoWorkbook],
    ['with macros', workbook(part({ name: 'xl/vbaProject.bin' })), NoWorkbook],
  ])('%s is refused', (_, bytes, error) => expect(measured(bytes)).rejects.toThrow(error));

  it('is unpacked while the program does other things', async () => {
    const parts = checkArchive(workbook(...[1, 2, 3].map((name) => part({ name: `xl/${name}`, content: mixed }))));
    expect(await othersDuring(() => measureParts(parts))).toBeGreaterThanOrEqual(parts.length);
  });

  it('of the largest kind is looked through at once', () => {
    const bytes = archive(
      Array.from({ length: 200 }, (_, index) => part({ name: `xl/${index}`, content: 'x'.repeat(40_000) })),
    );
    const started = process.cpuUsage();
    expect(() => checkArchive(bytes)).toThrow(NoWorkbook);
    expect(process.cpuUsage(started).user).toBeLessThan(200_000); // microseconds
  });
});

describe('a PDF', () => {
  const pdf = (...parts: (string | Buffer)[]) =>
    Buffer.concat([contents.PDF, ...parts.map((part) => Buffer.from(part))]);
  const stream = (text: string) => [
    '2 0 obj << /Filter /FlateDecode >>\nstream\n',
    deflateSync(text),
    '\nendstream endobj\n',
  ];

  it.each([
    ['a script', pdf('/S /JavaScript /JS (app.alert(1))')],
    ['a script in codes', pdf('/S /J#61vaScript')],
    ['an action when it is opened', pdf('<< /OpenAction 3 0 R >>')],
    ['a program to launch', pdf('/S /Launch /F (cmd.exe)')],
    ['a file in it', pdf('/EmbeddedFiles 4 0 R')],
    ['a script in a packed stream', pdf(...stream('<< /S /JavaScript >>'))],
    ['a stream that grows beyond measure', pdf(...stream('x'.repeat(6_000_000)))],
    ['what nobody can look into', pdf('<< /Encrypt 5 0 R >>')],
    ['more streams than there are pages', pdf(...Array.from({ length: 10_001 }, () => stream('q')).flat())],
  ])('with %s is marked', async (_, bytes) => expect(await hasActiveContent(bytes)).toBe(true));

  it.each([
    ['pages alone', contents.PDF],
    ['packed pages', pdf(...stream('BT /F1 12 Tf (JavaScript for accountants) Tj ET'))],
    ['names that only begin alike', pdf('/JSON /AAPL /LaunchPad')],
    ['a picture', pdf('stream\n', Buffer.from([0x78, 1, 2, 3]), '\nendstream')],
  ])('with %s is not', async (_, bytes) => expect(await hasActiveContent(bytes)).toBe(false));

  it('is unpacked while the program does other things', async () => {
    const bytes = pdf(...[1, 2, 3].flatMap(() => stream(mixed)));
    expect(await othersDuring(() => hasActiveContent(bytes))).toBeGreaterThanOrEqual(3);
  });
});
