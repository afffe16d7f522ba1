import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Duty, type ReadingCode, readingOf } from '#identity';
import { Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/src/server.ts';
import { picture } from '../support/nothing-written.ts';
import type { Office } from '../support/office.ts';
import { type SignedIn, signedInto } from '../support/signed-in.ts';
import { threeSides } from '../support/three-sides.ts';
import { declaredBy } from './declared.ts';

jest.setTimeout(300_000);

/**
 * Every route that reads, for everybody, on what is of the own side, of another, and of nobody. What is expected comes from the
 * table of readings, from the designations in the database, and from whose each thing is; the answer has to agree.
 */
let office: Office;
let app: NestFastifyApplication;
let signedIn: SignedIn;
let cases: Case[];
/** What each person holds today, and for which sides, from the database. */
const people = new Map<string, { duties: Set<Duty>; sides: Set<string> }>();

interface Case {
  readonly reading: ReadingCode;
  readonly url: string;
  /** Who finds it; of a list, or of what belongs to no side: everybody. */
  readonly seenBy: readonly string[];
}

const both = ['BRS', 'MINAMATA'];
const everybody = [...both, 'OZONE'];
const none = '00000000-0000-7000-8000-000000000000';

beforeAll(async () => {
  office = await threeSides();
  app = await createServer(await office.books.served(), office.books.clock, { keys: office.books.keys });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  signedIn = await signedInto(office.books);
  const held = await office.owner.query<
    { person: string; secretariat: string; duty: Duty | null; mandate: string | null }[]
  >(
    `select person.code as person, person.secretariat, held.duty, held.mandate
     from identity.person left join identity.designation as held on held.person = person.code
       and held.ended_at is null and date '2025-12-31' between held.valid_from and held.valid_to
     where person.code ~ '\\.(finance|certifying|approving|auditor|administrator|nobody)$'`,
  );
  for (const { person, secretariat, duty, mandate } of held) {
    const known = people.get(person) ?? { duties: new Set(), sides: new Set([secretariat]) };
    if (duty !== null) known.duties.add(duty);
    if (mandate !== null) known.sides.add(mandate);
    people.set(person, known);
  }
  cases = await casesOf();
});
afterAll(async () => {
  await app.close();
  await office.close();
});

/** One of each kind, by the address under which it is found, with whose it is. */
async function things(): Promise<
  Readonly<Record<string, readonly (readonly [id: string, seenBy: readonly string[]])[]>>
> {
  const one = async (sql: string): Promise<string> =>
    (await office.owner.query<{ id: string }[]>(`${sql} limit 1`))[0]?.id ?? '';
  const issued = await one(`select number as id from invoicing.invoice where number is not null`);
  const draft = await one(`select id::text from invoicing.invoice where number is null and provider = 'MINAMATA'`);
  const settled = await one('select id::text from invoicing.settlement');
  const waiting = await one(
    `select id::text from invoicing.settlement_proposal where (state, payer) = ('PROPOSED', 'BRS')`,
  );
  const netting = await one(`select number as id from invoicing.paper where kind = 'NETTING'`);
  return {
    agreements: [
      ['CRA-2025-001', both],
      ['CRA-2099-001', []],
    ],
    charges: [
      [await one(`select id from charging.charge where state = 'INVOICED'`), both],
      ['C-99999', []],
    ],
    invoices: [
      [issued, both],
      [draft, ['MINAMATA']],
      [none, []],
    ],
    documents: [
      [issued, both],
      ['BRS-2099-0001', []],
    ],
    settlements: [
      [settled, both],
      [waiting, ['BRS']],
      [none, []],
    ],
    'netting-statements': [
      [netting, both],
      ['BRS-NET-2099-0001', []],
    ],
    'audit-reports': [
      ['BRS-AUD-2025-0001', ['BRS']],
      ['BRS-AUD-2099-0001', []],
    ],
    travellers: [
      [await one('select reference as id from travellers.traveller'), both],
      ['TR-0123456789', []],
    ],
    'sent-trips': [['a-key-of-nobody', []]],
    bienniums: [['2024-2025', everybody]],
    periods: [['2025-05', everybody]],
    'edit-logs': [['2025', everybody]],
  };
}

/** What a list wants to be asked. */
const queries: Readonly<Record<string, (issued: string) => string>> = {
  '/api/v1/invoices/pdf': (number) => `?numbers=${number}`,
  '/api/v1/invoices/zip': (number) => `?numbers=${number}`,
};

async function casesOf(): Promise<Case[]> {
  const known = await things();
  const [issued = ''] = known.invoices?.[0] ?? [];
  const contract = await declaredBy(app);
  return contract
    .all()
    .filter(({ method, operation }) => method === 'GET' && 'x-recoup-reading' in operation)
    .flatMap(({ path, operation }): Case[] => {
      const { 'x-recoup-reading': reading } = operation as unknown as { 'x-recoup-reading': ReadingCode };
      const kind = /^\/api\/v1\/([a-z-]+)\/\{/.exec(path)?.[1];
      const query = queries[path];
      if (query !== undefined)
        return [
          { reading, url: path + query(issued), seenBy: both },
          { reading, url: path + query('BRS-2099-0001'), seenBy: [] },
        ];
      if (kind === undefined) return [{ reading, url: path, seenBy: everybody }];
      return (known[kind] ?? []).map(([id, seenBy]) => {
        const [whole, ...parts] = path.replace(/\{[^}]+\}/, encodeURIComponent(id)).split(/\{[^}]+\}/);
        const url = [whole, ...parts].join(none); // no charge has any evidence
        return { reading, url, seenBy: parts.length > 0 ? [] : seenBy };
      });
    });
}

function mayRead(person: string, reading: ReadingCode): boolean {
  const { duties } = readingOf(reading);
  return duties === 'EVERYBODY' || duties.some((duty) => people.get(person)?.duties.has(duty) === true);
}

function expected(person: string, { reading, seenBy }: Case): string {
  if (!mayRead(person, reading)) return '403 NOT_DESIGNATED_TO_READ';
  return seenBy.some((side) => people.get(person)?.sides.has(side)) ? '200' : '404';
}

async function answered(person: string, url: string): Promise<string> {
  const answer = await app.inject({ method: 'GET', url, headers: await signedIn(person) });
  const { statusCode } = answer;
  return statusCode === 403 ? `403 ${answer.json<{ code: string }>().code}` : String(statusCode);
}

/** Where the answer is another than the tables say. `only`: of these readings. */
async function walk({
  refused,
  only,
}: {
  refused: boolean;
  only?: ReadingCode;
}): Promise<{ findings: string[]; calls: number }> {
  const findings: string[] = [];
  let calls = 0;
  for (const one of cases.filter(({ reading }) => only === undefined || reading === only)) {
    for (const person of [...people.keys()].filter((someone) => mayRead(someone, one.reading) !== refused)) {
      const found = await answered(person, one.url);
      calls += 1;
      if (found !== expected(person, one))
        findings.push(`${person} GET ${one.url}: ${found}, not ${expected(person, one)}`);
    }
  }
  return { findings, calls };
}

describe('a route that reads', () => {
  it('is closed to whoever’s it is not to read, whether or not the thing is there, and nothing is written', async () => {
    const before = await picture(office.owner);
    const { findings, calls } = await walk({ refused: true });
    expect(findings).toEqual([]);
    expect(calls).toBeGreaterThan(200);
    const after = await picture(office.owner);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
  });

  it('is open to everybody else, on the own side; and of another side there is nothing', async () => {
    const { findings, calls } = await walk({ refused: false });
    expect(findings).toEqual([]);
    expect(calls).toBeGreaterThan(500);
  });

  it('is there for each reading, each role, and the own side, another and none', () => {
    const kinds = new Set([...people.values()].map(({ duties }) => [...duties].join()));
    for (const duty of [
      'FINANCE_OFFICER',
      'CERTIFYING_OFFICER',
      'APPROVING_OFFICER',
      'AUDITOR',
      'ADMINISTRATOR',
      'JOINT_AUDITOR',
      '',
    ])
      expect([...kinds]).toContain(duty);
    for (const side of everybody) expect([...people.values()].some(({ sides }) => sides.has(side))).toBe(true);
    expect(cases.some(({ seenBy }) => seenBy.join() === 'BRS')).toBe(true);
    expect(cases.some(({ seenBy }) => seenBy.length === 0)).toBe(true);
  });
});

// A matrix that finds nothing proves nothing unless it finds what is open, and what is shut by mistake.
describe('mutants', () => {
  const guardWith = (reading: ReadingCode, other: ReadingCode | undefined) => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own object below
    const asked = Reflector.prototype.getAllAndOverride as (key: unknown, route: never) => unknown;
    return jest.spyOn(Reflector.prototype, 'getAllAndOverride').mockImplementation(function (
      this: Reflector,
      key: unknown,
      route: unknown,
    ) {
      const said = asked.call(this, key, route as never);
      return said === reading ? other : said;
    });
  };

  it.each<[string, ReadingCode, ReadingCode | undefined, boolean]>([
    ['that asks nothing of who reads charges', 'charge.read', undefined, true],
    ['that asks nothing of who reads who is in the books', 'people.read', undefined, true],
    ['that shows an administrator the book', 'book.read', 'people.read', true],
    ['that shuts the budget to whoever’s it is', 'budget.read', 'renewal.read', false],
  ])('a guard %s is found', async (_, reading, other, refused) => {
    const spy = guardWith(reading, other);
    try {
      expect((await walk({ refused, only: reading })).findings.length).toBeGreaterThan(0);
    } finally {
      spy.mockRestore();
    }
  });
});
