/**
 * Hands in the database: each alteration of alterations.mjs at random places, by a superuser with the triggers off, and
 * what `recoup verify` says of it: exit code 3, and what is wrong by its name. What only a checkpoint in somebody else's
 * hands can show must not be shown without one, and is printed as such. The first places of each alteration are judged by
 * the command itself, as an auditor runs it; the many others by the same verification in this process.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { opened } from '../support/open-things.mjs';
import { recoup } from '../support/program.mjs';
import { progress, say } from '../support/progress.mjs';
import { alterations } from './alterations.mjs';
import { serverBehindProxy } from './behind-proxy.mjs';
import { connectTo } from './database.mjs';
import { commands, requestOf, workIn } from './every-step.mjs';
import { mutantOf, product } from './product.mjs';

const verificationFailed = 3;
const judgedByTheCommand = 2;

export const name = 'tamper';
export const about = 'twenty ways to alter the books past all guards, and what verification says';

export async function run({ full, random }) {
  const books = await sealedBooks();
  const found = { alterations: 0, seen: {}, onlyANoteShows: {}, wrong: [] };
  for (const verify of [byCommand, inThisProcess]) {
    const untouched = await verify(books, 'recoup', { note: books.note });
    if (untouched.code !== 0) found.wrong.push(`untouched books: exit code ${untouched.code}, ${untouched.said}`);
  }
  const all = Object.entries(alterations).flatMap(([id, alteration]) =>
    Array.from({ length: full ? 100 : 1 }, (_, time) => {
      const verify = time < judgedByTheCommand ? byCommand : inThisProcess;
      return { id, alteration, verify };
    }),
  );
  let missed;
  let valuesMissed;
  // One is verified while the next is made: there are two processors.
  let judging = Promise.resolve();
  for (const [place, { id, alteration, verify }] of all.entries()) {
    progress(name, place, all.length);
    const database = `recoup_altered_${place}`;
    const where = await altered(books, database, alteration, random);
    await judging;
    judging = (async () => {
      found.wrong.push(...(await judged(books, database, { id, alteration, verify, where, found })));
      if (alteration.onlyTheSeal === true) missed ??= await verifiedWithout('sealCheck(heldNotes),', books, database);
      if (alteration.onlyTheValues === true)
        valuesMissed ??= await verifiedWithout('sealedValuesCheck,', books, database);
      await dropped(books.server, database);
      found.alterations += 1;
    })();
    judging.catch(() => undefined); // it is awaited with the next
  }
  await judging;
  progress(name, all.length, all.length);
  await books.server.close();
  for (const id of Object.keys(found.onlyANoteShows))
    say(`  ${id}, ${alterations[id].what}: NOT seen without a note that is held elsewhere; seen with one.`);
  return {
    runs: found.alterations,
    holds: found.wrong.length === 0,
    result: found,
    mutants: [
      { name: 'verification without the seal', caught: missed.code === 0, result: missed },
      { name: 'verification without the sealed values', caught: valuesMissed.code === 0, result: valuesMissed },
    ],
  };
}

/** What is wrong with what verification says: nothing, where it is as `alterations` has it. */
async function judged(books, database, { id, alteration, verify, where, found }) {
  const bare = await verify(books, database);
  const told = (what, { code, said }) => `${id} (${alteration.what}), ${what}: exit code ${code}, ${said}`;
  if (alteration.withoutNote !== 'not seen') {
    found.seen[id] ??= firstWords(bare);
    return isSeen(bare, where) ? [] : [told(`at ${where.names.join(' or ')}`, bare)];
  }
  const wrong = [];
  if (bare.code !== 0) wrong.push(told('seen without a note, which nobody can; what did?', bare));
  const named = await verify(books, database, { note: books.note });
  if (!isSeen(named, where)) wrong.push(told('with --note', named));
  const kept = await verify(books, database, { folder: books.server.folder });
  if (!isSeen(kept, where)) wrong.push(told('with the note that the server keeps beside its books', kept));
  found.onlyANoteShows[id] ??= firstWords(named);
  return wrong;
}

/** It failed, and one of the checks that fail first names what was altered. */
function isSeen({ code, checks, firstWrong }, { names }) {
  if (code !== verificationFailed || firstWrong === undefined) return false;
  return checks.some(({ first }) => first !== null && names.some((name) => isNamed(first, name)));
}

function isNamed({ object, finding }, name) {
  if (object === name) return true;
  return (
    /\D/.test(name) && new RegExp(`(^|[^\\w.-])${RegExp.escape(name)}($|[^\\w-])`, 'i').test(`${object} ${finding}`)
  );
}

function firstWords({ firstWrong }) {
  return firstWrong === undefined || firstWrong === null
    ? null
    : `${firstWrong.check}: ${firstWrong.kind} ${firstWrong.object}`;
}

/** Charges certified, invoices issued, and everything sealed: as they were an hour ago, as they are, and as a note has them. */
async function sealedBooks() {
  const server = await serverBehindProxy(product);
  const work = await workIn(server, 'issue', 5);
  for (const index of [0, 1, 2]) await server.send(requestOf(commands.issue, work, index));
  await sealed(server);
  server.kill();
  await server.killed();
  await copied(server, 'recoup', 'recoup_earlier');
  await server.restart();
  for (const index of [3, 4]) await server.send(requestOf(commands.issue, work, index));
  await sealed(server);
  server.kill();
  await server.killed();
  const elsewhere = mkdtempSync(join(tmpdir(), 'recoup-elsewhere-'));
  opened(() => rmSync(elsewhere, { recursive: true, force: true }));
  const note = join(elsewhere, 'held.note');
  copyFileSync(join(server.folder, 'checkpoints', 'latest.note'), note);
  return { server, note, nowhere: join(elsewhere, 'no-books') };
}

/** Nothing is queued, and the note beside the books is of the newest checkpoint that was published. */
async function sealed(server) {
  const note = join(server.folder, 'checkpoints', 'latest.note');
  for (;;) {
    const [{ queued, published }] = await server.query(
      `select (select count(*) from sealing.queue)::int as queued, (select max(size)::text from sealing.publication) as published`,
    );
    if (queued === 0 && existsSync(note) && readFileSync(note, 'utf8').split('\n')[1] === published) return;
    await pause(50);
  }
}

async function copied(server, from, to) {
  const { openToRolesOnly } = await product.load('libs/platform/src/index.js');
  await server.alone((query) => query(`create database ${to} template ${from}`));
  await openToRolesOnly({ ...server.engine.connection, database: to });
}

async function dropped({ engine }, database) {
  const postgres = await connectTo(engine.connection, 'postgres');
  await postgres.query(`drop database ${database} with (force)`);
  await postgres.end();
}

/** A copy of the books, altered. Checks stay on whoever asks; a superuser takes them off. */
async function altered({ server }, database, alteration, random) {
  const { connection } = server.engine;
  await copied(server, alteration.earlier === true ? 'recoup_earlier' : 'recoup', database);
  const books = await connectTo(connection, database);
  await books.query('set session_replication_role = replica');
  const where = await alteration.make(books.query, random);
  await books.end();
  if (alteration.resealed === true) await resealed(server, database);
  return where;
}

/** What the thief of the key does: signs what there is now, from the first leaf on. */
async function resealed({ engine, folder }, database) {
  const { readKeyFile, sealAll, sealFolder } = await product.load('libs/sealing/src/index.js');
  const { dataSource, roles } = await product.load('libs/platform/src/index.js');
  const options = { entities: [], migrations: [], poolSize: 2, applicationName: 'a thief', statementTimeoutMs: 0 };
  const connection = { ...engine.connection, database };
  const db = await dataSource({ ...options, role: roles.sealer, connection }).initialize();
  await sealAll(db, { key: readKeyFile(sealFolder(folder).keyFile, 1), clock: { now: () => new Date() } });
  await db.destroy();
}

/** Looks at everything but this check: it must miss what no other shows. */
async function verifiedWithout(check, books, database) {
  const mutant = mutantOf([['libs/audit/src/verification/verification.service.js', check, '']]);
  const { code, said } = await byCommandOf(mutant, books, database);
  await mutant.remove();
  return { code, said };
}

function byCommand(...what) {
  return byCommandOf(product, ...what);
}

/** What the command does, without starting it: as the server's role, for the program, in one picture of the books. */
async function inThisProcess({ server, nowhere }, database, { note, folder = nowhere } = {}) {
  const { dataSource, inSnapshot, programTenant, roles } = await product.load('libs/platform/src/index.js');
  const { VerificationService } = await product.load('libs/audit/src/index.js');
  const { readHeldNote, sealFolder } = await product.load('libs/sealing/src/index.js');
  const held = [sealFolder(folder).latestNote, note].flatMap((file) => (file && readHeldNote(file)) ?? []);
  const options = { entities: [], migrations: [], poolSize: 1, applicationName: 'an auditor', statementTimeoutMs: 0 };
  const connection = { ...server.engine.connection, database };
  const db = await dataSource({ ...options, role: roles.app, tenant: programTenant, connection }).initialize();
  try {
    const verification = await inSnapshot(db, (tx) => new VerificationService().verify(tx, undefined, held));
    const { ok, firstWrong, checks } = verification;
    return { code: ok ? 0 : verificationFailed, firstWrong, checks, said: JSON.stringify(firstWrong) };
  } finally {
    await db.destroy();
  }
}

/** `recoup verify --json`, beside no note unless `folder` has one. */
async function byCommandOf(build, { server, nowhere }, database, { note, folder = nowhere } = {}) {
  const { code, printed, complained } = await recoup(
    ['verify', '--json', ...(note === undefined ? [] : ['--note', note])],
    { product: build.root, environment: { DATABASE_URL: server.proxy.url(database), RECOUP_FOLDER: folder } },
  );
  try {
    const { firstWrong, checks } = JSON.parse(printed);
    return { code, firstWrong, checks, said: JSON.stringify(firstWrong) };
  } catch {
    return { code, checks: [], said: (complained || printed).slice(0, 300) };
  }
}
