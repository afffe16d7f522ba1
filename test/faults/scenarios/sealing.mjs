/** What is posted while the sealer runs, and while an officer answers for books that were restored. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { opened } from '../../support/open-things.mjs';
import { certify, charges, commit, inWords, isDone, locking } from './shared.mjs';

export const sealing = {
  'a certification, and the sealer': {
    sessions: 2,
    setUp: async (books, count) => {
      const { seal } = await sealingOf(books);
      await seal();
      const there = await charges(books, count, { each: 1 });
      const back = await charges(books, count, { each: 1, back: true });
      return there.map(([id], index) => ({ id, other: back[index][0], seal }));
    },
    sessionsOf: (books, { id, other, seal }) => [
      certify(books, [locking, /journal_entry_id_seq/, commit], id),
      {
        // Another posting goes by in between: it is queued later, is committed earlier, and sealed first.
        cuts: [commit, /delete from sealing\.queue/, commit],
        work: () => certifiedAndSealed(books, other, 'MINAMATA.certifying', seal),
      },
    ],
    outcome: async (books, outcomes, { seal }) => `${inWords(books, outcomes)}, ${await leftOut(books, seal)}`,
    expected: ['ok, ok, 0 unsealed, 0 positions missing'],
  },
  'a certification that is sealed, and the answer for a restore': {
    sessions: 2,
    setUp: restored,
    sessionsOf: (books, { id, log }) => [
      {
        cuts: [/journal_entry_id_seq/, /delete from sealing\.queue/, commit],
        work: () => certifiedAndSealed(books, id, 'BRS.certifying', log.seal),
      },
      answering(log),
    ],
    outcome: async (books, outcomes, { log }) => {
      const left = await leftOut(books, log.seal);
      return `${inWords(books, outcomes)}, ${left}, ${await placeOfTheAnswer(books)}`;
    },
    // The answer names the tree that it was given over, and is its very next leaf.
    expected: ['ok, ok, 0 unsealed, 0 positions missing, the answer next'],
  },
  'a start on restored books with what it posts, and the answer for them': {
    sessions: 2,
    setUp: restored,
    sessionsOf: (books, { id, log }) => [
      { cuts: [/max\(position\)/, /journal_entry_id_seq/, commit], work: () => startedAndCertified(books, id, log) },
      answering(log),
    ],
    outcome: async (books, outcomes, { id, log }) => {
      const left = await leftOut(books, log.seal);
      const [{ after }] = await books.query(
        `select count(*) filter (where leaf.position > answer.position)::int as after
         from ledger.journal_entry as entry
         join sealing.leaf on leaf.kind = 'journal-entry' and leaf.record = entry.id::text
         cross join (select max(position) as position from sealing.leaf where kind = 'restore-event') as answer
         where entry.source = $1`,
        [id],
      );
      return `${inWords(books, outcomes)}, ${left}, ${after} entries after the answer`;
    },
    // Refused before anything is written; or started once the answer is there, and both entries come behind it.
    expected: [
      'RESTORED_BEHIND_CHECKPOINT, ok, 0 unsealed, 0 positions missing, 0 entries after the answer',
      'ok, ok, 0 unsealed, 0 positions missing, 2 entries after the answer',
    ],
    broken: ([started], [postedAt, answeredAt]) =>
      isDone(started) && postedAt < answeredAt ? 'it was posted before anybody had answered for the restore' : null,
  },
};

/** A log with its key, and the sealer's own way to the books. */
async function sealingOf(books) {
  const { openLog, sealAll, sealFolder } = await books.build.load('libs/sealing/src/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'recoup-log-'));
  opened(() => rmSync(folder, { recursive: true, force: true }));
  const { clock } = books;
  const { keyFile } = sealFolder(folder);
  const key = await books.db.transaction((tx) => openLog(tx, { keyFile, operator: null, clock }));
  const db = await books.sealer();
  return { folder, key, db, seal: () => sealAll(db, { key, clock }) };
}

async function certifiedAndSealed(books, id, by, seal) {
  const answer = await certify(books, [], id, by).work();
  await seal();
  return answer;
}

/** What of the journal no leaf holds once all is sealed, and which positions no leaf has. */
async function leftOut(books, seal) {
  await seal();
  const [{ unsealed }] = await books.query(
    `select count(*)::int as unsealed from ledger.journal_entry as entry
     where not exists (select from sealing.leaf where kind = 'journal-entry' and record = entry.id::text)`,
  );
  const [{ gaps }] = await books.query(
    'select (coalesce(max(position), -1) + 1 - count(*))::int as gaps from sealing.leaf',
  );
  return `${unsealed} unsealed, ${gaps} positions missing`;
}

/** For each order a charge to be certified, and a checkpoint that was published and that these books do not lead to. */
async function restored(books, count) {
  const sealing = await books.build.load('libs/sealing/src/index.js');
  const log = { ...(await sealingOf(books)), sealing, clock: books.clock };
  await log.seal();
  return (await charges(books, count, { each: 1 })).map(([id], index) => {
    const { key } = log;
    const text = sealing.checkpointText({ origin: key.name, size: 1_000_000 + index, root: randomBytes(32) });
    const lost = sealing.noteText({ text, signatures: [sealing.signedBy(key, text)] });
    return { id, log: { ...log, lost } };
  });
}

/** An approving officer answers for the checkpoint that was lost. */
function answering({ sealing, db, key, lost: note, clock }) {
  const by = ['BRS', 'MINAMATA'].map((side) => ({ person: `${side}.approving`, secretariat: side }));
  const reason = 'the disk of the server failed on Monday';
  return {
    cuts: [/insert into sealing\.restore_event/, /delete from sealing\.queue/, commit],
    work: async () => {
      await db.transaction((tx) => sealing.signRestoreEvent(tx, { note, reason, key }, by, clock));
      return { status: 200 };
    },
  };
}

/** The server looks at what was published before it serves anything, and does not start where the books are behind it. */
async function startedAndCertified(books, id, { sealing, folder, lost }) {
  sealing.keepHeldNote(sealing.sealFolder(folder).latestNote, lost);
  try {
    await sealing.checkRestored({ db: books.db, folder, restored: true });
  } catch (error) {
    if (!(error instanceof sealing.RestoredBehindCheckpoint)) throw error;
    return { status: 409, body: { code: 'RESTORED_BEHIND_CHECKPOINT' } };
  }
  return certify(books, [], id).work();
}

async function placeOfTheAnswer(books) {
  const [{ position, size }] = await books.query(
    `select leaf.position::int as position, (event.body::json -> 'now' ->> 'size')::int as size
     from sealing.restore_event as event join sealing.leaf on kind = 'restore-event' and record = event.id::text
     order by event.id desc limit 1`,
  );
  return position === size ? 'the answer next' : `the answer at ${position} over ${size}`;
}
