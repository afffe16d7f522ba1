import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LedgerService } from '#ledger';
import { type Database, inSnapshot, inTransaction } from '#platform';
import {
  cryptography,
  leafHash,
  sealBatch,
  type SealedBatch,
  type SealingStep,
  sealingSteps,
  startSealer,
  type Sealer,
  treeSize,
  utf8,
  verifySeals,
} from '#sealing';
import { Office } from '../support/office.ts';
import { type Log, openedLog, post, wallClock } from '../support/sealed.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(120_000); // many transactions on purpose, and some of them late

let office: Office;
let log: Log;
let ledger: LedgerService;
let opening: SealedBatch[];
let before: number; // leaves
beforeEach(async () => {
  office = await Office.open();
  log = await openedLog(office.books);
  ledger = office.books.get(LedgerService);
  opening = await log.sealAll(); // its key, and the acts that made these books
  before = await inSnapshot(office.db, (tx) => treeSize(tx));
});
afterEach(async () => {
  await log.close();
  await office.close('tampered'); // entries of no charge, written past the services
});

const posts = (...sources: string[]): Promise<void> => office.do((tx) => post(ledger, tx, sources));
const one = async <T>(sql: string, values: unknown[] = []): Promise<T> =>
  ((await office.db.query<{ value: T }[]>(sql, values))[0] as { value: T }).value;
const queued = (): Promise<string> => one('select count(*) as value from sealing.queue');

describe('what is committed', () => {
  it('is queued in its own transaction, with the hash of its stored bytes, and gone with a rollback', async () => {
    await posts('C-1');
    const rows = await office.db.query<{ kind: string; leaf_hash: Buffer; body: string }[]>(
      `select kind, leaf_hash, body from sealing.queue join ledger.journal_entry as entry on entry.id::text = record and kind = 'journal-entry'`,
    );
    expect(rows).toHaveLength(2);
    for (const { kind, leaf_hash: stored, body } of rows) {
      expect(stored.equals(leafHash(cryptography.sha256, utf8(`${kind}\n${body}`)))).toBe(true);
      expect(JSON.parse(body)).toMatchObject({
        event: 'CHARGE_CERTIFIED',
        source: 'C-1',
        postings: [{ amountUsd: '920.00' }, { amountUsd: '-920.00' }],
      });
    }
    await expect(
      office.do(async (tx) => {
        await post(ledger, tx, ['C-2']);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await queued()).toBe('3'); // the act, and its two entries
  });

  it('has a body that says what its columns say', async () => {
    const { number } = await office.agreement();
    await office.invoiced(number, { note: 'a "quoted" \\ note\n\u0001 with control é 猫' });
    const [counts] = await office.db.query<{ all: string; unlike: string }[]>(
      `select count(*) as all, count(*) filter (where body <> ledger.journal_entry_body(entry)) as unlike
       from ledger.journal_entry as entry`,
    );
    expect(counts).toEqual({ all: '4', unlike: '0' });
    const paper = await one<string>('select body as value from invoicing.paper');
    const [columns] = await office.db.query<{ number: string; pdf: string; stored_at: Date }[]>(
      `select number, encode(sha256(pdf), 'hex') as pdf, stored_at from invoicing.paper`,
    );
    expect(JSON.parse(paper)).toEqual({
      number: columns?.number,
      kind: 'INVOICE',
      subject: number,
      contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      pdfSha256: columns?.pdf,
      storedAt: columns?.stored_at.toISOString(),
    });
  });

  it('becomes leaves of a signed tree, and an issued document publishes it', async () => {
    expect(opening.flatMap(({ published }) => published)).toEqual(['KEY_CHANGED', 'HOURLY']);
    const { number } = await office.agreement();
    await office.invoiced(number);
    const batches = await log.sealAll(3);
    expect(batches.flatMap(({ published }) => published)).toEqual(['DOCUMENT_ISSUED']);
    expect(await queued()).toBe('0');
    const sealed = await office.db.query<{ kind: string; leaves: string }[]>(
      'select kind, count(*) as leaves from sealing.leaf group by kind order by kind',
    );
    const acts = await one<string>('select count(*) as value from platform.audit_event');
    const versions = await one<string>('select count(*) as value from sealing.value_version');
    expect(sealed).toEqual([
      { kind: 'audit-event', leaves: acts },
      { kind: 'journal-entry', leaves: '4' },
      { kind: 'key-event', leaves: '1' },
      { kind: 'paper', leaves: '1' },
      { kind: 'value-version', leaves: versions },
    ]);
    const leaves = Number(acts) + Number(versions) + 6;
    const verified = await inSnapshot(office.db, (tx) => verifySeals(tx));
    expect(verified).toMatchObject({
      ...{ holds: true, findings: [], leaves, queued: 0 },
      checkpoints: 1 + Math.ceil((leaves - before) / 3),
    });
    expect(await log.sealAll()).toEqual([]);
  });
});

describe('many writers and one sealer', () => {
  it('leave no row unsealed and none sealed twice, though transactions commit late and out of order', async () => {
    const sealer = startSealer({
      db: log.sealer,
      key: log.key,
      clock: wallClock,
      onPublished: async () => undefined,
      onTrouble: (sentence) => {
        throw new Error(sentence);
      },
    });
    // A sealer that goes by the highest id it has seen, as one would write it first: it must miss what commits late.
    const canary = cursorSealer();
    const writers = Array.from({ length: 12 }, (_, writer) =>
      (async () => {
        for (let turn = 0; turn < 12; turn += 1) {
          await inTransaction(office.db, async (tx) => {
            await post(ledger, tx, [`W-${writer}-${turn}`]);
            await pause((writer * 7 + turn * 13) % 40); // commits late: ids that were drawn later are there before
          });
        }
      })(),
    );
    await Promise.all(writers);
    while ((await queued()) !== '0') await pause(20);
    await sealer.stop();
    const missed = await canary.missed();
    expect(missed).toBeGreaterThan(0); // the canary fails, or this test has not tried anything
    expect(await queued()).toBe('0');
    const [leaves] = await office.db.query<{ rows: number; first: string; last: number; entries: string }[]>(
      `select count(*)::integer as rows, min(position) as first, max(position)::integer as last,
         count(distinct record) filter (where kind = 'journal-entry') as entries from sealing.leaf`,
    );
    const all = before + 144 * 3; // an act and two entries of each transaction
    expect(leaves).toEqual({ rows: all, first: '0', last: all - 1, entries: '288' });
    expect(await one('select count(*) as value from sealing.unsealed_records()')).toBe('0');
    expect(await inSnapshot(office.db, (tx) => verifySeals(tx))).toMatchObject({ holds: true, leaves: all });
  });

  function cursorSealer(): { missed(): Promise<number> } {
    const seen = new Set<string>();
    let last = '0';
    let stopped = false;
    const look = async (): Promise<void> => {
      const rows = await office.db.query<{ id: string }[]>(
        'select id from ledger.journal_entry where id > $1 order by id',
        [last],
      );
      for (const { id } of rows) seen.add(id);
      last = rows.at(-1)?.id ?? last;
    };
    const running = (async () => {
      while (!stopped) {
        await look();
        await pause(5);
      }
    })();
    return {
      missed: async () => {
        stopped = true;
        await running;
        await look();
        return Number(await one('select count(*) as value from ledger.journal_entry')) - seen.size;
      },
    };
  }

  it('and two sealers at once seal as one', async () => {
    await posts(...Array.from({ length: 60 }, (_, at) => `T-${at}`));
    await Promise.all([log.sealAll(7), log.sealAll(11), log.sealAll(5)]);
    const leaves = before + 1 + 60 * 2;
    expect(await inSnapshot(office.db, (tx) => verifySeals(tx))).toMatchObject({ holds: true, leaves, queued: 0 });
  });
});

describe('a sealer that is cut off', () => {
  let superuser: Database;
  beforeEach(async () => {
    superuser = await sessionAs('none', office.books.url);
  });
  afterEach(() => superuser.destroy());

  it.each(sealingSteps.map((step) => [step]))(
    'at %s leaves everything queued, and the next one seals it',
    async (step) => {
      await posts('C-1', 'C-2');
      const cut = log.sealer.transaction((tx) =>
        sealBatch(tx, {
          ...{ key: log.key, clock: wallClock, most: 100 },
          onStep: async (reached: SealingStep) => {
            if (reached !== step) return;
            const [own] = await tx.query<{ pid: number }[]>('select pg_backend_pid() as pid');
            await superuser.query('select pg_terminate_backend($1, 5000)', [own?.pid]); // as a crash would
          },
        }),
      );
      await expect(cut).rejects.toThrow(/terminat|connection|released/i);
      expect(await queued()).toBe('5');
      expect(await inSnapshot(office.db, (tx) => treeSize(tx))).toBe(before);
      await log.sealAll();
      const leaves = before + 5;
      expect(await inSnapshot(office.db, (tx) => verifySeals(tx))).toMatchObject({ holds: true, leaves, queued: 0 });
    },
  );

  it('goes on by itself once its connection is there again, and stops when it is told to', async () => {
    const said: string[] = [];
    let cuts = 1;
    const sealer: Sealer = startSealer({
      ...{ db: log.sealer, key: log.key, clock: wallClock },
      onPublished: async () => undefined,
      onTrouble: (sentence) => void said.push(sentence),
      onStep: async (step) => {
        if (step === 'SIGNED' && cuts-- > 0) {
          await superuser.query(
            `select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()
             and database = (select oid from pg_database where datname = current_database())`,
          );
        }
      },
    });
    await posts('C-1');
    for (let tries = 0; tries < 100 && (await queued()) !== '0'; tries += 1) await pause(100);
    await sealer.stop();
    expect(said).toEqual([expect.stringContaining('Nothing was sealed')]);
    expect(await inSnapshot(office.db, (tx) => verifySeals(tx))).toMatchObject({ holds: true, leaves: before + 3 });
    await posts('C-2');
    await pause(600);
    expect(await queued()).toBe('3'); // nobody seals any more
  });
});
