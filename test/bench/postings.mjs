/**
 * Charges recorded, confirmed and certified per second over HTTP, against bare INSERTs of the same rows on the same
 * server. One charge is three requests of three officers, each its own transaction, written to disk before it is answered.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openBooks } from '../support/measured-books.mjs';
import { postedRows, insertBare } from './bare-inserts.mjs';
import { opened } from '../support/open-things.mjs';
import { progress } from '../support/progress.mjs';
import { agreementNumber, chargeBody, officersFor } from '../support/scenario.mjs';
import { httpTo, startServer } from '../support/program.mjs';
import { quantile, rounded } from '../support/statistics.mjs';

const agreements = 8;
const batchSize = 100;

const sizes = {
  full: { warmUp: 400, one: 400, many: 1600, batches: 20, times: 3 },
  quick: { warmUp: 80, one: 100, many: 320, batches: 4, times: 1 },
};

export async function postings({ quick }) {
  const size = quick ? sizes.quick : sizes.full;
  const books = await openBooks({ agreements });
  const server = await startServer(books.folder);
  const counting = await books.connect();
  const spreadOut = (running) => running % agreements;
  const workloads = [
    { name: 'one by one, 1 client', charges: size.one, clients: 1, batch: 1, agreementOf: spreadOut },
    { name: 'one by one, 16 clients', charges: size.many, clients: 16, batch: 1, agreementOf: spreadOut },
    { name: 'one by one, 16 clients, all on one agreement', charges: size.many, clients: 16, batch: 1, agreementOf: () => 0 },
    { name: 'in batches of 100, 1 client', charges: size.batches * batchSize, clients: 1, batch: batchSize, agreementOf: spreadOut },
  ]; // oxfmt-ignore
  try {
    const at = { port: server.port, folder: books.folder };
    await post(at, { ...workloads[1], charges: size.warmUp, name: 'Warming up' }, randomUUID());
    const figures = [];
    for (const workload of workloads) figures.push(await compare(books, at, counting, workload, size.times));
    return { version: books.version, agreements, workloads: figures };
  } finally {
    await counting.end();
    await server.stop();
    await books.close();
  }
}

/**
 * The product and the bare INSERTs in turns, so that a slow minute of the machine meets both; the medians are compared.
 * The bare INSERTs write the very rows that the product has just written.
 */
async function compare(books, at, counting, workload, times) {
  const product = [];
  const bare = [];
  const lags = [];
  let rows;
  for (let time = 1; time <= times; time += 1) {
    const before = await lastSequence(counting);
    const keyPrefix = randomUUID();
    const lag = watchSeal(counting);
    product.push(await post(at, workload, keyPrefix));
    lags.push(await lag.most());
    const written = await postedRows(counting, { afterSequence: before, keyPrefix, charges: workload.charges });
    rows = written.counts;
    bare.push(await insertBare(books, written.rows, workload));
  }
  const middle = (runs) => [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor((runs.length - 1) / 2)];
  const [ours, floor] = [middle(product), middle(bare)];
  return {
    workload: workload.name,
    charges: workload.charges,
    clients: workload.clients,
    runs: times,
    rowsPerCharge: Object.fromEntries(
      Object.entries(rows).map(([table, count]) => [table, rounded(count / workload.charges)]),
    ),
    transactionsPerCharge: 3 / workload.batch,
    chargesPerSecond: rounded(ours.perSecond),
    allRuns: product.map(({ perSecond }) => rounded(perSecond)),
    requestsMs: ours.requestsMs,
    sealLagMsMost: rounded(Math.max(...lags)),
    barePerSecond: rounded(floor.perSecond),
    allBareRuns: bare.map(({ perSecond }) => rounded(perSecond)),
    ratio: rounded(ours.perSecond / floor.perSecond),
  };
}

/** How long the oldest of what waits to be sealed has waited, at most, while charges are posted; looked at ten times a second. */
function watchSeal(connection) {
  let most = 0;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const { rows } = await connection.query(
        'select extract(epoch from clock_timestamp() - min(queued_at)) * 1000 as waited_ms from sealing.queue',
      );
      most = Math.max(most, Number(rows[0].waited_ms ?? 0));
      await pause(100);
    }
  })();
  return {
    most: async () => {
      over = true;
      await watching;
      return most;
    },
  };
}

async function lastSequence(connection) {
  const { rows } = await connection.query('select coalesce(max(sequence), 0) as last from charging.charge');
  return rows[0].last;
}

/** Carries `charges` charges from record to certification, by `clients` clients at once. */
async function post({ port, folder }, { name, charges, clients, batch, agreementOf }, keyPrefix) {
  const http = httpTo(port, clients, folder);
  const latencies = [];
  const act = poster(http, keyPrefix, latencies);
  let next = 0;
  let done = 0;
  const client = async () => {
    while (next < charges) {
      const first = next;
      next += batch;
      const running = Array.from({ length: Math.min(batch, charges - first) }, (_, place) => first + place);
      await (batch === 1
        ? carryOne(act, running[0], agreementOf(running[0]))
        : carryBatch(act, running, agreementOf(first / batch)));
      done += running.length;
      progress(name, done, charges);
    }
  };
  const started = performance.now();
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    http.close();
  }
  return {
    perSecond: (charges * 1000) / (performance.now() - started),
    requestsMs: { median: rounded(quantile(latencies, 0.5)), p99: rounded(quantile(latencies, 0.99)) },
  };
}

/** Carries one charge over HTTP to its certification, on at most sixteen connections that stay open. */
export function overHttp(port, folder) {
  const http = httpTo(port, 16, folder);
  opened(() => http.close());
  const act = poster(http, randomUUID(), []);
  return (running, agreementIndex) => carryOne(act, running, agreementIndex);
}

async function carryOne(act, running, agreementIndex) {
  const { recorder, receiver, certifier } = officersFor(agreementIndex);
  const { id } = await act(recorder, '/api/v1/charges', chargeBody(running, agreementIndex));
  const path = `/api/v1/charges/${encodeURIComponent(id)}`;
  await act(receiver, `${path}/receipt`);
  const { state } = await act(certifier, `${path}/certification`);
  if (state !== 'CERTIFIED') throw new Error(`Charge ${id} is ${state} at the end.`);
}

/** A batch names its charges itself, as a file of an officer does, and stays within one agreement. */
async function carryBatch(act, running, agreementIndex) {
  const { recorder, receiver, certifier } = officersFor(agreementIndex);
  const named = running.map((number) => ({
    id: `${agreementNumber(agreementIndex)}-${randomUUID()}`,
    ...chargeBody(number, agreementIndex),
  }));
  await act(recorder, '/api/v1/charges/batches', { charges: named });
  const ids = { charges: named.map(({ id }) => id) };
  await act(receiver, '/api/v1/charges/receipts', ids);
  const { items } = await act(certifier, '/api/v1/charges/certifications', ids);
  if (items.some(({ state }) => state !== 'CERTIFIED')) throw new Error('A charge of the batch is not certified.');
}

/** Sends one request as an officer, with a key of its own, and notes how long the answer took. */
function poster(http, keyPrefix, latencies) {
  let keys = 0;
  return async (actor, path, body) => {
    keys += 1;
    const started = performance.now();
    const answer = await http.ask('POST', path, {
      by: actor,
      headers: { 'idempotency-key': `${keyPrefix}-${keys}`, 'if-match': '*' },
      body,
    });
    latencies.push(performance.now() - started);
    return answer;
  };
}
