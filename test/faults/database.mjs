/** Bare connections of the harness to the books it breaks, as their superuser and past the product. */
import pg from 'pg';
import { opened } from '../support/open-things.mjs';
import { product } from './product.mjs';

/** Of a running engine. `query` answers rows. */
export async function connectTo(connection, database = 'recoup') {
  const client = new pg.Client({ ...connection, database, application_name: 'recoup faults' });
  client.on('error', () => undefined); // a database that is killed under it says so to the query that waits
  const end = opened(() => client.end().catch(() => undefined));
  await client.connect();
  return { query: async (sql, values) => (await client.query(sql, values)).rows, client, end };
}

/** What is done past the services is an act all the same: without one the books refuse every change. */
export const anActInSql = `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
  values (gen_random_uuid(), now(), 'recoup', 'recoup', 'ARRANGED_BY_A_TEST', 'test', '{test}', '{}')`;

/** For all secretariats, in a transaction of the server's role. */
export const forTheProgramInSql = `select set_config('app.tenant', 'recoup', true)`;

/** The engine of that folder as it runs now. */
export async function engineOf(folder) {
  const { startEngine } = await product.load('libs/platform/src/engine/index.js');
  return startEngine({ folder, durable: true });
}

/** An engine of the harness' own, in a folder of its own; what it acknowledges is on the disk. */
export async function durableEngine(folder) {
  const engine = await engineOf(folder);
  const stop = opened(() => engine.stop());
  return { ...engine, stop };
}

/** What is not written to the disk before it is acknowledged proves nothing about a crash. Errors: NotDurable. */
export async function assertDurable(query, { synchronousCommit = 'on' } = {}) {
  const wanted = { fsync: 'on', full_page_writes: 'on', synchronous_commit: synchronousCommit };
  for (const [name, value] of Object.entries(wanted)) {
    const [{ setting }] = await query('select current_setting($1) as setting', [name]);
    if (setting !== value) throw new NotDurable(name, setting, value);
  }
}

export class NotDurable extends Error {
  constructor(name, setting, value) {
    super(
      `A crash is tried on a database with ${name} = ${value}; this one has ${setting}. The result would mean nothing.`,
    );
  }
}
