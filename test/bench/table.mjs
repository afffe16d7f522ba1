import Table from 'cli-table3';
import { rounded } from '../support/statistics.mjs';

const plain = { head: [], border: [] };
const number = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
const milliseconds = (value) => (value >= 10_000 ? `${number(value / 1000)} s` : `${number(value)} ms`);
const times = (ratio) => (ratio < 1 ? `${number(ratio)} x (1/${number(1 / ratio)})` : `${number(ratio)} x`);

/** The report as tables: each figure, its floor, and the one in terms of the other. */
export function tableOf(report) {
  const { postings, controls, totals, web, pdf, startUp } = report.figures;
  const parts = [
    [
      `Recoup ${report.commit ?? 'outside a repository'}, ${report.takenAt}${report.quick ? ', quick: small sizes, few runs' : ''}`,
      `Node ${report.node}, ${report.postgres ?? 'no database used'}, ${report.platform}, ${report.cores} cores (${report.processor}), ${report.memoryGb} GB`,
      `Disk: ${number(report.diskWritesPerSecond)} confirmed writes a second. Load average ${report.loadBefore.join(' ')} before, ${report.loadAfter.join(' ')} after.`,
    ].join('\n'),
  ];
  if (postings) parts.push(postingsTable(postings));
  if (controls) parts.push(controlsTable(controls));
  if (totals) parts.push(totalsTable(totals), verificationTable(totals));
  if (web) parts.push(listsTable(web), pagesTable(web));
  if (pdf) parts.push(pdfTable(pdf));
  if (startUp) parts.push(startUpTable(startUp));
  return parts.join('\n\n');
}

function titled(title, { loadBefore, loadAfter, seconds }, head, rows) {
  const table = new Table({
    head,
    style: plain,
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
  });
  table.push(...rows);
  return `${title} (${seconds} s; load ${loadBefore[0]} to ${loadAfter[0]})\n${table.toString()}`;
}

function postingsTable(figure) {
  const [first] = figure.workloads;
  const rows = Object.values(first.rowsPerCharge).reduce((sum, count) => sum + count, 0);
  return titled(
    `Charges recorded, confirmed and certified over HTTP, and bare INSERTs of the same ${number(rows)} rows each`,
    figure,
    ['', 'charges/s', 'request p50', 'p99', 'unsealed for', 'bare INSERTs, charges/s', 'product / bare'],
    figure.workloads.map((one) => [
      one.workload,
      number(one.chargesPerSecond),
      milliseconds(one.requestsMs.median),
      milliseconds(one.requestsMs.p99),
      milliseconds(one.sealLagMsMost),
      number(one.barePerSecond),
      times(one.ratio),
    ]),
  );
}

function controlsTable(figure) {
  const names = Object.keys(figure.figures[0].without);
  return titled(
    'Charges a second with every control on, and what each control costs of it: the share that is won by switching it off',
    figure,
    ['', ...figure.figures.map(({ way, agreements, clients }) => `${way}, ${clients} cl., ${agreements} agr.`)],
    [
      ['every control on', ...figure.figures.map(({ allOnPerSecond }) => `${number(allOnPerSecond)}/s`)],
      ...names.map((name) => [
        `without ${name}`,
        ...figure.figures.map(({ without }) => `${number(without[name].price * 100)} %`),
      ]),
    ],
  );
}

function totalsTable(figure) {
  return titled(
    'Totals of the biennium over HTTP, and the plainest SQL over the charges that gives the same numbers',
    figure,
    [
      'charges',
      'loaded in bulk, charges/s',
      'over HTTP, median',
      'p99',
      'plain SQL, median',
      'p99',
      'product / plain',
      'one more charge',
    ],
    figure.figures.map((one) => [
      number(one.charges),
      number(one.loadedPerSecond),
      milliseconds(one.overHttp.medianMs),
      milliseconds(one.overHttp.p99Ms),
      milliseconds(one.plainSql.medianMs),
      milliseconds(one.plainSql.p99Ms),
      times(one.ratio),
      milliseconds(one.oneByOneMs.medianMs),
    ]),
  );
}

function verificationTable(figure) {
  return titled(
    'recoup verify: every invariant, every balance and every leaf, and one SQL that hashes the words of the entries',
    figure,
    ['charges', 'leaves', 'the whole', 'of it the seal', 'memory', 'hashed in SQL'],
    figure.figures.map(({ charges, verification: one }) => [
      number(charges),
      number(one.leaves),
      `${number(one.seconds)} s`,
      `${number(one.sealSeconds)} s`,
      `${number(one.peakMb)} MB`,
      `${number(one.hashedInSqlSeconds)} s`,
    ]),
  );
}

function listsTable(figure) {
  const { lists, search, dryRun } = figure;
  const row = (name, product, floor) => [
    name,
    milliseconds(product.medianMs),
    milliseconds(product.p99Ms),
    ...(floor === null
      ? ['', '', '']
      : [milliseconds(floor.medianMs), milliseconds(floor.p99Ms), times(rounded(product.medianMs / floor.medianMs))]),
  ];
  return titled(
    `What the pages ask of ${number(figure.charges)} charges, over HTTP, and the plainest SQL for the same rows`,
    figure,
    ['', 'over HTTP, median', 'p99', 'plain SQL, median', 'p99', 'product / plain'],
    [
      ...lists.map(({ name, product, floor }) => row(name, product, floor)),
      row(`search, ${number(search.words)} different words: the page`, search.page, search.plain),
      row('  the sums beside it', search.sums, search.plain),
      row(`${number(dryRun.lines)} lines tried; bare inserts`, dryRun.product, dryRun.floor),
    ],
  );
}

function pagesTable(figure) {
  const { browser, bytes } = figure;
  const row = (name, { times: count, medianMs, leastMs, mostMs }) => [
    name,
    count,
    milliseconds(medianMs),
    milliseconds(leastMs),
    milliseconds(mostMs),
  ];
  return titled(
    `In a browser; the first page is ${number(bytes.script / 1000)} kB of JavaScript and ${number(bytes.style / 1000)} kB of style (gzip)`,
    figure,
    ['', 'times', 'median', 'least', 'most'],
    [
      row('first page, nothing cached, until a key is answered', browser.firstLoad),
      row('  a word from the same server', browser.floors.emptyPage),
      row('500 lines pasted, until the last one is marked', browser.marked),
      row('  a bare table of as many inputs', browser.floors.bareTable),
    ],
  );
}

function pdfTable(figure) {
  const megabytes = (value) => `${number(value)} MB`;
  return titled(
    'An invoice to PDF, the first of a process and again, and a bare pdfkit loop of as many rows; most memory held, and growth',
    figure,
    [
      'lines',
      'invoice',
      'again',
      'memory',
      'growth',
      'file',
      'bare',
      'again',
      'memory',
      'growth',
      'file',
      'invoice / bare',
    ],
    figure.figures.map(({ lines, invoice, bareLoop, ratio }) => [
      number(lines),
      ...[invoice, bareLoop].flatMap(({ ms, againMs, peakMb, growthMb, bytes }) => [
        milliseconds(ms),
        milliseconds(againMs),
        megabytes(peakMb),
        megabytes(growthMb),
        `${number(bytes / 1000)} kB`,
      ]),
      times(ratio),
    ]),
  );
}

function startUpTable(figure) {
  const { product, floors } = figure;
  return titled(
    'From the start of the program to its first answer',
    figure,
    ['', 'starts', 'median', 'least', 'most'],
    [
      ['server, cold: database created, migrated, sample loaded', product.cold],
      ['server, warm', product.warm],
      ['npm start, warm', product.npmStartWarm],
      ['PostgreSQL alone, cold', floors.engineCold],
      ['PostgreSQL alone, warm (with its Node)', floors.engineWarm],
      ['Fastify with one route', floors.helloFastify],
    ].map(([name, { times: count, medianMs, leastMs, mostMs }]) => [
      name,
      count,
      milliseconds(medianMs),
      milliseconds(leastMs),
      milliseconds(mostMs),
    ]),
  );
}
