import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, EngineProblem } from './engine-problem.ts';

const PATIENCE_MS = 180_000;

/**
 * Runs `work` while no other process of this machine runs work of the same subject. The lock is a listening socket:
 * the system takes it away with the process that held it, so a killed start leaves nothing behind to clear up.
 * Errors: EngineProblem if the other process has not finished after three minutes.
 */
export async function oneAtATime<T>(subject: string, work: () => Promise<T>): Promise<T> {
  const address = addressOf(subject);
  const deadline = Date.now() + PATIENCE_MS;
  let lock = await listen(address);
  while (lock === null) {
    if (Date.now() > deadline) {
      throw new EngineProblem(
        `Another start of the database in ${subject} has not finished for three minutes. Stop it and try again.`,
      );
    }
    await pause(20);
    lock = await listen(address);
  }
  try {
    return await work();
  } finally {
    await close(lock);
  }
}

/**
 * The lock alone, or null where another process holds it. It is held until it is given back or this process ends, and keeps
 * no process alive.
 */
export async function tryLock(subject: string): Promise<(() => Promise<void>) | null> {
  const lock = await listen(addressOf(subject));
  lock?.unref();
  return lock === null ? null : () => close(lock);
}

/** Linux: a name without a file. Windows: a pipe. Elsewhere a socket file, which a killed process leaves behind. */
function addressOf(subject: string): string {
  const name = `recoup-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.lock`);
}

async function listen(address: string): Promise<Server | null> {
  const server = createServer((visitor) => visitor.destroy());
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
    return server;
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    if (address.endsWith('.lock') && !(await isAnswered(address))) rmSync(address, { force: true });
    return null;
  }
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(address);
    visitor.once('connect', () => resolve(true));
    visitor.once('error', () => resolve(false));
    visitor.once('close', () => visitor.destroy());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
