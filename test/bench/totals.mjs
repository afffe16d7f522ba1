/**
 * The biennium's totals over HTTP as the charges grow tenfold, against the plainest SQL that gives the same numbers. The
 * charges come through the product's own bulk path: its service records, confirms and certifies a thousand at a time.
 */
import { openBooks } from '../support/measured-books.mjs';
import { loadCharges } from './bulk-load.mjs';
import { carryInProcess, draftOf } from './kernel.mjs';
import { biennium } from '../support/scenario.mjs';
import { httpTo, startServer } from '../support/program.mjs';
import { rounded, spread, timed } from '../support/statistics.mjs';

const agreements = 8;
const sizes = { full: [10_000, 100_000, 1_000_000], quick: [1000, 5000] };
const warmUp = 10;

export async function totals({ quick, charges }) {
  const books = await openBooks({ agreements });
  const server = await startServer(books.folder);
  const http = httpTo(server.port, 1, books.folder);
  const connection = await books.connect();
  try {
    const figures = [];
    let loaded = 0;
    for (const size of charges ?? (quick ? sizes.quick : sizes.full)) {
      const load = await timed(() => loadCharges(books, { agreements, from: loaded, to: size }));
      const loadedPerSecond = rounded(((size - loaded) * 1000) / load.ms);
      loaded = size;
      const measured = await measure(http, connection, quick ? 20 : 50);
      const oneByOneMs = await oneByOne(books, quick ? 50 : 200);
      figures.push({ charges: size, loadedPerSecond, ...measured, oneByOneMs });
    }
    return { version: books.version, agreements, figures };
  } finally {
    http.close();
    await connection.end();
    await server.stop();
    await books.close();
  }
}

async function measure(http, connection, times) {
  const path = `/api/v1/bienniums/${biennium}/totals`;
  const product = await repeated(() => http.ask('GET', path, { by: 'BRS.finance' }), times);
  const floor = await repeated(() => plainTotals(connection), Math.min(times, 10));
  checkSameNumbers(product.result, floor.result);
  const { rows } = await connection.query(
    `select (select count(*) from charging.charge) as charges, (select count(*) from ledger.movement_total) as totals,
       pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  return {
    keptTotals: Number(rows[0].totals),
    database: rows[0].size,
    overHttp: product.figures,
    plainSql: floor.figures,
    ratio: rounded(product.figures.medianMs / floor.figures.medianMs),
  };
}

/** How long one more charge takes, recorded, confirmed and certified on an agreement that bears all these already. */
async function oneByOne(books, times) {
  const values = [];
  for (let time = -20; time < times; time += 1) {
    const one = await timed(() => carryInProcess(books, [draftOf(time + 20, 0)], 0));
    if (time >= 0) values.push(one.ms);
  }
  return spread(values);
}

async function repeated(work, times) {
  const values = [];
  let result;
  for (let time = -Math.min(warmUp, times); time < times; time += 1) {
    const one = await timed(work);
    if (time >= 0) values.push(one.ms);
    result = one.result;
  }
  return { figures: spread(values), result };
}

/** What was charged by agreement and family, and by the client's fund, added up from the charges themselves. */
async function plainTotals(connection) {
  const byFamily = await connection.query(
    `select provider, client, agreement, family, sum(amount_usd) as charged
     from charging.charge
     where biennium = $1 and certified_by is not null
     group by provider, client, agreement, family`,
    [biennium],
  );
  const byFund = await connection.query(
    `select allocation.fund, sum(allocation.amount_usd) as charged
     from charging.charge
     join charging.charge_allocation as allocation on allocation.charge = charge.id
     where charge.biennium = $1 and charge.certified_by is not null and allocation.side = 'CLIENT'
     group by allocation.fund`,
    [biennium],
  );
  return { byFamily: byFamily.rows, byFund: byFund.rows };
}

/** Errors: when the product and the plain SQL differ by a cent anywhere; a quick wrong answer is no figure. */
function checkSameNumbers(product, floor) {
  const sorted = (pairs) => JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
  const families = sorted(
    product.byAgreementAndFamily.map(({ agreement, family, chargedUsd }) => [`${agreement} ${family}`, chargedUsd]),
  );
  const funds = sorted(product.byFund.map(({ fund, chargedUsd }) => [fund, chargedUsd]));
  if (
    families !== sorted(floor.byFamily.map(({ agreement, family, charged }) => [`${agreement} ${family}`, charged])) ||
    funds !== sorted(floor.byFund.map(({ fund, charged }) => [fund, charged]))
  ) {
    throw new Error('The totals over HTTP are not the sums of the charges.');
  }
}
