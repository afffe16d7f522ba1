import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { type Cryptography, keyId, type NoteKey, type NoteSignature, type SignatureType } from './signed-note.ts';

/** SHA-256 and Ed25519 of Node itself, for the rules that compute with them. */
export const cryptography: Cryptography = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  verifies: (publicKey, message, signature) => verify(null, message, publicKeyOf(publicKey), signature),
};

/** A key that signs, under its name. Its private half never leaves this object. */
export interface SigningKey extends NoteKey {
  /** 64 bytes of Ed25519 over these very bytes. */
  sign(message: Uint8Array): Uint8Array;
}

export function signingKey(name: string, type: SignatureType, privateKey: KeyObject): SigningKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`The key of ${name} is no Ed25519 key.`);
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name, type, publicKey, sign: (message) => sign(null, message, privateKey) };
}

export function newSigningKey(name: string, type: SignatureType): { key: SigningKey; pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    key: signingKey(name, type, privateKey),
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

export function signingKeyFromPem(name: string, type: SignatureType, pem: string): SigningKey {
  return signingKey(name, type, createPrivateKey(pem));
}

/** A signature of a note's text by a key of type 1. */
export function signedBy(key: SigningKey, text: string): NoteSignature {
  const signature = key.sign(new TextEncoder().encode(text));
  return { name: key.name, keyId: keyId(cryptography.sha256, key), signature };
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 public key in its SubjectPublicKeyInfo.
const ed25519Spki = Buffer.from('302a300506032b6570032100', 'hex');
const known = new Map<string, KeyObject>();

/** Read once for each key: a verification asks for the same few keys a hundred thousand times. */
function publicKeyOf(bytes: Uint8Array): KeyObject {
  const name = Buffer.from(bytes).toString('hex');
  let key = known.get(name);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.concat([ed25519Spki, bytes]), format: 'der', type: 'spki' });
    if (known.size < 1000) known.set(name, key);
  }
  return key;
}
