import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { knownOf } from './rule.mjs';

const run = promisify(execFile);
const atOnce = 8;
const patienceMs = 60_000;
const outputMost = 64 * 1024 * 1024;

/** What each package’s registry says of it: as npm on this machine is set up, and by nothing else. */
export async function askRegistries(names) {
  const { stdout } = await run('npm', ['config', 'list', '--json'], { maxBuffer: outputMost });
  const settings = JSON.parse(stdout);
  const answers = new Map();
  const waiting = [...new Set(names)];
  const ask = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
      answers.set(name, await known(name, settings));
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return answers;
}

async function known(name, settings) {
  const registry = settings[`${name.split('/')[0]}:registry`] ?? settings.registry;
  try {
    const address = new URL(name.replace('/', '%2f'), registry.replace(/\/?$/, '/'));
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) return { error: `HTTP ${answer.status}` };
    return knownOf(await answer.json());
  } catch (error) {
    return { error: error.cause?.code ?? error.message };
  }
}

/** The known faults of all that the lock file names: { faults }, or { error } where the registry answers none. */
export async function askAdvisories() {
  const { stdout } = await run('npm', ['audit', '--json', '--package-lock-only'], { maxBuffer: outputMost }).catch(
    (ended) => ended, // it ends with 1 where there are any
  );
  const said = parsed(stdout);
  if (said?.vulnerabilities === undefined) return { error: said?.message ?? 'npm audit said nothing' };
  const faults = Object.values(said.vulnerabilities).flatMap(({ name, via }) =>
    via
      .filter((one) => typeof one === 'object')
      .map(({ severity, title, range }) => ({ name, severity, title, range })),
  );
  return { faults };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
