import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Verification, VerificationService } from '#audit';
import { BooksModule, tables } from '#books';
import { ChargingService } from '#charging';
import { IdentityService, type Officer } from '#identity';
import { Day, Quantity, SetClock, today } from '#kernel';
import {
  type Database,
  inSnapshot,
  inTransaction,
  openDatabase,
  type OpenDatabase,
  type OpenOptions,
  programTenant,
  roles,
  type Tx,
} from '#platform';
import { latestPublished, sealAll } from '#sealing';
import pg from 'pg';
import { type Engine, startThrowAwayEngine } from '../../libs/platform/src/engine/index.ts';
import { TransactionsAhead } from '../../libs/platform/src/roles/index.ts';
import { migrations, rights } from '../../migrations/index.ts';
import * as a from '../support/a.ts';
import { sample } from '../support/beginnings.ts';
import { type FreshBooks, freshBooks } from '../support/fresh-books.ts';
import { copyRows } from '../support/logical-copy.ts';
import { type Log, openedLog, wallClock } from '../support/sealed.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // another engine is started and migrated

const clock = new SetClock(Day.of(sample.today));

describe('the sample’s books, moved to another cluster by a logical dump', () => {
  let books: FreshBooks;
  let log: Log;
  let engine: Engine;
  let moved: OpenDatabase;
  let sealer: Database;
  let services: INestApplicationContext;
  let note: string;
  let url: string;
  let serverLogin: string;
  /** What was seen before the books were opened there outside production, which mends them. */
  let asTheyCame: { ahead: number; changeWithoutAct: string; inProduction: unknown };

  const opened = (more: Partial<OpenOptions> = {}): Promise<OpenDatabase> =>
    openDatabase({
      ...{ url, migratorUrl: undefined, sealerUrl: undefined, archive: undefined, folder: '/nowhere' },
      ...{ production: false, adopt: false, entities: tables, migrations, rights, poolSize: 2 },
      ...{ applicationName: 'recoup tests', tenant: programTenant, statementTimeoutMs: 60_000 },
      onProgress: () => undefined,
      ...more,
    });

  beforeAll(async () => {
    books = await freshBooks(sample);
    log = await openedLog(books);
    await log.sealAll();
    note = (await inSnapshot(books.db, latestPublished)).note;
    await certifies('QUEUED-1', 'DOC-PAG', books); // waits for its seal, and is moved so
    engine = await startThrowAwayEngine();
    const { user, password, host, port } = engine.connection;
    const [address, folder] = host.startsWith('/') ? ['localhost', `?host=${encodeURIComponent(host)}`] : [host, ''];
    const at = (name: string, secret: string): string =>
      `postgres://${name}:${secret}@${address}:${port}/postgres${folder}`;
    [url, serverLogin] = [at(user, password), at('recoup_server', 'none')];
    await (await opened()).close(); // roles, schema and rights
    await copyRows({ connectionString: books.url }, { connectionString: url });
    await inSuperuser((query) => query(`create role recoup_server login password 'none' in role ${roles.app}`));
    asTheyCame = {
      ahead: await ahead(),
      changeWithoutAct: await changeWithoutAct(),
      inProduction: await opened({ production: true, url: serverLogin }).catch((error: unknown) => error),
    };
    moved = await opened();
    sealer = await sessionAs(roles.sealer, url);
    services = await NestFactory.createApplicationContext(BooksModule.over(moved.db, clock, books.keys), {
      logger: ['error'],
    });
  });
  afterAll(async () => {
    await services?.close();
    await sealer?.destroy();
    await moved?.close();
    await engine?.stop();
    await log?.close();
    await books?.close();
  });

  it('are not served in production while their acts name transactions that are still to come there', async () => {
    expect(asTheyCame.ahead).toBeGreaterThan(0); // a new cluster counts from its beginning
    expect(asTheyCame.changeWithoutAct).toBe('done'); // the act of another transaction, of the same number, passed for its own
    expect(asTheyCame.inProduction).toBeInstanceOf(TransactionsAhead);
    expect((asTheyCame.inProduction as Error).message).toContain('npm run recoup -- database prepare');
  });

  it('are served once they were prepared, and refuse a change without an act as before', async () => {
    expect(await ahead()).toBe(0);
    expect(await changeWithoutAct()).toMatch(/^no act is written down for this change/);
    await (await opened({ production: true, url: serverLogin })).close();
  });

  it('verify as they did, take a charge and are sealed on, and verify again, also against the note of the old ones', async () => {
    const leaves = (): Promise<{ leaves: string }[]> =>
      moved.db.query('select count(*) as leaves, max(position) + 1 as size from sealing.leaf');
    const sealed = async (): Promise<{ leaves: string }[]> => {
      await sealAll(sealer, { key: log.key, clock: wallClock });
      return leaves();
    };
    expect(await verified()).toMatchObject({ ok: true, firstWrong: null });
    const [came] = await leaves();
    const [before] = await sealed(); // what waited when it was moved, first
    expect(Number(before?.leaves) - Number(came?.leaves)).toBe(5);
    const entries = `select count(*) as entries from sealing.leaf join ledger.journal_entry as entry
      on leaf.kind = 'journal-entry' and leaf.record = entry.id::text where entry.source = 'QUEUED-1'`;
    expect(await moved.db.query(entries)).toEqual([{ entries: '2' }]);
    await certifies('MOVED-1', 'DOC-CTL', { db: moved.db, get: (service) => services.get(service) });
    const size = String(Number(before?.leaves) + 5); // three acts, and the entries of both books
    expect(await sealed()).toEqual([{ leaves: size, size }]);
    expect(await verified()).toMatchObject({ ok: true, firstWrong: null });
  });

  function verified(): Promise<Verification> {
    return inSnapshot(moved.db, (tx) => services.get(VerificationService).verify(tx, undefined, [note]));
  }

  async function certifies(id: string, item: string, { db, get }: Pick<FreshBooks, 'db' | 'get'>): Promise<void> {
    const charging = get(ChargingService);
    const as = (person: string, work: (tx: Tx, by: Officer) => Promise<unknown>): Promise<unknown> =>
      inTransaction(db, async (tx) => work(tx, await get(IdentityService).officer(tx, person, today(clock))));
    const draft = a.chargeDraft({ id, item, agreement: 'CRA-2025-001', quantity: Quantity.of('1') });
    await as('MINAMATA.finance', (tx, by) => charging.record(tx, [draft], by, clock));
    await as('BRS.finance', (tx, by) => charging.receive(tx, { ids: [id], seen: null }, by, clock));
    await as('BRS.certifying', (tx, by) => charging.certify(tx, { ids: [id], seen: null }, by, clock));
  }

  type Query = (sql: string) => Promise<Record<string, string>[]>;

  async function inSuperuser<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(async (sql) => (await client.query<Record<string, string>>(sql)).rows);
    } finally {
      await client.end();
    }
  }

  /** How many acts name a transaction that is still to come. */
  function ahead(): Promise<number> {
    return inSuperuser(async (query) => {
      const [row] = await query(
        'select count(*) from platform.audit_event where transaction >= pg_snapshot_xmax(pg_current_snapshot())',
      );
      return Number(row?.count);
    });
  }

  /** What becomes of a change without an act, in a transaction whose number is that of an old act where there is one to come. */
  function changeWithoutAct(): Promise<string> {
    return inSuperuser(async (query) => {
      const [next] = await query(
        `select transaction from platform.audit_event
         where transaction::text::bigint > pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 10 order by transaction limit 1`,
      );
      for (let number = ''; next !== undefined && number !== String(Number(next.transaction) - 1);) {
        const [row] = await query('select pg_current_xact_id() as number');
        number = row?.number ?? '';
      }
      await query('begin');
      const outcome = await query('update budget.budget_line set charged_usd = charged_usd').then(
        () => 'done',
        (error: Error) => error.message,
      );
      await query('rollback');
      return outcome;
    });
  }
});
