import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  dataSource,
  DatabaseIsNewer,
  openDatabase,
  type OpenDatabase,
  type OpenOptions,
  prepareDatabase,
  roles,
} from '#platform';
import { tables } from '#books';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ActsAsAnother,
  DatabaseIsOlder,
  LoginTooPowerful,
  MayNotPrepare,
  readDatabase,
  RightsDiffer,
  RolesAreMissing,
} from '../../libs/platform/src/roles/index.ts';
import { migrations, rights } from '../../migrations/index.ts';
import { withDatabase } from '../support/database-name.ts';

jest.setTimeout(120_000); // databases of its own, migrated from nothing

/** What a version that is still to be written might bring. */
class AColourIsKept1767225699000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table platform.colour (name text not null, constraint colour_once primary key (name))');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table platform.colour');
  }
}

/** The same, broken at its last statement. */
class AColourIsKeptTwice1767225699000 extends AColourIsKept1767225699000 {
  override async up(db: QueryRunner): Promise<void> {
    await super.up(db);
    await db.query(`insert into platform.colour (name) values ('blue'), ('blue')`);
  }
}

const next: Pick<OpenOptions, 'migrations' | 'rights'> = {
  migrations: [...migrations, AColourIsKept1767225699000],
  rights: { ...rights, tables: { ...rights.tables, 'platform.colour': { recoup_app: { select: 'all' } } } },
};

describe('a database of a server elsewhere', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const login = `recoup_test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  const made: string[] = [];
  const open: OpenDatabase[] = [];
  let powerful: string; // its name: the superuser of this server

  beforeAll(async () => {
    await prepareDatabase({ connectionString: await empty() }); // the roles, which are the server's
    await administer(server, `create role ${login} login password '${password}' in role ${roles.app}`);
    powerful = await first(server, 'select session_user');
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  afterAll(async () => {
    for (const name of made) await administer(server, `drop database ${name} with (force)`);
    await administer(server, `drop role ${login}`);
  });

  /** A new, empty one, by the address of the server's superuser. */
  async function empty(): Promise<string> {
    const name = `recoup_test_opening_${randomBytes(6).toString('hex')}`;
    await administer(server, `create database ${name}`);
    made.push(name);
    return withDatabase(server, name);
  }

  /** The same address by a login that is a member of the server's role and no more. */
  const asLogin = (url: string, user = login): string =>
    url.replace(/\/\/[^@]*@/, `//${user}:${user === login ? password : 'none'}@`);

  const options = (url: string, more: Partial<OpenOptions> = {}): OpenOptions => ({
    url,
    migratorUrl: undefined,
    sealerUrl: undefined,
    archive: undefined,
    production: false,
    folder: '/nowhere',
    adopt: false,
    entities: tables,
    migrations,
    rights,
    poolSize: 2,
    applicationName: 'recoup tests',
    statementTimeoutMs: 60_000,
    onProgress: () => undefined,
    ...more,
  });
  async function opened(url: string, more: Partial<OpenOptions> = {}): Promise<OpenDatabase> {
    const database = await openDatabase(options(url, more));
    open.push(database);
    return database;
  }
  const migrated = async (): Promise<string> => {
    const url = await empty();
    await (await openDatabase(options(url))).close();
    return url;
  };

  describe('in development', () => {
    it('is made fit by a powerful login, which is warned of, and acts as the server all the same', async () => {
      const url = await empty();
      const warnings: string[] = [];
      const { db } = await opened(url, { onWarning: (sentence) => warnings.push(sentence) });
      expect(await db.query('select session_user as login, current_user as role')).toEqual([
        { login: powerful, role: roles.app },
      ]);
      expect(warnings.length).toBeGreaterThan(0);
      expect(warnings[0]).toContain(`DATABASE_URL logs in as "${powerful}", which is a superuser`);
      await expect(db.query('delete from ledger.posting')).rejects.toThrow('permission denied for table posting');
      await expect(db.query('select from ledger.posting')).resolves.toEqual([]);
    });

    it('is opened by the login of the server without a word', async () => {
      const url = await migrated();
      const warnings: string[] = [];
      const { db } = await opened(asLogin(url), { onWarning: (sentence) => warnings.push(sentence) });
      expect((await readDatabase(db)).login).toEqual({ name: login, actsAs: roles.app, powers: [] });
      expect(warnings).toEqual([]);
    });

    it('is refused where the address keeps the session from acting as the server', async () => {
      const url = await migrated();
      const address = `${url}${url.includes('?') ? '&' : '?'}options=-c%20statement_timeout%3D0`;
      await expect(openDatabase(options(address))).rejects.toThrow(ActsAsAnother);
    });

    it('is made fit through the address of the migrator', async () => {
      const url = await empty();
      const { db } = await opened(asLogin(url), { migratorUrl: url });
      expect((await readDatabase(db)).login.name).toBe(login);
    });

    it('is refused where the login may not make it fit, with the command', async () => {
      const url = await empty();
      const refusal = await openDatabase(options(asLogin(url))).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(MayNotPrepare);
      expect((refusal as Error).message).toContain('npm run recoup -- database prepare');
    });

    it('is made fit by whoever owns it and may create roles, without being a superuser', async () => {
      const owner = `${login}_owner`;
      await administer(server, `create role ${owner} login password 'none' createrole createdb`);
      const url = await empty();
      const name = new URL(url).pathname.slice(1);
      await administer(server, `alter database ${name} owner to ${owner}`);
      // On a server where another made the roles, that one has to let it hand things to the owner and act as the server.
      await administer(server, `grant ${roles.owner}, ${roles.app} to ${owner} with admin option`);
      try {
        const { db } = await opened(asLogin(url, owner));
        const { login: found } = await readDatabase(db);
        expect(found).toMatchObject({ name: owner, actsAs: roles.app });
        expect(found.powers).toEqual(['may create roles', `is a member of ${roles.owner}`]);
      } finally {
        for (const one of open.splice(0)) await one.close();
        await administer(server, `drop database ${name} with (force)`);
        made.splice(made.indexOf(name), 1);
        await administer(server, `drop role ${owner}`);
      }
    });
  });

  describe('in production', () => {
    it('is refused to a superuser', async () => {
      const refusal = await openDatabase(options(await migrated(), { production: true })).catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(LoginTooPowerful);
      expect((refusal as Error).message).toContain(`logs in as "${powerful}", which is a superuser`);
    });

    it.each`
      power                                          | grant
      ${'is above row level security'}               | ${'alter role LOGIN bypassrls'}
      ${'may create roles'}                          | ${'alter role LOGIN createrole'}
      ${'may replicate'}                             | ${'alter role LOGIN replication'}
      ${'is a member of recoup_owner'}               | ${'grant recoup_owner to LOGIN'}
      ${'is a member of recoup_sealer'}              | ${'grant recoup_sealer to LOGIN'}
      ${'is a member of pg_write_all_data'}          | ${'grant pg_write_all_data to LOGIN'}
      ${'has rights of its own in the books'}        | ${'grant update on ledger.posting to LOGIN'}
      ${'owns tables or other objects of the books'} | ${'alter table ledger.posting owner to LOGIN'}
      ${'owns the database'}                         | ${'alter database HERE owner to LOGIN'}
    `('is refused to a login that $power', async ({ power, grant }: Record<string, string>) => {
      const url = await migrated();
      const other = `${login}_${randomBytes(4).toString('hex')}`;
      await administer(server, `create role ${other} login password 'none' in role ${roles.app}`);
      const here = new URL(url).pathname.slice(1);
      await administer(url, (grant ?? '').replace('LOGIN', other).replace('HERE', here));
      try {
        const refusal = await openDatabase(options(asLogin(url, other), { production: true })).catch(
          (error: unknown) => error,
        );
        expect((refusal as Error).message).toMatch(new RegExp(`"${other}", which .*${power ?? ''}`));
        expect(refusal).toBeInstanceOf(LoginTooPowerful);
      } finally {
        await administer(url, `reassign owned by ${other} to ${powerful}`);
        await administer(url, `drop owned by ${other}`);
        await administer(server, `drop role ${other}`);
      }
    });

    it('is opened by the login of the server', async () => {
      const { db } = await opened(asLogin(await migrated()), { production: true });
      await expect(db.query('select from ledger.posting')).resolves.toEqual([]);
    });

    it('is not migrated on the way, and says what is to be done', async () => {
      const url = await migrated();
      const production = { ...next, production: true, migratorUrl: url };
      const refusal = await openDatabase(options(asLogin(url), production)).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DatabaseIsOlder);
      expect((refusal as Error).message).toContain('one migration behind');
      expect((refusal as Error).message).toContain('npm run recoup -- database migrate');
      expect(await first(url, `select to_regclass('platform.colour') is null`)).toBe('true');
    });

    it('is refused without roles, which an empty one has not', async () => {
      const url = await empty();
      await administer(url, `revoke connect on database ${new URL(url).pathname.slice(1)} from public`);
      await expect(openDatabase(options(asLogin(url), { production: true }))).rejects.toThrow(RolesAreMissing);
    });
  });

  describe('that a newer version has migrated', () => {
    it('is refused, and nothing is touched', async () => {
      const url = await migrated();
      await (await openDatabase(options(url, next))).close();
      const rightsBefore = (await snapshot(url)).rights;
      for (const production of [false, true]) {
        await expect(openDatabase(options(asLogin(url), { production }))).rejects.toThrow(DatabaseIsNewer);
      }
      await expect(openDatabase(options(url))).rejects.toThrow(
        'migrated by a newer version of Recoup (AColourIsKept1767225699000)',
      );
      expect((await snapshot(url)).rights).toEqual(rightsBefore);
    });
  });

  describe('that an older version has migrated', () => {
    it('is brought to this one in development, with the rights of its new table', async () => {
      const url = await migrated();
      const { db } = await opened(asLogin(url), { ...next, migratorUrl: url });
      await expect(db.query('select name from platform.colour')).resolves.toEqual([]);
      await expect(db.query(`insert into platform.colour values ('red')`)).rejects.toThrow('permission denied');
    });

    it('stays as it was where the migration fails half way, and the older version starts', async () => {
      const url = await migrated();
      const before = await snapshot(url);
      const broken = { ...next, migrations: [...migrations, AColourIsKeptTwice1767225699000] };
      await expect(openDatabase(options(url, broken))).rejects.toThrow('colour_once');
      expect(await snapshot(url)).toEqual(before);
      const { db } = await opened(asLogin(url), { production: true });
      await expect(db.query('select from ledger.posting')).resolves.toEqual([]);
    });

    it('stays as it was where the rights fail after the migration', async () => {
      const url = await migrated();
      const before = await snapshot(url);
      const broken = {
        ...next,
        rights: { ...rights, tables: { ...next.rights.tables, 'platform.hue': { recoup_app: { select: 'all' } } } },
      } as const;
      await expect(openDatabase(options(url, broken))).rejects.toThrow('"platform.hue" does not exist');
      expect(await snapshot(url)).toEqual(before);
    });

    it('leaves nothing at all in an empty database where a migration fails', async () => {
      const url = await empty();
      const broken = { migrations: [...migrations, AColourIsKeptTwice1767225699000] };
      await expect(openDatabase(options(url, broken))).rejects.toThrow('colour_once');
      expect(
        await first(
          url,
          `select count(*) from pg_class where relnamespace::regnamespace::text not like 'pg_%' and relnamespace::regnamespace::text <> 'information_schema'`,
        ),
      ).toBe('0');
      await opened(url);
    });

    it('is migrated once by four that start at once', async () => {
      const url = await empty();
      const all = await Promise.all([1, 2, 3, 4].map(() => opened(url)));
      const names = await all[0]?.db.query<{ name: string }[]>('select name from public.migration order by id');
      expect(names?.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    });

    it('is looked at by one that starts once another has migrated it, and not in the middle', async () => {
      const url = await migrated();
      const another = new pg.Client({ connectionString: url });
      await another.connect();
      try {
        await another.query(`begin; select pg_advisory_xact_lock(hashtext('recoup migrate'))`);
        await another.query('lock table identity.person in access exclusive mode');
        const starting = opened(asLogin(url), { production: true });
        while ((await first(url, waitingForALock)) === '0') await pause(20);
        // Whoever looked already would hold this one, and wait for the other: a deadlock, and one of the two goes.
        await another.query('lock table platform.audit_event in access exclusive mode');
        await another.query('commit');
        expect((await starting).version).toMatch(/^PostgreSQL/);
      } finally {
        await another.end();
      }
    });
  });

  describe('that was restored from a dump without owners and rights', () => {
    /** What `pg_dump --no-owner --no-acl` loses. */
    async function restored(): Promise<string> {
      const url = await migrated();
      await administer(
        url,
        `do $$
         declare here record;
         begin
           for here in select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information)' loop
             execute format('alter table %s owner to %I', here.name, session_user);
             execute format('revoke all on %s from ${roles.app}, ${roles.auditor}', here.name);
           end loop;
           execute format('grant all on database %I to public', current_database());
         end $$`,
      );
      return url;
    }

    it('is refused in production, with what is amiss and the command', async () => {
      const refusal = await openDatabase(options(asLogin(await restored()), { production: true })).catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(RightsDiffer);
      const { missing, excess, message } = refusal as RightsDiffer;
      expect(missing).toContain('recoup_app may INSERT ledger.posting');
      expect(excess).toContain(`ledger.posting belongs to ${powerful}`);
      expect(excess).toContain('PUBLIC may TEMPORARY database');
      expect(message).toContain('npm run recoup -- database prepare');
    });

    it('is mended in development', async () => {
      const { db } = await opened(await restored());
      const rows = await db.query<{ owner: string }[]>(
        `select distinct tableowner as owner from pg_tables where schemaname !~ '^(pg_|information)'`,
      );
      expect(rows).toEqual([{ owner: roles.owner }]);
      await expect(db.query('delete from ledger.posting')).rejects.toThrow('permission denied');
    });
  });

  /** Everything a failed migration might have left: tables, what ran, and the rights. */
  async function snapshot(url: string): Promise<{ tables: string; ran: readonly string[] | null; rights: string[] }> {
    const db = await dataSource({ ...options(url), connection: url, role: roles.owner }).initialize();
    try {
      const found = await readDatabase(db);
      const names = await first(
        url,
        `select string_agg(relname, ' ' order by relname) from pg_class where relkind in ('r', 'S', 'v')`,
      );
      return { tables: names, ran: found.migrations, rights: [...found.rights].sort() };
    } finally {
      await db.destroy();
    }
  }
});

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const waitingForALock = `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

async function first(url: string, query: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}
