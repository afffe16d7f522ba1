import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LedgerService } from '#ledger';
import { inSnapshot, inTransaction } from '#platform';
import {
  createKeyFile,
  KeyFileExists,
  KeyFileUnreadable,
  KeyKnownAlready,
  LogKeyNotRegistered,
  NoLogYet,
  NotAWitnessKey,
  openLog,
  readRegister,
  registerWitness,
  replaceLogKey,
  sealAll,
  sealBatch,
  TreeDamaged,
  verifySeals,
} from '#sealing';
import { Office } from '../support/office.ts';
import { type Log, openedLog, post, wallClock, withTriggersOff } from '../support/sealed.ts';

jest.setTimeout(60_000); // a database of its own for each

let office: Office;
let log: Log;
beforeEach(async () => {
  office = await Office.open();
  log = await openedLog(office.books, 'BRS');
});
afterEach(async () => {
  await log.close();
  await office.close('tampered'); // entries of no charge, written past the services
});

const by = { person: 'BRS.approving', secretariat: 'BRS' };
const opened = () =>
  inTransaction(office.db, (tx) => openLog(tx, { keyFile: log.keyFile, operator: null, clock: wallClock }));

describe('the key of the log', () => {
  it('is made once, and is the same at the next start', async () => {
    const again = await opened();
    expect([again.name, again.publicKey]).toEqual([log.key.name, log.key.publicKey]);
    expect(await inSnapshot(office.db, readRegister)).toMatchObject({ origin: log.key.name, operator: 'BRS' });
    expect(() => createKeyFile(log.keyFile, log.key.name, 1)).toThrow(KeyFileExists);
  });

  it('is taken up again where a start was cut off after its file was written', async () => {
    const other = await Office.open();
    const keyFile = `${log.folder}/cut-off/log.key`;
    const cut = inTransaction(other.db, async (tx) => {
      await openLog(tx, { keyFile, operator: null, clock: wallClock });
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(existsSync(keyFile)).toBe(true);
    expect(await inSnapshot(other.db, readRegister)).toBeNull();
    const key = await inTransaction(other.db, (tx) => openLog(tx, { keyFile, operator: null, clock: wallClock }));
    expect(await inSnapshot(other.db, readRegister)).toMatchObject({ origin: key.name });
    await other.close();
  });

  it('is replaced before everybody: both events are leaves, the new key signs, and what the old has signed holds', async () => {
    await log.sealAll();
    renameSync(log.keyFile, `${log.keyFile}.old`);
    const replace = () =>
      office.do((tx) =>
        replaceLogKey(tx, { keyFile: log.keyFile, by, reason: 'somebody has seen it', clock: wallClock }),
      );
    const next = await replace();
    await office.do((tx) => post(office.books.get(LedgerService), tx, ['C-1']));
    await sealAll(log.sealer, { key: next, clock: wallClock });
    const bodies = await office.db.query<{ body: string }[]>(
      `select body from sealing.key_event join sealing.leaf on kind = 'key-event' and record = id::text order by position`,
    );
    expect(bodies.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { action: 'ADDED', by: 'SERVER' },
      { action: 'RETIRED', by: 'BRS.approving', reason: 'somebody has seen it' },
      { action: 'ADDED', by: 'BRS.approving' },
    ]);
    expect(await inSnapshot(office.db, (tx) => verifySeals(tx))).toMatchObject({ holds: true, checkpoints: 2 });
    expect((await opened()).publicKey).toEqual(next.publicKey);
    await expect(replace()).rejects.toThrow(KeyFileExists);
    renameSync(`${log.keyFile}.old`, log.keyFile);
    await expect(opened()).rejects.toThrow(LogKeyNotRegistered); // the retired one signs no more
  });

  it('is refused where its file is something else', async () => {
    for (const content of ['', 'recoup log key: x\nnothing', '-----BEGIN PRIVATE KEY-----']) {
      writeFileSync(log.keyFile, content, { mode: 0o600 });
      await expect(opened()).rejects.toThrow(KeyFileUnreadable);
    }
  });
});

describe('a witness key', () => {
  it('is registered once, as a witness key, in books that have a log', async () => {
    const key = createKeyFile(`${log.folder}/w.key`, 'BRS/witness', 4);
    const register = (one: typeof key) =>
      office.do((tx) => registerWitness(tx, { key: one, secretariat: 'BRS' }, by, wallClock));
    await register(key);
    await expect(register(key)).rejects.toThrow(KeyKnownAlready);
    await expect(register({ ...log.key, type: 4 })).rejects.toThrow(KeyKnownAlready);
    await expect(register(log.key)).rejects.toThrow(NotAWitnessKey);
    const other = await Office.open();
    const early = inTransaction(other.db, (tx) => registerWitness(tx, { key, secretariat: 'BRS' }, by, wallClock));
    await expect(early).rejects.toThrow(NoLogYet);
    await other.close();
  });
});

describe('a tree that is not what was signed last', () => {
  it('is not signed any further, and what is committed meanwhile stays queued', async () => {
    await office.do((tx) => post(office.books.get(LedgerService), tx, ['C-1', 'C-2']));
    await log.sealAll();
    await withTriggersOff(office.books, (tx) =>
      tx.query(`update sealing.leaf set leaf_hash = sha256('other') where position = 2`),
    );
    await office.do((tx) => post(office.books.get(LedgerService), tx, ['C-3']));
    const seal = log.sealer.transaction((tx) => sealBatch(tx, { key: log.key, clock: wallClock, most: 10 }));
    await expect(seal).rejects.toThrow(TreeDamaged);
    expect(await office.db.query('select count(*) from sealing.queue')).toEqual([{ count: '3' }]);
  });
});
