import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LedgerService } from '#ledger';
import { inSnapshot, type Tx } from '#platform';
import { type SealVerification, verifySeals } from '#sealing';
import { Office } from '../support/office.ts';
import { type Log, openedLog, post, withTriggersOff } from '../support/sealed.ts';

jest.setTimeout(120_000); // a database of its own for each alteration

let office: Office;
let log: Log;
let held: string;
beforeEach(async () => {
  office = await Office.open();
  log = await openedLog(office.books);
  const ledger = office.books.get(LedgerService);
  // The act that made the references and 72 versions of what they say, 1 key, an act of 40 entries sealed by seven at a time, one of
  // 300 in one batch, so that a subtree is full, and one invoice with all that leads to it.
  await office.do((tx) => post(ledger, tx, names(0, 20)));
  await log.sealAll(7);
  await office.do((tx) => post(ledger, tx, names(20, 170)));
  await log.sealAll();
  const { number } = await office.agreement();
  await office.invoiced(number);
  const batches = await log.sealAll();
  held = batches.at(-1)?.note ?? '';
});
afterEach(async () => {
  await log.close();
  await office.close('tampered');
});

const names = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, at) => `C-${from + at}`);
const verified = (notes: string[] = []): Promise<SealVerification> =>
  inSnapshot(office.db, (tx) => verifySeals(tx, { held: notes }));
const change = (...statements: string[]): Promise<void> =>
  withTriggersOff(office.books, async (tx: Tx) => {
    for (const statement of statements) await tx.query(statement);
  });

/** What is found first: its kind and its leaf. */
async function found(notes: string[] = []): Promise<string> {
  const { holds, findings } = await verified(notes);
  expect(holds).toBe(findings.length === 0);
  const [first] = findings;
  return first === undefined ? 'nothing' : `${first.kind} ${first.position ?? '-'}`;
}

const entry = (position: number): string =>
  `(select record::bigint from sealing.leaf where position = ${position} and kind = 'journal-entry')`;

describe('books that nobody has altered', () => {
  it('hold, also against a note that was kept elsewhere', async () => {
    expect(await verified([held])).toMatchObject({ holds: true, leaves: 437, findings: [] });
    const steps: number[] = [];
    await inSnapshot(office.db, (tx) => verifySeals(tx, { onProgress: (done, all) => steps.push(done, all) }));
    expect(steps).toEqual([437, 437]);
  });
});

describe('books that their owner has altered', () => {
  it.each<[string, string, ...string[]]>([
    [
      'a body',
      'BODY_ALTERED 200',
      `update ledger.journal_entry set body = replace(body, '920.00', '929.00') where id = ${entry(200)}`,
    ],
    [
      'a body by one blank',
      'BODY_ALTERED 80',
      `update ledger.journal_entry set body = body || ' ' where id = ${entry(80)}`,
    ],
    [
      'a record that is gone',
      'RECORD_MISSING 200',
      `delete from ledger.posting where entry_id = ${entry(200)}`,
      `delete from ledger.journal_entry where id = ${entry(200)}`,
    ],
    [
      'two bodies exchanged',
      'ORDER 100',
      `update ledger.journal_entry as one set body = other.body from ledger.journal_entry as other
       where one.id in (${entry(100)}, ${entry(300)}) and other.id in (${entry(100)}, ${entry(300)}) and one.id <> other.id`,
    ],
    ['a leaf', 'LEAF_ALTERED 200', `update sealing.leaf set leaf_hash = sha256('other') where position = 200`],
    [
      'a body with its leaf',
      'CHECKPOINT_ROOT 115',
      `update ledger.journal_entry set body = replace(body, '920.00', '929.00') where id = ${entry(200)}`,
      `update sealing.leaf set leaf_hash = sealing.leaf_hash(kind, (select body from ledger.journal_entry where id = record::bigint)) where position = 200`,
    ],
    [
      'two leaves exchanged',
      'ORDER 9',
      `update sealing.leaf set position = 100009 where position = 9`,
      `update sealing.leaf set position = 9 where position = 12`,
      `update sealing.leaf set position = 12 where position = 100009`,
    ],
    ['a leaf that is gone', 'LEAF_MISSING 200', `delete from sealing.leaf where position = 200`],
    ['the last leaves gone', 'LEAF_MISSING 341', `delete from sealing.leaf where position > 340`],
    ['a leaf added', 'RECORD_MISSING 437', `insert into sealing.leaf select 437, 'paper', 'X', sha256('')`],
    [
      'a record added',
      'RECORD_UNSEALED -',
      `insert into ledger.journal_entry (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, posted_by, posted_at, body)
       select gen_random_uuid(), book, counterparty, event, source || '-again', accounting_on, biennium, posting_count, posted_by, posted_at, body from ledger.journal_entry limit 1`,
    ],
    ['a kept hash', 'SUBTREE_ALTERED 0', `update sealing.subtree set hash = sha256('other')`],
    ['a kept hash that is gone', 'SUBTREE_ALTERED 0', `delete from sealing.subtree`],
    [
      'a checkpoint’s root',
      'CHECKPOINT_SIGNATURE 13',
      `update sealing.checkpoint set root = sha256('other') where size = 14`,
    ],
    [
      'a checkpoint’s note',
      'CHECKPOINT_SIGNATURE 13',
      `update sealing.checkpoint set note = replace(note, E'\\n14\\n', E'\\n15\\n') where size = 14`,
    ],
    [
      'a trigger that is off',
      'TRIGGER_OFF -',
      `alter table ledger.journal_entry disable trigger journal_entry_is_sealed`,
    ],
    ['a trigger that is gone', 'TRIGGER_OFF -', `drop trigger paper_is_sealed on invoicing.paper`],
    ['the content of a paper', 'BODY_ALTERED 434', `update invoicing.paper set subject = 'other'`],
    [
      'a row that has waited long',
      'QUEUE_OLD -',
      `insert into sealing.queue (kind, record, leaf_hash, queued_at) values ('paper', 'X', sha256(''), now() - interval '2 minutes')`,
    ],
  ])('are found out: %s', async (_, expected, ...statements) => {
    await change(...statements);
    expect(await found()).toBe(expected);
  });

  it('say within which kept subtree a leaf was replaced together with its record', async () => {
    await change(
      `update ledger.journal_entry set body = replace(body, '920.00', '929.00') where id = ${entry(300)}`,
      `update sealing.leaf set leaf_hash = sealing.leaf_hash(kind, (select body from ledger.journal_entry where id = record::bigint)) where position = 130`,
      `update ledger.journal_entry set body = replace(body, '920.00', '929.00') where id = ${entry(130)}`,
      `update sealing.leaf set leaf_hash = sealing.leaf_hash(kind, (select body from ledger.journal_entry where id = record::bigint)) where position = 130`,
    );
    const { findings } = await verified();
    expect(findings.map(({ kind, position }) => `${kind} ${position ?? '-'}`)).toContain('BODY_ALTERED 300');
    expect(findings[0]?.sentence).toMatch(/115 to 415 at least one .* one of 115 to 255\./);
  });

  // The honest limit: who removes the checkpoints too is found out only by a note that lies elsewhere.
  it('with their tail and its checkpoints gone are found out by a note from elsewhere, and by nothing else', async () => {
    await change(
      `delete from sealing.publication where size > 115`,
      `delete from sealing.checkpoint where size > 115`,
      `delete from sealing.subtree`,
      `delete from sealing.leaf where position >= 115`,
      `delete from invoicing.paper`,
      `delete from sealing.value_version where id::text not in (select record from sealing.leaf where kind = 'value-version')`,
      `delete from platform.audit_event where id::text not in (select record from sealing.leaf where kind = 'audit-event')`,
      `delete from ledger.posting where entry_id > (select max(record::bigint) from sealing.leaf where kind = 'journal-entry')`,
      `delete from ledger.journal_entry where id > (select max(record::bigint) from sealing.leaf where kind = 'journal-entry')`,
    );
    expect(await found()).toBe('nothing');
    expect(await found([held])).toBe('HELD_CHECKPOINT 115');
  });

  it('with records that wait are not late where there is no log yet, for nothing can be sealed', async () => {
    const other = await Office.open();
    const waits = `update sealing.queue set queued_at = now() - interval '2 minutes'`;
    await withTriggersOff(other.books, (tx) => tx.query(waits));
    const verify = () => inSnapshot(other.db, (tx) => verifySeals(tx));
    expect(await verify()).toMatchObject({ holds: true, leaves: 0, queued: 73 });
    const opened = await openedLog(other.books);
    expect(await verify()).toMatchObject({ holds: false, findings: [{ kind: 'QUEUE_OLD' }] });
    await opened.sealAll();
    expect(await verify()).toMatchObject({ holds: true, leaves: 74, queued: 0 });
    await opened.close();
    await other.close();
  });

  it('with a note that a stranger signed are not vouched for by it', async () => {
    const other = await Office.open();
    const stranger = await openedLog(other.books);
    const [batch] = await stranger.sealAll();
    expect(await found([batch?.note ?? ''])).toBe('HELD_CHECKPOINT -');
    await stranger.close();
    await other.close();
  });
});
