import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { roles } from '#platform';
import type { DataSource } from 'typeorm';
import { differences, expectedRights, readDatabase } from '../../libs/platform/src/roles/index.ts';
import { rights } from '../../migrations/index.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { afterwards, loginOf, sessionAs, tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

const denied = /^42501 /;

describe('the rights in the books', () => {
  let books: FreshBooks;
  let superuser: DataSource;
  beforeAll(async () => {
    books = await freshBooks();
    superuser = await sessionAs('none', books.url);
  });
  afterAll(async () => {
    await superuser.destroy();
    await books.close();
  });

  /** What the crawl finds different from the table of rights after these statements, which are taken back. */
  const differenceAfter = (db: DataSource, ...statements: string[]): Promise<ReturnType<typeof differences>> =>
    afterwards(db, statements, async (runner) =>
      differences((await readDatabase(runner)).rights, expectedRights(rights)),
    );

  describe('the table of rights', () => {
    it('is what the database has, role by role and column by column', async () => {
      expect(await differenceAfter(books.owner)).toEqual({ missing: [], excess: [] });
      expect(expectedRights(rights).length).toBeGreaterThan(150);
    });

    // The canaries of the crawl: one grant too many, or one too few, and it says which.
    it.each<[string, string]>([
      ['grant update on ledger.posting to recoup_app', 'recoup_app may UPDATE ledger.posting'],
      [
        'grant update (amount_usd) on ledger.posting to recoup_app',
        'recoup_app may UPDATE (amount_usd) ledger.posting',
      ],
      [
        'grant insert (transaction) on ledger.journal_entry to recoup_app',
        'recoup_app may INSERT (transaction) ledger.journal_entry',
      ],
      ['grant delete on platform.request_key to recoup_app', 'recoup_app may DELETE platform.request_key'],
      ['grant truncate on invoicing.paper to public', 'PUBLIC may TRUNCATE invoicing.paper'],
      ['grant select (name) on identity.person to recoup_auditor', 'recoup_auditor may SELECT (name) identity.person'],
      [
        'grant select on ledger.posting to recoup_app with grant option',
        'recoup_app may SELECT ledger.posting and hand it on',
      ],
      ['grant create on schema ledger to recoup_app', 'recoup_app may CREATE schema ledger'],
      ['grant update on sequence charging.charge_number to recoup_app', 'recoup_app may UPDATE charging.charge_number'],
      ['grant execute on function platform.refuse_change() to public', 'PUBLIC may EXECUTE platform.refuse_change()'],
      [
        "do $$ begin execute 'grant temporary on database ' || current_database() || ' to public'; end $$",
        'PUBLIC may TEMPORARY database',
      ],
    ])('is no longer after "%s"', async (statement, line) => {
      const { excess } = await differenceAfter(books.owner, statement);
      expect(excess).toContain(line);
    });

    it.each<[string, string]>([
      ['grant recoup_owner to recoup_app', 'recoup_app is a member of recoup_owner'],
      ['alter role recoup_auditor bypassrls', 'recoup_auditor is above row level security'],
      ['alter role recoup_owner login', 'recoup_owner is one that logs in'],
      ['alter table ledger.posting owner to postgres', 'ledger.posting belongs to postgres'],
    ])('is no longer after "%s" by a superuser', async (statement, line) => {
      const name = await loginOf(superuser); // "postgres" in the embedded engine
      const { excess } = await differenceAfter(superuser, statement.replace('postgres', name));
      expect(excess).toContain(line.replace('postgres', name));
    });

    it('misses what was taken away', async () => {
      const { missing } = await differenceAfter(books.owner, 'revoke insert on ledger.posting from recoup_app');
      expect(missing).toEqual(['recoup_app may INSERT ledger.posting']);
    });
  });

  describe('a table that a later migration makes', () => {
    const make = 'create table ledger.forgotten (id bigint)';

    it('is refused to everybody until it has its line', async () => {
      for (const role of [roles.app, roles.sealer, roles.auditor, roles.backup]) {
        const attempt = ['set local role none', `set local role ${role}`, 'select from ledger.forgotten'];
        expect(await tried(superuser, `set local role ${roles.owner}`, make, ...attempt)).toMatch(denied);
      }
    });

    it('is named here, as long as nobody has decided who may use it', async () => {
      expect(await withoutALine()).toEqual([]);
      expect(await withoutALine(make)).toEqual(['ledger.forgotten']);
    });

    const withoutALine = (...statements: string[]): Promise<string[]> =>
      afterwards(books.owner, statements, async (runner) => {
        const found = (await runner.query(
          `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
           where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
           order by 1`,
        )) as { name: string }[];
        return found.map(({ name }) => name).filter((name) => !(name in rights.tables));
      });
  });

  describe('every function', () => {
    it('looks names up where nobody but the owner puts any', async () => {
      expect(await unpinned()).toEqual([]);
      expect(
        await unpinned(`create function ledger.loose() returns trigger language plpgsql as 'begin return null; end'`),
      ).toEqual(['ledger.loose()']);
    });

    // They check what is there, whoever writes, and answer with a refusal or nothing.
    const guardsOfBothSides = [
      'budget.name_owner_of_key()',
      'charging.keep_prices_of_the_books()',
      'charging.keep_shares_with_their_charge()',
      'charging.keep_splits_adding_up()',
      'charging.place_rate_among_charges()',
      'invoicing.issue_as_approved()',
      'invoicing.keep_credit_shares_with_their_lines()',
      'invoicing.keep_lines_adding_up()',
      'invoicing.keep_lines_as_drafted()',
      'ledger.keep_balances_with_their_lock()',
      'ledger.keep_closed_periods_closed()',
      'ledger.keep_entries_balanced_and_mirrored()',
      'ledger.keep_final_balances()',
      'ledger.keep_periods_at_their_acts()',
      'ledger.keep_reversals_of_their_original()',
      'ledger.keep_signatures_after_entries()',
      'platform.refuse_change_without_act()',
    ];

    // Guards of whose hands are on what: they see everybody's designations, whoever writes.
    const guardsOfHands = [
      'agreements.keep_draft_with_a_party()',
      'agreements.keep_signatures_apart()',
      'charging.keep_corrections_apart()',
      'charging.keep_recorder_with_its_side()',
      'charging.keep_replacements_single()',
      'charging.keep_until_freed()',
      'invoicing.keep_bills_certified()',
      'charging.keep_steps_apart()',
      'identity.keep_account_shut()',
      'identity.keep_acts_of_their_side()',
      'identity.keep_an_administrator()',
      'identity.keep_designations_granted()',
      'identity.keep_designations_of_own_funds()',
      'identity.keep_factors_shown()',
      'identity.keep_grants_by_two_people()',
      'identity.keep_invitation()',
      'identity.keep_person_codes_apart()',
      'identity.keep_proofs_by_acts()',
      'identity.keep_renewals_by_two_people()',
      'identity.keep_roles_apart()',
      'identity.keep_sessions_showing_the_factor()',
      'identity.keep_ways_in()',
      'identity.take_back_letting_in()',
      'invoicing.keep_issuer_apart()',
      'invoicing.keep_payers_hands_apart()',
      'invoicing.keep_preparer_with_its_side()',
      'invoicing.keep_proposal_with_its_settlement()',
      'invoicing.keep_proposals_by_two_people()',
      'invoicing.keep_settlement_as_approved()',
      'invoicing.keep_settlement_of_its_documents()',
      'sealing.keep_restores_of_both_sides()',
    ];

    const acrossTheSides = [
      'identity.has_an_account(text)',
      'identity.has_fund(text,text)',
      'identity.is_last_administrator(uuid,date)',
      'identity.holds(text,text,text,date)',
      'identity.is_of(text,text)',
      'identity.officers_of(text,date)',
      'budget.charge_lines(text[],numeric[])',
      'budget.draw_cash(json)',
      'budget.funds_of_keys(text[])',
      'budget.funds_of_lines(text[])',
      'budget.owners_of_funds(text[])',
      'budget.split_keys_in_force(text[],date,date)',
      'charging.charges_borne_by(text,text)',
      'charging.room_on_client_lines(text,bigint)',
      'identity.act_as(text)',
      'identity.acting_that_ended()',
      'identity.holder_of(text,date)',
      'identity.printed_names(text[])',
      'invoicing.count_drafts(text)',
      'invoicing.count_settlements_that_wait(text,date,date)',
      'invoicing.is_issued_since(uuid,uuid)',
      'ledger.closed_periods_that_differ(text[])',
      'ledger.closing_facts(text)',
      'ledger.debt_in_clients_books(text)',
      'ledger.entries_between(text,bigint,integer)',
      'ledger.figures_to_sign(text)',
      'ledger.has_entries(text)',
      'ledger.signed_statement(bigint)',
      'ledger.unmirrored_movements(text)',
      'platform.events_naming(text)',
      'platform.mandate()',
      'platform.acts_of_the_other_side(text)',
    ];

    const sealedTables = [
      'audit_event',
      'evidence',
      'journal_entry',
      'key_event',
      'paper',
      'period_act',
      'restore_event',
      'value_version',
    ];

    it('has the rights of whoever calls it, but for these', async () => {
      const found = await books.owner.query<{ name: string }[]>(
        `select pg_proc.oid::regprocedure::text as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
         where prosecdef and nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by 1`,
      );
      expect(found.map(({ name }) => name)).toEqual(
        [
          'charging.free_nights_and_tickets()', // deletes what is not paid any more
          'charging.cover_tickets(text[],text[])', // covers what stood in the open
          'travellers.last_needed_on(text)', // whoever pays
          'travellers.erase(text[],timestamp with time zone)', // erases what nobody needs any more
          'travellers.forget_waiting(text[])', // deletes what was covered
          'ledger.keep_period_acts()', // moves the periods
          'ledger.keep_postings_with_their_entry()', // writes the totals
          'identity.forget_what_is_over()', // deletes what need not be kept any longer
          'charging.keep_values_sealed()', // writes the versions of charges whose act says nothing of them
          'sealing.keep_values()', // writes the versions
          'platform.forget_old_request_keys()', // deletes what need not be kept any longer
          ...sealedTables.map((table) => `sealing.enqueue_${table}()`), // each writes the queue
          ...guardsOfBothSides,
          ...guardsOfHands,
          ...acrossTheSides,
        ].sort(),
      );
    });

    it('that looks or acts across the sides is one of those that the README lists', () => {
      const readme = readFileSync('libs/platform/README.md', 'utf8');
      const listed = acrossTheSides.map((name) => name.slice(0, name.indexOf('(')));
      expect(listed.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    });

    const unpinned = (...statements: string[]): Promise<string[]> =>
      afterwards(books.owner, statements, async (runner) => {
        const found = (await runner.query(
          `select pg_proc.oid::regprocedure::text as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
           where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and prosqlbody is null -- those are bound when made
             and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%' and setting !~ 'public')
           order by 1`,
        )) as { name: string }[];
        return found.map(({ name }) => name);
      });
  });
});
