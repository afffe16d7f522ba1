import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerService } from '#ledger';
import { constraintBehindTheRights } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';
import { type Log, openedLog, post } from '../support/sealed.ts';
import { tried } from '../support/sessions.ts';

let office: Office;
let log: Log;
beforeAll(async () => {
  office = await Office.open();
  log = await openedLog(office.books);
  await log.sealAll(); // its key, and the acts that made these books
}, 120_000);
afterAll(async () => {
  await log.close();
  await office.close('tampered'); // entries of no charge, written past the services
});

describe('past the services, the seals', () => {
  it.each([
    ['update sealing.leaf set record = record', 'leaf_is_kept'],
    ['delete from sealing.leaf', 'leaf_is_kept'],
    ['truncate sealing.leaf', 'leaf_is_not_emptied'],
    ['update sealing.checkpoint set note = note', 'checkpoint_is_kept'],
    ['truncate sealing.checkpoint cascade', 'checkpoint_is_not_emptied'],
    ['delete from sealing.publication', 'publication_is_kept'],
    ['update sealing.log set origin = origin', 'log_is_kept'],
    ['delete from sealing.key_event', 'key_event_is_kept'],
    [`insert into sealing.leaf values (7000, 'paper', 'X', sha256(''))`, 'leaf_without_gap'],
    [`insert into sealing.leaf values (0, 'paper', 'X', sha256(''))`, 'leaf_once'],
    [`insert into sealing.leaf values (1, 'paper', 'X', 'short')`, 'leaf_holds_a_sha256'],
    [
      `insert into sealing.leaf select max(position) over () + 1, kind, record, leaf_hash from sealing.leaf limit 1`,
      'record_sealed_once',
    ],
    [`insert into sealing.checkpoint values (9000, sha256(''), 'note', now())`, 'checkpoint_of_the_whole_tree'],
    [`insert into sealing.subtree values (7, 0, sha256(''))`, 'subtree_level_is_kept'],
  ])('refuse "%s"', async (statement, constraint) => {
    expect(await constraintBehindTheRights(office, (tx) => tx.query(statement))).toBe(constraint);
  });

  it.each([
    ['update sealing.leaf set record = record'],
    ['delete from sealing.checkpoint'],
    [`insert into sealing.queue (kind, record, leaf_hash) values ('paper', 'X', sha256(''))`],
    ['select from ledger.journal_entry'],
    [`insert into sealing.log (origin, opened_at) values ('x', now())`],
    [`insert into sealing.key_event (action) values ('ADDED')`],
    [`insert into sealing.cosignature (size) values (1)`],
  ])('are not for the sealer: "%s"', async (statement) => {
    expect(await tried(log.sealer, 'select from sealing.leaf')).toBe('done');
    expect(await tried(log.sealer, statement)).toMatch(/^42501 /);
  });

  it.each([
    [`insert into sealing.leaf values (7000, 'paper', 'X', sha256(''))`],
    [`insert into sealing.restore_event (lost_size) values (7)`],
    [`insert into sealing.publication values (1, 'HOURLY', now())`],
    ['delete from sealing.queue'],
    [`insert into sealing.queue (kind, record, leaf_hash) values ('paper', 'X', sha256(''))`],
  ])('are the sealer’s, and not for the server: "%s"', async (statement) => {
    expect(await tried(office.db, 'select from sealing.leaf')).toBe('done');
    expect(await tried(office.db, statement)).toMatch(/^42501 /);
  });

  it('refuse a checkpoint smaller than one that is there', async () => {
    await office.do((tx) => post(office.books.get(LedgerService), tx, ['C-1']));
    await log.sealAll();
    const smaller = `insert into sealing.checkpoint values (1, sha256(''), 'note', now())`;
    expect(await constraintBehindTheRights(office, (tx) => tx.query(smaller))).toBe('checkpoint_only_grows');
  });
});
