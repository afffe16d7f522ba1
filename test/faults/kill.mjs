/** Ends processes the hard way, and only those that are proved to be of this run's own folder. */
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Kills the PostgreSQL that keeps the books of `folder`: its first process and all children, as a power cut would.
 * Errors: where the process in its postmaster.pid does not work in that folder; then nothing is killed.
 */
export function killDatabase(folder) {
  const data = realpathSync(join(folder, 'cluster', 'data'));
  const [id, names] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const first = Number(id);
  if (names !== data || readlinkSync(`/proc/${first}/cwd`) !== data)
    throw new Error(`Process ${id} does not keep ${data}; it is left alone.`);
  const all = [first, ...childrenOf(first)];
  for (const one of all) killProcess(one);
  return all;
}

export function killProcess(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Until none of these processes runs; a zombie that nobody collects is gone. */
export async function areGone(ids) {
  while (ids.some(runs)) await pause(5);
}

function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => fieldsOf(name)?.[1] === String(parent))
    .map(Number);
}

function runs(id) {
  const state = fieldsOf(id)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** State, parent and so on; undefined where there is no such process. */
function fieldsOf(id) {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
