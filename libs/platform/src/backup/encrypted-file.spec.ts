import { createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BackupKey, createBackupKey, readBackupKey } from './backup-key.ts';
import { BackupProblem, type BackupProblemCode } from './backup-problem.ts';
import { readEncrypted, writeEncrypted } from './encrypted-file.ts';

const MIB = 1024 * 1024;
const CHUNK = MIB + 16;
let shelf: string;
let key: BackupKey;
const path = (name: string) => join(shelf, name);

beforeAll(() => {
  shelf = mkdtempSync(join(tmpdir(), 'recoup-encrypted-'));
  key = createBackupKey(path('key'));
});
afterAll(() => rmSync(shelf, { recursive: true }));

describe('an encrypted file', () => {
  it.each([0, 1, 1000, MIB, 3 * MIB + 17])('of %s bytes reads as what was written', async (size) => {
    const plain = randomBytes(size);
    await write('round', plain);
    expect((await read('round')).equals(plain)).toBe(true);
  });

  it('is readable by the description in the README alone', async () => {
    const plain = randomBytes(2 * MIB + 5);
    await write('described', plain);
    const file = readFileSync(path('described'));
    expect(file.toString('latin1', 0, 8)).toBe('RECOUPBK');
    expect([file.readUInt16BE(8), file.readUInt16BE(10), file.readUInt32BE(12)]).toEqual([1, 1, MIB]);
    const master = Buffer.from(readFileSync(path('key'), 'utf8').trim().split(' ')[1] ?? '', 'hex');
    const fileKey = Buffer.from(hkdfSync('sha256', master, file.subarray(32, 64), 'recoup backup file\0described', 32));
    const pieces: Buffer[] = [];
    const chunks = Math.ceil((file.length - 64) / CHUNK);
    for (let index = 0; index < chunks; index += 1) {
      const chunk = file.subarray(64 + index * CHUNK, 64 + (index + 1) * CHUNK);
      const nonce = Buffer.alloc(12);
      nonce.writeUInt32BE(index, 7);
      nonce[11] = index === chunks - 1 ? 1 : 0;
      const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce);
      decipher.setAAD(file.subarray(0, 64)).setAuthTag(chunk.subarray(-16));
      pieces.push(decipher.update(chunk.subarray(0, -16)), decipher.final());
    }
    expect(chunks).toBe(3);
    expect(gunzipSync(Buffer.concat(pieces)).equals(plain)).toBe(true);
  });

  it('never bears its name while it is half', async () => {
    const breaksOff = function* (): Generator<Buffer> {
      yield randomBytes(MIB);
      throw new RangeError('the disk is gone');
    };
    const work = writeEncrypted(path('half'), breaksOff(), { name: 'half', key, replace: false });
    await expect(work).rejects.toThrow(RangeError);
    expect([existsSync(path('half')), existsSync(`${path('half')}.unfinished`)]).toEqual([false, false]);
  });

  it('is not overwritten', async () => {
    await write('kept', Buffer.from('first'));
    await refused(writeEncrypted(path('kept'), [], { name: 'kept', key, replace: false }), 'BACKUP_TARGET_UNUSABLE');
    expect((await read('kept')).toString()).toBe('first');
  });

  it('of the same bytes is another one each time', async () => {
    await write('one', Buffer.from('same'));
    await write('other', Buffer.from('same'));
    expect(
      readFileSync(path('one'))
        .subarray(32)
        .equals(readFileSync(path('other')).subarray(32)),
    ).toBe(false);
  });
});

describe('a file that somebody had in hands', () => {
  const whole = async (): Promise<Buffer> => {
    await write('victim', randomBytes(3 * MIB));
    return readFileSync(path('victim'));
  };
  const swapped = (file: Buffer): Buffer =>
    Buffer.concat([
      file.subarray(0, 64),
      file.subarray(64 + CHUNK, 64 + 2 * CHUNK),
      file.subarray(64, 64 + CHUNK),
      file.subarray(64 + 2 * CHUNK),
    ]);
  const without = (file: Buffer, from: number, to: number): Buffer =>
    Buffer.concat([file.subarray(0, from), file.subarray(to)]);

  it.each<[string, (file: Buffer) => Buffer]>([
    ['with one bit of its magic changed', (file) => flipped(file, 3)],
    ['with one bit of its version changed', (file) => flipped(file, 9)],
    ['with one bit of its salt changed', (file) => flipped(file, 40)],
    ['with one bit of a chunk changed', (file) => flipped(file, 64 + CHUNK + 99)],
    ['with one bit of its last tag changed', (file) => flipped(file, file.length - 1)],
    ['cut by a byte', (file) => file.subarray(0, -1)],
    ['cut at the edge of a chunk', (file) => file.subarray(0, 64 + 2 * CHUNK)],
    ['cut to its header', (file) => file.subarray(0, 64)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['with two chunks exchanged', swapped],
    ['without its first chunk', (file) => without(file, 64, 64 + CHUNK)],
    ['without a chunk in the middle', (file) => without(file, 64 + CHUNK, 64 + 2 * CHUNK)],
    ['with a byte added', (file) => Buffer.concat([file, Buffer.from([0])])],
    ['twice in a row', (file) => Buffer.concat([file, file.subarray(64)])],
  ])('%s is refused', async (_what, harm) => {
    const file = await whole();
    expect(file.length).toBeGreaterThan(64 + 3 * CHUNK);
    writeFileSync(path('victim'), harm(file));
    await refused(read('victim'), 'BACKUP_DAMAGED');
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ['cut at the edge of a chunk', (file) => file.subarray(0, 64 + 2 * CHUNK)],
    ['with two chunks exchanged', swapped],
    ['without a chunk in the middle', (file) => without(file, 64 + CHUNK, 64 + 2 * CHUNK)],
  ])('%s does not authenticate, before anything is unpacked', async (_what, harm) => {
    writeFileSync(path('victim'), harm(await whole()));
    await expect(read('victim')).rejects.toThrow(/does not authenticate/);
  });

  it('is refused in the place of another', async () => {
    await write('wal/3', Buffer.from('three'), 'three');
    copyFileSync(path('three'), path('four'));
    await refused(collect(readEncrypted(path('four'), { name: 'wal/4', key })), 'BACKUP_DAMAGED');
  });

  it('is missed where it is gone', async () => {
    await refused(read('never-written'), 'BACKUP_INCOMPLETE');
  });
});

describe('the key of a backup', () => {
  it('is a new file that its owner alone can read', () => {
    expect(statSync(path('key')).mode & 0o777).toBe(0o600);
    expect(readBackupKey(path('key'))).toEqual(key);
    expect(() => createBackupKey(path('key'))).toThrow(/there already/);
    expect(readBackupKey(path('key'))).toEqual(key);
  });

  it('is told apart from another by the file', async () => {
    await write('mine', Buffer.from('mine'));
    const other = createBackupKey(path('other-key'));
    await refused(collect(readEncrypted(path('mine'), { name: 'mine', key: other })), 'BACKUP_KEY_UNUSABLE');
    // Also where somebody gives the file the other key's id.
    const file = readFileSync(path('mine'));
    file.write(other.id, 16, 'hex');
    writeFileSync(path('mine'), file);
    await refused(collect(readEncrypted(path('mine'), { name: 'mine', key: other })), 'BACKUP_DAMAGED');
  });

  it('is refused where others can read it, where it is none and where it is not there', () => {
    copyFileSync(path('key'), path('open-key'));
    chmodSync(path('open-key'), 0o640);
    expect(() => readBackupKey(path('open-key'))).toThrow(/can be read by others \(mode 0640\)/);
    writeFileSync(path('no-key'), 'password\n', { mode: 0o600 });
    expect(() => readBackupKey(path('no-key'))).toThrow(/holds no key/);
    expect(() => readBackupKey(path('absent-key'))).toThrow(/ENOENT/);
  });
});

async function write(name: string, plain: Buffer, file = name): Promise<void> {
  await writeEncrypted(path(file), [plain], { name, key, replace: file !== 'kept' });
}

function read(name: string): Promise<Buffer> {
  return collect(readEncrypted(path(name), { name, key }));
}

async function collect(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

async function refused(work: Promise<unknown>, code: BackupProblemCode): Promise<void> {
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BackupProblem);
  expect((error as BackupProblem).code).toBe(code);
}

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}
