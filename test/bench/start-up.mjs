/**
 * From the start of the program to its first answer that it is ready: cold with an empty folder, where the database is
 * created, migrated and filled with the sample biennium; warm on the books of the start before.
 */
import { inFreshProcess } from './child.mjs';
import { temporaryFolder } from '../support/measured-books.mjs';
import { progress } from '../support/progress.mjs';
import { firstAnswer, freePort, root, startProgram } from '../support/program.mjs';
import { rounded, spread } from '../support/statistics.mjs';
import { join } from 'node:path';

export async function startUp({ quick }) {
  const [cold, warm] = quick ? [1, 2] : [3, 7];
  const product = { cold: [], warm: [], npmStart: [] };
  const engine = { cold: [], warm: [] };
  const hello = [];
  const all = cold * 2 + warm * 4;
  let done = 0;
  const noted = (list, ms) => {
    list.push(ms);
    done += 1;
    progress('Starting and stopping', done, all);
  };
  let books;
  let bare;
  for (let time = 0; time < cold; time += 1) {
    await books?.remove();
    books = temporaryFolder();
    noted(product.cold, await answered(server(books.folder)));
    await bare?.remove();
    bare = temporaryFolder();
    noted(engine.cold, await engineAlone(bare.folder));
  }
  for (let time = 0; time < warm; time += 1) {
    noted(product.warm, await answered(server(books.folder)));
    noted(product.npmStart, await answered(npmStart(books.folder)));
    noted(engine.warm, await engineAlone(bare.folder));
    noted(hello, await answered(helloFastify()));
  }
  await books.remove();
  await bare.remove();
  const [ours, alone] = [spread(product.warm), spread(hello)];
  return {
    product: { cold: spread(product.cold), warm: ours, npmStartWarm: spread(product.npmStart) },
    floors: { engineCold: spread(engine.cold), engineWarm: spread(engine.warm), helloFastify: alone },
    ratioWarm: rounded(ours.medianMs / (spread(engine.warm).medianMs + alone.medianMs)),
  };
}

const settings = (folder, port) => ({ RECOUP_FOLDER: folder, RECOUP_PORT: String(port), RECOUP_HOST: '127.0.0.1' });

function server(folder) {
  return {
    path: '/health/ready',
    start: (port) => startProgram(process.execPath, ['dist/apps/api/src/main.js'], settings(folder, port)),
  };
}

/** With all that npm does first: is it installed, is it built, which node is meant. */
function npmStart(folder) {
  return {
    path: '/health/ready',
    start: (port) => startProgram('npm', ['start'], settings(folder, port)),
  };
}

function helloFastify() {
  const file = join(root, 'test/bench/hello-fastify.mjs');
  return { path: '/', start: (port) => startProgram(process.execPath, [file, String(port)], {}) };
}

/** Milliseconds to the first answer; the program is stopped afterwards, which does not count. */
async function answered({ path, start }) {
  const port = await freePort();
  const started = performance.now();
  const program = start(port);
  try {
    await firstAnswer(program, port, path);
    return performance.now() - started;
  } finally {
    await program.stop();
  }
}

async function engineAlone(folder) {
  return (await inFreshProcess('engine-alone.mjs', [folder])).ms;
}
