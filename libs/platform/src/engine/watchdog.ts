import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, type EngineOptions, startEngine } from './engine.ts';
import { isStillRunning, type RunningProcess, runningProcess } from './processes.ts';

const LOOK_EVERY_MS = 250;
const RESTARTS_MOST = 30;
const RESTARTS_WITHIN_MS = 60_000;

/** An engine that is started again when it ends without being asked to. */
export interface WatchedEngine {
  /** The engine as it runs now, or as it last ran. */
  current(): Engine;
  /** No more restarts; waits for one that is under way. The engine runs on: whoever owns it stops it. */
  leave(): Promise<void>;
}

/**
 * Looks after an engine until `leave`: where its process is gone, the engine is started again on the same address, and
 * recovers what it had acknowledged. At most thirty times a minute, so that a disk that is full or broken is not worn out by
 * starts; it goes on trying, for space may be made.
 */
export function watchEngine(
  engine: Engine,
  options: EngineOptions,
  { lookEveryMs = LOOK_EVERY_MS, most = RESTARTS_MOST, withinMs = RESTARTS_WITHIN_MS } = {},
): WatchedEngine {
  const say = options.onProgress ?? (() => undefined);
  const leaving = new AbortController();
  const allowance = new Allowance(most, withinMs);
  let current = engine;

  const watch = async (): Promise<void> => {
    let server = runningProcess(engine.processId);
    for (;;) {
      await passed(lookEveryMs, leaving.signal);
      if (leaving.signal.aborted) return;
      if (server !== null && isStillRunning(server)) continue;
      if (server !== null)
        say(`PostgreSQL (process ${current.processId}) ended without being asked to. It is started again.`);
      server = await restart();
    }
  };

  /** The new process; null where it was left, or could not be started yet. */
  const restart = async (): Promise<RunningProcess | null> => {
    const waitMs = allowance.waitMs(Date.now());
    if (waitMs > 0) {
      say(
        `PostgreSQL was started ${most} times within ${withinMs / 1000} s: the next start waits ${Math.ceil(waitMs / 1000)} s.`,
      );
      await passed(waitMs, leaving.signal);
      if (leaving.signal.aborted) return null;
    }
    allowance.take(Date.now());
    try {
      current = await startEngine({ ...options, adopt: true, port: current.connection.port });
      return runningProcess(current.processId);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      return null;
    }
  };

  const watching = watch();
  return {
    current: () => current,
    leave: () => {
      leaving.abort();
      return watching;
    },
  };
}

/** So many within so many milliseconds, whenever they come. */
export class Allowance {
  private taken: number[] = [];
  private readonly most: number;
  private readonly withinMs: number;

  constructor(most: number, withinMs: number) {
    this.most = most;
    this.withinMs = withinMs;
  }

  /** How long from `now` until one more is allowed; 0 where it is. */
  waitMs(now: number): number {
    this.taken = this.taken.filter((at) => at > now - this.withinMs);
    const [oldest] = this.taken;
    return this.taken.length < this.most || oldest === undefined ? 0 : oldest + this.withinMs - now;
  }

  take(now: number): void {
    this.taken.push(now);
  }
}

/** A pause that ends early when it is broken off. It keeps no process alive. */
async function passed(milliseconds: number, broken: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: broken, ref: false }).catch(() => undefined);
}
