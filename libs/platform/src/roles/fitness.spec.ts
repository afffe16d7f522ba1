import { describe, expect, it } from '@jest/globals';
import {
  DatabaseIsNewer,
  DatabaseIsOlder,
  LoginTooPowerful,
  needsPreparing,
  RightsDiffer,
  unfitness,
  warningAbout,
} from './fitness.ts';
import type { FoundDatabase } from './read-database.ts';
import { expectedRights, grantStatements, type Rights } from './rights.ts';
import { tenant } from './tenancy.ts';

const needed = { migrations: ['A1', 'B2'], rights: ['recoup_app may SELECT ledger.posting'] };
const fit: FoundDatabase = {
  version: '18.4',
  login: { name: 'recoup_app', actsAs: 'recoup_app', powers: [] },
  migrations: ['A1', 'B2'],
  rights: ['recoup_app may SELECT ledger.posting'],
};

describe('a database', () => {
  it('is fit with the migrations and the rights of this version', () => {
    expect(unfitness(fit, needed)).toBeNull();
  });

  it('is refused where a newer version migrated it, whatever else there is', () => {
    expect(unfitness({ ...fit, migrations: ['A1', 'C3'] }, needed)).toEqual(new DatabaseIsNewer('C3'));
  });

  it('is refused with the command where it is behind', () => {
    const reason = unfitness({ ...fit, migrations: ['A1'] }, needed);
    expect(reason).toBeInstanceOf(DatabaseIsOlder);
    expect(reason?.message).toContain('one migration behind this version of Recoup (next: B2)');
    expect(reason?.message).toContain('npm run recoup -- database migrate');
  });

  it('is refused with what is missing and what is too much among its rights', () => {
    const reason = unfitness({ ...fit, rights: ['recoup_app may DELETE ledger.posting'] }, needed) as RightsDiffer;
    expect(reason).toBeInstanceOf(RightsDiffer);
    expect(reason.missing).toEqual(['recoup_app may SELECT ledger.posting']);
    expect(reason.excess).toEqual(['recoup_app may DELETE ledger.posting']);
    expect(reason.message).toContain('npm run recoup -- database prepare');
  });

  it('that hides its migrations is told by its rights', () => {
    expect(unfitness({ ...fit, migrations: null, rights: [] }, needed)).toBeInstanceOf(RightsDiffer);
  });
});

it.each<[string, boolean]>([
  ['recoup_app may DELETE ledger.posting', false],
  ['recoup_app may USAGE schema ledger', false],
  ['PUBLIC may CONNECT database', true],
  ['ledger.posting belongs to postgres', true],
  ['recoup_sealer does not exist', true],
  ['recoup_app is a member of recoup_owner', true],
  ['recoup_app is a superuser', true],
])('mending "%s" takes more than the owner: %s', (line, takesMore) => {
  expect(needsPreparing([line], [])).toBe(takesMore);
});

describe('a login', () => {
  it('with the rights of the server alone is nothing to warn of', () => {
    expect(warningAbout(fit.login)).toBeNull();
  });

  it('with more is named with all it may', () => {
    const login = { name: 'postgres', actsAs: 'recoup_app', powers: ['is a superuser', 'owns the database'] };
    expect(warningAbout(login)).toContain('"postgres", which is a superuser and owns the database');
    expect(new LoginTooPowerful(login).message).toContain('"postgres", which is a superuser and owns the database');
  });
});

describe('a line of the table of rights', () => {
  const rights: Rights = {
    tables: { 'ledger.posting': { recoup_app: { select: 'all', update: ['state', 'version'] } } },
    sequences: { 'ledger.number': ['recoup_app'] },
    functions: { 'sealing.take(bigint, text)': ['recoup_sealer'] },
    tenancy: { 'ledger.posting': { class: 'INTERNAL', rows: { sees: `book = ${tenant}`, adds: 'true' } } },
  };

  it('becomes grants, column by column, with the use of the schema', () => {
    const statements = grantStatements(rights).split(';\n');
    const first = statements.indexOf('grant usage on schema "ledger" to recoup_app');
    expect(statements.slice(first, first + 5)).toEqual([
      'grant usage on schema "ledger" to recoup_app',
      'grant usage on schema "sealing" to recoup_sealer',
      'grant SELECT, UPDATE ("state", "version") on table "ledger"."posting" to recoup_app',
      'grant usage on sequence "ledger"."number" to recoup_app',
      'grant execute on function "sealing"."take"(bigint, text) to recoup_sealer',
    ]);
  });

  it('keeps the rows of each tenant apart, from the owner of the table too', () => {
    const statements = grantStatements(rights).split(';\n');
    const reads = `coalesce((select current_setting('app.mandate', true)), '') <> ''`;
    const mandate = `(select platform.mandate())::text[]`;
    expect(statements.slice(-7)).toEqual([
      'alter table "ledger"."posting" enable row level security, force row level security',
      `create policy tenant_sees on "ledger"."posting" for select to recoup_app using (${tenant} = 'recoup' or book = ${tenant})`,
      `create policy mandate_sees on "ledger"."posting" for select to recoup_app using (${reads} and book = any (${mandate}))`,
      `create policy tenant_adds on "ledger"."posting" for insert to recoup_app with check (${tenant} = 'recoup' or true)`,
      `create policy mandate_adds_nothing on "ledger"."posting" as restrictive for insert to recoup_app with check (not (${reads}))`,
      'create policy owner_keeps on "ledger"."posting" to recoup_owner using (true) with check (true)',
      'create policy auditor_reads on "ledger"."posting" for select to recoup_auditor using (true)',
    ]);
  });

  it('is expected in the words in which it is found', () => {
    expect(expectedRights(rights).filter((line) => !line.includes('database') && !line.includes('member'))).toEqual([
      'recoup_app may USAGE schema ledger',
      'recoup_sealer may USAGE schema sealing',
      'recoup_app may SELECT ledger.posting',
      'recoup_app may UPDATE (state) ledger.posting',
      'recoup_app may UPDATE (version) ledger.posting',
      'recoup_app may USAGE ledger.number',
      'recoup_sealer may EXECUTE sealing.take(bigint, text)',
      'ledger.posting keeps tenants apart',
      ...['tenant_sees', 'mandate_sees', 'tenant_adds', 'mandate_adds_nothing', 'owner_keeps', 'auditor_reads'].map(
        (policy) => `ledger.posting has the policy ${policy}`,
      ),
    ]);
  });

  it('cannot name more than one object', () => {
    const odd: Rights = {
      tables: { 'a.b" to public; drop table c; --': { recoup_app: { select: 'all' } } },
      sequences: {},
      functions: {},
      tenancy: {},
    };
    expect(grantStatements(odd)).toContain('on table "a"."b"" to public; drop table c; --" to recoup_app');
  });
});
