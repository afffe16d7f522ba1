import { Malformed } from '#kernel';
import { fromBase64, toBase64, toHex } from './base64.ts';
import { sameBytes, type Sha256 } from './merkle-tree.ts';

/** Ed25519 (RFC 8032) over 32 bytes of public key and 64 of signature; handed in, as SHA-256 is. */
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** Tools that rules compute with. */
export interface Cryptography {
  readonly sha256: Sha256;
  readonly verifies: Ed25519Verify;
}

/** C2SP signed-note: 1 signs a note, 4 cosigns a checkpoint with the time. */
export type SignatureType = 1 | 4;

/** The public half of a key, under the name it signs with. */
export interface NoteKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: string; // 8 hex digits
  readonly signature: Uint8Array;
}

/** A text and who signed it. Source: C2SP signed-note, https://c2sp.org/signed-note. */
export interface SignedNote {
  readonly text: string; // ends with a line end, which is signed too
  readonly signatures: readonly NoteSignature[];
}

const signaturesMost = 100;
const charactersMost = 100_000;

/** Four bytes that tell keys apart: SHA-256(name, line end, type, public key). A hint where to look, and no proof. */
export function keyId(sha256: Sha256, { name, type, publicKey }: NoteKey): string {
  const named = utf8(`${name}\n`);
  const bytes = new Uint8Array(named.length + 1 + publicKey.length);
  bytes.set(named);
  bytes[named.length] = type;
  bytes.set(publicKey, named.length + 1);
  return toHex(sha256(bytes).slice(0, 4));
}

/** "name+1f2e3d4c+BASE64": a public key as it is handed on. */
export function keyText(sha256: Sha256, key: NoteKey): string {
  return `${key.name}+${keyId(sha256, key)}+${toBase64(Uint8Array.from([key.type, ...key.publicKey]))}`;
}

/** Errors: KeyUnreadable. */
export function parseKey(sha256: Sha256, text: string): NoteKey {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || bytes?.length !== 33) throw new KeyUnreadable(text, 'it is name+12345678+BASE64');
  const type = bytes[0];
  if (type !== 1 && type !== 4) throw new KeyUnreadable(text, 'its kind is Ed25519 (1), or Ed25519 with the time (4)');
  const key = { name, type, publicKey: bytes.slice(1) } as const;
  if (keyId(sha256, key) !== id) throw new KeyUnreadable(text, `its key id would be ${keyId(sha256, key)}`);
  return key;
}

/** The note as it is written down. Errors: NoteMalformed, where it could not be read again. */
export function noteText({ text, signatures }: SignedNote): string {
  const written = `${text}\n${signatures.map((one) => `${signatureLine(one)}\n`).join('')}`;
  parseNote(written);
  return written;
}

/** "— name BASE64" */
export function signatureLine({ name, keyId: id, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(Uint8Array.from([...bytesOfHex(id), ...signature]))}`;
}

/** Errors: NoteMalformed, saying which line. No signature is checked here. */
export function parseNote(written: string): SignedNote {
  if (written.length > charactersMost) throw new NoteMalformed(`it has more than ${charactersMost} characters`);
  if (!written.isWellFormed()) throw new NoteMalformed('it is not well-formed text');
  if (controls.test(written)) throw new NoteMalformed('it holds a control character');
  const end = written.lastIndexOf('\n\n');
  if (end === -1) throw new NoteMalformed('an empty line stands between its text and its signatures');
  const block = written.slice(end + 2);
  if (!block.endsWith('\n')) throw new NoteMalformed('its last line is not ended');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > signaturesMost) throw new NoteMalformed(`it has more than ${signaturesMost} signatures`);
  return { text: written.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

/** Errors: NoteMalformed. */
export function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || bytes === null || bytes.length < 5) {
    throw new NoteMalformed(`"${line.slice(0, 60)}" is no signature; one is: — name BASE64`);
  }
  return { name, keyId: toHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
}

/** The signature of this key, where the note has one and it holds. False: it has none of this key. Errors: SignatureWrong. */
export function isSignedBy({ sha256, verifies }: Cryptography, note: SignedNote, key: NoteKey): boolean {
  const id = keyId(sha256, key);
  const own = note.signatures.filter((one) => one.name === key.name && one.keyId === id);
  for (const { signature } of own) {
    if (signature.length !== 64 || !verifies(key.publicKey, utf8(note.text), signature))
      throw new SignatureWrong(key.name);
  }
  return own.length > 0;
}

export function sameKey(one: NoteKey, other: NoteKey): boolean {
  return one.name === other.name && one.type === other.type && sameBytes(one.publicKey, other.publicKey);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

// Line ends are the only ones: a note looks the same to whoever reads it and to whoever checks it.
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/;

function bytesOfHex(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

export class NoteMalformed extends Malformed {
  constructor(what: string) {
    super(`This is no signed note: ${what}.`);
  }
}

export class KeyUnreadable extends Malformed {
  constructor(text: string, what: string) {
    super(`"${text.slice(0, 80)}" is no public key of a note: ${what}.`);
  }
}

export class SignatureWrong extends Malformed {
  constructor(name: string) {
    super(`The signature of ${name} does not belong to this text: one of both was altered.`);
  }
}
