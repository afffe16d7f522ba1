import type { Clock } from '#kernel';

/** A terminal signals all of its programs, and npm passes the same Ctrl-C on: within this time it is still the first one. */
const sameSignalMs = 5_000;

export interface Stopping {
  /** Lets requests finish, then stops the database, however far the start has come. */
  readonly stop: () => Promise<void>;
  /** Stops the database under whatever still works with it, and never leaves it behind. */
  readonly stopAtOnce: () => Promise<void>;
  readonly say: (sentence: string) => void;
  readonly exit: (code: number) => void;
  readonly clock: Clock;
}

/** What to call on each signal: the first stops in order, one that comes later is impatient, further ones change nothing. */
export function stopping({ stop, stopAtOnce, say, exit, clock }: Stopping): () => void {
  let firstAt: number | null = null;
  let isImpatient = false;
  const inOrder = async (): Promise<void> => {
    say('\nStopping.');
    await stop();
    if (isImpatient) return; // the other one says how it ended
    say('Stopped; the books are as they were.');
    exit(0);
  };
  const atOnce = async (): Promise<void> => {
    say('Stopping at once: what is still asked is cut off. Whatever was answered is kept.');
    await stopAtOnce();
    exit(130);
  };
  return () => {
    const now = clock.now().getTime();
    if (firstAt === null) {
      firstAt = now;
      void inOrder();
    } else if (!isImpatient && now - firstAt >= sameSignalMs) {
      isImpatient = true;
      void atOnce();
    }
  };
}
