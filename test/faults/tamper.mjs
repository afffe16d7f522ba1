/**
 * Hands in the database: each alteration of alterations.mjs at random places, by a superuser with the triggers off, and
 * what `recoup verify` says of it: exit code 3, and the first wrong record and its kind. What only a checkpoint in
 * somebody else's hands can show must not be shown without one, and is printed as such.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';
import { root, startServer } from '../support/program.mjs';
import { alterations } from './alterations.mjs';
import { serverBehindProxy } from './behind-proxy.mjs';
import { connectTo } from './database.mjs';
import { requestOf, commands, workIn } from './every-step.mjs';
import { product } from './product.mjs';

const verificationFailed = 3;

export const name = 'tamper';
export const about = 'twelve ways to alter the books past all guards, and what verification says';

export function refusal() {
  const missing = ['libs/sealing/src/index.js', 'apps/cli/src/verify.command.js'].filter(
    (path) => !existsSync(join(root, 'dist', path)),
  );
  return missing.length === 0 ? undefined : `this build cannot verify itself (${missing.join(', ')} missing)`;
}

export async function run({ full, random }) {
  const times = full ? 100 : 1;
  const found = { alterations: 0, seen: 0, onlyAWitnessSees: [], wrong: [] };
  const server = await sealedBooks();
  const untouched = await verified(server, 'recoup');
  if (untouched.code !== 0) found.wrong.push(`untouched books: exit code ${untouched.code}, ${untouched.said}`);
  const mutant = { name: 'an alteration nobody makes', caught: untouched.code === 0, result: untouched };
  const all = Object.entries(alterations).flatMap(([id, alteration]) =>
    Array.from({ length: times }, () => [id, alteration]),
  );
  for (const [place, [id, alteration]] of all.entries()) {
    progress(name, place, all.length);
    const database = `recoup_altered_${place}`;
    const where = await altered(server, database, alteration, random);
    const { code, firstFailure, said } = await verified(server, database);
    found.alterations += 1;
    const saw = `${id} (${alteration.what}) at ${JSON.stringify(where)}: exit code ${code}, ${said}`;
    if (alteration.seen === false) {
      found.onlyAWitnessSees.push(id);
      if (code !== 0) found.wrong.push(`${saw}; nobody can see this without a witness, so what did?`);
    } else if (code !== verificationFailed || !isAt(firstFailure, where, alteration)) found.wrong.push(saw);
    else found.seen += 1;
  }
  await server.close();
  return { runs: found.alterations, holds: found.wrong.length === 0, result: found, mutant };
}

function isAt(failure, { record, position }, { kind }) {
  if (failure === undefined || failure === null) return false;
  if (kind !== undefined && failure.kind !== kind) return false;
  return record === undefined ? Number(failure.position) === position : String(failure.record) === record;
}

/** Charges certified, invoices issued, and everything sealed. */
async function sealedBooks() {
  const server = await serverBehindProxy(product, { agreements: 2 });
  const work = await workIn(server, 'issue');
  for (let index = 0; index < 5; index += 1) await server.send(requestOf(commands.issue, work, index));
  while ((await server.query('select count(*)::int as count from sealing.queue'))[0].count > 0) await pause(100);
  server.kill();
  await server.killed();
  return server;
}

/** A copy of the books, altered. Checks stay on whoever asks; a superuser takes them off. */
async function altered(server, database, alteration, random) {
  const { connection } = server.engine;
  const postgres = await connectTo(connection, 'postgres');
  await postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'recoup'`);
  await postgres.query(`create database ${database} template recoup`);
  await postgres.end();
  const books = await connectTo(connection, database);
  await books.query('set session_replication_role = replica');
  const where = await alteration.make(books.query, random);
  await books.end();
  if (alteration.resealed === true) {
    const resealing = await startServer(server.folder, { url: server.proxy.url(database) });
    const queue = await connectTo(connection, database);
    while ((await queue.query('select count(*)::int as count from sealing.queue'))[0].count > 0) await pause(100);
    await queue.end();
    await resealing.stop();
  }
  return where;
}

async function verified(server, database) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/apps/cli/src/main.js'), 'verify', '--json'],
    { cwd: root, env: { ...process.env, DATABASE_URL: server.proxy.url(database) }, encoding: 'utf8' },
  );
  let answer = {};
  try {
    answer = JSON.parse(stdout);
  } catch {
    // what it said instead is in `said`
  }
  return { code: status, firstFailure: answer.firstFailure, said: (stdout || stderr).slice(0, 300) };
}
