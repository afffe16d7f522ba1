/**
 * The product's server in this process, over a database in memory that is gone afterwards: for what is about logic and not
 * about crashes. Requests are injected, so no port is taken, and the clock is set.
 */
import { randomUUID } from 'node:crypto';
import { opened } from '../support/open-things.mjs';
import { anActInSql, forTheProgramInSql, connectTo } from './database.mjs';
import { product } from './product.mjs';
import { scenarioWith } from '../support/scenario.mjs';

let engine;
let databases = 0;
const freshMs = 5 * 60_000; // certifying asks for a proof that is ten minutes old at most

/** One engine for all in-process harnesses of a run. */
async function engineInMemory() {
  if (engine === undefined) {
    const { startThrowAwayEngine } = await product.load('libs/platform/src/index.js');
    engine = await startThrowAwayEngine();
    opened(() => engine.stop());
  }
  return engine;
}

const newName = () => {
  databases += 1;
  return `recoup_faults_${databases}`;
};

async function onServer(connection, sql) {
  const server = await connectTo(connection, 'postgres');
  await server.query(sql);
  await server.end();
}

/** What of the build it takes to open books. */
async function partsOf(build) {
  const { dataSource, migrate, prepareDatabase, roles } = await build.load('libs/platform/src/index.js');
  const { tables, readScenario, ReplayService } = await build.load('libs/books/src/index.js');
  const { migrations, rights } = await build.load('migrations/index.js');
  const { createServer } = await build.load('apps/api/src/server.js');
  const { SetClock, Day } = await build.load('libs/kernel/src/index.js');
  const { IdentityService, SignInService } = await build.load('libs/identity/src/index.js');
  const { inTransaction } = await build.load('libs/platform/src/index.js');
  const { keyRing, newPersonalKeys } = await build.load('libs/travellers/src/index.js');
  const opened = (connection, database, poolSize, role = roles.app) =>
    dataSource({
      role,
      connection: { ...connection, database },
      entities: tables,
      migrations,
      poolSize,
      applicationName: 'recoup faults, in process',
      statementTimeoutMs: 60_000,
    }).initialize();
  const makeReady = async (connection, database) => {
    await prepareDatabase({ ...connection, database });
    const owner = await opened(connection, database, 1, roles.owner);
    await migrate(owner, rights);
    await owner.destroy();
  };
  return {
    opened,
    makeReady,
    roles,
    readScenario,
    ReplayService,
    createServer,
    SetClock,
    Day,
    IdentityService,
    SignInService,
    inTransaction,
    newKeys: () => keyRing(newPersonalKeys),
  };
}

const templates = new Map();

async function cloneOf(connection, template) {
  const database = newName();
  await onServer(connection, `create database ${database} template ${template} strategy file_copy`);
  return database;
}

/** Migrated once for builds of the same migrations, then cloned. */
async function migratedTemplate(build, { makeReady }, connection) {
  const known = templates.get(build.root);
  if (known !== undefined) return known;
  const database = newName();
  await onServer(connection, `create database ${database}`);
  await makeReady(connection, database);
  templates.set(build.root, database);
  return database;
}

/** Filled once for each scenario, then cloned: by the product, for what a mutant does is looked at in what comes after. */
async function filledTemplate(given, connection, scenario) {
  const build = given.migratesAs ?? given;
  const key = `${build.root}\n${scenario}`;
  const known = templates.get(key);
  if (known !== undefined) return known;
  const parts = await partsOf(build);
  const { opened, readScenario, ReplayService, createServer, SetClock, Day } = parts;
  const database = await cloneOf(connection, await migratedTemplate(build, parts, connection));
  const db = await opened(connection, database, 2);
  const clock = new SetClock(Day.of('2025-01-01'));
  const app = await createServer(db, clock);
  await app.init();
  await app.get(ReplayService).run(readScenario(scenario), clock, () => undefined);
  await app.close();
  await db.destroy(); // a template can be cloned only while nobody is connected to it
  templates.set(key, database);
  return database;
}

/**
 * Books of that build with `agreements` signed agreements, or those of `scenario` (the file's text).
 * `ask` sends a request as that person and answers { status, body, headers, text }; `code` is its outcome in one word.
 */
export async function booksInProcess(
  build,
  { agreements = 1, limits = {}, scenario, today = '2025-12-31', poolSize = 12 } = {},
) {
  const { connection } = await engineInMemory();
  const parts = await partsOf(build);
  const template = await filledTemplate(build, connection, scenario ?? scenarioWith(agreements, limits));
  const database = await cloneOf(connection, template);
  const db = await parts.opened(connection, database, poolSize);
  const clock = new parts.SetClock(parts.Day.of('2025-01-01'));
  const keys = parts.newKeys(); // as of a file: the same after a restart
  const start = async () => {
    const app = await parts.createServer(db, clock, { keys });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return app;
  };
  let app = await start();
  const setToday = (day) => clock.set(parts.Day.of(day));
  setToday(today);
  const superuser = await connectTo(connection, database);
  const sessions = new Map();
  await everybodySignedIn(sessions, parts, app, db, clock);
  let provenAt = performance.now();
  const pools = [db];
  return {
    build,
    db,
    clock,
    setToday,
    query: superuser.query,
    /** Past the services and all rights, and yet an act among the others: without one the books refuse every change. */
    arrange: async (...statements) => {
      await superuser.query('begin');
      await superuser.query(anActInSql);
      for (const [sql, values] of statements) await superuser.query(sql, values);
      await superuser.query('commit');
    },
    /** Whoever was arranged since, too. */
    signEverybodyIn: () => everybodySignedIn(sessions, parts, app, db, clock),
    /** A pool of the same books with the rights of the sealer. */
    sealer: async () => {
      const pool = await parts.opened(connection, database, 2, parts.roles.sealer);
      pools.push(pool);
      return pool;
    },
    connection: { ...connection, database },
    get: (service) => app.get(service),
    ask: async (method, path, { by = 'BRS.finance', key = randomUUID(), seen, body } = {}) => {
      if (performance.now() - provenAt > freshMs) {
        provenAt = performance.now();
        await superuser.query('update identity.session set seen_at = now(), stepped_up_at = now()');
      }
      const reply = await app.inject({
        method,
        url: path,
        headers: {
          cookie: `recoup-session=${sessions.get(by)}`,
          ...(method === 'GET' ? {} : { 'idempotency-key': key, 'content-type': 'application/json' }),
          ...(seen === undefined ? {} : { 'if-match': seen }),
        },
        ...(method === 'GET' ? {} : { payload: JSON.stringify(body ?? {}) }),
      });
      const isJson = /[/+]json/.test(String(reply.headers['content-type']));
      return {
        status: reply.statusCode,
        headers: reply.headers,
        text: reply.body,
        body: isJson ? JSON.parse(reply.body) : null,
      };
    },
    /** As a restart: nothing that the application remembers is kept, only the database. */
    restart: async () => {
      await app.close();
      app = await start();
    },
    close: opened(async () => {
      await superuser.end();
      await app.close();
      await Promise.all(pools.map((pool) => pool.destroy()));
      await onServer(connection, `drop database ${database} with (force)`);
    }),
  };
}

/** Before any session takes its first turn: a sign-in has statements of its own. */
async function everybodySignedIn(sessions, { IdentityService, SignInService, inTransaction }, app, db, clock) {
  await inTransaction(db, async (tx) => {
    await tx.query(forTheProgramInSql);
    await tx.query(anActInSql);
    const people = (await app.get(IdentityService).people(tx))
      .map(({ code }) => code)
      .filter((code) => !sessions.has(code));
    await app.get(SignInService).addAccounts(tx, people);
    for (const person of people) {
      const proven = { person, kind: 'BROWSER', proven: 'SECOND_FACTOR' };
      sessions.set(person, (await app.get(SignInService).open(tx, proven, { clock })).token);
    }
  });
}

/** "ok", or the code of the refusal. */
export function outcomeOf({ status, body, text }) {
  return status < 300 ? 'ok' : (body?.code ?? `${status} ${text.slice(0, 100)}`);
}

/** The body of a success. Errors: any other answer, with what it said. */
export async function done(answering) {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`);
  return answer.body;
}
