import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';
import { referenceAlphabet, referenceLength } from './traveller.ts';

/** A key under which the data keys of people are wrapped; its id stands in each value that was wrapped under it. */
export interface WrappingKey {
  readonly id: string; // 16 hexadecimal digits, random
  readonly secret: Buffer; // 32 bytes
}

/** What keeps names: outside the database, and in no backup of it. */
export interface PersonalKeys {
  /** The first wraps what is new; the others still open what was wrapped under them. */
  readonly wrapping: readonly [WrappingKey, ...WrappingKey[]];
  /** For digests by which a person or a ticket is found again, and a request by its body. */
  readonly lookup: Buffer;
}

/** Where the services get the keys from; what goes wrong with them goes wrong when a name is wanted, and not before. */
export abstract class PersonalKeyRing {
  abstract get keys(): PersonalKeys;
}

export function keyRing(read: () => PersonalKeys): PersonalKeyRing {
  let known: PersonalKeys | undefined;
  return {
    get keys() {
      return (known ??= read());
    },
  };
}

export function newPersonalKeys(): PersonalKeys {
  return { wrapping: [newWrappingKey()], lookup: randomBytes(32) };
}

export function newWrappingKey(): WrappingKey {
  return { id: randomBytes(8).toString('hex'), secret: randomBytes(32) };
}

/** A reference that nobody can guess or trace back: drawn, not derived. */
export function newReference(): string {
  let drawn = '';
  for (let place = 0; place < referenceLength; place += 1) {
    drawn += referenceAlphabet.charAt(randomInt(referenceAlphabet.length));
  }
  return `TR-${drawn}`;
}

/**
 * A digest by which a text is found again without being kept: without the key nobody can try names against it, as one could
 * with a hash. `purpose` keeps digests of different things apart.
 */
export function lookupDigest({ lookup }: PersonalKeys, purpose: string, text: string): Buffer {
  return createHmac('sha256', lookup).update(`${purpose}\0${text}`).digest();
}

/** A new data key for one person: as it is used, and as it is kept. `belongsTo` is bound into it, so that no row can take another's. */
export function newDataKey({ wrapping: [first] }: PersonalKeys, belongsTo: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32);
  return { key, wrapped: wrappedUnder(first, key, belongsTo) };
}

export function wrappedUnder({ id, secret }: WrappingKey, key: Buffer, belongsTo: string): Buffer {
  return Buffer.concat([Buffer.from(id, 'hex'), encrypted(secret, key, `data key of ${belongsTo}`)]);
}

/** Which wrapping key a value names. */
export function keyIdOf(wrapped: Buffer): string {
  return wrapped.subarray(0, 8).toString('hex');
}

/** Errors: PersonalKeyUnknown; a plain Error where the value was changed. */
export function dataKey({ wrapping }: PersonalKeys, wrapped: Buffer, belongsTo: string): Buffer {
  const id = keyIdOf(wrapped);
  const used = wrapping.find((one) => one.id === id);
  if (used === undefined) throw new PersonalKeyUnknown(id);
  return decrypted(used.secret, wrapped.subarray(8), `data key of ${belongsTo}`);
}

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: initialisation vector, tag, ciphertext. `context` is authenticated and not kept. */
export function encrypted(key: Buffer, plain: Buffer | string, context: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]);
}

/** Errors: a plain Error, where key, value or context are not those it was encrypted with. */
export function decrypted(key: Buffer, value: Buffer, context: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, value.subarray(0, ivBytes), { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  cipher.setAuthTag(value.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([cipher.update(value.subarray(ivBytes + tagBytes)), cipher.final()]);
}

/** Not a DomainError: whoever asked did nothing wrong, and the answer tells nothing of keys. */
export class PersonalKeyUnknown extends Error {
  constructor(id: string) {
    super(
      `A name in these books is kept under the key ${id}, which the file of personal keys does not hold. ` +
        'Put the file back that these books were kept with.',
    );
  }
}
