import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { codeOf } from '../engine/engine-problem.ts';
import { type BackupKey, syncFolder } from './backup-key.ts';
import { BackupProblem } from './backup-problem.ts';

/*
 * One encrypted file. The format is described in the README of this lib, for whoever has to read one without us.
 *
 *   header    8 bytes "RECOUPBK", uint16 version 1, uint16 compression 1 (gzip), uint32 bytes of a chunk,
 *             16 bytes key id, 32 bytes salt                                            (big-endian, 64 bytes)
 *   chunk 0.. AES-256-GCM of a piece of the compressed bytes, then its tag of 16 bytes
 *
 * Each file has a key of its own, HKDF-SHA-256(key, salt, "recoup backup file\0" + name), so a nonce need be unique within
 * the file only: 11 bytes chunk number, one byte that is 1 for the last chunk. The name is the place of the file in the
 * backup. So a chunk that is changed, moved, left out or taken from another file, a file that is cut and a file that
 * stands in another's place all fail in the same way: they do not authenticate.
 */
const MAGIC = 'RECOUPBK';
const VERSION = 1;
const GZIP = 1;
const HEADER_BYTES = 64;
const TAG_BYTES = 16;
const CHUNK_BYTES = 1024 * 1024;
const CHUNK_BYTES_MAX = 64 * 1024 * 1024;

export type Bytes = AsyncIterable<Buffer> | Iterable<Buffer>;

/**
 * Compresses and encrypts `plain` into a new file, which bears its name only once it is whole and on the disk.
 * `name`: its place in the backup, such as "wal/000000010000000000000003"; it can be read under that name only.
 * `replace`: false refuses a file that is there already.
 */
export async function writeEncrypted(
  path: string,
  plain: Bytes,
  { name, key, replace }: { name: string; key: BackupKey; replace: boolean },
): Promise<{ storedBytes: number }> {
  if (!replace && existsSync(path)) {
    throw new BackupProblem('BACKUP_TARGET_UNUSABLE', `${path} is there already and is not overwritten.`);
  }
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w', 0o600);
  let storedBytes = 0;
  try {
    for await (const part of encrypted(plain, name, key)) {
      await writeFully(file, part);
      storedBytes += part.length;
    }
    await file.sync();
  } catch (error) {
    await file.close();
    rmSync(unfinished, { force: true });
    throw error;
  }
  await file.close();
  renameSync(unfinished, path);
  syncFolder(dirname(path));
  return { storedBytes };
}

/**
 * The plain bytes, piece by piece. Each piece is authentic, but that the file was not cut is known at its end only: act on
 * nothing before the last piece has come.
 * Errors: BackupProblem: no such file, another key, or a file that does not authenticate.
 */
export async function* readEncrypted(
  path: string,
  { name, key }: { name: string; key: BackupKey },
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // Errors of the source destroy the gunzip with them, and the loop below throws them.
  pipeline(Readable.from(decrypted(path, name, key)), gunzip, () => undefined);
  try {
    for await (const part of gunzip) yield part as Buffer;
  } catch (error) {
    if (error instanceof BackupProblem || !codeOf(error).startsWith('Z_')) throw error;
    throw damaged(path, 'its compressed bytes cannot be read', error);
  }
}

export async function readEncryptedText(path: string, named: { name: string; key: BackupKey }): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of readEncrypted(path, named)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function* encrypted(plain: Bytes, name: string, key: BackupKey): AsyncGenerator<Buffer> {
  const salt = randomBytes(32);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt16BE(VERSION, 8);
  header.writeUInt16BE(GZIP, 10);
  header.writeUInt32BE(CHUNK_BYTES, 12);
  header.write(key.id, 16, 'hex');
  salt.copy(header, 32);
  yield header;

  const fileKey = deriveKey(key, salt, name);
  const gzip = createGzip({ level: 1 }); // half of a database's bytes are gone at the first level already
  pipeline(Readable.from(plain), gzip, () => undefined);
  let index = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  for await (const part of gzip) {
    waiting.push(part as Buffer);
    waitingBytes += (part as Buffer).length;
    // More than one chunk, never exactly one: the last chunk is not empty and is marked as the last.
    while (waitingBytes > CHUNK_BYTES) {
      const all = Buffer.concat(waiting);
      yield seal(fileKey, header, index, false, all.subarray(0, CHUNK_BYTES));
      index += 1;
      waiting = [all.subarray(CHUNK_BYTES)];
      waitingBytes -= CHUNK_BYTES;
    }
  }
  yield seal(fileKey, header, index, true, Buffer.concat(waiting));
}

async function* decrypted(path: string, name: string, key: BackupKey): AsyncGenerator<Buffer> {
  const file = await openExisting(path);
  try {
    const header = await readFully(file, HEADER_BYTES);
    const chunkBytes = checkedHeader(header, path, key);
    const fileKey = deriveKey(key, header.subarray(32, 64), name);
    let chunk = await readFully(file, chunkBytes + TAG_BYTES);
    for (let index = 0; ; index += 1) {
      const next = await readFully(file, chunkBytes + TAG_BYTES);
      const isLast = next.length === 0;
      yield unseal(fileKey, header, index, isLast, chunk, path);
      if (isLast) return;
      chunk = next;
    }
  } finally {
    await file.close();
  }
}

function checkedHeader(header: Buffer, path: string, key: BackupKey): number {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 8) !== MAGIC) {
    throw damaged(path, 'it does not begin as a file of a backup does');
  }
  if (header.readUInt16BE(8) !== VERSION || header.readUInt16BE(10) !== GZIP) {
    throw damaged(
      path,
      `its format is ${header.readUInt16BE(8)}.${header.readUInt16BE(10)}, and this program reads 1.1`,
    );
  }
  const keyId = header.toString('hex', 16, 32);
  if (keyId !== key.id) {
    throw new BackupProblem(
      'BACKUP_KEY_UNUSABLE',
      `${path} was encrypted with the key ${keyId}, and the key given is ${key.id}. Nothing was written.`,
    );
  }
  const chunkBytes = header.readUInt32BE(12);
  if (chunkBytes === 0 || chunkBytes > CHUNK_BYTES_MAX) throw damaged(path, 'its header is not authentic');
  return chunkBytes;
}

function deriveKey(key: BackupKey, salt: Buffer, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.bytes, salt, `recoup backup file\0${name}`, 32));
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6); // the last six of the eleven bytes: 2^48 chunks are enough for any disk
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function seal(fileKey: Buffer, header: Buffer, index: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  cipher.setAAD(header);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unseal(fileKey: Buffer, header: Buffer, index: number, isLast: boolean, chunk: Buffer, path: string): Buffer {
  if (chunk.length <= TAG_BYTES) throw damaged(path, `it ends within chunk ${index}`);
  const body = chunk.subarray(0, chunk.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  decipher.setAAD(header);
  decipher.setAuthTag(chunk.subarray(body.length));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (error) {
    throw damaged(path, `chunk ${index} does not authenticate: changed, cut, or a file of another place`, error);
  }
}

function damaged(path: string, why: string, cause?: unknown): BackupProblem {
  return new BackupProblem('BACKUP_DAMAGED', `${path} is damaged: ${why}. Nothing of it was used.`, { cause });
}

async function openExisting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new BackupProblem('BACKUP_INCOMPLETE', `${path} is not there.`, { cause: error });
  }
}

/** As many bytes as asked for, or all that are left. */
async function readFully(file: FileHandle, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** A disk that fills up takes a part of what it was given, and says so only at the next try. */
async function writeFully(file: FileHandle, buffer: Buffer): Promise<void> {
  for (let written = 0; written < buffer.length;) {
    const { bytesWritten } = await file.write(buffer, written, buffer.length - written);
    written += bytesWritten;
  }
}
