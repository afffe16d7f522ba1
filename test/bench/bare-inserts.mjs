/**
 * The floor of the postings: the very rows that the product inserted, each once, by plain INSERTs into tables of the same
 * columns without a constraint, an index or a trigger, in as many transactions over as many connections.
 * Rows:  those of the books, of the keys and the acts, and those of the seal: what was queued for it, and the leaves. A total
 *        counts where these charges began it; one that was there before is moved by the product, as charges, ceilings and keys
 *        are, and moving a row is no INSERT. What the queue held is told by its leaves, for whoever seals has taken it out; the
 *        leaves go along with the last transaction of their charges, where the product's sealer commits them apart.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';

/** The tables a charge is written to, in the three transactions of its way and by the sealer. */
const tables = {
  charge: 'charging.charge',
  allocation: 'charging.charge_allocation',
  entry: 'ledger.journal_entry',
  posting: 'ledger.posting',
  total: 'ledger.movement_total',
  requestKey: 'platform.request_key',
  auditEvent: 'platform.audit_event',
  queued: 'sealing.queue',
  leaf: 'sealing.leaf',
};

const totalKey = 'biennium, account, event, book, agreement, item, fund, budget_line, service_month, counterparty';

/**
 * The rows of the newest charges, as text, in the order they were recorded, and their counts; request keys by their prefix.
 * Errors: when there are not as many as the workload has carried.
 */
export async function postedRows(connection, { afterSequence, keyPrefix, charges }) {
  await sealed(connection);
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
    total: await totalsBegun(connection, own, afterSequence),
  };
  written.leaf = await leavesOf(connection, written);
  written.queued = written.leaf.map(({ position, ...leaf }, place) => ({
    id: position,
    ...leaf,
    queued_at: written.auditEvent[place % written.auditEvent.length].at,
  }));
  if (written.charge.length !== charges) throw new Error(`${written.charge.length} charges came of ${charges}.`);
  const counts = Object.fromEntries(Object.entries(written).map(([name, rows]) => [tables[name], rows.length]));
  return { counts, rows: written };
}

/** Waits until nothing is left to be sealed. */
async function sealed(connection) {
  for (;;) {
    const { rows } = await connection.query('select count(*) as waiting from sealing.queue');
    if (rows[0].waiting === '0') return;
    await pause(50);
  }
}

async function leavesOf(connection, { auditEvent, entry }) {
  const { rows } = await connection.query(
    `select * from sealing.leaf
     where kind = 'audit-event' and record = any($1) or kind = 'journal-entry' and record = any($2) order by position`,
    [auditEvent.map(({ id }) => id), entry.map(({ id }) => id)],
  );
  if (rows.length !== auditEvent.length + entry.length) throw new Error(`${rows.length} leaves were sealed.`);
  return rows;
}

const firstEntry = Symbol('the entry that began it');

/** The totals that have no other posting than those of these charges, each with the entry that came first, which is no column. */
async function totalsBegun(connection, own, afterSequence) {
  const { rows } = await connection.query(
    `select total.*, begun.first
     from (
       select ${totalKey}, count(*) as postings, min(entry_id) as first
       from ledger.posting join (
         select id as entry_id, biennium, event, counterparty from ledger.journal_entry where source in (${own})
       ) as entry using (entry_id)
       group by ${totalKey}
     ) as begun join ledger.movement_total as total using (${totalKey}, postings)
     order by begun.first`,
    [afterSequence],
  );
  return rows.map(({ first, ...row }) => ({ ...row, [firstEntry]: first }));
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
function transactionsOf({ charge, allocation, entry, posting, total, requestKey, auditEvent, queued, leaf }, batch) {
  // An act names its objects as text, {first,second}: it is the act of the charges that it names first.
  const acts = new Map(auditEvent.map((row) => [`${row.action} ${/^\{"?([^",}]+)/.exec(row.object_ids)[1]}`, row]));
  const actOf = (action, [{ id }]) => acts.get(`${action} ${id}`);
  const queuedOf = new Map(queued.map((row) => [`${row.kind} ${row.record}`, row]));
  const leafOf = new Map(leaf.map((row) => [`${row.kind} ${row.record}`, row]));
  const named = (kind, records) => records.map(({ id }) => `${kind} ${id}`);
  const totals = Map.groupBy(total, (row) => row[firstEntry]);
  const allocations = Map.groupBy(allocation, (row) => row.charge);
  const entries = Map.groupBy(entry, (row) => row.source);
  const postingsOf = Map.groupBy(posting, (row) => row.entry_id);
  const jobs = [];
  for (let from = 0; from < charge.length; from += batch) {
    const some = charge.slice(from, from + batch);
    const someEntries = some.flatMap(({ id }) => entries.get(id) ?? []);
    const actsOf = ['CHARGES_RECORDED', 'CHARGES_RECEIVED', 'CHARGES_CERTIFIED'].map((action) => actOf(action, some));
    const begun = someEntries.flatMap(({ id }) => totals.get(id) ?? []);
    const records = [...named('audit-event', actsOf), ...named('journal-entry', someEntries)];
    const shares = some.flatMap(({ id }) => allocations.get(id) ?? []);
    const postings = someEntries.flatMap(({ id }) => postingsOf.get(id) ?? []);
    const steps = [
      [insert('charge', some), insert('allocation', shares)],
      [],
      [
        insert('entry', someEntries),
        insert('posting', postings),
        ...(begun.length === 0 ? [] : [insert('total', begun)]),
      ],
    ];
    const queuedBy = (step) => [records[step], ...(step === 2 ? records.slice(3) : [])].map((one) => queuedOf.get(one));
    jobs.push(
      steps.map((statements, step) => [
        ...statements,
        insert('requestKey', [requestKey[(from / batch) * 3 + step]]),
        insert('auditEvent', [actsOf[step]]),
        insert('queued', queuedBy(step)),
        ...(step === 2
          ? [
              insert(
                'leaf',
                records.map((one) => leafOf.get(one)),
              ),
            ]
          : []),
      ]),
    );
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
