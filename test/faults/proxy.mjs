/**
 * A TCP proxy on loopback that stands between the server and its database and understands PostgreSQL's messages as far as
 * to know which statement has just been done. It can end a connection, or a process, exactly then: when the database has
 * done it and nobody else knows yet. So every step of a command can be met from outside, without a hook in the product.
 */
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { opened } from '../support/open-things.mjs';

/**
 * A proxy to the engine of that connection (node-postgres settings).
 * `watch(statement)` is asked before an answer of the database passes on: { sql, connection, application, index }, the statement,
 * its number on its connection, and the application_name that the connection came with. What it returns or resolves to: undefined lets it pass; 'cut' ends the connection with the
 * answer undelivered.
 */
export async function proxyTo(connection) {
  let watch = () => undefined;
  const sockets = new Set();
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    const database = connection.host.startsWith('/')
      ? connect(join(connection.host, `.s.PGSQL.${connection.port}`))
      : connect(connection.port, connection.host);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    between(client, database, connections, (statement) => watch(statement));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = opened(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    /** The same database through the proxy, by this login or by the connection's own. */
    url: (database, { user, password } = connection) =>
      `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${server.address().port}/${database}`,
    watch: (watcher) => {
      watch = watcher;
    },
    close,
  };
}

/**
 * The client may send several statements at once; the database gets the next one when the one before has been watched. So
 * "right after this statement" means that the database has not seen a later one.
 */
function between(client, database, connection, watch) {
  const texts = new Map(); // of prepared statements, by their names
  const waiting = []; // what the client has sent and the database not yet: { bytes, sql }
  let application = '';
  let unit = []; // of the statement that the client is sending
  let bound = '';
  let asked; // the statement that the database works on
  let index = 0;
  const next = () => {
    if (asked !== undefined || waiting.length === 0) return;
    asked = waiting.shift();
    database.write(asked.bytes);
  };
  const requests = messages({ startsWithoutType: true }, (type, body, whole) => {
    if (type === undefined) application = startupValue(body, 'application_name');
    if (type === undefined || type === 'p') return void database.write(whole); // until it is let in, it is answered at once
    unit.push(whole);
    if (type === 'P') texts.set(text(body, 0), afterName(body));
    if (type === 'B') bound = texts.get(afterName(body)) ?? '';
    if (!['Q', 'S', 'X'].includes(type)) return;
    waiting.push({ bytes: Buffer.concat(unit), sql: type === 'Q' ? text(body, 0) : bound });
    unit = [];
    next();
  });
  client.on('data', requests);
  // Answers pass on in order, each after its statement was watched: a chain of promises is the queue.
  let held = [];
  let passing = Promise.resolve();
  const answers = messages({ startsWithoutType: false }, (type, _, whole) => {
    held.push(whole);
    if (type !== 'Z' && asked !== undefined) return; // the answer of a statement goes as one, once it is complete
    const bytes = Buffer.concat(held);
    held = [];
    const done = type === 'Z' ? asked : undefined;
    if (done !== undefined) index += 1;
    const statement = done === undefined ? null : { sql: done.sql, connection, application, index };
    passing = passing.then(async () => {
      const verdict = statement === null ? undefined : await watch(statement);
      if (verdict === 'cut') return void client.destroy();
      if (!client.destroyed) client.write(bytes);
      if (done === undefined) return;
      asked = undefined;
      next();
    });
  });
  database.on('data', answers);
}

/** Calls `each(type, body, whole)` for every message; a client's first one has no type byte, and undefined for it. */
function messages({ startsWithoutType }, each) {
  let rest = Buffer.alloc(0);
  let untyped = startsWithoutType;
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (;;) {
      const head = untyped ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      const whole = rest.subarray(0, end);
      rest = rest.subarray(end);
      each(untyped ? undefined : String.fromCharCode(whole[0]), whole.subarray(head + 4), whole);
      untyped = false;
    }
  };
}

function text(body, from) {
  return body.toString('utf8', from, body.indexOf(0, from));
}

/** The first message of a client: a version, then names and values by turns. */
function startupValue(body, name) {
  const words = body.toString('utf8', 4).split('\0');
  return words.find((_, place) => place % 2 === 1 && words[place - 1] === name) ?? '';
}

/** What follows the first name: in Parse the text, in Bind the name of the statement. */
function afterName(body) {
  return text(body, body.indexOf(0) + 1);
}

/** A statement as a label: which tables it writes, where it does not begin with that, and its first words, on one line. */
export function labelOf(sql) {
  const line = sql.replace(/\s+/g, ' ').trim();
  const writes = line.startsWith('with ')
    ? [...line.matchAll(/(?<!for |do )\b(?:insert into|update|delete from) [\w.]+/g)].map(([words]) => words)
    : [];
  return [...writes, line].join(' | ').slice(0, 120);
}
