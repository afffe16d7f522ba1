import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  createPersonalKeyFile,
  personalKeyFile,
  PersonalKeyFileExists,
  PersonalKeyFileMissing,
  PersonalKeyFileOpenToOthers,
  PersonalKeyFileUnreadable,
  readPersonalKeyFile,
  replacePersonalKeyFile,
} from './personal-key-file.service.ts';
import {
  dataKey,
  decrypted,
  encrypted,
  keyIdOf,
  lookupDigest,
  newDataKey,
  newPersonalKeys,
  newReference,
  newWrappingKey,
  PersonalKeyUnknown,
  wrappedUnder,
} from './personal-keys.service.ts';
import { isTravellerReference } from './traveller.ts';

const keys = newPersonalKeys();

describe('a reference', () => {
  it('is drawn: a thousand are a thousand', () => {
    const drawn = Array.from({ length: 1000 }, newReference);
    expect(new Set(drawn).size).toBe(1000);
    expect(drawn.every(isTravellerReference)).toBe(true);
  });
});

describe('a name under a key', () => {
  const { key, wrapped } = newDataKey(keys, 'TR-0123456789');
  const value = encrypted(key, 'Aïssatou Diop', 'name of TR-0123456789');

  it('is read again with its key, for whom it was written', () => {
    expect(decrypted(dataKey(keys, wrapped, 'TR-0123456789'), value, 'name of TR-0123456789').toString()).toBe(
      'Aïssatou Diop',
    );
    expect(value.includes('Diop')).toBe(false);
  });

  it('is never encrypted twice alike', () => {
    expect(encrypted(key, 'Aïssatou Diop', 'name of TR-0123456789').equals(value)).toBe(false);
  });

  it.each([
    ['by another’s row', () => decrypted(key, value, 'name of TR-0000000000')],
    ['with another’s key', () => decrypted(newDataKey(keys, 'x').key, value, 'name of TR-0123456789')],
    ['changed by a bit', () => decrypted(key, flipped(value), 'name of TR-0123456789')],
    ['by a key that was wrapped for another', () => dataKey(keys, wrapped, 'TR-0000000000')],
    ['by a wrapped key changed by a bit', () => dataKey(keys, flipped(wrapped), 'TR-0123456789')],
  ])('is not read %s', (_, read) => expect(read).toThrow());

  it('names the key it needs, where that is gone', () => {
    expect(keyIdOf(wrapped)).toBe(keys.wrapping[0].id);
    expect(() => dataKey(newPersonalKeys(), wrapped, 'TR-0123456789')).toThrow(PersonalKeyUnknown);
  });

  it('is read under an older wrapping key beside the new one, and no more once that is gone', () => {
    const newest = newWrappingKey();
    const both = { ...keys, wrapping: [newest, ...keys.wrapping] as const };
    const again = wrappedUnder(newest, dataKey(both, wrapped, 'TR-0123456789'), 'TR-0123456789');
    expect(dataKey({ ...keys, wrapping: [newest] }, again, 'TR-0123456789').equals(key)).toBe(true);
    expect(() => dataKey({ ...keys, wrapping: [newest] }, wrapped, 'TR-0123456789')).toThrow(PersonalKeyUnknown);
  });
});

describe('a digest to find somebody by', () => {
  it('is the same under one key for one purpose, and another under each other', () => {
    const digest = lookupDigest(keys, 'traveller', 'SN\nDIOP');
    expect(lookupDigest(keys, 'traveller', 'SN\nDIOP').equals(digest)).toBe(true);
    for (const other of [
      lookupDigest(keys, 'ticket', 'SN\nDIOP'),
      lookupDigest(keys, 'traveller', 'SN\nDIOQ'),
      lookupDigest(newPersonalKeys(), 'traveller', 'SN\nDIOP'),
    ]) {
      expect(other.equals(digest)).toBe(false);
    }
  });
});

describe('the file of personal keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-personal-'));
  const path = personalKeyFile(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner alone, and read as it was made', () => {
    const made = createPersonalKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readPersonalKeyFile(path)).toEqual(made);
    expect(() => createPersonalKeyFile(path)).toThrow(PersonalKeyFileExists);
    const more = { ...made, wrapping: [newWrappingKey(), ...made.wrapping] as const };
    replacePersonalKeyFile(path, more);
    expect(readPersonalKeyFile(path)).toEqual(more);
  });

  it('is refused where others can read it, where it is cut off, and where it is not there', () => {
    const whole = readFileSync(path, 'utf8');
    chmodSync(path, 0o640);
    expect(() => readPersonalKeyFile(path)).toThrow(PersonalKeyFileOpenToOthers);
    chmodSync(path, 0o600);
    for (const text of ['', 'recoup personal keys\n', whole.slice(0, -20), whole.replace(/^wrapping.*\n/gm, '')]) {
      writeFileSync(path, text);
      expect(() => readPersonalKeyFile(path)).toThrow(PersonalKeyFileUnreadable);
    }
    expect(() => readPersonalKeyFile(`${path}.gone`)).toThrow(PersonalKeyFileMissing);
  });
});

function flipped(value: Buffer): Buffer {
  const copy = Buffer.from(value);
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1;
  return copy;
}
