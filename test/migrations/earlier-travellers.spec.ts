import { describe, expect, it, jest } from '@jest/globals';
import { coverTickets } from '#charging';
import { Day, SetClock } from '#kernel';
import { inTransaction } from '#platform';
import { keyRing, newPersonalKeys, TravellersService } from '#travellers';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { withDatabaseOfBefore } from '../support/database-of-before.ts';

jest.setTimeout(60_000); // a database of its own

const before = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name.endsWith('1767225619000')),
);
const upTo = migrations.slice(0, before.length + 1);

const trip = {
  party: 'SN',
  from: null,
  components: [['TICKET', '500.00', '']],
  entitlementUsd: '0.00',
  advanceUsd: null,
};

async function charged(db: DataSource, id: string, traveller: string, night: string, ticket: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('set local session_replication_role = replica'); // what these rows refer to matters to nobody here
    await tx.query(
      `insert into charging.charge (id, agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium,
         amount_usd, traveller, trip, state, recorded_by, recorded_at)
       values ($1, 'CRA-2025-002', 'BRS', 'MINAMATA', 'TRAVEL', 'TRAVEL', 'PASS_THROUGH', 1, 'E54', '2025-11-08', '2024-2025',
         500, $2, $3, 'RECORDED', 'BRS.finance', now())`,
      [id, traveller, JSON.stringify(trip)],
    );
    await tx.query('insert into charging.traveller_night values ($1, $2, $3)', [traveller, night, id]);
    await tx.query('insert into charging.ticket values ($1, $2)', [ticket, id]);
  });
}

describe('books in which officers wrote down who travels', () => {
  it('hold references after the migration, and after the next start the names under keys; down, references stay', async () => {
    const standing = (db: DataSource) =>
      db.query<{ id: string; traveller: string; night: string }[]>(
        `select charge.id, charge.traveller, night.traveller as night from charging.charge
         join charging.traveller_night as night on night.charge = charge.id order by charge.id`,
      );
    await withDatabaseOfBefore('earlier', async (at) => {
      const older = await at(before);
      await older.runMigrations();
      await charged(older, 'T-01', 'Aïssatou Diop', '2025-11-02', '706-1');
      await charged(older, 'T-02', 'Aïssatou Diop', '2025-11-03', '706-2');
      await charged(older, 'T-03', 'ZM-3', '2025-11-02', '706-3');
      await older.destroy();

      const now = await at(upTo);
      await now.runMigrations();
      const separated = await standing(now);
      expect(separated.map(({ traveller }) => /^TR-[0-9A-F]{10}$/.test(traveller))).toEqual([true, true, true]);
      expect(separated.every(({ traveller, night }) => traveller === night)).toBe(true);
      expect(separated[0]?.traveller).toBe(separated[1]?.traveller);
      expect(separated[0]?.traveller).not.toBe(separated[2]?.traveller);

      const travellers = new TravellersService(keyRing(newPersonalKeys));
      const clock = new SetClock(Day.of('2025-12-31'));
      expect(await inTransaction(now, (tx) => travellers.coverWhatWaits(tx, clock))).toBe(2);
      expect(await inTransaction(now, (tx) => coverTickets(tx, travellers))).toBe(3);
      expect(await inTransaction(now, (tx) => travellers.coverWhatWaits(tx, clock))).toBe(0);
      expect(await inTransaction(now, (tx) => coverTickets(tx, travellers))).toBe(0);
      expect(await now.query('select from travellers.waiting')).toEqual([]);
      const [open] = await now.query<{ count: string }[]>(
        `select count(*) from charging.ticket where number !~ '^[0-9a-f]{64}$'`,
      );
      expect(open?.count).toBe('0');
      const by = {
        person: 'MINAMATA.finance',
        secretariat: 'MINAMATA',
        name: 'x',
        designations: [{ duty: 'FINANCE_OFFICER' as const, fund: '' }],
      };
      const disclosed = (reference = '') =>
        inTransaction(now, (tx) => travellers.disclose(tx, { reference, reason: 'x' }, by, clock));
      expect(await disclosed(separated[0]?.traveller)).toMatchObject({
        name: 'Aïssatou Diop',
        party: 'SN',
        tickets: ['706-1', '706-2'],
        nights: ['2025-11-02', '2025-11-03'],
      });
      // The next officer who writes her down meets her reference.
      const [again] = await inTransaction(now, (tx) =>
        travellers.refer(tx, [{ text: 'DIOP Aissatou', party: 'SN' }], by, clock, () => ''),
      );
      expect(again).toBe(separated[0]?.traveller);

      await now.undoLastMigration();
      expect(await standing(now)).toEqual(separated);
      await now.runMigrations();
      expect((await standing(now)).map(({ traveller }) => /^TR-/.test(traveller))).toEqual([true, true, true]);
      await now.destroy();
    });
  });

  it('are covered as well where they come to this version in one go', async () => {
    await withDatabaseOfBefore('in_one_go', async (at) => {
      const older = await at(before);
      await older.runMigrations();
      await charged(older, 'T-01', 'Aïssatou Diop', '2025-11-02', '706-1');
      await charged(older, 'T-02', 'ZM-3', '2025-11-02', '706-3');
      await older.destroy();
      const now = await at(migrations);
      await now.runMigrations();
      const travellers = new TravellersService(keyRing(newPersonalKeys));
      const clock = new SetClock(Day.of('2025-12-31'));
      expect(await inTransaction(now, (tx) => travellers.coverWhatWaits(tx, clock))).toBe(2);
      expect(await inTransaction(now, (tx) => coverTickets(tx, travellers))).toBe(2);
      expect(await inTransaction(now, (tx) => coverTickets(tx, travellers))).toBe(0);
      await now.destroy();
    });
  });
});
