/** Where and on what the figures were taken. A figure without it is hearsay. */
import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './program.mjs';
import { rounded } from './statistics.mjs';

export function surroundings() {
  return {
    takenAt: new Date().toISOString(),
    commit: commit(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: rounded(totalmem() / 1024 ** 3),
    diskWritesPerSecond: diskWrites(),
    loadBefore: loadAverage(),
  };
}

/** Of one, five and fifteen minutes: how many wanted a core. Above the number of cores the figures are of a busy machine. */
export function loadAverage() {
  return loadavg().map((value) => Math.round(value * 100) / 100);
}

/** The commit, and whether files differ from it; null outside a repository. */
function commit() {
  const git = (...parameters) =>
    execFileSync('git', parameters, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!test/faults/RESULTS.md') !== '';
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return null;
  }
}

/** How often a second this disk confirms 8 kB as written: no durable commit of one client can be faster. */
function diskWrites() {
  const path = join(tmpdir(), `recoup-bench-${process.pid}.write`);
  const file = openSync(path, 'w');
  try {
    const block = Buffer.alloc(8192, 1);
    const started = performance.now();
    let writes = 0;
    while (performance.now() - started < 300) {
      writeSync(file, block, 0, block.length, 0);
      fsyncSync(file);
      writes += 1;
    }
    return rounded((writes * 1000) / (performance.now() - started));
  } finally {
    closeSync(file);
    rmSync(path);
  }
}
