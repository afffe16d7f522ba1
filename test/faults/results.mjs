/** The report as a table for reading, and as the page that is kept. */
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';

/** Where it was run is nobody's business: what a program said names files below the repository. */
const checkout = fileURLToPath(new URL('../../', import.meta.url));

const head = ['harness', 'runs', 'the product', 'mutant', 'caught', 's'];

function rowsOf({ harnesses }) {
  return harnesses.flatMap(({ name, runs, passes, holds, refused, error, mutants, seconds }) => {
    const word =
      refused !== undefined ? `not run: ${refused}` : error !== undefined ? 'broke off' : holds ? 'holds' : 'FAILS';
    const [first, ...others] = mutants.length === 0 ? [{ name: '', caught: undefined }] : mutants;
    const caught = (mutant) => (mutant.caught === undefined ? '' : mutant.caught ? 'yes' : 'NO');
    return [
      [name, runs ?? '', word, first.name, caught(first), seconds],
      ...others.map((mutant) => ['', '', '', mutant.name, caught(mutant), '']),
    ].map((row) => row.map(String).concat(passes ? '' : ' '));
  });
}

export function tableOf(report) {
  const table = new Table({ head, style: { head: [], border: [] }, wordWrap: true, colWidths: [18, 8, 34, 44, 8, 6] });
  table.push(...rowsOf(report).map((row) => row.slice(0, head.length)));
  const failed = report.harnesses.filter(({ passes }) => !passes);
  return [
    `Recoup ${report.commit ?? 'outside a repository'}, ${report.size}, seed ${report.seed}, Node ${report.node}, load ${report.loadBefore.join(' ')} before, ${report.loadAfter.join(' ')} after`,
    table.toString(),
    ...failed.map(({ name, error, result }) => `${name}: ${error ?? JSON.stringify(result, null, 1)}`),
  ].join('\n');
}

/** What is kept of each harness of a report: its outcome, and where it was seen. */
export function recordsOf({ harnesses, ...where }) {
  const { seed, commit, takenAt, node, platform, processor, cores, loadBefore, loadAfter } = where;
  const seenAt = { seed, commit, takenAt, node, platform, processor, cores, loadBefore, loadAfter };
  return harnesses.map((harness) => ({ ...harness, ...seenAt }));
}

/** test/faults/RESULTS.md with these records in the place of the earlier ones of the same harnesses, in this order of names. */
export function resultsPage(earlierPage, records, names) {
  const byName = new Map([...recordsIn(earlierPage), ...records].map((record) => [record.name, record]));
  const all = names.flatMap((name) => byName.get(name) ?? []);
  const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
  const columns = [...head, 'seed', 'commit', 'taken at'];
  const rows = all.flatMap((record) =>
    rowsOf({ harnesses: [record] }).map((row, index) => [
      ...row.slice(0, head.length),
      ...(index === 0 ? [record.seed, record.commit, record.takenAt.slice(0, 16)] : ['', '', '']),
    ]),
  );
  const missing = names.filter((name) => !byName.has(name));
  return [
    '# Faults: the last full run of each harness',
    '',
    '`npm run test:faults -- --full --seed N`, or a part of it by `--only NAME`: each harness keeps its own last full run.',
    ...(missing.length === 0 ? [] : [`Without a full run that is kept: ${missing.join(', ')}.`]),
    '',
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
    ...all.flatMap((record) => [
      `## ${record.name}`,
      '',
      `${record.about.charAt(0).toUpperCase()}${record.about.slice(1)}. Node ${record.node}, ${record.platform}, ${record.cores} cores (${record.processor}), load ${record.loadBefore.join(' ')} before and ${record.loadAfter.join(' ')} after.`,
      '',
      '```json',
      JSON.stringify(record, null, 1).replaceAll(checkout, ''),
      '```',
      '',
    ]),
  ].join('\n');
}

function recordsIn(page) {
  return [...page.matchAll(/^```json\n([\s\S]*?)\n```$/gm)].map(([, json]) => JSON.parse(json));
}
