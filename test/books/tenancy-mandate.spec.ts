import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Designation, IdentityService, Person } from '#identity';
import { programTenant, roles } from '#platform';
import type { DataSource } from 'typeorm';
import { tenancy } from '../../migrations/tenancy.ts';
import * as a from '../support/a.ts';
import { anActInSql } from '../support/an-act.ts';
import type { Office } from '../support/office.ts';
import { afterwards, sessionAs, tried } from '../support/sessions.ts';
import { apart, filledElsewhere, type For, forTenant, ofClass, rowsFor } from '../support/tenants.ts';
import { threeSides } from '../support/three-sides.ts';

jest.setTimeout(180_000); // a database of its own, in which everything happens once

let office: Office;
let server: DataSource; // the pool of the server, on one connection
beforeAll(async () => {
  office = await threeSides();
  server = await sessionAs(roles.app, office.books.url, '');
  await office.arranges((tx) => {
    const [person, days] = ['OZONE.joint', { validFrom: a.day('2000-01-01'), validTo: a.day('2199-12-31') }];
    return office.books
      .get(IdentityService)
      .addPeople(
        tx,
        [new Person({ code: person, name: person, secretariat: 'OZONE' })],
        [new Designation({ person, duty: 'JOINT_AUDITOR', fund: '', mandate: 'MINAMATA', ...days })],
      );
  });
});
afterAll(async () => {
  await server.destroy();
  await office.close();
});

const joint = { tenant: 'BRS', mandate: 'BRS,MINAMATA', person: 'JOINT.auditor' };
const saying = ({ tenant, mandate, person }: typeof joint): string =>
  `select set_config('app.tenant', '${tenant}', true), set_config('app.mandate', '${mandate}', true), set_config('app.person', '${person}', true)`;
const alone = { ...joint, mandate: '' };
const act = anActInSql.replaceAll(`'recoup'`, `'BRS'`);

describe('an auditor with a mandate for both sides', () => {
  it('sees what both see, row by row, and nothing of a third', async () => {
    const tables = ofClass('INTERNAL', 'SHARED', 'PERSONAL');
    const [brs, minamata] = await Promise.all(['BRS', 'MINAMATA'].map((side) => rowsFor(server, side, tables)));
    const both = Object.fromEntries(
      tables.map((name) => [name, [...new Set([...(brs?.[name] ?? []), ...(minamata?.[name] ?? [])])].sort()]),
    );
    expect(await rowsFor(server, joint, tables)).toEqual(both);
    expect(both['budget.budget_line']?.length).toBeGreaterThan(brs?.['budget.budget_line']?.length ?? 0);
  });

  it.each<[string, Partial<typeof joint>]>([
    ['somebody who is none', { person: 'BRS.auditor' }],
    ['nobody', { person: '' }],
    ['somebody whom the books do not know', { person: 'NOBODY.at-all' }],
    ['an auditor of another two', { person: 'OZONE.joint' }],
    ['its holder with a third side in it', { mandate: 'BRS,MINAMATA,OZONE' }],
    ['its holder with another side in it', { mandate: 'BRS,OZONE' }],
    ['its holder the other way round', { mandate: 'MINAMATA,BRS' }],
  ])('is one as designated: a mandate that %s only says opens nothing', async (_, said) => {
    const tables = [
      ...ofClass('INTERNAL', 'SHARED', 'PERSONAL'),
      'budget.printed_fund_view',
      'budget.printed_coding_view',
      'ledger.shared_movement_view',
    ];
    const seen = (who: For) =>
      forTenant(server, who, (tx) =>
        Promise.all(
          tables.map(async (name) => {
            const [row] = await tx.query<{ rows: number }[]>(`select count(*)::integer as rows from ${name}`);
            return [name, row?.rows];
          }),
        ),
      );
    expect(await seen({ ...joint, ...said })).toEqual(await seen('BRS'));
    expect(await seen(joint)).not.toEqual(await seen('BRS'));
  });

  it('is none from the moment its designation ends, and none after its last day', async () => {
    const others = (change: string): Promise<string> =>
      afterwards(office.owner, [anActInSql, change], async (runner) => {
        await runner.query(`set local role ${roles.app}`);
        await runner.query(saying(joint));
        const rows = (await runner.query(
          `select secretariat from identity.person where secretariat <> 'BRS'`,
        )) as unknown[];
        return String(rows.length > 0);
      });
    const held = `where person = 'JOINT.auditor'`;
    expect(await others('select')).toBe('true');
    expect(
      await others(
        `update identity.designation set ended_at = now(), ended_by = 'BRS.approving', end_reason = 'over' ${held}`,
      ),
    ).toBe('false');
    expect(await others(`update identity.designation set valid_to = current_date - 2 ${held}`)).toBe('false');
  });

  it('leaves its mandate to no other transaction', async () => {
    await rowsFor(server, joint, ['budget.budget_line']);
    expect(await server.query('select count(*) as seen from budget.budget_line')).toEqual([{ seen: '0' }]);
  });

  it.each<[string, For]>([
    ['the program', programTenant],
    ['BRS', 'BRS'],
    ['MINAMATA', 'MINAMATA'],
    ['OZONE', 'OZONE'],
    ['nobody', null],
    ['an auditor of BRS and MINAMATA', joint],
    ['an auditor of OZONE and MINAMATA', { tenant: 'OZONE', mandate: 'OZONE,MINAMATA', person: 'OZONE.joint' }],
  ])('and %s: a fund finds the charges that the policies show', async (_, who) => {
    const found = (fund: string | null, line: string | null) =>
      forTenant(server, who, async (tx) => ({
        fund,
        byFunction: await tx.query<unknown[]>('select charging.charges_borne_by($1, $2) as charge order by 1', [
          fund,
          line,
        ]),
        byPolicy: await tx.query<unknown[]>(
          `select charge from charging.charge_allocation
           where side = 'CLIENT' and ($1::text is null or fund = $1) and ($2::text is null or budget_line = $2) order by 1`,
          [fund, line],
        ),
      }));
    const all = await found(null, null);
    for (const one of [all, await found('BC', null), await found('MC-GTF', null), await found(null, 'BC-CRA-2025-001')])
      expect(one.byFunction).toEqual(one.byPolicy);
    const seesSome = who !== null && who !== 'OZONE';
    expect(all.byFunction.length > 0).toBe(seesSome);
  });
});

describe('an auditor with a mandate, of the own side too,', () => {
  const takes = (name: string): boolean => tenancy[name]?.rows?.takesFromAJointAuditor !== true;
  const columnsFor = async (right: 'insert' | 'update'): Promise<Map<string, string[]>> => {
    const rows = await server.query<{ name: string; columns: string[] }[]>(
      `select table_schema || '.' || table_name as name, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns
       where table_schema || '.' || table_name = any($1) and is_generated = 'NEVER' and identity_generation is distinct from 'ALWAYS'
         and has_column_privilege(format('%I.%I', table_schema, table_name), column_name, $2)
         and has_column_privilege(format('%I.%I', table_schema, table_name), column_name, 'select')
       group by 1`,
      [apart, right],
    );
    return new Map(rows.map(({ name, columns }) => [name, columns]));
  };
  const refusedByRows = /^42501 new row violates row-level security policy/;

  it('writes down an act: what is taken out of the books', async () => {
    expect(await tried(server, saying(joint), act)).toBe('done');
  });

  it('adds to no other table what the side itself may add', async () => {
    const columns = await columnsFor('insert');
    const tables = apart.filter(
      (name) => tenancy[name]?.rows?.adds !== undefined && takes(name) && columns.has(name), // the units come with the books
    );
    expect(tables.length).toBeGreaterThan(25);
    /** A row like one that is there, which a trigger may refuse before the policies are asked: without its triggers. */
    const added = (who: typeof joint, name: string): Promise<string> => {
      const named = (columns.get(name) ?? []).join(', ');
      const mayAdd = tenancy[name]?.rows?.adds ?? '';
      return tried(
        office.owner,
        `alter table ${name} disable trigger user`,
        `set local role ${roles.app}`,
        ...[saying(who), anActInSql.replaceAll(`'recoup'`, `'${who.tenant}'`)],
        `insert into ${name} (${named}) select ${named} from ${name} where ${mayAdd} limit 1`,
      );
    };
    const unproven: string[] = [];
    for (const name of tables) {
      let isProven = false;
      for (const tenant of ['BRS', 'MINAMATA']) {
        const [asJoint, asOwn] = [await added({ ...joint, tenant }, name), await added({ ...alone, tenant }, name)];
        isProven ||= refusedByRows.test(asJoint) && !refusedByRows.test(asOwn);
      }
      if (!isProven) unproven.push(name);
    }
    expect(unproven).toEqual(filledElsewhere.filter((name) => tables.includes(name)));
  });

  it('moves in no table what the side itself may move', async () => {
    const columns = await columnsFor('update');
    const tables = apart.filter((name) => tenancy[name]?.rows?.moves !== undefined && takes(name));
    expect(tables.length).toBeGreaterThan(10);
    const moved = async (who: typeof joint, name: string): Promise<number | string> => {
      const [column = ''] = columns.get(name) ?? [];
      return afterwards(server, [saying(who), act], async (runner) => {
        const [, count] = (await runner.query(`update ${name} set ${column} = ${column}`)) as [unknown, number];
        return count;
      }).catch((error: unknown) => String(error)); // a trigger refuses it: the row was there to be moved
    };
    for (const name of tables) expect([name, await moved(joint, name)]).toEqual([name, 0]);
    const unmoved: string[] = [];
    for (const name of tables) if ((await moved(alone, name)) === 0) unmoved.push(name);
    expect(unmoved).toEqual(filledElsewhere.filter((name) => tables.includes(name)));
  });
});
