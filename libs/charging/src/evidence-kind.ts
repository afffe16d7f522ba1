import { Malformed, Unfit } from '#kernel';
import { checkArchive } from './archive-scan.ts';

/** What evidence comes as. The content decides, and what the sender says of it must agree. */
export type EvidenceKind = 'PDF' | 'PNG' | 'JPEG' | 'XLSX' | 'EML' | 'CSV' | 'TEXT';

/** Unit: bytes, as they came. */
export const evidenceBytesMost = 10_000_000;

interface Said {
  readonly mediaType: string;
  readonly extensions: readonly string[];
}

export const evidenceKinds: Readonly<Record<EvidenceKind, Said>> = {
  PDF: { mediaType: 'application/pdf', extensions: ['pdf'] },
  PNG: { mediaType: 'image/png', extensions: ['png'] },
  JPEG: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  XLSX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  EML: { mediaType: 'message/rfc822', extensions: ['eml'] },
  CSV: { mediaType: 'text/csv', extensions: ['csv'] },
  TEXT: { mediaType: 'text/plain', extensions: ['txt'] },
};

/** A file as somebody sends it. Of its name the ending alone: the rest may tell of people. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly ending: string | null; // "pdf"; null where it came without
}

/**
 * The kind of a file.
 * Errors: EvidenceEmpty, EvidenceKindUnknown, EvidenceKindDiffers, and those of `checkArchive` for a workbook.
 */
export function evidenceKind({ bytes, mediaType, ending }: SentFile): EvidenceKind {
  if (bytes.length === 0) throw new EvidenceEmpty();
  const kinds = kindsOf(bytes);
  if (kinds.length === 0) throw new EvidenceKindUnknown();
  const said = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const kind = kinds.find((one) => evidenceKinds[one].mediaType === said);
  if (kind === undefined || (ending !== null && !evidenceKinds[kind].extensions.includes(ending.toLowerCase()))) {
    throw new EvidenceKindDiffers(kinds[0] ?? 'TEXT');
  }
  if (kind === 'XLSX') checkArchive(bytes);
  return kind;
}

/** What the content can be: one kind, or for plain text each that text can be. */
function kindsOf(bytes: Uint8Array): EvidenceKind[] {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return ['PDF']; // %PDF-
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return ['PNG'];
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return ['JPEG'];
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return ['XLSX']; // PK; whether it is a workbook checkArchive says
  const text = textOf(bytes);
  if (text === null || /^\s*</.test(text)) return []; // markup is no evidence: a browser might run it
  return isMessage(text) ? ['EML', 'TEXT'] : ['CSV', 'TEXT'];
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The text, where it is UTF-8 without codes of control but tab and line end; null where it is not. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** RFC 5322: header fields, one of them the sender and one the day or the id, before the first empty line. */
function isMessage(text: string): boolean {
  const [head = ''] = text.split(/\r?\n\r?\n/);
  const lines = head.split(/\r?\n/);
  const names = lines.flatMap((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  const isHead = lines.every((line) => /^([!-9;-~]+:|[ \t])/.test(line));
  return isHead && names.includes('from') && (names.includes('date') || names.includes('message-id'));
}

export class EvidenceEmpty extends Malformed {
  constructor() {
    super('The file is empty. Nothing was kept.');
  }
}

export class EvidenceKindUnknown extends Unfit {
  constructor() {
    super(
      'This is none of the kinds of file that are kept as evidence: PDF, PNG, JPEG, XLSX, CSV or plain text in UTF-8, and e-mail ' +
        '(EML). The content decides, not the name. Nothing was kept.',
    );
  }
}

export class EvidenceKindDiffers extends Unfit {
  constructor(kind: EvidenceKind) {
    const { mediaType, extensions } = evidenceKinds[kind];
    super(
      `By its content this is ${kind}, so it comes as ${mediaType} and, if it has a name, with the ending .${extensions.join(' or .')}. ` +
        'What it was sent as says otherwise. Nothing was kept.',
    );
  }
}
