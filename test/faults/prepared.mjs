/**
 * Books with signed agreements and no charges, made once for a run and copied for whoever breaks them: the cluster is made,
 * migrated and filled, a server has opened its log and its demo accounts, and those are signed in: each proof of a password is
 * made to take its time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { openBooks, removeDatabase, temporaryFolder } from '../support/measured-books.mjs';
import { opened } from '../support/open-things.mjs';
import { httpTo, startServer } from '../support/program.mjs';
import { sessionsIn, takeAlong } from '../support/signed-in.mjs';

/** As many as the busiest harness writes under; who needs fewer leaves the others alone. */
const agreements = 8;
const people = ['BRS', 'MINAMATA'].flatMap((side) =>
  ['finance', 'certifying', 'approving'].map((hand) => `${side}.${hand}`),
);
const variable = 'RECOUP_FAULTS_PREPARED'; // to the processes of the same run: where they lie, and who is signed in

/** Makes them, for this process and those that it starts. */
export async function prepare() {
  const { folder } = temporaryFolder();
  const books = join(folder, 'books');
  mkdirSync(books, { mode: 0o711 }); // the database's account passes through
  const { leave } = await openBooks({ agreements, folder: books });
  await leave();
  const server = await startServer(books);
  const http = httpTo(server.port, 1);
  const sessions = await sessionsIn(books, people, http.send);
  http.close();
  await server.stop();
  process.env[variable] = JSON.stringify({ books, sessions });
}

/** A copy, in `folder`, which is then the caller's to remove, or in a temporary one; at rest, and nobody's. */
export async function preparedBooks({ folder: given } = {}) {
  if (process.env[variable] === undefined) await prepare();
  const { folder, remove } = given === undefined ? temporaryFolder() : { folder: given, remove: atRest(given) };
  const { books, sessions } = JSON.parse(process.env[variable]);
  const { status, stderr } = spawnSync('cp', ['-a', `${books}/.`, folder]);
  if (status !== 0) throw new Error(`The prepared books could not be copied: ${stderr}`);
  takeAlong(folder, sessions);
  return { folder, remove };
}

function atRest(folder) {
  return opened(() => removeDatabase(folder));
}
