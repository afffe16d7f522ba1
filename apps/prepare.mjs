/**
 * What `npm start`, `npm test` and the others need first, and only if it is needed: the dependencies and the build.
 *
 *   node apps/prepare.mjs install    the dependencies that package-lock.json names
 *   node apps/prepare.mjs build      those, and dist/ made from the sources as they are now
 *
 * Runs on a bare clone, so on Node's built-in modules alone and on every Node from 20.19. Says what it does on stderr
 * and nothing on stdout, which belongs to the command that follows. Ends with 0, or with 1 and a reason.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(ROOT, ...parts);

/** Which lock the dependencies were installed from. */
const INSTALLED = at('node_modules', '.recoup-installed');

/** Each part of the build: what it is made from, and how. */
const BUILDS = [
  {
    name: 'server',
    sources: ['apps', 'libs', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package.json', 'package-lock.json'],
    isSource: (path) => !path.endsWith('.spec.ts') && !path.startsWith('apps/web/'),
    stamp: at('dist', '.recoup-built'),
    make: makeServer,
  },
  {
    name: 'pages',
    sources: ['apps/web', 'libs/kernel', 'tsconfig.json', 'package.json', 'package-lock.json'],
    isSource: (path) => !/\.(spec\.tsx?|md)$/.test(path),
    stamp: at('dist', 'web', '.recoup-built'),
    make: makePages,
  },
];

class Problem extends Error {}

try {
  await prepare(process.argv[2]);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}

async function prepare(what) {
  if (what !== 'install' && what !== 'build') throw new Problem('Usage: node apps/prepare.mjs install|build');
  checkNode();
  const jobs = [{ isDone: isInstalled, work: install }];
  if (what === 'build') for (const part of BUILDS) jobs.push({ isDone: () => isBuilt(part), work: () => build(part) });
  for (const { isDone, work } of jobs) {
    if (isDone()) continue;
    // Two commands typed at once: the second waits, and finds the work done.
    await oneAtATime(async () => {
      if (!isDone()) await work();
    });
  }
}

function reasonOf(error) {
  if (error instanceof Problem) return error.message;
  if (['EACCES', 'EPERM', 'EROFS'].includes(error?.code)) {
    return `This user cannot write ${error.path ?? ROOT}. Run the command as the owner of ${ROOT}.`;
  }
  return error?.stack ?? String(error);
}

// --- Node

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(`Recoup needs Node 20.19 or later to begin with; this is Node ${process.versions.node}.`);
  }
  if (major < 24 && !(pinnedPackage() in manifest().optionalDependencies)) {
    throw new Problem(
      `Recoup runs on Node 24. npm has none for this platform (${process.platform}-${process.arch}), and this is Node ${process.versions.node}: install Node 24.`,
    );
  }
}

/** The package that brings Node 24 itself; npm links its program as node_modules/.bin/node, which its scripts find first. */
function pinnedPackage() {
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function pinnedNode() {
  const program = at('node_modules', pinnedPackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(program) ? program : process.execPath;
}

function manifest() {
  return JSON.parse(readFileSync(at('package.json'), 'utf8'));
}

// --- the dependencies

function isInstalled() {
  return existsSync(at('node_modules', '.package-lock.json')) && stampIs(INSTALLED, lockDigest());
}

function lockDigest() {
  const lock = readFileSync(at('package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

async function install() {
  if (!isInstalledByHand()) {
    const npm = process.env.npm_execpath ?? '';
    // Not our own Node: it may be the one in node_modules, which npm is about to remove.
    const node = process.env.npm_node_execpath ?? process.execPath;
    const [program, ...words] = /npm-cli\.[cm]?js$/.test(npm) ? [node, npm] : ['npm'];
    const flags = [
      '--ignore-scripts',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
    ];
    await run('Installing the dependencies', program, [...words, 'ci', ...flags], {
      // A production environment would leave out the tools that build.
      env: { ...process.env, NODE_ENV: 'development' },
      shell: program === 'npm' && process.platform === 'win32',
    });
  }
  writeFileSync(INSTALLED, `${lockDigest()}\n`);
}

/** Whether somebody's own `npm ci` or `npm install` has put here exactly what the lock names for this platform. */
function isInstalledByHand() {
  const list = at('node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, os, cpu, libc }]) => {
    if (path === '') return true;
    const here = present[path];
    if (here !== undefined) return here.version === version && existsSync(at(path));
    const isForUs =
      os?.includes(process.platform) === true &&
      cpu?.includes(process.arch) !== false &&
      libc?.includes('glibc') !== false;
    return optional === true && !isForUs;
  });
}

// --- the build

function isBuilt(part) {
  return stampIs(part.stamp, sourceDigest(part));
}

/** Paths and contents of everything the part is made from, so that a checkout that only touches times builds nothing. */
function sourceDigest({ sources, isSource }) {
  const digest = createHash('sha256');
  for (const path of sources.flatMap(filesBelow).filter(isSource).sort()) {
    const content = readFileSync(at(path));
    digest.update(`${path}\0${content.length}\0`).update(content);
  }
  return digest.digest('hex');
}

/** Relative paths with "/": of a file itself, of a folder all files in it. */
function filesBelow(path) {
  const stats = statSync(at(path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  return stats.isDirectory() ? filesIn(path) : [path];
}

function filesIn(folder) {
  return readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

async function build(part) {
  const digest = sourceDigest(part); // before the build: what is saved while it runs belongs to the next one
  rmSync(part.stamp, { force: true });
  await part.make();
  mkdirSync(dirname(part.stamp), { recursive: true });
  writeFileSync(part.stamp, `${digest}\n`);
}

async function makeServer() {
  // From nothing, or the output of a deleted source would still be found, and run.
  if (existsSync(at('dist'))) {
    for (const name of readdirSync(at('dist'))) if (name !== 'web') rmSync(at('dist', name), { recursive: true });
  }
  // What `nest build` would do by nest-cli.json, by the native compiler: the same program in a quarter of the time.
  const compiler = at('node_modules', 'typescript-7', 'bin', 'tsc');
  await run('Building the server', pinnedNode(), [compiler, '-p', at('apps', 'api', 'tsconfig.app.json')]);
  const main = at('dist', 'apps', 'api', 'src', 'main.js');
  if (!existsSync(main)) throw new Problem(`The build ended without an error and without ${main}.`);
}

async function makePages() {
  await run('Building the pages', pinnedNode(), [at('apps', 'web', 'build.mjs')]);
  const page = at('dist', 'web', 'index.html');
  if (!existsSync(page)) throw new Problem(`The build ended without an error and without ${page}.`);
}

// --- helpers of both

function stampIs(path, digest) {
  return existsSync(path) && readFileSync(path, 'utf8').trim() === digest;
}

/** Runs a program to its end, showing how long it takes. Errors: Problem, with the last lines of what it printed. */
async function run(what, program, words, options = {}) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const isTerminal = process.stderr.isTTY === true;
  if (!isTerminal) process.stderr.write(`${what} ...\n`);
  const show = () => process.stderr.write(isTerminal ? `\r${what} ... ${seconds()} s` : `${what} ... ${seconds()} s\n`);
  const ticking = setInterval(show, isTerminal ? 1_000 : 15_000);

  const output = [];
  const child = spawn(program, words, { cwd: ROOT, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (part) => output.push(part));
  child.stderr.on('data', (part) => output.push(part));
  const end = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  clearInterval(ticking);
  if (isTerminal) process.stderr.write('\r\x1b[K');
  if (end === 0) {
    process.stderr.write(`${what}: done in ${seconds()} s\n`);
    return;
  }
  const said = excerpt(Buffer.concat(output).toString('utf8'));
  const how = end instanceof Error ? `${program} did not run: ${end.message}` : `ended with ${end}`;
  throw new Problem(`${said}\n${what} failed (${how}).`);
}

/** npm names the reason first and then lists its options; a compiler says what matters last. */
function excerpt(text) {
  const lines = text.trim().split('\n');
  return lines.length <= 40 ? lines.join('\n') : [...lines.slice(0, 15), '...', ...lines.slice(-24)].join('\n');
}

/** A listening socket is the lock: the system takes it away with the process that held it. */
async function oneAtATime(work) {
  const lock = await takeLock();
  try {
    await work();
  } finally {
    lock.close();
  }
}

async function takeLock() {
  const name = `recoup-prepare-${createHash('sha256').update(ROOT).digest('hex').slice(0, 24)}`;
  if (process.platform !== 'linux' && process.platform !== 'win32') return takeFolder(join(tmpdir(), name));
  const address = process.platform === 'linux' ? `\0${name}` : `\\\\.\\pipe\\${name}`;
  for (let waiting = false; ; waiting = true) {
    const server = createServer((visitor) => visitor.destroy());
    const error = await new Promise((resolve) => {
      server.once('error', resolve);
      server.listen(address, () => resolve(null));
    });
    if (error === null) return server;
    if (error.code !== 'EADDRINUSE') throw error;
    if (!waiting) process.stderr.write('Waiting for another command that prepares this folder ...\n');
    await pause(200);
  }
}

/** Where sockets without a file do not exist: a folder with the holder's process id; a dead holder's is taken over. */
async function takeFolder(folder) {
  const note = join(folder, 'process');
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(note, String(process.pid));
      return { close: () => rmSync(folder, { recursive: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (existsSync(note) && !isAlive(Number(readFileSync(note, 'utf8'))))
      rmSync(folder, { recursive: true, force: true });
    else await pause(200);
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
