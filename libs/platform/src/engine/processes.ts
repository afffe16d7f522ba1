import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './engine-problem.ts';

/** A process that runs now. Ids are used again; id and start together name one process for ever. */
export interface RunningProcess {
  readonly id: number;
  readonly startedAt: string;
  /** Name of the program, 15 characters at most; null where the platform does not tell. */
  readonly program: string | null;
}

/**
 * The process with this id, or null if there is none. A zombie is none: a killed server stays one for ever where
 * process 1 does not collect its children, and signals still reach it.
 */
export function runningProcess(id: number): RunningProcess | null {
  if (!Number.isSafeInteger(id) || id <= 1) return null;
  if (process.platform === 'linux') return fromProc(id);
  if (process.platform === 'win32') return answersSignals(id) ? { id, startedAt: '', program: null } : null;
  return fromPs(id);
}

export function isStillRunning(one: RunningProcess): boolean {
  return runningProcess(one.id)?.startedAt === one.startedAt;
}

/** Waits until the process is gone; false if it is still there after `milliseconds`. */
export async function isGoneWithin(one: RunningProcess, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isStillRunning(one)) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

/** The folder a process works in, or null where we may not know. A PostgreSQL server works in its data folder. */
export function workingFolder(id: number): string | null {
  try {
    return readlinkSync(`/proc/${id}/cwd`);
  } catch {
    return null;
  }
}

/** Sends a signal; a process that has gone meanwhile is no error. */
export function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

function fromProc(id: number): RunningProcess | null {
  let line: string;
  try {
    line = readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return null;
  }
  // "id (program) state parent ...": the program's name may hold blanks and brackets, so count from the last bracket.
  const end = line.lastIndexOf(')');
  const [state, ...rest] = line.slice(end + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  const startedAt = rest[18] ?? ''; // field 22 of the line, clock ticks since the machine started
  return { id, startedAt, program: line.slice(line.indexOf('(') + 1, end) };
}

function fromPs(id: number): RunningProcess | null {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(id)], { encoding: 'utf8' });
  const [state, ...words] = (stdout ?? '').trim().split(/\s+/);
  if (state === undefined || state === '' || state.startsWith('Z')) return null;
  const program = words.slice(5).join(' ');
  return { id, startedAt: words.slice(0, 5).join(' '), program: program.slice(program.lastIndexOf('/') + 1) };
}

function answersSignals(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
