/** The report as a table for reading, and as the page that is kept. */
import Table from 'cli-table3';

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

/** test/faults/RESULTS.md: the last full run. */
export function resultsPage(report) {
  const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
  const lines = [
    '# Faults: the last full run',
    '',
    `\`npm run test:faults -- --full --seed ${report.seed}\``,
    '',
    `Commit ${report.commit}, ${report.takenAt}. Node ${report.node}, ${report.platform}, ${report.cores} cores (${report.processor}), load ${report.loadBefore.join(' ')} before and ${report.loadAfter.join(' ')} after.`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rowsOf(report).map((row) => `| ${row.slice(0, head.length).map(cell).join(' | ')} |`),
    '',
  ];
  for (const { name, about, result, mutants } of report.harnesses) {
    lines.push(`## ${name}`, '', `${about}.`, '', '```json', JSON.stringify({ result, mutants }, null, 1), '```', '');
  }
  return lines.join('\n');
}
