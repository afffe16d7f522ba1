/**
 * The machine is lost with its disk while clients write, and the books come back from the backup folder as they were at a
 * named point: what was acknowledged before it is there, what was sent after it is not, the server does not start over a
 * published checkpoint that is ahead until an officer has answered for it, and what nobody knows is settled by its key. All
 * of it with the product's own commands on the sample's books, and agreements beside it to write under.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openBooks, temporaryFolder } from '../support/measured-books.mjs';
import { progress } from '../support/progress.mjs';
import { httpTo, recoup, startServer } from '../support/program.mjs';
import { agreementNumber, sampleWith } from '../support/scenario.mjs';
import { assertDurable, connectTo, durableEngine, engineOf } from './database.mjs';
import { brokenInvariants } from './invariants.mjs';
import { areGone, killDatabase, killProcess } from './kill.mjs';
import { unsealed } from './sealer-steps.mjs';
import { effectOf, effectsIn, Writers } from './writers.mjs';

const clients = 8;
const agreements = 4;
const more = 60; // requests that are acknowledged between one event of the drill and the next
const reason = 'The machine was lost with its disk, and the books were restored to the last named point.';
const exitOf = { usage: 2, incomplete: 3 };

export const name = 'restore-drill';
export const about = 'the machine lost under 8 writers, and the books restored to a named point';

export async function run({ full, random }) {
  const times = full ? 20 : 1;
  const found = { drills: 0, acknowledged: 0, duringBackup: 0, tookEffect: 0, settled: 0, lost: 0, fromLater: 0, restoreMs: [], wrong: [] }; // oxfmt-ignore
  const mutants = [];
  for (; found.drills < times; found.drills += 1) {
    progress(name, found.drills, times);
    const drill = new Drill(random, found);
    try {
      await drill.run();
      if (mutants.length === 0) mutants.push(...(await drill.spoiled()));
    } finally {
      await drill.close();
    }
  }
  progress(name, times, times);
  const { drills, duringBackup, lost, fromLater, wrong } = found;
  const holds = lost + fromLater + wrong.length === 0 && duringBackup > 0;
  return { runs: drills, holds, result: found, mutants };
}

/** One machine, its backup folder on another disk, and what was kept elsewhere: the key, the log's keys, the note. */
class Drill {
  constructor(random, found) {
    const { folder, remove } = temporaryFolder();
    Object.assign(this, { random, found, remove });
    this.books = join(folder, 'books');
    this.restored = join(folder, 'restored');
    this.earlier = join(folder, 'earlier');
    this.backup = join(folder, 'other-disk');
    this.backupKey = join(folder, 'backup.key');
    this.elsewhere = join(folder, 'elsewhere');
    for (const made of [this.books, this.backup]) mkdirSync(made, { mode: 0o711 });
  }

  async run() {
    await this.open();
    const point = await this.writeAndBackUp();
    await this.loseTheMachine();
    await this.restoreTo(point);
    await this.settle();
    await this.judge();
  }

  async close() {
    await this.server?.stop();
    await this.remove();
  }

  wrong(text) {
    this.found.wrong.push(text);
  }

  /** The command, on these books; any exit code but 0 is wrong. */
  async command(words, { books = this.restored } = {}) {
    const environment = { ...this.archiving(), RECOUP_FOLDER: books };
    const { code, printed, complained } = await recoup(words, { environment });
    if (code !== 0)
      this.wrong(`recoup ${words.join(' ')} ended with ${code}: ${(complained || printed).slice(0, 400)}`);
    return { printed };
  }

  archiving() {
    return { RECOUP_BACKUP_FOLDER: this.backup, RECOUP_BACKUP_KEY: this.backupKey };
  }

  /** The sample's books, kept by a server that archives, and a draft that waits to be issued. */
  async open() {
    const { leave } = await openBooks({ scenario: sampleWith(agreements), folder: this.books });
    await leave();
    await this.command(['backup', 'key', 'create', this.backupKey], { books: this.books });
    this.server = await startServer(this.books, { environment: this.archiving() });
    const { port } = this.server;
    this.writers = new Writers({ port, folder: this.books, clients, agreements, random: this.random });
    const engine = await connectTo((await engineOf(this.books)).connection);
    await assertDurable(engine.query);
    await engine.end();
    this.draft = await this.drafted();
  }

  async writeAndBackUp() {
    const { writers } = this;
    writers.start();
    await this.acknowledged(more);
    const before = writers.acknowledged.length;
    await this.command(['backup'], { books: this.books });
    this.found.duringBackup += writers.acknowledged.length - before;

    const acknowledged = new Set(writers.acknowledged.map(effectOf));
    await this.command(['backup', 'point', 'noon'], { books: this.books });
    const sent = new Set(writers.sent.map(effectOf));
    await this.acknowledged(more);
    await this.publishMore();
    await this.acknowledged(more);
    return { acknowledged, sent };
  }

  /** A document is issued, and so a checkpoint is published; it and the keys are kept elsewhere, as they are in no backup. */
  async publishMore() {
    const note = join(this.books, 'checkpoints', 'latest.note');
    const before = readFileSync(note, 'utf8');
    await this.asked('MINAMATA.approving', `/api/v1/invoices/${this.draft}/issuance`, { 'if-match': '"1"' });
    while (readFileSync(note, 'utf8') === before) await pause(20);
    mkdirSync(this.elsewhere);
    cpSync(join(this.books, 'keys'), join(this.elsewhere, 'keys'), { recursive: true });
    copyFileSync(note, join(this.elsewhere, 'latest.note'));
  }

  async loseTheMachine() {
    killProcess(this.server.processId);
    await areGone(killDatabase(this.books));
    await this.server.stop();
    rmSync(this.books, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    await this.writers.stop();
  }

  async restoreTo(point) {
    const started = performance.now();
    await this.command(this.restoring('name:noon', this.restored));
    cpSync(join(this.elsewhere, 'keys'), join(this.restored, 'keys'), { recursive: true });
    mkdirSync(join(this.restored, 'checkpoints'));
    copyFileSync(join(this.elsewhere, 'latest.note'), join(this.restored, 'checkpoints', 'latest.note'));

    const refused = await startServer(this.restored).then(
      (server) => server.stop().then(() => 'It started.'),
      (error) => error.message,
    );
    if (!/restored behind checkpoint \d+/.test(refused)) this.wrong(`behind a published checkpoint: ${refused}`);
    await this.command([
      'restore-event',
      'sign',
      '--by',
      'BRS.approving',
      '--with',
      'MINAMATA.approving',
      '--reason',
      reason,
    ]);
    this.server = await startServer(this.restored, { environment: this.archiving() });
    this.found.restoreMs.push(Math.round(performance.now() - started));

    const { present, lost, fromLater } = await comparedTo(point, await engineOf(this.restored));
    this.found.lost += lost;
    this.found.fromLater += fromLater;
    this.point = { ...point, present };
  }

  /** Whoever has no answer from before the point sends again, under the same key: it takes effect once, now or before. */
  async settle() {
    const { writers, found } = this;
    found.acknowledged += writers.acknowledged.length;
    writers.unknown = writers.sent.filter((request) => !this.point.acknowledged.has(effectOf(request)));
    const before = writers.unknown.filter((request) => this.point.present.has(effectOf(request))).length;
    found.settled += writers.unknown.length;
    found.tookEffect += before;
    Object.assign(writers, { port: this.server.port, folder: this.restored });
    const replayed = await writers.resolve();
    if (replayed !== before) this.wrong(`${before} had taken effect before the point, and ${replayed} were known`);
    found.wrong.push(...writers.wrong);
  }

  /** All that was ever sent is there once, every rule holds, and verification says so, also by the note held elsewhere. */
  async judge() {
    const database = await connectTo((await engineOf(this.restored)).connection);
    const present = await effectsIn(database.query);
    this.found.lost += this.writers.sent.filter((request) => !present.has(effectOf(request))).length;
    for (const { rule, first } of await brokenInvariants(database.query))
      this.wrong(`${rule} does not hold: ${JSON.stringify(first)}`);
    for (const text of await unsealed(database)) this.wrong(text);
    await database.end();
    const { printed } = await this.command(['verify', '--json', '--note', join(this.elsewhere, 'latest.note')]);
    if (!/"ok": ?true/.test(printed)) this.wrong(`verification: ${printed.slice(0, 400)}`);
  }

  /**
   * The same restore from a backup without one file of its log, and without its key: it must refuse, and leave nothing. And
   * one that ends before the point: what is missing then must be seen.
   */
  async spoiled() {
    const { printed } = await this.command(['backup', 'list', '--json']);
    const { backups, points } = JSON.parse(printed);
    const noon = points.find((point) => point.name === 'noon');
    const segment = segmentOf(noon.lsn, backups[0].timeline);
    const needed = readdirSync(join(this.backup, 'wal')).find((file) => file.startsWith(segment));
    const spoil = async (what, file, code, words) => {
      const into = join(this.elsewhere, 'spoiled');
      renameSync(file, `${file}.gone`);
      const restore = await recoup(this.restoring('name:noon', into), { environment: {} });
      renameSync(`${file}.gone`, file);
      const said = restore.complained.trim().slice(0, 300);
      const caught = restore.code === code && words.test(said) && !existsSync(into);
      return { name: what, caught, result: { code: restore.code, said } };
    };
    return [
      await spoil('a backup without one file of its log', join(this.backup, 'wal', needed), exitOf.incomplete, /is missing/), // oxfmt-ignore
      await spoil('a backup without its key', this.backupKey, exitOf.usage, /key/),
      await this.endedEarly(backups[0].stop.lsn),
    ];
  }

  async endedEarly(lsn) {
    await this.command(this.restoring(`lsn:${lsn}`, this.earlier));
    const engine = await durableEngine(this.earlier);
    const { lost } = await comparedTo(this.point, engine);
    await engine.stop();
    return { name: 'a restore that ends with the base backup', caught: lost > 0, result: { lost } };
  }

  restoring(to, into) {
    return ['restore', '--from', this.backup, '--to', to, '--into', into, '--key', this.backupKey];
  }

  /** Until so many more requests are acknowledged. Errors: where they come to nothing. */
  async acknowledged(count) {
    const enough = this.writers.acknowledged.length + count;
    for (const until = Date.now() + 60_000; this.writers.acknowledged.length < enough; await pause(5))
      if (Date.now() > until) throw new Error(`Nobody is served: ${this.writers.wrong.slice(0, 3).join(' ')}`);
  }

  /** A draft over a certified charge. */
  async drafted() {
    const [id, agreement] = ['DRILL-1', agreementNumber(0)];
    const charge = { id, agreement, item: 'DOC-CTL', quantity: '1', deliveredOn: '2025-05-09' };
    await this.asked('MINAMATA.finance', '/api/v1/charges', {}, charge);
    await this.asked('BRS.finance', `/api/v1/charges/${id}/receipt`, { 'if-match': '"1"' });
    await this.asked('BRS.certifying', `/api/v1/charges/${id}/certification`, { 'if-match': '"2"' });
    return (await this.asked('MINAMATA.finance', '/api/v1/invoices', {}, { agreement, charges: [id] })).id;
  }

  async asked(by, path, headers, body) {
    const http = httpTo(this.server.port, 1, this.books);
    try {
      return await http.ask('POST', path, { by, headers: { ...headers, 'idempotency-key': randomUUID() }, body });
    } finally {
      http.close();
    }
  }
}

/** What of the point is not in these books, and what is in them that was sent after it. */
async function comparedTo({ acknowledged, sent }, engine) {
  const database = await connectTo(engine.connection);
  const effects = [...(await effectsIn(database.query))].filter((effect) => / CRA-BENCH-/.test(effect)); // the writers' own
  await database.end();
  const present = new Set(effects);
  return {
    present,
    lost: [...acknowledged].filter((effect) => !present.has(effect)).length,
    fromLater: effects.filter((effect) => !sent.has(effect)).length,
  };
}

/** The file of the log in which this place lies, of 16 MB each. */
function segmentOf(lsn, timeline) {
  const [high, low] = lsn.split('/').map((part) => Number.parseInt(part, 16));
  const hex = (number) => number.toString(16).toUpperCase().padStart(8, '0');
  return hex(timeline) + hex(high) + hex(low >>> 24);
}
