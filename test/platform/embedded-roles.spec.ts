import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { Day } from '#kernel';
import { dataSource, examine, openDatabase, type OpenDatabase, programTenant, roles } from '#platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { logBytesMost } from '../../libs/platform/src/backup/log-size.ts';
import { type Engine, startEngine } from '../../libs/platform/src/engine/index.ts';
import { placeAt } from '../../libs/platform/src/engine/place.ts';
import { loginRoles, readDatabase } from '../../libs/platform/src/roles/index.ts';
import { migrations, rights } from '../../migrations/index.ts';
import { anActInSql } from '../support/an-act.ts';
import { picture } from '../support/nothing-written.ts';
import { tried } from '../support/sessions.ts';
import { ask } from './stage.ts';

jest.setTimeout(120_000); // clusters of its own on the disk

let shelf: string;
const open: OpenDatabase[] = [];
beforeAll(() => {
  shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-roles-')));
  chmodSync(shelf, 0o755);
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => {
  rmSync(shelf, { recursive: true, force: true });
});

async function opened(folder: string): Promise<OpenDatabase> {
  const database = await openDatabase({
    ...{
      url: undefined,
      migratorUrl: undefined,
      sealerUrl: undefined,
      archive: undefined,
      production: true,
      folder,
      adopt: true,
    },
    ...{ entities: tables, migrations, rights, poolSize: 4, tenant: programTenant },
    ...{ applicationName: 'recoup tests', statementTimeoutMs: 60_000, onProgress: () => undefined },
  });
  open.push(database);
  return database;
}

/** Somebody else on the same server, while it runs. */
async function visited<T>(folder: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await startEngine({ folder, durable: true });
  try {
    return await work(engine);
  } finally {
    await engine.stop(); // which leaves the server to whoever started it
  }
}

describe('the embedded database', () => {
  it('is kept as the role of the server, which owns nothing and is a member of nothing', async () => {
    const { db } = await opened(join(shelf, 'new'));
    const [session] = await db.query<object[]>(
      `select session_user as login, current_user as role, pg_has_role('${roles.owner}', 'MEMBER') as owner,
         (select rolsuper from pg_roles where rolname = session_user) as superuser`,
    );
    expect(session).toEqual({ login: roles.app, role: roles.app, owner: false, superuser: false });
    expect((await readDatabase(db)).login.powers).toEqual([]);
    const owners = await db.query<{ owner: string }[]>(
      `select distinct tableowner as owner from pg_tables where schemaname !~ '^(pg_|information)'`,
    );
    expect(owners).toEqual([{ owner: roles.owner }]);
    for (const statement of ['set role recoup_owner', 'set role postgres', 'set session_replication_role = replica'])
      await expect(db.query(statement)).rejects.toThrow(/permission denied/);
    await expect(db.query(`insert into platform.books (content) values ('EMPTY')`)).resolves.toBeDefined();
  });

  it('has a password for each login, which its owner alone can read, and lets in nobody else', async () => {
    const folder = join(shelf, 'new');
    const { secrets, secret, door } = placeAt(folder);
    expect(readdirSync(secrets).sort()).toEqual([...loginRoles].sort());
    const words = [secret, ...loginRoles.map((role) => join(secrets, role))].map((path) => {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      return readFileSync(path, 'utf8');
    });
    expect(new Set(words).size).toBe(loginRoles.length + 1);
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    for (const line of readFileSync(door, 'utf8')
      .split('\n')
      .filter((one) => /^[a-z]/.test(one))) {
      expect(line).toMatch(
        /^(local|host) +all +postgres,recoup_migrator,recoup_app,recoup_sealer,recoup_auditor,recoup_backup +(127\.0\.0\.1\/32 +|::1\/128 +)?scram-sha-256$/,
      );
    }

    await opened(folder);
    await visited(folder, async (engine) => {
      const database = 'recoup';
      for (const role of loginRoles)
        expect(await ask({ connection: { ...engine.loginOf(role), database } }, 'select current_user')).toBe(role);
      const wrong = { ...engine.loginOf(roles.app), database, password: 'wrong' };
      await expect(ask({ connection: wrong }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
      await ask(engine, `create role stranger login password 'known'`);
      const stranger = { ...engine.connection, user: 'stranger', password: 'known', database };
      await expect(ask({ connection: stranger }, 'select 1')).rejects.toMatchObject({ code: '28000' });
    });
  });

  it('is opened again without a migration, and after the passwords were lost', async () => {
    const folder = join(shelf, 'new');
    const { secrets } = placeAt(folder);
    const before = readFileSync(join(secrets, roles.app), 'utf8');
    const { db } = await opened(folder);
    expect(readFileSync(join(secrets, roles.app), 'utf8')).toBe(before);
    expect(await db.query('select content from platform.books')).toEqual([{ content: 'EMPTY' }]);
    for (const one of open.splice(0)) await one.close();

    rmSync(secrets, { recursive: true });
    const again = await opened(folder);
    expect(readFileSync(join(secrets, roles.app), 'utf8')).not.toBe(before);
    expect(await again.db.query('select content from platform.books')).toEqual([{ content: 'EMPTY' }]);
  });

  it('is mended where somebody gave a right too many', async () => {
    const folder = join(shelf, 'new');
    await opened(folder);
    await visited(folder, (engine) =>
      ask({ connection: { ...engine.connection, database: 'recoup' } }, 'grant update on ledger.posting to recoup_app'),
    );
    for (const one of open.splice(0)) await one.close();
    const { db } = await opened(folder);
    await expect(db.query('update ledger.posting set fund = fund')).rejects.toThrow('permission denied');
  });

  it('is mended where its sessions would begin without triggers, or might switch them off', async () => {
    const folder = join(shelf, 'new');
    await opened(folder);
    await visited(folder, async (engine) => {
      await ask(engine, 'alter role recoup_app set session_replication_role = replica');
      await ask(engine, 'alter database recoup set session_replication_role = replica');
      await ask(engine, 'grant set on parameter session_replication_role to recoup_app');
    });
    for (const one of open.splice(0)) await one.close();
    const { db } = await opened(folder);
    expect(await db.query('show session_replication_role')).toEqual([{ session_replication_role: 'origin' }]);
    await expect(db.query('set session_replication_role = replica')).rejects.toThrow('permission denied');
  });

  it('is fit for the doctor, who finds a right too many, what production lacks, and an archive in trouble', async () => {
    const folder = join(shelf, 'new');
    const look = async (production: boolean): Promise<string[]> => {
      const server = {
        url: undefined,
        migratorUrl: undefined,
        sealerUrl: undefined,
        archive: undefined,
        folder,
        adopt: false,
        entities: tables,
        migrations,
        rights,
      };
      const today = Day.of('2031-01-01'); // no PostgreSQL that was tried is mended any more
      const findings = await examine({ ...server, production, today, onProgress: () => undefined });
      expect(findings).toContainEqual(
        expect.objectContaining({
          subject: 'PostgreSQL',
          fit: true,
          todo: expect.stringMatching(/^install |mended until/),
        }),
      );
      expect(findings.map(({ subject }) => subject)).toContain('data_checksums');
      return findings.filter(({ fit }) => !fit).map(({ subject, found }) => `${subject}: ${found}`);
    };
    expect(await look(false)).toEqual([]);

    await opened(folder);
    const inBooks = (engine: Engine) => ({ connection: { ...engine.connection, database: 'recoup' } });
    await visited(folder, async (engine) => {
      const archive = await ask(engine, 'show archive_mode');
      expect(await look(true)).toEqual(archive === 'off' ? ['archive_mode: off'] : []);
      await ask(inBooks(engine), 'grant delete on ledger.posting to recoup_app');
      expect(await look(false)).toEqual(['rights: too many: recoup_app may DELETE ledger.posting']);
      await ask(inBooks(engine), 'revoke delete on ledger.posting from recoup_app');
      await ask(inBooks(engine), `delete from public.migration where name ~ '^Totals'`);
      expect(await look(false)).toEqual([`schema: ${migrations.length - 1} of ${migrations.length} migrations`]);
      const since = '2026-01-05T02:00:00.000Z';
      const note = (name: string): string => join(engine.place.root, name);
      writeFileSync(note('archive-target.json'), JSON.stringify({ folder: '/mnt/safe', key: '/etc/backup.key' }));
      writeFileSync(note('archive-state.json'), JSON.stringify({ trouble: { since, sentence: 'No room.' } }));
      const ballast = join(engine.place.data, 'pg_wal', 'ballast');
      writeFileSync(ballast, '');
      truncateSync(ballast, logBytesMost); // sparse: it takes no room
      expect((await look(false)).slice(1)).toEqual([
        'archive: 0 files wait; archived last never',
        expect.stringMatching(/^log on disk: \d+ MB$/),
        'base backup: none of these books',
      ]);
    });
  });
});

describe('a cluster that a version without roles has made', () => {
  /** As that version left it: all of it the superuser's, no other login, migrated without rights, and rows in it. */
  async function made(folder: string): Promise<Record<string, string>> {
    const engine = await startEngine({ folder, durable: true });
    await ask(engine, 'create database recoup');
    const connection = { ...engine.connection, database: 'recoup' };
    const before = migrations.filter(({ name }) => Number(name.slice(-13)) <= 1_767_225_608_000);
    const db = await dataSource({
      ...{ connection, role: 'none', entities: tables, migrations: before, poolSize: 1 },
      ...{ applicationName: 'recoup tests', statementTimeoutMs: 0 },
    }).initialize();
    try {
      await db.runMigrations();
      await fill(db);
      return await picture(db);
    } finally {
      await db.destroy();
      await engine.stop();
      const { secrets, door } = placeAt(folder);
      rmSync(secrets, { recursive: true });
      writeFileSync(door, 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n'); // as initdb leaves it
    }
  }

  async function fill(db: DataSource): Promise<void> {
    await db.query(`insert into platform.books (content) values ('EMPTY')`);
    await db.query(
      `insert into identity.secretariat values ('BRS', 'BRS', '{Geneva}'), ('MINAMATA', 'Minamata', '{Geneva}')`,
    );
    await db.query(`insert into identity.person values ('BRS.finance', 'A name', 'BRS')`);
    await db.transaction(async (tx) => {
      await tx.query(
        `insert into ledger.journal_entry
           (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, posted_by, posted_at)
         select '019a0000-0000-7000-8000-00000000000a', book, other, 'CHARGE_CERTIFIED', 'C-1', '2025-05-09', '2024-2025', 2, 'x', now()
         from (values ('BRS', 'MINAMATA'), ('MINAMATA', 'BRS')) as books (book, other)`,
      );
      await tx.query(
        `insert into ledger.posting (entry_id, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
         select id, position, 'EXPENDITURE', 'BC', '', 'CRA-1', 'DOC-CTL', '2025-05-01', amount
         from ledger.journal_entry cross join (values (1, 920.00), (2, -920.00)) as lines (position, amount)`,
      );
    });
  }

  it('passes to the owner at the next start, and nothing is lost', async () => {
    const folder = join(shelf, 'old');
    const before = await made(folder);
    expect(Object.keys(before).length).toBeGreaterThan(25);
    const { db } = await opened(folder);

    expect((await readDatabase(db)).login).toEqual({ name: roles.app, actsAs: roles.app, powers: [] });
    const after = await picture(db);
    // An entry has got its sealed body since, a posting its book, a secretariat how it is paid; what they say besides is below.
    const {
      'public.migration': ranBefore,
      'ledger.journal_entry': entries,
      'ledger.posting': postings,
      'identity.secretariat': secretariats,
      ...kept
    } = before;
    expect(after).toMatchObject(kept);
    const count = (seen: string | undefined): string => seen?.split(' ')[0] ?? '';
    expect([count(after['ledger.journal_entry']), count(after['ledger.posting'])]).toEqual([
      count(entries),
      count(postings),
    ]);
    expect(count(after['identity.secretariat'])).toBe(count(secretariats));
    expect(await db.query('select code, name, address from identity.secretariat order by code')).toEqual([
      { code: 'BRS', name: 'BRS', address: ['Geneva'] },
      { code: 'MINAMATA', name: 'Minamata', address: ['Geneva'] },
    ]);
    expect(await db.query('select count(*) from ledger.posting where book is null')).toEqual([{ count: '0' }]);
    expect(after['public.migration']).not.toBe(ranBefore); // it has run the later ones
    expect(await db.query('select count(*) from ledger.posting')).toEqual([{ count: '4' }]);

    const strangers = await db.query<object[]>(
      `select relname, relowner::regrole from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and relowner <> '${roles.owner}'::regrole
       union all select proname, proowner::regrole from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
       where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and proowner <> '${roles.owner}'::regrole
       union all select nspname, nspowner::regrole from pg_namespace
       where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and nspowner <> '${roles.owner}'::regrole
       union all select datname, datdba::regrole from pg_database where datname = current_database() and datdba <> '${roles.owner}'::regrole`,
    );
    expect(strangers).toEqual([]);
    await expect(db.query('update ledger.posting set amount_usd = 1')).rejects.toThrow('permission denied');
    // Foreign keys and triggers go on, now with the owner's rights.
    const add = (code: string, secretariat: string) =>
      tried(db, anActInSql, `insert into identity.person values ('${code}', 'Another name', '${secretariat}')`);
    expect(await add('X', 'NOBODY')).toContain('person_of_secretariat');
    expect(await add('BRS.certifying', 'BRS')).toBe('done');
  });

  it('can be connected to by nobody but the roles', async () => {
    const folder = join(shelf, 'old');
    await opened(folder);
    await visited(folder, async (engine) => {
      const client = new pg.Client({ ...engine.loginOf(roles.app), database: 'recoup' });
      await client.connect();
      const { rows } = await client.query(
        `select datname from pg_database where datname = 'recoup' and (datacl is null or 'PUBLIC' = any(
           select case grantee when 0 then 'PUBLIC' else '' end from aclexplode(datacl)))`,
      );
      await client.end();
      expect(rows).toEqual([]);
    });
  });
});
