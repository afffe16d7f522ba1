import { type Database, dataSource, programTenant, roles } from '#platform';
import type { FreshBooks } from './fresh-books.ts';
import { sessionAs } from './sessions.ts';

const who = 'two at once';

/** Two that run at once in one order: the row that both are sure to come to is held until both wait, the second behind the first. */
export class Crossing {
  private constructor(
    private readonly url: FreshBooks['url'],
    private readonly watcher: Database,
    private connected: Database,
  ) {}

  static async over({ url }: Pick<FreshBooks, 'url'>): Promise<Crossing> {
    return new Crossing(url, await sessionAs('none', url), await connectedTo(url));
  }

  /** Connections of the product's own rights, of which `deadlocks` tells. */
  get pool(): Database {
    return this.connected;
  }

  /** Runs both so that each has all that it takes before it comes to the row of `held`, and answers what became of them. */
  async atOnce<A, B>(
    held: string,
    first: () => Promise<A>,
    second: () => Promise<B>,
  ): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
    const holder = this.watcher.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`${held} for update`);
    const one = Promise.allSettled([first()]);
    await Promise.race([this.waiting(1), one]);
    const other = Promise.allSettled([second()]);
    await Promise.race([this.waiting(2), one, other]);
    await holder.commitTransaction();
    await holder.release();
    return [...(await one), ...(await other)];
  }

  /** Of this database until now: a connection tells of them at the latest when it ends. */
  async deadlocks(): Promise<number> {
    await this.connected.destroy();
    for (;;) {
      const [left] = await this.watcher.query<{ sessions: string }[]>(
        `select count(*) as sessions from pg_stat_activity
         where datname = current_database() and application_name = $1`,
        [who],
      );
      if (left?.sessions === '0') break;
    }
    this.connected = await connectedTo(this.url);
    const [found] = await this.watcher.query<{ deadlocks: string }[]>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    return Number(found?.deadlocks);
  }

  async close(): Promise<void> {
    await this.connected.destroy();
    await this.watcher.destroy();
  }

  /** Until so many wait for a lock in this database. */
  async waiting(many: number): Promise<void> {
    for (;;) {
      const [row] = await this.watcher.query<{ waiting: number }[]>(
        `select count(*)::integer as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if ((row?.waiting ?? 0) >= many) return;
    }
  }
}

function connectedTo(connection: FreshBooks['url']): Promise<Database> {
  const rights = { connection, role: roles.app, tenant: programTenant };
  const pool = { entities: [], migrations: [], poolSize: 4, applicationName: who, statementTimeoutMs: 60_000 };
  return dataSource({ ...rights, ...pool }).initialize();
}
