/**
 * npm run components: whether what this program is made of is within its time frames (README, "Dependencies").
 *
 *   npm run components              a table for people
 *   npm run components -- --json    all of it
 *
 * Asks the registries that npm on this machine is set up for; a build does not run it, since it must run where none answers.
 * Ends with 0 where all is within and no fault is known; 1 where something is overdue, deprecated, withdrawn, or has a known fault;
 * 2 for a word that it does not know; 3 where nothing is wrong but no advisories were answered; 4 where a component was not answered.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { askAdvisories, askRegistries } from './ask.mjs';
import { heldBack } from './held-back.mjs';
import { exits, pinnedIn, reportOf, textOf } from './report.mjs';

process.exitCode = await main();

async function main() {
  const isJson = wantsJson();
  if (isJson === null) return exits.usage;
  const pinned = pinnedIn(JSON.parse(readFileSync('package.json', 'utf8')));
  const [answers, advisories] = await Promise.all([askRegistries(pinned.map((one) => one.package)), askAdvisories()]);
  const today = new Date().toISOString().slice(0, 10);
  const report = reportOf({ pinned, answers, advisories, heldBack, today });
  process.stdout.write(`${isJson ? JSON.stringify(report, null, 2) : textOf(report)}\n`);
  return report.exit;
}

/** Null: what was written is no option of ours. */
function wantsJson() {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json;
  } catch (error) {
    process.stderr.write(`${error.message}\nThere is --json, and nothing else.\n`);
    return null;
  }
}
