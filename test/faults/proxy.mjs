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
 * `watch(statement)` is asked before an answer of the database passes on: { sql, connection, index }, the statement and
 * its number on its connection. What it returns or resolves to: undefined lets it pass; 'cut' ends the connection with the
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
  const { user, password } = connection;
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return {
    url: (database) => `postgres://${login}@127.0.0.1:${server.address().port}/${database}`,
    watch: (watcher) => {
      watch = watcher;
    },
    close,
  };
}

function between(client, database, connection, watch) {
  const asked = []; // statements whose answer has not come yet
  let parsed = '';
  let index = 0;
  const requests = messages({ startsWithoutType: true }, (type, body) => {
    if (type === 'P') parsed = afterName(body);
    if (type === 'Q') asked.push(text(body, 0));
    if (type === 'S') asked.push(parsed);
  });
  client.on('data', (bytes) => {
    database.write(bytes);
    requests(bytes);
  });
  // Answers pass on in order, each after its statement was watched: a chain of promises is the queue.
  let held = [];
  let passing = Promise.resolve();
  const answers = messages({ startsWithoutType: false }, (type, _, whole) => {
    held.push(whole);
    if (type !== 'Z' && asked.length > 0) return; // the answer of a statement goes as one, once it is complete
    const bytes = Buffer.concat(held);
    held = [];
    const sql = type === 'Z' ? asked.shift() : undefined;
    if (sql !== undefined) index += 1;
    const statement = sql === undefined ? null : { sql, connection, index };
    passing = passing.then(async () => {
      const verdict = statement === null ? undefined : await watch(statement);
      if (verdict === 'cut') client.destroy();
      else if (!client.destroyed) client.write(bytes);
    });
  });
  database.on('data', answers);
}

/** Calls `each(type, body, whole)` for every message; a client's first one has no type byte. */
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
      if (untyped) untyped = false;
      else each(String.fromCharCode(whole[0]), whole.subarray(5), whole);
    }
  };
}

function text(body, from) {
  return body.toString('utf8', from, body.indexOf(0, from));
}

/** Parse: the name of the prepared statement, then its text. */
function afterName(body) {
  return text(body, body.indexOf(0) + 1);
}

/** A statement as a label: its first words, on one line. */
export function labelOf(sql) {
  return sql.replace(/\s+/g, ' ').trim().slice(0, 90);
}
