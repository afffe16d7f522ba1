import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { serverAccount } from '../../libs/platform/src/engine/account.ts';
import {
  type Engine,
  EngineProblem,
  startEngine,
  startThrowAwayEngine,
  withThrowAwayEngine,
} from '../../libs/platform/src/engine/index.ts';
import { openFolder, placeAt } from '../../libs/platform/src/engine/place.ts';
import { isGoneWithin, runningProcess } from '../../libs/platform/src/engine/processes.ts';
import {
  ask,
  checkoutFor,
  elsewhere,
  endChildren,
  expectProblem,
  firstLine,
  kept,
  leaveProcessFile,
  startElsewhere,
} from './stage.ts';

jest.setTimeout(60_000);

const isRoot = process.geteuid?.() === 0;
let shelf: string; // every folder of this file lies in it
let template: string; // a finished cluster, copied by each test: initdb takes a second
let folders = 0;
const engines: Engine[] = [];

beforeAll(async () => {
  shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-engine-')));
  chmodSync(shelf, 0o755);
  template = join(shelf, 'template');
  const engine = await startEngine({ folder: template, durable: true });
  await ask(engine, 'create table note (text text unique)');
  await ask(engine, `insert into note values ('kept')`);
  await engine.stop();
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
  endChildren();
});

afterAll(() => {
  const elsewhere = join(shelf, 'closed', 'moved', 'data-folder');
  if (existsSync(elsewhere)) rmSync(readFileSync(elsewhere, 'utf8').trim(), { recursive: true });
  rmSync(shelf, { recursive: true, force: true });
});

describe('the first start on a folder', () => {
  it('makes a cluster that only its owner can open, and says so', async () => {
    const said: string[] = [];
    const folder = emptyFolder();
    const engine = await start(folder, { onProgress: (sentence) => said.push(sentence) });
    expect(engine).toMatchObject({ startedHere: true, ownerProcessId: process.pid });
    expect(engine.version).toMatch(/^PostgreSQL 18\.\d+$/);
    expect(statSync(placeAt(folder).secret).mode & 0o777).toBe(0o600);
    expect(readFileSync(placeAt(folder).secret, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(placeAt(folder).data).mode & 0o777).toBe(0o700);
    expect(said).toEqual([expect.stringContaining('Creating'), expect.stringContaining(`process ${engine.processId}`)]);
  });

  it('refuses whoever does not know the password', async () => {
    const engine = await start(copiedFolder());
    await expect(ask({ connection: { ...engine.connection, password: 'guessed' } }, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });
});

describe('a running engine', () => {
  it.each([
    ['fsync', 'on'],
    ['synchronous_commit', 'on'],
    ['full_page_writes', 'on'],
    ['data_checksums', 'on'],
    ['server_encoding', 'UTF8'],
    ['password_encryption', 'scram-sha-256'],
    ['listen_addresses', ''],
    ['max_connections', '50'],
    ['log_parameter_max_length', '0'],
    ['log_parameter_max_length_on_error', '0'],
    ['log_min_error_statement', 'panic'],
    ['log_error_verbosity', 'terse'],
  ])('has %s = "%s"', async (setting, value) => {
    expect(await ask(await settingsEngine(), `select current_setting('${setting}')`)).toBe(value);
  });

  let shared: Engine | undefined;
  const settingsEngine = async () => (shared ??= await startEngine({ folder: copiedFolder(), durable: true }));
  afterAll(() => shared?.stop());

  it('writes an error into its log without the row that met it', async () => {
    const folder = copiedFolder();
    const engine = await start(folder);
    await ask(engine, 'insert into note values ($1)', ['Ms Confidential']);
    await expect(ask(engine, 'insert into note values ($1)', ['Ms Confidential'])).rejects.toMatchObject({
      code: '23505',
    });
    const log = readFileSync(placeAt(folder).log, 'utf8');
    expect(log).toContain('note_text_key');
    expect(log).not.toContain('Confidential');
    expect(log).not.toContain('insert into');
  });
});

describe('an engine that was stopped', () => {
  it('leaves no process, and its data is found again', async () => {
    const folder = copiedFolder();
    const first = await start(folder);
    await ask(first, `insert into note values ('of yesterday')`);
    await first.stop();
    expect(runningProcess(first.processId)).toBeNull();
    expect(existsSync(placeAt(folder).processFile)).toBe(false);

    const again = await start(folder);
    expect(again.processId).not.toBe(first.processId);
    expect(await ask(again, 'select count(*) from note')).toBe('2');
  });
});

describe('a folder whose server runs already', () => {
  it('is joined, and the joined engine cannot be stopped from there', async () => {
    const folder = copiedFolder();
    const first = await start(folder);
    const second = await start(folder, { adopt: true }); // its owner lives, so there is nothing to adopt
    expect(second).toMatchObject({ startedHere: false, processId: first.processId, ownerProcessId: process.pid });
    await second.stop();
    expect(await ask(first, 'select text from note')).toBe('kept');
  });

  it('is joined by the loser of two first starts at the same moment', async () => {
    const folder = emptyFolder();
    const [one, other] = [startElsewhere(folder), startElsewhere(folder)];
    const [first, second] = [await one.engine, await other.engine];
    expect([first.startedHere, second.startedHere].sort()).toEqual([false, true]);
    expect(second.processId).toBe(first.processId);
    expect(readdirSync(folder).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
    await Promise.all([one.kill(), other.kill()]);
    await start(folder, { adopt: true });
  });

  it('is adopted after its owner was killed, and then stopped', async () => {
    const folder = copiedFolder();
    const owner = startElsewhere(folder);
    const { processId } = await owner.engine;
    await owner.kill();
    expect(runningProcess(processId)).not.toBeNull();

    const visitor = await start(folder);
    expect(visitor).toMatchObject({ startedHere: false, processId, ownerProcessId: null });
    await visitor.stop();
    expect(runningProcess(processId)).not.toBeNull();

    const heir = await start(folder, { adopt: true });
    expect(heir).toMatchObject({ startedHere: false, processId, ownerProcessId: process.pid });
    expect(await ask(heir, 'select text from note')).toBe('kept');
    await heir.stop();
    expect(runningProcess(processId)).toBeNull();
  });
});

describe('what a killed server leaves behind', () => {
  it('is recovered from, with everything acknowledged', async () => {
    const folder = copiedFolder();
    const first = await start(folder);
    await ask(first, `insert into note values ('acknowledged')`);
    const server = runningProcess(first.processId);
    if (server === null) throw new Error('the server does not run');
    process.kill(server.id, 'SIGKILL');
    await isGoneWithin(server, 5_000);
    expect(existsSync(placeAt(folder).processFile)).toBe(true);

    const again = await start(folder);
    expect(await ask(again, 'select count(*) from note')).toBe('2');
  });

  it('is stale when its process id is another program', async () => {
    const sleeper = kept(spawn('sleep', ['60']));
    const folder = copiedFolder();
    leaveProcessFile(folder, sleeper.pid);
    expect(await ask(await start(folder), 'select text from note')).toBe('kept');
    expect(sleeper.exitCode).toBeNull();
  });

  it('is stale when its process is a zombie', async () => {
    // The shell becomes a sleep that never collects its first child, which has ended.
    const parent = kept(
      spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const zombie = Number(await firstLine(parent));
    const folder = copiedFolder();
    leaveProcessFile(folder, zombie);
    expect(await ask(await start(folder), 'select text from note')).toBe('kept');
  });

  it('is cleared away when the first start itself was interrupted', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'cluster.new-0123456789abcdef', 'data', 'base'), { recursive: true });
    const engine = await start(folder);
    expect(engine.startedHere).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
  });
});

describe('a folder held by a server that is not ours', () => {
  it('is refused when the server does not know our password, and nothing is touched', async () => {
    const folder = copiedFolder();
    const theirs = await start(folder);
    const processFile = readFileSync(placeAt(folder).processFile, 'utf8');
    writeFileSync(placeAt(folder).secret, `${'0'.repeat(64)}\n`);
    await expectProblem(startEngine({ folder, durable: true }), `(process ${theirs.processId};`, 'Stop that server');
    expect(readFileSync(placeAt(folder).processFile, 'utf8')).toBe(processFile);
    expect(await ask(theirs, 'select text from note')).toBe('kept');
  });

  it('is refused when the process id is the server of another folder', async () => {
    const [theirFolder, ourFolder] = [copiedFolder(), copiedFolder()];
    const theirs = await start(theirFolder);
    copyFileSync(placeAt(theirFolder).processFile, placeAt(ourFolder).processFile);
    await expectProblem(startEngine({ folder: ourFolder, durable: true }), `it keeps ${placeAt(theirFolder).data}`);
    expect(existsSync(placeAt(ourFolder).processFile)).toBe(true);
    expect(await ask(theirs, 'select text from note')).toBe('kept');
  });
});

describe('a folder that cannot be started', () => {
  it("is refused when its books are another user's", () => {
    const stranger = { ...serverAccount(), self: 4_242 };
    expect(() => openFolder(copiedFolder(), stranger)).toThrow(EngineProblem);
    expect(() => openFolder(copiedFolder(), stranger)).toThrow(
      /this is the user with id 4242\. Start Recoup as that user/,
    );
  });

  it('names the way out where no PostgreSQL is installed for the platform', async () => {
    const installed = Object.getOwnPropertyDescriptor(process, 'arch');
    Object.defineProperty(process, 'arch', { ...installed, value: 'riscv64' });
    try {
      await expectProblem(startEngine({ folder: copiedFolder(), durable: true }), 'riscv64', 'Set DATABASE_URL');
    } finally {
      Object.defineProperty(process, 'arch', installed ?? {});
    }
  });

  it('is refused when another version wrote it', async () => {
    const folder = copiedFolder();
    writeFileSync(join(placeAt(folder).data, 'PG_VERSION'), '17\n');
    await expectProblem(startEngine({ folder, durable: true }), 'written by PostgreSQL 17; PostgreSQL 18 is installed');
  });

  it('is refused when its password is lost', async () => {
    const folder = copiedFolder();
    rmSync(placeAt(folder).secret);
    await expectProblem(startEngine({ folder, durable: true }), 'its password is missing');
  });

  it('is explained by the last lines of the log', async () => {
    const folder = copiedFolder();
    rmSync(join(placeAt(folder).data, 'global', 'pg_control'));
    await expectProblem(startEngine({ folder, durable: true }), placeAt(folder).log, 'pg_control');
  });
});

describe('a folder with a path too long for a socket', () => {
  it('is reached over the loopback', async () => {
    const folder = copiedFolder('long-'.repeat(20));
    const engine = await start(folder);
    expect(engine.connection.host).toBe('127.0.0.1');
    expect(await ask(engine, `select current_setting('listen_addresses')`)).toBe('127.0.0.1');
    const joined = await start(folder);
    expect(joined.connection).toEqual(engine.connection);
  });
});

describe('a folder below one that only we may enter', () => {
  it('works, keeps its data when it is moved, and a copy of it is refused', async () => {
    const closed = join(shelf, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    const [folder, moved, copied] = [join(closed, 'first'), join(closed, 'moved'), join(closed, 'copied')];
    const first = await start(folder);
    await ask(first, 'create table kept ()');
    expect(await ask(first, `select current_setting('data_directory')`)).toMatch(
      isRoot ? /^\/var\/lib\/recoup\// : closed,
    );
    await first.stop();

    renameSync(folder, moved);
    expect(await ask(await start(moved), `select count(*) from kept`)).toBe('0');
    spawnSync('cp', ['-a', moved, copied]);
    // An ordinary user's data lies in the folder itself: its copy holds the process file of a server that runs.
    await expectProblem(startEngine({ folder: copied, durable: true }), isRoot ? 'is a copy of' : 'Stop that server');
  });
});

describe('an ordinary user', () => {
  it('starts and stops an engine of his own', () => startAs(65_534));

  it('needs no entry in the list of users where the system lets him borrow one', async () => {
    const borrow = ['--user', '--map-user=65534', '--map-group=65534', 'true'];
    const lent = spawnSync('unshare', borrow, isRoot ? { uid: 54_321, gid: 54_321 } : {}).status === 0;
    if (lent) await startAs(54_321);
    else if (isRoot) await expect(startAs(54_321)).rejects.toThrow('Start Recoup as a named user');
  });

  async function startAs(id: number): Promise<void> {
    const folder = emptyFolder();
    if (isRoot) chownSync(folder, id, id);
    const user = isRoot ? { uid: id, gid: id } : {};
    const visitor = startElsewhere(folder, user, checkoutFor(user, shelf));
    const { processId } = await visitor.engine;
    expect(statSync(`/proc/${processId}`).uid).toBe(isRoot ? id : process.geteuid?.());
    await visitor.stop();
    expect(runningProcess(processId)).toBeNull();
  }
});

describe('a throw-away engine', () => {
  it('gives the answer of the work and is gone', async () => {
    const { folder, fsync } = await withThrowAwayEngine(async (engine) => ({
      folder: await ask(engine, `select current_setting('data_directory')`),
      fsync: await ask(engine, `select current_setting('fsync')`),
    }));
    expect(fsync).toBe('off');
    expect(existsSync(folder)).toBe(false);
  });

  it('is gone also when the work throws', async () => {
    let folder = '';
    const work = async (engine: Engine) => {
      folder = await ask(engine, `select current_setting('data_directory')`);
      throw new RangeError('of the work');
    };
    await expect(withThrowAwayEngine(work)).rejects.toThrow(RangeError);
    expect(folder).not.toBe('');
    expect(existsSync(join(folder, '..', '..'))).toBe(false);
  });

  it('is swept away after its owner was killed', async () => {
    const owner = elsewhere('const engine = await startThrowAwayEngine();');
    const { processId, connection } = await owner.engine;
    await owner.kill();
    expect(runningProcess(processId)).not.toBeNull();
    const next = await startThrowAwayEngine();
    await next.stop();
    expect(runningProcess(processId)).toBeNull();
    expect(existsSync(connection.host)).toBe(false);
  });
});

// --- folders and engines that are cleared away

async function start(
  folder: string,
  more: { adopt?: boolean; onProgress?: (sentence: string) => void } = {},
): Promise<Engine> {
  const engine = await startEngine({ folder, durable: true, ...more });
  engines.push(engine);
  return engine;
}

function emptyFolder(name = 'folder'): string {
  const folder = join(shelf, `${name}${(folders += 1)}`);
  mkdirSync(folder);
  return folder;
}

function copiedFolder(name?: string): string {
  const folder = emptyFolder(name);
  const { status } = spawnSync('cp', ['-a', join(template, 'cluster'), folder]);
  expect(status).toBe(0);
  return folder;
}
