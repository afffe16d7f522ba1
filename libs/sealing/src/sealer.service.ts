import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#kernel';
import type { Database, Tx } from '#platform';
import type { SigningKey } from './cryptography.service.ts';
import { publishHourly, sealBatch, type SealedBatch, type SealingStep } from './seal-batch.service.ts';

export interface SealerOptions {
  /** Where the books are; the sealer keeps one connection of it to itself. */
  readonly db: Database;
  readonly key: SigningKey;
  readonly clock: Clock;
  /** Told of a checkpoint that was published, once it is committed; it writes the note where the database cannot reach. */
  readonly onPublished: (size: number) => Promise<void>;
  /** Told in sentences what went wrong, at most once a minute for each sentence. */
  readonly onTrouble: (sentence: string) => void;
  readonly onStep?: (step: SealingStep) => void | Promise<void>;
}

export interface Sealer {
  /** Waits for the batch at work, and leaves the rest queued. */
  stop(): Promise<void>;
  /** The newest batch of this process. */
  last(): SealedBatch | null;
}

const roundMs = 250;
const batchMost = 5_000;
const minuteMs = 60_000;
const oldSeconds = 60;

/**
 * Seals what is queued, every 250 ms and one batch after the other while more is waiting, until it is stopped.
 * It polls: NOTIFY would take a lock over the whole database at each commit, and the postings would wait in a row for
 * it. An empty round is one look at the start of an index.
 */
export function startSealer(options: SealerOptions): Sealer {
  const stopping = new AbortController();
  const state: { last: SealedBatch | null } = { last: null };
  const running = run(options, stopping.signal, state);
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
    last: () => state.last,
  };
}

async function run(options: SealerOptions, stop: AbortSignal, state: { last: SealedBatch | null }): Promise<void> {
  const trouble = onceAMinute(options);
  let runner = options.db.createQueryRunner();
  let lookedAt = -Infinity;
  let untold: number | null = null; // published and committed, and nobody was told of it yet
  const published = (size: number): void => {
    untold = size;
  };
  // What is committed stays so whatever comes of this, and the next round tries again.
  const tell = async (): Promise<void> => {
    if (untold === null) return;
    try {
      await options.onPublished(untold);
      untold = null;
    } catch (error) {
      trouble(
        'A checkpoint was published, and its note could not be kept outside the database: ' +
          `${inWords(error)}. What is sealed stays sealed; the note is tried again until it is kept.`,
      );
    }
  };
  // Looked at once a minute: a log without news has no news to publish.
  const hourly = async (): Promise<void> => {
    if (performance.now() - lookedAt < minuteMs) return;
    lookedAt = performance.now();
    const size = await runner.manager.transaction((tx) => publishHourly(tx, options.clock));
    if (size !== null) published(size);
  };
  try {
    while (!stop.aborted) {
      let wasFull = false;
      try {
        await runner.connect();
        const batch = await oneRound(runner.manager, options, trouble, hourly);
        if (batch !== null && batch.published.length > 0) published(batch.size);
        if (batch !== null) state.last = batch;
        wasFull = batch?.leaves === batchMost;
      } catch (error) {
        trouble(`Nothing was sealed: ${inWords(error)}`);
        await runner.release().catch(() => undefined); // whatever state it is in, the next round has a fresh one
        runner = options.db.createQueryRunner();
        await sleep(1_000, stop);
      }
      await tell();
      if (!wasFull) await sleep(roundMs, stop);
    }
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function oneRound(
  connection: Tx,
  options: SealerOptions,
  trouble: (sentence: string) => void,
  hourly: () => Promise<void>,
): Promise<SealedBatch | null> {
  const [queue] = await connection.query<{ oldest: string | null }[]>(
    'select extract(epoch from clock_timestamp() - queued_at) as oldest from sealing.queue order by id limit 1',
  );
  if (queue === undefined) {
    await hourly();
    return null;
  }
  if (Number(queue.oldest) > oldSeconds) trouble(`The queue of the sealer is older than ${oldSeconds} seconds.`);
  const { key, clock, onStep } = options;
  return connection.transaction((tx) =>
    sealBatch(tx, { key, clock, most: batchMost, ...(onStep === undefined ? {} : { onStep }) }),
  );
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function onceAMinute({ onTrouble }: SealerOptions): (sentence: string) => void {
  const saidAt = new Map<string, number>();
  return (sentence) => {
    const now = performance.now();
    if (now - (saidAt.get(sentence) ?? -Infinity) < minuteMs) return;
    saidAt.set(sentence, now);
    onTrouble(sentence);
  };
}

async function sleep(milliseconds: number, stop: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: stop }).catch(() => undefined);
}

/** Seals everything that is queued now, batch by batch, each in a transaction of its own. For commands, and for tests. */
export async function sealAll(
  db: Database,
  options: Pick<SealerOptions, 'key' | 'clock'>,
  most = batchMost,
): Promise<SealedBatch[]> {
  const batches: SealedBatch[] = [];
  for (;;) {
    const batch = await db.transaction((tx) => sealBatch(tx, { ...options, most }));
    if (batch === null) return batches;
    batches.push(batch);
  }
}
