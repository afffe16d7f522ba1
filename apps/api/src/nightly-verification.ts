import { nextNight, type Verification, type VerificationService } from '#audit';
import { type Database, faultOf, inSnapshot, inTransaction } from '#platform';
import { Logger } from '@nestjs/common';

/**
 * Verifies the books once a night, in a read-only snapshot on a connection of its own, and keeps what it came to. A failed
 * one stops posting and says so loudly; a night that cannot be verified is said, and the next one tries again.
 */
export class NightlyVerification {
  private readonly log = new Logger('Verification');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly db: Database,
    private readonly verification: VerificationService,
    private readonly hour: number,
    /** Checkpoints that are kept outside the database: who cuts off the end of the tree is found out by these alone. */
    private readonly heldNotes: () => readonly string[] = () => [],
    /** Ended sessions, used links, counted tries and keys of requests that need not be kept any longer. */
    private readonly forget: () => Promise<unknown> = () => Promise.resolve(),
  ) {}

  start(): void {
    const now = new Date();
    this.timer = setTimeout(
      () => {
        this.running = this.tonight();
        void this.running.then(() => {
          if (!this.stopping.signal.aborted) this.start();
        });
      },
      nextNight(now, this.hour).getTime() - now.getTime(),
    );
    this.timer.unref();
  }

  /** Abandons a verification that runs: it only reads, and may take long on large books. One that is being kept is kept. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  /** The verification, then what is over is forgotten; of an error its place in the code is said, and not its words. */
  async tonight(): Promise<void> {
    const works: [work: () => Promise<unknown>, failed: string][] = [
      [() => this.once(), 'The books were not verified'],
      [() => this.forget(), 'What is over was not forgotten'],
    ];
    for (const [work, failed] of works) {
      try {
        if (!this.stopping.signal.aborted) await work();
      } catch (error) {
        const { fault, frames = [] } = faultOf(error);
        if (!this.stopping.signal.aborted) this.log.error(`${failed}: ${fault} ${frames[0] ?? ''}`);
      }
    }
  }

  async once(): Promise<Verification> {
    const notes = this.heldNotes(); // before the picture is taken, which is never behind them then
    const verified = await inSnapshot(
      this.db,
      (tx) => this.verification.verify(tx, undefined, notes),
      this.stopping.signal,
    );
    await inTransaction(this.db, (tx) => this.verification.keep(tx, verified, new Date()));
    if (verified.firstWrong !== null) {
      const { check, kind, object, finding } = verified.firstWrong;
      this.log.error(
        `THE BOOKS DO NOT VERIFY. ${check}: ${kind} ${object}: ${finding}. Posting is stopped, reading goes on. ` +
          'Correct nothing, keep the folder as it is, and call an engineer.',
      );
    }
    return verified;
  }
}
