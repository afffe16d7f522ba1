import type { Proof } from '../../api/documents.ts';

/** One thing that was computed here and compared with what the server says; `holds: null` where this browser cannot. */
export interface Finding {
  readonly what: 'content' | 'pdf' | 'record' | 'inclusion' | 'signature';
  readonly holds: boolean | null;
}

export interface Sealed {
  /** Of the checkpoint: how many records the tree has, and who signed it. */
  readonly size: number;
  readonly log: string;
  readonly key: string;
  readonly findings: readonly Finding[];
}

/**
 * Holds a paper against the signed books, by this computer's own arithmetic: the words and the PDF against the hashes that
 * were sealed, the sealed record against the root (RFC 9162, 2.1.3.2), the root against the signature of the log (C2SP
 * signed-note, Ed25519). The key is the server's own word: whoever wants more compares it with the one they hold.
 */
export async function verifyPaper(
  paper: { readonly text: string; readonly pdf: BufferSource },
  { kind, body, position, size, proof, note, logKeys }: Proof,
): Promise<Sealed> {
  const sealed = JSON.parse(body) as { contentSha256?: string; pdfSha256?: string };
  const { text, root, of, signatures } = parsed(note);
  const leaf = await sha256(joined(utf8('\0'), utf8(`${kind}\n`), utf8(body)));
  const reached = await rootFrom(leaf, position, size, proof.map(fromBase64));
  const content = hex(await sha256(utf8(paper.text)));
  const pdf = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', paper.pdf)));
  return {
    size: of,
    log: logKeys[0]?.split('+')[0] ?? '',
    key: logKeys[0] ?? '',
    findings: [
      { what: 'content', holds: content === sealed.contentSha256 },
      { what: 'pdf', holds: pdf === sealed.pdfSha256 },
      { what: 'record', holds: of === size },
      { what: 'inclusion', holds: reached !== null && toBase64(reached) === root },
      { what: 'signature', holds: await isSigned(text, signatures, logKeys) },
    ],
  };
}

/** Null: the proof does not fit the place. */
export async function rootFrom(
  leaf: Bytes,
  position: number,
  size: number,
  proof: readonly Bytes[],
): Promise<Bytes | null> {
  if (!(position >= 0 && position < size)) return null;
  let [place, last, result] = [BigInt(position), BigInt(size - 1), leaf];
  for (const step of proof) {
    if (last === 0n) return null;
    if (place % 2n === 1n || place === last) {
      result = await node(step, result);
      while (place % 2n === 0n && place !== 0n) [place, last] = [place / 2n, last / 2n];
    } else {
      result = await node(result, step);
    }
    [place, last] = [place / 2n, last / 2n];
  }
  return last === 0n ? result : null;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The note: origin, size, root, an empty line, signatures of `name BASE64(key id || signature)`. */
function parsed(note: string): { text: string; root: string; of: number; signatures: readonly [string, Bytes][] } {
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [, size = '', root = ''] = text.split('\n');
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .flatMap((line): [string, Bytes][] => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      return name === undefined || encoded === undefined ? [] : [[name, fromBase64(encoded)]];
    });
  return { text, root, of: parseInt(size, 10), signatures };
}

async function isSigned(
  text: string,
  signatures: readonly [string, Bytes][],
  keys: readonly string[],
): Promise<boolean | null> {
  for (const key of keys) {
    const [name, id, encoded = ''] = key.split('+', 2).concat(key.split('+').slice(2).join('+'));
    const publicKey = fromBase64(encoded).slice(1); // the first byte says which kind of key it is
    for (const [by, bytes] of signatures) {
      if (by !== name || hex(bytes.slice(0, 4)) !== id) continue;
      try {
        const imported = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
        return await crypto.subtle.verify({ name: 'Ed25519' }, imported, bytes.slice(4), utf8(text));
      } catch {
        return null; // a browser without Ed25519
      }
    }
  }
  return false;
}

function node(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(joined(Uint8Array.of(1), left, right));
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}
