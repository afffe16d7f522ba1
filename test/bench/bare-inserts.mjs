/**
 * The floor of the postings: the very rows that the product wrote, inserted by plain INSERTs into tables of the same
 * columns without a constraint, an index or a trigger, in as many transactions over as many connections.
 */
import { progress } from '../support/progress.mjs';

/** The tables a charge is written to, in the three transactions of its way. */
const tables = {
  charge: 'charging.charge',
  allocation: 'charging.charge_allocation',
  entry: 'ledger.journal_entry',
  posting: 'ledger.posting',
  requestKey: 'platform.request_key',
  auditEvent: 'platform.audit_event',
};

/**
 * The rows of the newest charges, as text, in the order they were recorded, and their counts; request keys by their prefix.
 * Errors: when there are not as many as the workload has carried.
 */
export async function postedRows(connection, { afterSequence, keyPrefix, charges }) {
  const own = 'select id from charging.charge where sequence > $1';
  const read = async (table, condition, order, given = afterSequence) =>
    (await connection.query(`select * from ${table} where ${condition} order by ${order}`, [given])).rows;
  const written = {
    charge: await read(tables.charge, 'sequence > $1', 'sequence'),
    allocation: await read(tables.allocation, `charge in (${own})`, 'charge, side, position'),
    entry: await read(tables.entry, `source in (${own})`, 'id'),
    posting: await read(
      tables.posting,
      `entry_id in (select id from ledger.journal_entry where source in (${own}))`,
      'entry_id, position',
    ),
    auditEvent: await read(tables.auditEvent, `object_ids && array(${own})`, 'sequence'),
    requestKey: await read(tables.requestKey, 'starts_with(key, $1)', 'created_at, key', keyPrefix),
  };
  if (written.charge.length !== charges) throw new Error(`${written.charge.length} charges came of ${charges}.`);
  const counts = Object.fromEntries(Object.entries(written).map(([name, rows]) => [tables[name], rows.length]));
  return { counts, rows: written };
}

/** Inserts those rows with `clients` connections, `batch` charges to a transaction, and says how many charges a second. */
export async function insertBare(books, rows, { name, charges, clients, batch }) {
  const jobs = transactionsOf(rows, batch);
  const connections = [];
  for (let index = 0; index < clients; index += 1) connections.push(await books.connect());
  const [first] = connections;
  try {
    await first.query('drop schema if exists bench cascade; create schema bench');
    for (const [table, source] of Object.entries(tables)) {
      await first.query(`create table bench."${table}" (like ${source})`);
    }
    let next = 0;
    let done = 0;
    const client = async (connection) => {
      while (next < jobs.length) {
        const job = jobs[next];
        next += 1;
        for (const transaction of job) {
          await connection.query('begin');
          for (const statement of transaction) await connection.query(statement);
          await connection.query('commit');
        }
        done += batch;
        progress(`${name}, bare`, done, charges);
      }
    };
    const started = performance.now();
    await Promise.all(connections.map(client));
    const perSecond = (charges * 1000) / (performance.now() - started);
    await checkAllThere(first, rows);
    await first.query('drop schema bench cascade');
    return { perSecond };
  } finally {
    for (const connection of connections) await connection.end();
  }
}

/** For each `batch` charges the statements of its three transactions: recorded, confirmed, certified. */
function transactionsOf({ charge, allocation, entry, posting, requestKey, auditEvent }, batch) {
  // An act names its objects as text, {first,second}: it is the act of the charges that it names first.
  const acts = new Map(auditEvent.map((row) => [`${row.action} ${/^\{"?([^",}]+)/.exec(row.object_ids)[1]}`, row]));
  const act = (action, [{ id }]) => insert('auditEvent', [acts.get(`${action} ${id}`)]);
  const allocations = Map.groupBy(allocation, (row) => row.charge);
  const entries = Map.groupBy(entry, (row) => row.source);
  const postings = Map.groupBy(posting, (row) => row.entry_id);
  const jobs = [];
  for (let from = 0; from < charge.length; from += batch) {
    const some = charge.slice(from, from + batch);
    const someEntries = some.flatMap(({ id }) => entries.get(id) ?? []);
    const [recorded, received, certified] = requestKey.slice((from / batch) * 3, (from / batch) * 3 + 3);
    jobs.push([
      [
        insert('charge', some),
        insert(
          'allocation',
          some.flatMap(({ id }) => allocations.get(id) ?? []),
        ),
        insert('requestKey', [recorded]),
        act('CHARGES_RECORDED', some),
      ],
      [insert('requestKey', [received]), act('CHARGES_RECEIVED', some)],
      [
        insert('entry', someEntries),
        insert(
          'posting',
          someEntries.flatMap(({ id }) => postings.get(id) ?? []),
        ),
        insert('requestKey', [certified]),
        act('CHARGES_CERTIFIED', some),
      ],
    ]);
  }
  return jobs;
}

/** One INSERT for all rows of one table; prepared once for each connection, as a bare program would. */
function insert(table, rows) {
  const columns = Object.keys(rows[0]);
  const places = rows.map(
    (_, row) => `(${columns.map((_column, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  );
  return {
    name: `${table} ${rows.length}`,
    text: `insert into bench."${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values ${places.join(', ')}`,
    values: rows.flatMap((row) => columns.map((column) => row[column])),
  };
}

async function checkAllThere(connection, rows) {
  for (const [table, all] of Object.entries(rows)) {
    const { rows: counted } = await connection.query(`select count(*) as count from bench."${table}"`);
    if (Number(counted[0].count) !== all.length) throw new Error(`bench.${table} has ${counted[0].count} rows.`);
  }
}
