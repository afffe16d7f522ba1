/** The migration of an empty database, killed after each of its statements: the next start finishes it or begins anew. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/measured-books.mjs';
import { opened } from '../support/open-things.mjs';
import { progress } from '../support/progress.mjs';
import { connectTo, durableEngine } from './database.mjs';
import { mutantOf, product } from './product.mjs';
import { labelOf, proxyTo } from './proxy.mjs';

const program = fileURLToPath(new URL('migrate.mjs', import.meta.url));

/** Kills at all steps, or at some; notes in `found`. Answers what became of the mutant. */
export async function migrationSteps({ full, random, found }) {
  const { folder, remove } = temporaryFolder();
  const engine = await durableEngine(folder);
  const proxy = await proxyTo(engine.connection);
  const server = await connectTo(engine.connection, 'postgres');
  const at = { engine, proxy, server, databases: 0 };
  await migratedWhole(at, product); // the first one of a server makes the roles, which stay
  const whole = await migratedWhole(at, product);
  found.labels.migrate = whole.labels;
  const all = [...whole.labels.keys()];
  const steps = full ? all : random.some(all.slice(5), 2);
  for (const [time, step] of steps.entries()) {
    progress('every-step, migrate', time, steps.length);
    const wrong = await killedMigration(at, product, step, whole.schema);
    if (wrong !== null) found.wrong.push(`migrate, killed after step ${step} (${whole.labels[step]}): ${wrong}`);
    found.steps += 1;
  }
  progress('every-step, migrate', steps.length, steps.length);
  // Every statement its own transaction: what was made before the kill is in the way of the next start.
  const mutant = mutantOf([
    ['libs/platform/src/roles/migrate.js', 'await runner.startTransaction();', ''],
    ['libs/platform/src/roles/migrate.js', 'await runner.commitTransaction();', ''],
  ]);
  const middle = (await migratedWhole(at, mutant)).labels.findLastIndex((label) => /create schema/i.test(label));
  const seen = await killedMigration(at, mutant, middle, whole.schema);
  await mutant.remove();
  await server.end();
  await proxy.close();
  await engine.stop();
  await remove();
  return { name: 'migration without a transaction', caught: seen !== null, result: seen };
}

async function migratedWhole(at, build) {
  const labels = [];
  const { database, url } = await emptyDatabase(at);
  at.proxy.watch(({ sql }) => void labels.push(labelOf(sql)));
  await migrated(build, url);
  return { labels, schema: await schemaOf(at, database) };
}

/** Null where the next start brings the database to where an undisturbed one comes. */
async function killedMigration(at, build, step, schema) {
  const { database, url } = await emptyDatabase(at);
  let index = -1;
  let child;
  at.proxy.watch(() => {
    index += 1;
    if (index !== step) return undefined;
    child.kill('SIGKILL');
    return 'cut';
  });
  child = started(build, url);
  await child.over;
  at.proxy.watch(() => undefined);
  try {
    await migrated(build, url);
  } catch (error) {
    return error.message;
  }
  const now = await schemaOf(at, database);
  return now === schema ? null : 'the schema is not what an undisturbed migration makes';
}

function started(build, url) {
  const child = spawn(process.execPath, [program, build.root, url], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-2000)));
  child.over = once(child, 'exit').then(([code, signal]) => ({ code, signal, said }));
  opened(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  });
  return child;
}

async function migrated(build, url) {
  const { code, said } = await started(build, url).over;
  if (code !== 0) throw new Error(`the migration ended with ${code}: ${said.slice(0, 500)}`);
}

async function emptyDatabase(at) {
  at.databases += 1;
  const database = `recoup_step_${at.databases}`;
  await at.server.query(`create database ${database}`);
  return { database, url: at.proxy.url(database) };
}

/** Everything the migrations make, as one text. */
async function schemaOf({ engine }, database) {
  const books = await connectTo(engine.connection, database);
  const parts = [];
  for (const sql of [
    `select table_schema, table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
     where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2, 3`,
    `select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as is from pg_constraint
     where connamespace::regnamespace::text not in ('pg_catalog', 'information_schema') order by 1, 2`,
    `select tgrelid::regclass::text as on, tgname, pg_get_triggerdef(oid) as is from pg_trigger where not tgisinternal order by 1, 2`,
    `select oid::regprocedure::text as name, prosrc from pg_proc
     where pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema') and prolang <> 13 order by 1`,
    `select name from public.migration order by 1`,
  ]) {
    parts.push(JSON.stringify(await books.query(sql)));
  }
  await books.end();
  return parts.join('\n');
}
