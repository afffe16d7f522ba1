import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Engine, startEngine } from '../../libs/platform/src/engine/index.ts';
import { isGoneWithin, runningProcess } from '../../libs/platform/src/engine/processes.ts';
import { ask } from './stage.ts';

jest.setTimeout(60_000); // a cluster of its own

const segmentBytes = 16 * 1024 * 1024;
let shelf: string;
let engine: Engine | undefined;
beforeAll(() => {
  shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-log-')));
  chmodSync(shelf, 0o755);
});
afterEach(() => engine?.stop());
afterAll(() => rmSync(shelf, { recursive: true, force: true }));

/** Where the next record of the log begins: its file, and the place in it. */
async function endOfLog(of: Engine): Promise<{ file: string; place: number }> {
  const file = await ask(of, 'select pg_walfile_name(pg_current_wal_insert_lsn())');
  const bytes = await ask(of, `select pg_current_wal_insert_lsn() - '0/0'`);
  return { file: join(of.place.data, 'pg_wal', file), place: Number(bytes) % segmentBytes };
}

function flipBit(file: string, place: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, place);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(handle, byte, 0, 1, place);
  closeSync(handle);
}

it('a log in which a bit has turned is replayed up to there after a kill, whole records alone, and says where it ended', async () => {
  const folder = join(shelf, 'books');
  const first = await startEngine({ folder, durable: true });
  engine = first;
  await ask(first, 'create table note (text text)');
  await ask(first, 'checkpoint');
  await ask(first, `insert into note values ('before')`);
  const { file, place } = await endOfLog(first);
  for (const text of ['on the damage', 'behind it']) await ask(first, `insert into note values ('${text}')`);
  const server = runningProcess(first.processId);
  if (server === null) throw new Error('the server does not run');
  process.kill(server.id, 'SIGKILL');
  await isGoneWithin(server, 5_000);
  flipBit(file, place + 30); // behind the head of the record, in what it says

  const said = readFileSync(first.place.log, 'utf8').length;
  const again = await startEngine({ folder, durable: true });
  engine = again;
  expect(await ask(again, `select string_agg(text, ', ') from note`)).toBe('before');
  expect(readFileSync(first.place.log, 'utf8').slice(said)).toMatch(
    /incorrect resource manager data checksum in record at [0-9A-F/]+/,
  );
});
