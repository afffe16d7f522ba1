import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity } from '#kernel';
import { roles } from '#platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { readDatabase } from '../../libs/platform/src/roles/index.ts';
import { rights } from '../../migrations/index.ts';
import * as a from '../support/a.ts';
import { anActInSql } from '../support/an-act.ts';
import { Office } from '../support/office.ts';
import { loginOf, sessionAs, tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own, and a paper is drawn: a busy machine may take its time

const denied = /^42501 /;
const deniedOrView = /^(42501|55000) /; // a view of several tables takes nothing from anybody

describe('the roles of the books', () => {
  let office: Office;
  let superuser: DataSource;
  let issued: string;
  let agreement: string;
  beforeAll(async () => {
    office = await Office.open();
    // All of it is done by the server's role: what it may do, it can.
    agreement = (await office.agreement()).number;
    const { number, charge } = await office.invoiced(agreement, { quantity: Quantity.of('10') });
    const lines = [{ charge, quantity: Quantity.of('1') }];
    await office.issues((await office.credits({ invoice: number, lines, reason: 'one day less' })).id);
    const other = await office.invoiced(agreement);
    issued = other.id;
    await office.settles({
      documents: [other.number],
      method: 'JOURNAL_VOUCHER',
      externalNumber: 'JV-1',
      valueOn: a.day('2025-12-31'),
    });
    superuser = await sessionAs('none', office.books.url);
  });
  afterAll(async () => {
    await superuser.destroy();
    await office.close();
  });

  describe('the server', () => {
    // What it may is beside what it may not, so that a role without any rights would not pass.
    it.each<[string, string]>([
      ['select from ledger.journal_entry', 'update ledger.journal_entry set source = source'],
      ['select from ledger.journal_entry', 'delete from ledger.journal_entry'],
      ['select from ledger.journal_entry', 'truncate ledger.journal_entry cascade'],
      ['select from ledger.posting', 'update ledger.posting set amount_usd = amount_usd'],
      ['select from ledger.posting', 'delete from ledger.posting'],
      ['select from ledger.posting', 'truncate ledger.posting'],
      ['select from ledger.posting', 'select from ledger.posting for update'],
      ['select from ledger.movement_total', 'update ledger.movement_total set amount_usd = 0'],
      ['select from ledger.movement_total', 'insert into ledger.movement_total select * from ledger.movement_total'],
      ['select from ledger.movement_total', 'delete from ledger.movement_total'],
      [paperCopied('OTHER-1'), `update invoicing.paper set pdf = 'x'`],
      [paperCopied('OTHER-2'), 'delete from invoicing.paper'],
      [paperCopied('OTHER-3'), 'truncate invoicing.paper'],
      [
        `insert into rates.operational_rate values ('CHF', '2027-01-01', 0.8)`,
        'update rates.operational_rate set units_per_usd = 0.8',
      ],
      [`insert into rates.dsa_rate values ('CHGVA', '2027-01-01', 'CHF', 1)`, 'delete from rates.dsa_rate'],
      [
        `insert into rates.service_item values ('X', 'IT', 'OWN_SERVICE', 'DAY', 'X')`,
        'delete from rates.service_item',
      ],
      ['select from rates.unit', `insert into rates.unit values ('XX', 'x')`],
      [
        `insert into budget.split_key values ('K', '2025-01-01', '[1]')`,
        'update budget.split_key set weights = weights',
      ],
      [
        'update budget.budget_line set charged_usd = charged_usd',
        'update budget.budget_line set allotment_usd = allotment_usd + 1',
      ],
      ['update budget.budget_line set charged_usd = charged_usd', 'delete from budget.budget_line'],
      [
        'update agreements.agreement set charged_usd = charged_usd',
        'update agreements.agreement set ceiling_usd = ceiling_usd + 1',
      ],
      ['update charging.charge set version = version', 'update charging.charge set amount_usd = amount_usd'],
      [
        'update charging.charge_allocation set credited_usd = credited_usd',
        'update charging.charge_allocation set fund = fund',
      ],
      ['select from invoicing.invoice for update', 'update invoicing.invoice set total_usd = total_usd'],
      [
        'update invoicing.number_series set last_number = last_number + 1',
        'update invoicing.number_series set year = year',
      ],
      [
        'update platform.request_key set body = body',
        'update platform.request_key set request_sha256 = request_sha256',
      ],
      ['update platform.request_key set body = body', 'delete from platform.request_key'],
      [`select nextval('charging.charge_number')`, `select setval('charging.charge_number', 1)`],
      ['select from invoicing.settlement', 'delete from invoicing.settlement'],
      ['select from public.migration', 'delete from public.migration'],
      ['select from identity.person', 'update identity.designation set fund = fund'],
    ])('may "%s", and not "%s"', async (may, mayNot) => {
      expect(await tried(office.db, anActInSql, may)).toBe('done');
      expect(await tried(office.db, anActInSql, mayNot)).toMatch(denied);
    });

    it.each([
      'alter table ledger.posting disable trigger all',
      'alter table ledger.posting drop constraint posting_amount_not_zero',
      'drop trigger posting_is_kept on ledger.posting',
      'alter function platform.refuse_change() security definer',
      'set session_replication_role = replica',
      'create schema mine',
      'create table ledger.mine ()',
      'create table public.mine ()',
      'create temporary table mine ()',
      'create function public.mine() returns void language sql as $$ select $$',
      `do $$ begin perform pg_advisory_lock(1); execute 'create view ledger.mine as select 1'; end $$`,
      'create index on ledger.posting (fund)',
      'alter role recoup_app superuser',
      'create role mine',
      'grant update on ledger.posting to recoup_app',
      `select pg_read_file('postgresql.conf')`,
      `copy ledger.posting to '/tmp/postings'`,
      `select pg_backup_start('mine')`,
      `alter system set fsync = off`,
    ])('may not "%s"', async (statement) => {
      // Some of these are no errors of rights in name: a grant by whoever has none to give is a warning alone.
      if (statement.startsWith('grant')) {
        expect(await tried(office.db, statement, 'update ledger.posting set fund = fund')).toMatch(denied);
      } else expect(await tried(office.db, statement)).toMatch(/^(42501|25001) /);
    });

    it('cannot alter the settings of the server outside a transaction either', async () => {
      await expect(office.db.query('alter system set fsync = off')).rejects.toThrow(/permission denied/);
    });

    it('posts the totals through the trigger, which may write them', async () => {
      const [{ before } = { before: '' }] = await totals();
      await office.certified([office.draft(agreement, { quantity: Quantity.of('1') })]);
      const [{ before: after } = { before: '' }] = await totals();
      expect(Number(after)).toBeGreaterThan(Number(before));
    });

    it('leaves an issued invoice as it is by the trigger, in the columns it may move', async () => {
      const set = `update invoicing.invoice set number = 'X' where id = '${issued}'`;
      expect(await tried(office.db, set)).toMatch(/^23001 .* was issued and is kept as it was/);
    });

    const totals = () =>
      office.db.query<{ before: string }[]>(
        `select sum(postings) as before from ledger.movement_total where book = 'BRS'`,
      );
  });

  describe('a login of the server, which is a member of its role and of nothing else', () => {
    const name = `recoup_test_${randomBytes(6).toString('hex')}`;
    const password = randomBytes(16).toString('hex');
    let login: DataSource;
    let where: { host: string; port: number; user: string; password: string; database: string };
    beforeAll(async () => {
      await superuser.query(`create role ${name} login password '${password}' in role ${roles.app}`);
      const { hostname, port, pathname, searchParams } = new URL(office.books.url);
      const host = searchParams.get('host') ?? hostname;
      where = { host, port: Number(port), user: name, password, database: pathname.slice(1) };
      login = await sessionAs(roles.app, where);
    });
    afterAll(async () => {
      await login.destroy();
      await superuser.query(`drop role ${name}`);
    });

    it('acts as the server, and has no powers beyond it', async () => {
      expect((await readDatabase(login)).login).toEqual({ name, actsAs: roles.app, powers: [] });
      expect(await tried(login, 'select from ledger.posting')).toBe('done');
    });

    it('becomes nobody else', async () => {
      expect(await tried(login, `set role ${roles.app}`)).toBe('done');
      expect(await tried(login, 'reset role')).toBe('done'); // itself again, which is no more
      const others = [roles.owner, roles.migrator, roles.sealer, roles.auditor, roles.backup, await loginOf(superuser)];
      for (const other of others) {
        expect(await tried(login, `set role ${other}`)).toMatch(denied);
        expect(await tried(login, `set session authorization ${other}`)).toMatch(denied);
      }
    });

    it('stays as it is after "reset role" and "set role none"', async () => {
      for (const away of ['reset role', 'set role none']) {
        expect(await tried(login, away, 'update ledger.posting set fund = fund')).toMatch(denied);
        expect(await tried(login, away, 'alter table ledger.posting disable trigger all')).toMatch(denied);
        expect(await tried(login, away, 'set session_replication_role = replica')).toMatch(denied);
      }
    });

    it('does not act as the owner from the start', async () => {
      const client = new pg.Client({ ...where, options: `-c role=${roles.owner}` });
      await expect(client.connect()).rejects.toMatchObject({ code: '42501' });
      await client.end();
    });
  });

  describe('the auditor', () => {
    let auditor: DataSource;
    beforeAll(async () => {
      auditor = await sessionAs(roles.auditor, office.books.url);
    });
    afterAll(() => auditor.destroy());

    // They run as whoever asks, and say nothing without the column that tells of a person.
    const ofPeople = ['charging.traveller_use_view', 'charging.traveller_night_view'];

    it('reads every table, in the columns that tell of no person', async () => {
      const readable = Object.entries(rights.tables).flatMap(([name, granted]) =>
        granted.recoup_auditor?.select === undefined ? [] : [[name, granted.recoup_auditor.select] as const],
      );
      expect(Object.keys(rights.tables).filter((name) => readable.every(([one]) => one !== name))).toEqual(ofPeople);
      for (const [name, columns] of readable) {
        const wanted = columns === 'all' ? '*' : columns.join(', ');
        expect([name, await tried(auditor, `select ${wanted} from ${name}`)]).toEqual([name, 'done']);
      }
    });

    it.each([
      ['identity.person', 'name'],
      ['charging.charge', 'traveller'],
      ['charging.charge', 'trip'],
      ['charging.charge', 'note'],
      ['charging.traveller_night', 'traveller'],
      ['charging.ticket', 'number'],
      ['invoicing.paper', 'pdf'],
      ['invoicing.paper', 'content'],
      ['platform.request_key', 'body'],
    ])('does not read %s.%s', async (table, column) => {
      expect(await tried(auditor, `select ${column} from ${table}`)).toMatch(denied);
      expect(await tried(auditor, `select count(${column}) from ${table} where ${column} is not null`)).toMatch(denied);
    });

    it('writes nothing', async () => {
      for (const [name, granted] of Object.entries(rights.tables)) {
        expect(Object.keys(granted.recoup_auditor ?? {})).toEqual(ofPeople.includes(name) ? [] : ['select']);
        expect(await tried(auditor, `delete from ${name}`)).toMatch(deniedOrView);
        expect(await tried(auditor, `insert into ${name} default values`)).toMatch(deniedOrView);
      }
    });
  });

  describe('the backup', () => {
    it('begins and ends a backup, and reads no table', async () => {
      const backup = await sessionAs(roles.backup, office.books.url);
      try {
        expect(await tried(backup, `select pg_backup_start('trial', true)`, 'select pg_backup_stop(false)')).toBe(
          'done',
        );
        for (const name of Object.keys(rights.tables))
          expect([name, await tried(backup, `select from ${name}`)]).toEqual([name, expect.stringMatching(denied)]);
      } finally {
        await backup.destroy();
      }
    });
  });
});

/** A paper like another: the server adds papers. */
function paperCopied(number: string): string {
  return `insert into invoicing.paper (number, kind, subject, content, content_sha256, pdf, pdf_sha256, stored_at)
    select '${number}', kind, subject, content, content_sha256, pdf, pdf_sha256, stored_at from invoicing.paper limit 1`;
}
