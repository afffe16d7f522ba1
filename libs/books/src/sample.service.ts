import { SetClock } from '#kernel';
import { forTheProgram, inSnapshot } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Progress, ReplayService } from './replay.service.ts';
import type { Scenario } from './scenario.ts';
import { firstDay } from './timeline.ts';

/** Opens new books once: with the sample biennium, or empty. Books that were opened before are left as they are. */
@Injectable()
export class SampleService {
  constructor(
    private readonly db: DataSource,
    private readonly replay: ReplayService,
  ) {}

  /** `sample` null opens them empty. A start that was broken off before the books were open is begun again. */
  async openBooks(sample: (() => Scenario) | null, progress: Progress): Promise<void> {
    if (await this.areOpen()) return;
    const [row] = await inSnapshot(
      this.db,
      forTheProgram((tx) =>
        tx.query<{ begun: boolean }[]>('select exists (select from identity.secretariat) as begun'),
      ),
    );
    if (row?.begun === true) await this.beginAgain();
    if (sample !== null) {
      const scenario = sample();
      await this.replay.run(scenario, new SetClock(firstDay(scenario)), progress);
    }
    await this.db.query('insert into platform.books (content) values ($1)', [sample === null ? 'EMPTY' : 'SAMPLE']);
  }

  async areOpen(): Promise<boolean> {
    return (await this.content()) !== null;
  }

  /** What the books were opened with; null where they are not open yet. */
  async content(): Promise<'SAMPLE' | 'EMPTY' | null> {
    const [row] = await this.db.query<{ content: 'SAMPLE' | 'EMPTY' }[]>('select content from platform.books');
    return row?.content ?? null;
  }

  /** Nobody has worked in books that were never open: what is there is half a sample, and goes. */
  private async beginAgain(): Promise<void> {
    for (let undone = 0; undone < this.db.migrations.length; undone += 1)
      await this.db.undoLastMigration({ transaction: 'all' });
    await this.db.runMigrations({ transaction: 'all' });
  }
}
