import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Engine, startEngine, watchEngine, type WatchedEngine } from '../../libs/platform/src/engine/index.ts';
import { isGoneWithin, runningProcess } from '../../libs/platform/src/engine/processes.ts';
import { Allowance } from '../../libs/platform/src/engine/watchdog.ts';
import { ask } from './stage.ts';

jest.setTimeout(60_000);

const lookEveryMs = 20;

describe('an engine that is watched', () => {
  let shelf: string;
  let watched: WatchedEngine | undefined;
  beforeAll(() => {
    shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-watched-')));
    chmodSync(shelf, 0o755);
  });
  afterAll(() => rmSync(shelf, { recursive: true, force: true }));

  const killed = async (engine: Engine): Promise<void> => {
    const server = runningProcess(engine.processId);
    if (server === null) throw new Error('the engine does not run');
    process.kill(server.id, 'SIGKILL');
    await isGoneWithin(server, 5_000);
  };
  const anotherThan = async (engine: Engine): Promise<Engine> => {
    for (;;) {
      const now = watched?.current() ?? engine;
      if (now.processId !== engine.processId) return now;
      await pause(10);
    }
  };

  it('is started again on the same address with all that it acknowledged, and says so', async () => {
    const said: string[] = [];
    const options = { folder: join(shelf, 'one'), durable: true, onProgress: (line: string) => said.push(line) };
    const first = await startEngine(options);
    watched = watchEngine(first, options, { lookEveryMs });
    await ask(first, 'create table note (text text)');
    await ask(first, `insert into note values ('acknowledged')`);
    await killed(first);
    const second = await anotherThan(first);
    expect(second.connection).toEqual(first.connection);
    expect(await ask(second, 'select text from note')).toBe('acknowledged');
    expect(said).toContain(
      `PostgreSQL (process ${first.processId}) ended without being asked to. It is started again.`,
    );
    await watched.leave();
    await second.stop();
    expect(runningProcess(second.processId)).toBeNull();
  });

  it('waits with the next start where it was started too often, and is left alone once it is left', async () => {
    const said: string[] = [];
    const options = { folder: join(shelf, 'one'), durable: true, onProgress: (line: string) => said.push(line) };
    const first = await startEngine(options);
    watched = watchEngine(first, options, { lookEveryMs, most: 1, withinMs: 3_600_000 });
    await killed(first);
    const second = await anotherThan(first);
    await killed(second);
    while (!said.some((line) => line.includes('the next start waits'))) await pause(10);
    await watched.leave();
    expect(watched.current()).toBe(second);
    expect(runningProcess(second.processId)).toBeNull();
  });
});

describe('two within a minute', () => {
  it('are allowed, and a third once the first is a minute ago', () => {
    const allowance = new Allowance(2, 60_000);
    for (const at of [0, 10_000]) {
      expect(allowance.waitMs(at)).toBe(0);
      allowance.take(at);
    }
    expect(allowance.waitMs(20_000)).toBe(40_000);
    expect(allowance.waitMs(60_000)).toBe(0);
    allowance.take(60_000);
    expect(allowance.waitMs(60_001)).toBe(9_999);
  });
});
