import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { placeAt } from '../../libs/platform/src/engine/place.ts';
import { readProcessFile } from '../../libs/platform/src/engine/process-file.ts';
import { isGoneWithin, type RunningProcess, runningProcess, signal } from '../../libs/platform/src/engine/processes.ts';
import { endChildren, kept } from './stage.ts';

jest.setTimeout(240_000); // the programs are built first, where they are not

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/** The programs as they are stopped: what they have started ends with them. */
describe('a program that is stopped', () => {
  let shelf: string;
  let folders = 0;
  beforeAll(() => {
    const built = spawnSync(process.execPath, ['apps/prepare.mjs', 'build'], { encoding: 'utf8' });
    expect([built.status, built.stderr]).toEqual([0, built.stderr]);
    shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-stopped-')));
    chmodSync(shelf, 0o755); // root's PostgreSQL is another user, and enters
  });
  afterEach(endChildren);
  afterAll(() => rmSync(shelf, { recursive: true }));

  const emptyFolder = (): string => join(shelf, String((folders += 1)));

  function started(program: string, words: string[], folder: string) {
    const { DATABASE_URL: _, NODE_OPTIONS: __, ...inherited } = process.env;
    const child = kept(
      spawn(program, words, {
        env: { ...inherited, RECOUP_PORT: '0', RECOUP_FOLDER: folder },
        detached: true, // a group of its own, as a terminal gives to each line that is typed
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const texts = { printed: '', said: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.said += text));
    const ended = new Promise<{ code: number | null; printed: string; said: string }>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, ...texts }));
    });
    const printed = async (sentence: string): Promise<void> => {
      while (!texts.printed.includes(sentence) && child.exitCode === null) await pause(5);
    };
    return { child, ended, printed };
  }

  const recoup = (words: string[], folder: string) =>
    started(process.execPath, ['dist/apps/cli/src/main.js', ...words], folder);

  /** The PostgreSQL of a folder, once it is ready. */
  async function serverIn(folder: string, child: ChildProcess): Promise<RunningProcess> {
    while (child.exitCode === null) {
      const file = existsSync(folder) ? readProcessFile(placeAt(folder).processFile) : null;
      const server = file?.status === 'ready' ? runningProcess(file.processId) : null;
      if (server !== null) return server;
      await pause(5);
    }
    throw new Error('it ended before its database was ready');
  }

  /** The folder of the books that a process is to throw away. */
  async function throwAwayFolderOf(child: ChildProcess): Promise<string> {
    while (child.exitCode === null) {
      for (const home of ['/dev/shm', tmpdir()].filter((path) => existsSync(path))) {
        const name = readdirSync(home).find((one) => one.startsWith(`recoup-throw-away-${String(child.pid)}-`));
        if (name !== undefined) return join(home, name);
      }
      await pause(5);
    }
    throw new Error('it ended before it made a folder');
  }

  it('from its terminal is signalled by that and by npm again, and stops in order with its database', async () => {
    const folder = emptyFolder();
    const { child, ended, printed } = started('npm', ['start', '--', '--empty'], folder);
    await printed('Ctrl-C stops it.');
    const server = await serverIn(folder, child);
    process.kill(-Number(child.pid), 'SIGINT');
    await printed('Stopping.');
    signal(-Number(child.pid), 'SIGINT'); // or it was quicker than this process, and has ended
    expect((await ended).printed).toMatch(/Stopping\.\nStopped; the books are as they were\.\n/);
    expect(await isGoneWithin(server, 0)).toBe(true);
  });

  it.each(signals)('by %s throws away the books that it lives a scenario through in', async (signal, code) => {
    const { child, ended } = recoup(
      ['scenario', 'run', 'apps/api/sample/scenario-2024-2025.json', '--json'],
      emptyFolder(),
    );
    const folder = await throwAwayFolderOf(child);
    const server = await serverIn(folder, child);
    child.kill(signal);
    expect(await ended).toEqual({
      code,
      printed: '',
      said: 'Stopped. Nothing was kept: the books it lived through were to be thrown away.\n',
    });
    expect([await isGoneWithin(server, 0), existsSync(folder)]).toEqual([true, false]);
  });

  it('while it runs specs stops the PostgreSQL of all tests', async () => {
    const words = `const { setup } = await import('./test/support/server.mjs'); await setup(); setInterval(() => {}, 1000);`;
    const { child, ended } = started(process.execPath, ['--input-type=module', '-e', words], emptyFolder());
    const folder = await throwAwayFolderOf(child);
    const server = await serverIn(folder, child);
    process.kill(-Number(child.pid), 'SIGINT');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, said: '' });
    expect([await isGoneWithin(server, 0), existsSync(folder)]).toEqual([true, false]);
  });

  it.each([['verify'], ['doctor']])('stops the PostgreSQL that `%s` had started', async (command) => {
    const folder = emptyFolder();
    const { child, ended } = recoup([command], folder);
    const server = await serverIn(folder, child);
    child.kill('SIGINT');
    const { code, said } = await ended;
    expect([code, said]).toEqual([
      130,
      'Stopped. A change is written whole or not at all: look at the books before you repeat it.\n',
    ]);
    expect(await isGoneWithin(server, 0)).toBe(true);
  });
});
