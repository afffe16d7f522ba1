import { describe, expect, it, jest } from '@jest/globals';
import { entryBody } from '#ledger';
import { inSnapshot } from '#platform';
import { verifySeals } from '#sealing';
import { migrations } from '../../migrations/index.ts';
import { withDatabaseOfBefore } from '../support/database-of-before.ts';
import { certified, logOver } from '../support/sealed.ts';

jest.setTimeout(60_000); // a database of its own

const first = (timestamp: string): typeof migrations =>
  migrations.slice(
    0,
    migrations.findIndex(({ name }) => name.endsWith(timestamp)),
  );

describe('books that were kept before there was a seal', () => {
  it('are sealed whole: their entries get the bodies that they would have had, and their papers too', async () => {
    await withDatabaseOfBefore('older', async (at) => {
      const older = await at(first('1767225609000'));
      await older.runMigrations();
      const postedAt = new Date('2025-05-09T10:11:12.345Z');
      const pair = '019a0000-0000-7000-8000-00000000000a';
      const source = 'C-1 "quoted" \\ with é 猫 \u0001\n';
      const entries = certified(source);
      await older.query(
        `insert into identity.secretariat values ('BRS', 'BRS', '{Geneva}'), ('MINAMATA', 'MINAMATA', '{Geneva}')`,
      );
      await older.transaction(async (tx) => {
        for (const [index, entry] of entries.entries()) {
          await tx.query(
            `insert into ledger.journal_entry (id, pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count,
               posted_by, posted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'BRS.certifying', $10)`,
            [
              ...[index + 1, pair, entry.book, entry.counterparty, entry.event, entry.source, entry.on.toString()],
              ...[entry.biennium.toString(), entry.postings.length, postedAt],
            ],
          );
          for (const [place, posting] of entry.postings.entries()) {
            await tx.query('insert into ledger.posting values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
              ...[
                index + 1,
                place + 1,
                posting.account,
                posting.fund,
                posting.budgetLine,
                posting.agreement,
                posting.item,
              ],
              ...[`${posting.serviceMonth}-01`, posting.amount.toString()],
            ]);
          }
        }
        await tx.query(
          `insert into invoicing.paper values ('BRS-2025-0001', 'INVOICE', 'CRA-2025-001', '{}', sha256('{}'), 'pdf', sha256('pdf'), $1)`,
          [postedAt],
        );
      });
      await older.destroy();

      const now = await at(migrations);
      await now.runMigrations();
      const ways = await now.query(
        'select distinct settlement_method, payment_means_code, vat_category from identity.secretariat',
      );
      expect(ways).toEqual([
        { settlement_method: 'Inter-fund journal voucher', payment_means_code: '97', vat_category: 'O' },
      ]);
      const bodies = await now.query<{ body: string }[]>('select body from ledger.journal_entry order by id');
      const written = { pair, postedBy: 'BRS.certifying', postedAt };
      expect(bodies.map(({ body }) => body)).toEqual(entries.map((entry) => entryBody(entry, written)));
      const log = await logOver(now, await at(migrations)); // nobody has rights in it but the superuser
      await log.sealAll();
      expect(
        await now.query(`select position, kind, case kind when 'audit-event' then
           (select action from platform.audit_event where id::text = record) when 'value-version' then
           (select concat_ws(' ', kind, record, body::jsonb ->> 'asOf') from sealing.value_version as version
            where version.id::text = leaf.record) else record end as record
         from sealing.leaf order by position`),
      ).toEqual([
        { position: '0', kind: 'journal-entry', record: '1' },
        { position: '1', kind: 'journal-entry', record: '2' },
        { position: '2', kind: 'paper', record: 'BRS-2025-0001' },
        { position: '3', kind: 'audit-event', record: 'BOOKS_ADOPTED' },
        { position: '4', kind: 'value-version', record: 'secretariat BRS migration' },
        { position: '5', kind: 'value-version', record: 'secretariat MINAMATA migration' },
        { position: '6', kind: 'value-version', record: 'service-item TRIP migration' },
        { position: '7', kind: 'key-event', record: '1' },
      ]);
      expect(await inSnapshot(now, (tx) => verifySeals(tx))).toMatchObject({ holds: true, leaves: 8 });
      await expect(now.query(`update ledger.journal_entry set body = '{}'`)).rejects.toThrow(/never changed/);
      await log.close();
      await now.destroy();
    });
  });
});
