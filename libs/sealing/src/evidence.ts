import { toBase64 } from './base64.ts';

/** What a bundle of evidence for one document says, as `evidence.json` in it. */
export interface Evidence {
  readonly document: string; // the name of its file in the bundle
  readonly kind: string;
  readonly record: string;
  readonly body: string; // the very text that was sealed
  readonly position: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  /** Public keys as `keyText` writes them. */
  readonly logKeys: readonly string[];
  readonly witnessKeys: readonly string[];
}

/** For people to read as well as for `verify.py`. */
export function evidenceJson({ proof, ...facts }: Evidence): string {
  const words = { format: 'recoup-evidence/1', ...facts, proof: proof.map(toBase64) };
  return `${JSON.stringify(words, null, 2)}\n`;
}

export function evidenceReadme(number: string, document: string): string {
  return `Evidence for ${number}

${document}      the document as it was issued
evidence.json    what was sealed of it, and its way up to the root of the tree
checkpoint.note  the signed root, with whoever cosigned it
verify.py        checks all of it with Python 3 and nothing else

  python3 verify.py evidence .

proves that the document is what was issued and stands in the signed books. It shows no other document. Give the public
keys that you hold yourself with --log-key and --witness-key; python3 verify.py alone explains more.
`;
}

/**
 * A tar archive (POSIX ustar) of some files in one folder: what every system unpacks, and Python reads as it is.
 * Names of at most 100 characters of ASCII; the time is given, so that the same facts are the same bytes.
 */
export function tarOf(folder: string, files: ReadonlyMap<string, Uint8Array>, at: Date): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [name, bytes] of files) {
    parts.push(
      tarHeader(`${folder}/${name}`, bytes.length, at),
      bytes,
      new Uint8Array((512 - (bytes.length % 512)) % 512),
    );
  }
  parts.push(new Uint8Array(1024));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

function tarHeader(name: string, length: number, at: Date): Uint8Array {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`No name of a file in a tar archive: ${name}`);
  const header = new Uint8Array(512);
  const put = (place: number, text: string): void => header.set(new TextEncoder().encode(text), place);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  put(0, name);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(length, 11));
  put(136, octal(Math.floor(at.getTime() / 1000), 11));
  put(148, ' '.repeat(8)); // the checksum counts itself as blanks
  put(156, '0');
  put(257, 'ustar\x0000');
  put(
    148,
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
  );
  return header;
}
