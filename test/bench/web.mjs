/**
 * What somebody waits for who works in the pages: lists of many charges, their search, the first page, and a block of lines that
 * is pasted. Over HTTP on loopback, and in a real browser of the system with an empty cache; each beside the least that
 * could do it, in the same run.
 */
import { join } from 'node:path';
import { openBooks } from '../support/measured-books.mjs';
import { progress } from '../support/progress.mjs';
import { httpTo, root, startServer } from '../support/program.mjs';
import { biennium } from '../support/scenario.mjs';
import { rounded, spread, timed } from '../support/statistics.mjs';
import { draftOf, loadWork, wordsToLookFor, workingScenario } from '../support/working-books.mjs';
import { firstPage } from '../../apps/web/first-page.mjs';
import { inBrowser } from './web-browser.mjs';

const sizes = {
  full: { charges: 100_000, agreements: 40, times: 60, words: 160, loads: 7 },
  quick: { charges: 4000, agreements: 8, times: 15, words: 24, loads: 2 },
};
const pasted = 500;
const by = 'BRS.finance';

export async function web({ quick, charges: asked }) {
  const size = { ...(quick ? sizes.quick : sizes.full), ...(asked === undefined ? {} : { charges: asked.at(-1) }) };
  const { charges, agreements } = size;
  const books = await openBooks({ scenario: workingScenario(agreements, charges) });
  const connection = await books.connect();
  let server;
  let http;
  try {
    const load = await timed(() => loadWork(books, { agreements, charges }));
    await connection.query('vacuum (analyze)'); // what the database does by itself within minutes
    server = await startServer(books.folder);
    http = httpTo(server.port, 6, books.folder);
    const asks = { http, connection, size };
    const lists = await measureLists(asks);
    const search = await measureSearch(asks);
    const dryRun = await measureDryRun(asks);
    const browser = await inBrowser({
      port: server.port,
      folder: books.folder,
      pasted: sheetOf(pasted),
      loads: size.loads,
    });
    return {
      version: books.version,
      charges,
      loadedPerSecond: rounded((charges * 1000) / load.ms),
      ...{ lists, search, dryRun, browser },
      bytes: firstPage(join(root, 'dist/web')),
    };
  } finally {
    http?.close();
    await connection.end();
    await server?.stop();
    await books.close();
  }
}

/** The plainest SQL for the rows of a page: no rights, no shares, nothing that the rows do not hold themselves. */
const plainPage = (condition, order = 'sequence desc') =>
  `select * from charging.charge where biennium = '${biennium}' and ${condition} order by ${order} limit 50`;
const plainSums = (condition) =>
  `select agreement, state, count(*), sum(amount_usd) from charging.charge where biennium = '${biennium}' and ${condition} group by 1, 2`;
const ofFund = (fund) =>
  `exists (select from charging.charge_allocation as share where share.charge = charge.id and share.side = 'CLIENT' and share.fund = '${fund}')`;

/** Each name with its address, and the plain SQL of the same rows; none where only the pages put such a thing together. */
function lists(agreement) {
  const narrowed = [
    ['one state, the rarest', 'state=RETURNED', "state = 'RETURNED'"],
    ['one agreement', `agreement=${agreement}`, `agreement = '${agreement}'`],
    ['one service', 'item=DOC-CTL', "item = 'DOC-CTL'"],
    ['one fund', 'fund=MC-GTF', ofFund('MC-GTF')],
    ['one meeting', 'meeting=MC-PREP-AFR', "agreement in (select number from agreements.agreement where meeting = 'MC-PREP-AFR')"],
    ['one month', 'month=2025-11', "delivered_on >= '2025-11-01' and delivered_on < '2025-12-01'"],
  ]; // oxfmt-ignore
  const page = `/api/v1/charges?biennium=${biennium}&limit=50`;
  const sums = `/api/v1/charge-totals?biennium=${biennium}`;
  return [
    ['charges, first page', page, plainPage('true')],
    ['  by day', `${page}&sort=date`, plainPage('true', 'delivered_on desc, sequence desc')],
    ['  by amount', `${page}&sort=amount`, plainPage('true', 'amount_usd desc, sequence desc')],
    ...narrowed.map(([name, filter, condition]) => [`  ${name}`, `${page}&${filter}`, plainPage(condition)]),
    ['sums of all charges', sums, plainSums('true')],
    ...narrowed.map(([name, filter, condition]) => [`  ${name}`, `${sums}&${filter}`, plainSums(condition)]),
    ['agreements', '/api/v1/agreements', 'select * from agreements.agreement order by number'],
    ['invoices', '/api/v1/invoices?limit=50', 'select * from invoicing.invoice order by sequence desc limit 50'],
    ['numbers of the meetings', `/api/v1/bienniums/${biennium}/meetings`, `select meeting, charge.state, count(*), sum(amount_usd) from charging.charge join agreements.agreement on number = agreement where charge.biennium = '${biennium}' group by 1, 2`],
    ['two books', `/api/v1/bienniums/${biennium}/two-books`, `select agreement, account, sum(amount_usd) from ledger.movement_total group by 1, 2`],
    ['completeness', `/api/v1/bienniums/${biennium}/completeness`, null],
    ['totals of the biennium', `/api/v1/bienniums/${biennium}/totals`, null],
    ['inbox', '/api/v1/inbox', "select * from charging.charge where state in ('RECORDED', 'RECEIVED', 'RETURNED') order by sequence limit 20"],
    ['acts, newest first', '/api/v1/audit-events?limit=50', "select * from platform.audit_event where person = 'BRS.finance' order by sequence desc limit 50"],
    ['an empty answer', '/health/live', 'select 1'],
  ]; // oxfmt-ignore
}

async function measureLists({ http, connection, size: { times } }) {
  const all = lists('CRA-2025-003');
  const found = [];
  for (const [name, path, sql] of all) {
    const product = await repeated(() => http.ask('GET', path, { by }), times);
    const floor = sql === null ? null : await repeated(() => connection.query(sql), times);
    found.push({ name, path, product: product.figures, floor: floor?.figures ?? null });
    progress('Lists', found.length, all.length);
  }
  return [...found, await nextPage(http, connection, times)];
}

/** A page in the middle of the list, by the cursor of the page before. */
async function nextPage(http, connection, times) {
  const page = `/api/v1/charges?biennium=${biennium}&limit=50`;
  let { nextCursor: cursor, items } = await http.ask('GET', page, { by });
  for (let turn = 0; turn < 20 && cursor !== null; turn += 1) {
    ({ nextCursor: cursor = cursor, items } = await http.ask('GET', `${page}&cursor=${cursor}`, { by }));
  }
  const product = await repeated(() => http.ask('GET', `${page}&cursor=${cursor}`, { by }), times);
  const after = `sequence < (select sequence from charging.charge where id = '${items.at(-1).id}')`;
  const floor = await repeated(() => connection.query(plainPage(after)), times);
  return { name: 'charges, the twentieth page', path: page, product: product.figures, floor: floor.figures };
}

const anywhere = "concat_ws(' ', id, item, evidence, note) ilike '%' || $1 || '%'";

/** Each word once: what was just asked for would be found in no time. */
async function measureSearch({ http, connection, size: { words: many, charges } }) {
  const words = wordsToLookFor(many, charges);
  const figures = { page: [], sums: [], plain: [] };
  for (const [turn, q] of words.entries()) {
    const asked = `biennium=${biennium}&q=${encodeURIComponent(q)}`;
    figures.page.push((await timed(() => http.ask('GET', `/api/v1/charges?${asked}&limit=50`, { by }))).ms);
    figures.sums.push((await timed(() => http.ask('GET', `/api/v1/charge-totals?${asked}`, { by }))).ms);
    figures.plain.push((await timed(() => connection.query(plainPage(anywhere), [q]))).ms);
    progress('Searches', turn + 1, words.length);
  }
  return { words: many, page: spread(figures.page), sums: spread(figures.sums), plain: spread(figures.plain) };
}

/** Five hundred lines tried as the grid tries them, and as many rows put into a table without anything, taken back too. */
async function measureDryRun({ http, connection, size: { times } }) {
  const charges = Array.from({ length: pasted }, (_, place) => bodyOf(place));
  const keyed = (turn) => ({ 'idempotency-key': `bench-web-${Date.now()}-${turn}` });
  let turn = 0;
  const product = await repeated(
    () =>
      http.ask('POST', '/api/v1/charges/batches?dryRun=true', { by, headers: keyed((turn += 1)), body: { charges } }),
    Math.ceil(times / 6),
  );
  await connection.query('create temporary table line as table charging.charge with no data');
  const rows = JSON.stringify(charges.map((one, place) => ({ ...one, id: String(place) })));
  const floor = await repeated(async () => {
    await connection.query('begin');
    await connection.query('insert into line select * from json_populate_recordset(null::line, $1)', [rows]);
    await connection.query('rollback');
  }, times);
  return { lines: pasted, product: product.figures, floor: floor.figures };
}

/** Under the second agreement, by which BRS provides. */
function bodyOf(place) {
  const { agreement, item, quantity, actualCost, deliveredOn, evidence, note } = draftOf(7_000_000 + place, 1);
  return {
    ...{ agreement, item, quantity: quantity.toString(), deliveredOn: deliveredOn.toString(), note },
    ...(actualCost === null
      ? {}
      : { actualCost: { currency: actualCost.currency.code, amount: actualCost.toString() } }),
    ...(evidence === null ? {} : { evidence }),
  };
}

/** The same lines as a spreadsheet has them on its clipboard, every fiftieth with a mistake. */
function sheetOf(count) {
  const rows = Array.from({ length: count }, (_, place) => {
    const { deliveredOn, item, quantity, actualCost, evidence, note } = bodyOf(place);
    const day = place % 50 === 7 ? '31 Nov 2025' : deliveredOn;
    return [day, item, quantity, actualCost?.currency, actualCost?.amount, evidence, note]
      .map((text) => text ?? '')
      .join('\t');
  });
  return { text: `${rows.join('\r\n')}\r\n`, lines: count, agreement: bodyOf(0).agreement };
}

async function repeated(work, times) {
  const values = [];
  let result;
  for (let time = -Math.min(5, times); time < times; time += 1) {
    const one = await timed(work);
    if (time >= 0) values.push(one.ms);
    result = one.result;
  }
  return { figures: spread(values), result };
}
