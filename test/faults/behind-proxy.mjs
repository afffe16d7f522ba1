/**
 * A server whose way to its database leads through the proxy, on an engine that belongs to the harness: the server can be
 * killed at any statement, and the database, which knows how far it came, lives on.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { opened } from '../support/open-things.mjs';
import { httpTo, startServer } from '../support/program.mjs';
import { assertDurable, connectTo, durableEngine } from './database.mjs';
import { killProcess } from './kill.mjs';
import { preparedBooks } from './prepared.mjs';
import { proxyTo } from './proxy.mjs';

const idleMsMost = 10_000;

export async function serverBehindProxy(build) {
  const books = await preparedBooks();
  const engine = await durableEngine(books.folder);
  const proxy = await proxyTo(engine.connection);
  let database = await connectTo(engine.connection);
  await assertDurable(database.query);
  // As an operator sets it up: a login for the server, one that migrates, one that seals.
  const logins = {
    url: proxy.url('recoup', engine.loginOf('recoup_app')),
    migratorUrl: proxy.url('recoup', engine.loginOf('recoup_migrator')),
    sealerUrl: proxy.url('recoup', engine.loginOf('recoup_sealer')),
  };
  let server = await startServer(books.folder, { product: build.root, ...logins });
  const http = () => httpTo(server.port, 1, books.folder);
  return {
    engine,
    proxy,
    folder: books.folder,
    logins,
    query: (sql, values) => database.query(sql, values),
    /** While nobody is connected to the books, as it takes to copy them: the server is killed before. */
    alone: async (work) => {
      await database.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'); // oxfmt-ignore
      await database.end();
      const postgres = await connectTo(engine.connection, 'postgres');
      await work(postgres.query).finally(() => postgres.end());
      database = await connectTo(engine.connection);
    },
    get port() {
      return server.port;
    },
    /** Now, whatever it is doing. */
    kill: () => killProcess(server.processId),
    killed: () => server.ended,
    restart: async () => {
      proxy.watch(() => undefined);
      server = await startServer(books.folder, { product: build.root, ...logins, port: server.port });
    },
    /** One request on a connection of its own; null where it is not answered. */
    send: async ({ method = 'POST', path, by, headers, body }) => {
      const one = http();
      try {
        return await one.send(method, path, { by, headers, body });
      } catch {
        return null;
      } finally {
        one.close();
      }
    },
    /** Sessions of the dead that still hold a transaction open, ten seconds later. */
    idleTransactions: async () => {
      for (const until = Date.now() + idleMsMost; ; await pause(50)) {
        const rows = await database.query(
          `select pid, state, query from pg_stat_activity where state like 'idle in transaction%' and pid <> pg_backend_pid()`,
        );
        if (rows.length === 0 || Date.now() > until) return rows;
      }
    },
    close: opened(async () => {
      await server.stop();
      await database.end();
      await proxy.close();
      await engine.stop();
      await books.remove();
    }),
  };
}

/**
 * Watches for the transaction that `identify` finds by one of its statements, and calls `at` after that statement (0) and
 * after each further one of the same transaction (1, 2, ...), up to its COMMIT.
 */
export function everyStatementOf(identify, at) {
  const steps = new Map(); // connection -> how many statements since it was identified
  return ({ sql, connection, application }) => {
    const known = steps.get(connection);
    if (known === undefined && !identify(sql, application)) return undefined;
    const step = known === undefined ? 0 : known + 1;
    steps.set(connection, step);
    if (/^(commit|rollback)/i.test(sql)) steps.delete(connection);
    return at(step, sql);
  };
}
