import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Act, type ActionCode, actionCodes, actionOf, ApiKeysService, SignInService } from '#identity';
import { codeForm } from '#kernel';
import { inTransaction } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/src/server.ts';
import { picture } from '../support/nothing-written.ts';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import type { Office } from '../support/office.ts';
import { type SignedIn, signedInto } from '../support/signed-in.ts';
import { threeSides } from '../support/three-sides.ts';
import { agreementBody } from './bodies.ts';
import type { ApiDocument, Operation, Schema } from './contract.ts';
import { declaredBy } from './declared.ts';

jest.setTimeout(300_000);

/**
 * Every route, for everybody, on documents in every state that the books hold. What is expected comes from the table of
 * actions, from the designations in the database, and from what each document says of itself: three sources that
 * have to agree with what is then answered. What may be done is tried with `?dryRun=true`, so that nobody is in another's way.
 */
// Nobody goes there: a link is made without asking it.
const openId = { issuer: 'https://login.example.org', clientId: 'recoup', clientSecret: null, name: 'Example' };

let office: Office;
let app: NestFastifyApplication;
let signedIn: SignedIn;
let document: ApiDocument;
let routes: { method: string; path: string; operation: Operation; action: ActionCode | undefined }[];
/** What each person holds today, from the database. */
const duties = new Map<string, Set<string>>();
/** For each kind of thing, one in each state, so that a route is tried on all of them. */
const things = new Map<string, string[]>();

const sides = ['BRS', 'MINAMATA', 'OZONE'];
const refusedForWho = ['NOT_DESIGNATED', 'ACTS_FOR_THE_OTHER_SIDE'];

beforeAll(async () => {
  office = await threeSides();
  const agreement = (await office.agreement()).number;
  const june = { deliveredOn: a.day('2025-06-09') }; // May is closed
  const [recorded = ''] = (await office.records([office.draft(agreement, june)])).map(({ id }) => id);
  const [received = ''] = await office.received([office.draft(agreement, june)]);
  const [certified = ''] = await office.certified([office.draft(agreement, june)]);
  const draft = await office.prepares(agreement, await office.certified([office.draft(agreement, june)]));
  const { number: payable } = await office.invoiced(agreement, june);
  const unsigned = await office.agreement({ signed: false });
  app = await createServer(await office.books.served(), office.books.clock, { keys: office.books.keys, openId });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  signedIn = await signedInto(office.books);
  const contract = await declaredBy(app);
  ({ document } = contract);
  routes = contract
    .all()
    .filter(({ path }) => path.startsWith('/api/v1/'))
    .map((route) => ({ ...route, action: (route.operation as { 'x-recoup-action'?: ActionCode })['x-recoup-action'] }));
  const held = await office.owner.query<{ person: string; duty: string }[]>(
    `select person.code as person, held.duty from identity.person left join identity.designation as held on held.person = person.code
       and held.ended_at is null and date '2025-12-31' between held.valid_from and held.valid_to`,
  );
  for (const { person, duty } of held) duties.set(person, (duties.get(person) ?? new Set()).add(duty));
  const column = async (sql: string): Promise<string[]> =>
    (await office.owner.query<{ id: string }[]>(sql)).map(({ id }) => id);
  things.set('agreements', [unsigned.number, ...(await column(perState('agreements.agreement', 'number')))]);
  things.set('charges', [recorded, received, certified, ...(await column(perState('charging.charge', 'id')))]);
  things.set('invoices', [draft.id, ...(await column(perState('invoicing.invoice', 'id::text')))]);
  things.set('periods', ['2025-05', '2025-06', '2024-2025', '2026-01']);
  things.set('settlements', await column(`${perState('invoicing.settlement_proposal', 'id::text')}, payer`));
  things.set('people', ['BRS.finance', 'MINAMATA.finance']);
  things.set('travellers', await column('select reference as id from travellers.traveller order by 1 limit 1'));
  things.set('renewals', await column('select id::text as id from identity.account_renewal order by secretariat'));
  things.set('bienniums', ['2024-2025']);
  knownAs.set('documents', payable);
  knownAs.set('charge', certified);
  things.set('trust-funds', ['BC', 'MC-GTF']);
});
afterAll(async () => {
  await app.close();
  await office.close();
});

function perState(table: string, id: string): string {
  return `select distinct on (state) ${id} as id from ${table} order by state, ${id}`;
}

/** Everybody of the two sides, one of a third, and whoever is nobody. */
function people(): string[] {
  return [...duties.keys()].filter((person) =>
    /\.(finance|certifying|approving|auditor|administrator|nobody)$/.test(person),
  );
}

interface Sent {
  readonly status: number;
  readonly code: string;
  readonly body: unknown;
}

async function send(
  headers: Readonly<Record<string, string>>,
  method: string,
  url: string,
  body?: object,
): Promise<Sent> {
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: {
      ...headers,
      ...{ 'idempotency-key': randomUUID(), 'if-match': '*' },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const isJson = /json/.test(String(answer.headers['content-type']));
  const content = isJson ? answer.json<{ code?: string }>() : {};
  return { status: answer.statusCode, code: answer.statusCode < 400 ? '' : (content.code ?? ''), body: content };
}

/** The addresses of a route, one for each thing that it may be about. */
function addresses(path: string): string[] {
  const kind = /^\/api\/v1\/([a-z-]+)\/\{/.exec(path)?.[1];
  const all = kind === undefined ? [''] : (things.get(kind) ?? ['X-1']);
  return [...new Set(all)].map((thing) =>
    path.replace(/\{[^}]+\}/, encodeURIComponent(thing)).replace(/\{[^}]+\}/g, 'X-1'),
  );
}

/** A body that its schema allows, and where a schema cannot say what goes together, one that does. */
function bodyOf(operation: Operation, action?: ActionCode): object | undefined {
  if (action === 'rates.add') return { rates: [{ currency: 'CHF', effectiveOn: '2025-12-01', unitsPerUsd: '0.5' }] };
  if (action === 'agreement.draft') return agreementBody({ number: 'CRA-2025-099' });
  if (action === 'invoice.credit')
    return { lines: [{ charge: knownAs.get('charge'), quantity: '1' }], reason: 'too much' };
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema === undefined ? undefined : (filled(schema) as object);
}

function filled(schema: Schema, name = ''): unknown {
  const given = schema as {
    $ref?: string;
    allOf?: Schema[];
    type?: string | string[];
    properties?: Record<string, Schema>;
    required?: string[];
    items?: Schema;
    example?: unknown;
    enum?: unknown[];
    format?: string;
    pattern?: string;
  };
  if (given.$ref !== undefined)
    return filled(document.components.schemas[given.$ref.split('/').at(-1) ?? ''] ?? {}, name);
  if (given.allOf?.[0] !== undefined) return filled(given.allOf[0], name);
  if (given.properties !== undefined) {
    const wanted = Object.entries(given.properties).filter(([field]) => given.required?.includes(field) ?? false);
    return Object.fromEntries(wanted.map(([field, one]) => [field, filled(one, field)]));
  }
  const known = knownAs.get(name);
  if (known !== undefined && given.items === undefined) return known;
  if (given.items !== undefined) return [filled(given.items, name)];
  if (given.enum !== undefined) return given.enum[0];
  if (given.example !== undefined) return given.example;
  if (given.format === 'date') return '2025-12-01';
  if (given.format === 'uuid') return randomUUID();
  if (given.pattern !== undefined && given.pattern !== codeForm) return '1.00';
  if (given.type === 'integer') return 1;
  if (given.type === 'boolean') return false;
  return given.type === 'object' ? {} : 'for this test';
}

/** What these books have under the names of fields; the rest is by schema and example. */
const knownAs = new Map<string, unknown>([
  ['currency', 'USD'],
  ['reason', 'for the sake of this test'],
  ['person', 'BRS.finance'],
  ['valueOn', '2025-12-31'],
]);

interface Finding {
  readonly who: string;
  readonly route: string;
  readonly found: string;
}

/**
 * Each action for everybody: whoever holds none of its duties is refused, for that reason wherever the thing is seen at all, and
 * nothing is written; whoever holds one is never refused for want of it on the own side. `only`: of these actions alone.
 */
async function walk(
  only: readonly ActionCode[] = actionCodes,
): Promise<{ findings: Finding[]; calls: number; exact: Set<string> }> {
  const findings: Finding[] = [];
  const exact = new Set<string>(); // "action person": refused for exactly the want of a duty
  let calls = 0;
  for (const { method, path, operation, action } of routes) {
    if (action === undefined || !only.includes(action)) continue;
    const body = bodyOf(operation, action);
    const hasDryRun = operation.parameters.some(({ name }) => name === 'dryRun');
    const before = await picture(office.owner);
    for (const who of people()) {
      const mayAtAll = [...(duties.get(who) ?? [])].some((duty) =>
        (actionOf(action).duties as readonly string[]).includes(duty),
      );
      if (mayAtAll && !hasDryRun) continue; // it would be done
      for (const address of addresses(path)) {
        const url = mayAtAll ? `${address}?dryRun=true` : address;
        const { status, code } = await send(await signedIn(who), method, url, body);
        calls += 1;
        const route = `${method} ${address}`;
        if (status >= 500) findings.push({ who, route, found: `${status} ${code}` });
        if (!mayAtAll && status < 400) findings.push({ who, route, found: `is done: ${status}` });
        if (!mayAtAll && code === 'NOT_DESIGNATED') exact.add(`${action} ${who}`);
        if (mayAtAll && code === 'NOT_DESIGNATED' && actionOf(action).duties[0] !== 'CERTIFYING_OFFICER')
          findings.push({ who, route, found: code });
      }
    }
    const after = await picture(office.owner);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table] && !isOfRequests(table));
    if (changed.length > 0)
      findings.push({ who: 'somebody', route: `${method} ${path}`, found: `wrote ${changed.join(', ')}` });
  }
  return { findings, calls, exact };
}

/** When a session was last seen is no change of the books. */
function isOfRequests(table: string): boolean {
  return ['identity.session', 'platform.request_key'].includes(table);
}

describe('a route', () => {
  it('that is not public is closed to whoever shows nothing, or something that is none of ours', async () => {
    const shown: [string, Record<string, string>][] = [
      ['nothing', {}],
      ['an unknown session', { cookie: `recoup-session=${'x'.repeat(43)}` }],
      ['an unknown token', { authorization: `Bearer rct_${'x'.repeat(43)}` }],
      ['an unknown key', { authorization: `Bearer rcp_${randomUUID()}_${'x'.repeat(43)}` }],
      ['a token of another kind', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }],
      ['a password', { authorization: 'Basic QlJTLmZpbmFuY2U6cGFzc3dvcmQ=' }],
      ['an empty cookie', { cookie: 'recoup-session=' }],
      ['two cookies', { cookie: `recoup-session=${'x'.repeat(43)}; recoup-session=${'y'.repeat(43)}` }],
      ['a person’s name', { 'recoup-actor': 'BRS.finance', 'x-forwarded-user': 'BRS.finance' }],
    ];
    const open: string[] = [];
    const before = await picture(office.owner);
    for (const { method, path, operation } of routes) {
      if (operation.security?.length === 0) continue;
      const [address = ''] = addresses(path);
      for (const [what, headers] of shown) {
        const { status } = await send(headers, method, address, bodyOf(operation));
        // A body is read before the books are asked whose token it is; what has the form of none of ours comes to neither.
        const isRead = status === 400 && /^an unknown/.test(what);
        if (status !== 401 && !isRead) open.push(`${method} ${address} with ${what}: ${status}`);
      }
    }
    expect(open).toEqual([]);
    expect(await picture(office.owner)).toEqual(before);
  });

  it('is done by nobody who holds none of its duties, and refuses nobody who does for want of one', async () => {
    const { findings, calls, exact } = await walk();
    expect(findings).toEqual([]);
    expect(calls).toBeGreaterThan(500);
    // Somebody without the duty is refused for just that, for every action: no other refusal stands before the guard.
    const overHttp = actionCodes.filter((code) => actionOf(code).overHttp);
    expect(overHttp.filter((code) => ![...exact].some((one) => one.startsWith(`${code} `)))).toEqual(
      notReachedByAnEmptyHand,
    );
  });

  it('is never done with a key, unless the table says so', async () => {
    const keys = new Map<string, string>();
    for (const side of sides.slice(0, 2)) {
      for (const role of ['finance', 'approving']) keys.set(`${side}.${role}`, await keyOf(`${side}.${role}`));
    }
    const findings: Finding[] = [];
    for (const { method, path, operation, action } of routes) {
      if (action === undefined) continue;
      for (const [who, key] of keys) {
        for (const address of addresses(path)) {
          const { status, code } = await send(
            { authorization: `Bearer ${key}` },
            method,
            actionOf(action).byKey ? `${address}?dryRun=true` : address,
            actionOf(action).byKey ? bodyOf(operation) : { unknown: true }, // refused before anything is said of it
          );
          const route = `${method} ${address}`;
          if (status >= 500) findings.push({ who, route, found: `${status}` });
          if (!actionOf(action).byKey && code !== 'NOT_BY_KEY')
            findings.push({ who, route, found: `${status} ${code}` });
          if (actionOf(action).byKey && code === 'NOT_BY_KEY') findings.push({ who, route, found: code });
        }
      }
    }
    expect(findings).toEqual([]);
  });
});

/** Actions whose route looks for something first that these books do not have: there, 404 comes before the duty. */
const notReachedByAnEmptyHand: ActionCode[] = [
  'evidence.withdraw', // there is none: test/api/evidence.spec.ts
  'designation.countersign', // nobody is proposed: test/books/who-may.spec.ts
  'designation.decline',
  'designation.end', // none is named by its id
];

async function keyOf(person: string): Promise<string> {
  return inTransaction(office.db, async (tx) => {
    await anAct(tx);
    const beginning = { person, kind: 'BROWSER', proven: 'SECOND_FACTOR' } as const;
    const { acting } = await office.books.get(SignInService).open(tx, beginning, { clock: office.books.clock });
    return (
      await office.books.get(ApiKeysService).create(tx, { days: 30, scope: 'RECORD' }, acting, office.books.clock)
    ).key;
  });
}

interface Offered {
  readonly action: ActionCode;
  readonly allowed: boolean;
  readonly reason: string | null;
  readonly href: string;
}

/** Every document in every list, as each person is shown it, with what it says this person may do with it. */
async function* offers(): AsyncGenerator<{ who: string; state: string; number: string; offered: Offered }> {
  for (const who of people()) {
    for (const list of ['agreements', 'charges', 'invoices', 'settlements', 'periods']) {
      const { body } = await send(
        await signedIn(who),
        'GET',
        `/api/v1/${list}${['charges', 'invoices', 'settlements'].includes(list) ? '?limit=200' : ''}`,
      );
      const { items = [] } = body as { items?: { state: string; number?: string; availableActions: Offered[] }[] };
      for (const { state, number = '', availableActions } of items)
        for (const offered of availableActions) yield { who, state: `${list} ${state}`, number, offered };
    }
  }
}

describe('what a document says can be done with it', () => {
  it('is what is then done, or refused, for everybody and in every state', async () => {
    const findings: Finding[] = [];
    const done = new Set<string>();
    const refused = new Set<string>();
    const states = new Set<string>();
    for await (const { who, state, number, offered } of offers()) {
      const { action, allowed, href } = offered;
      if (href === '') {
        findings.push({ who, route: state, found: `${action} leads nowhere` });
        continue;
      }
      const route = routes.find((one) => one.method === 'POST' && matches(one.path, href) && one.action === action);
      if (route === undefined) {
        findings.push({ who, route: href, found: `no route of ${action}` });
        continue;
      }
      states.add(state);
      const { status, code } = await send(await signedIn(who), 'POST', `${href}?dryRun=true`, {
        ...bodyOf(route.operation, action),
        ...(state.startsWith('agreements') && !route.path.includes('{') ? { agreement: number } : {}),
        ...(action === 'settlement.propose' ? { documents: [number] } : {}),
        // Each signs for the own side; all agreements of these books that wait are BRS's to buy by.
        ...(action === 'agreement.sign' ? { side: who.startsWith('BRS') ? 'CLIENT' : 'PROVIDER' } : {}),
      });
      const found = `${action} in ${state}: said ${String(allowed)}, answered ${status} ${code}`;
      if (status >= 500 || (!allowed && status < 400)) findings.push({ who, route: href, found });
      if (allowed && (status === 403 || status === 404)) findings.push({ who, route: href, found });
      if (allowed && status < 300) done.add(action);
      if (!allowed && refusedForWho.includes(code)) refused.add(action);
    }
    expect(findings).toEqual([]);
    expect([...states].length).toBeGreaterThan(8);
    expect([...done].sort()).toEqual(
      expect.arrayContaining([
        'agreement.sign',
        'charge.certify',
        'charge.receive',
        'invoice.discard',
        'invoice.issue',
        'settlement.approve',
        'settlement.propose',
        'settlement.return',
      ]),
    );
    expect([...refused].sort()).toEqual(
      expect.arrayContaining(['charge.certify', 'charge.receive', 'invoice.issue', 'settlement.approve']),
    );
  });
});

function matches(path: string, href: string): boolean {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(href);
}

// A matrix that finds nothing proves nothing unless it finds what is open.
describe('mutants', () => {
  it.each<ActionCode>(['charge.record', 'invoice.discard', 'rates.add', 'charge.receive'])(
    'without the guard of %s are found',
    async (open) => {
      // oxlint-disable-next-line typescript/unbound-method -- called on its own object below
      const guarded = Act.prototype.checkAuthority;
      const spy = jest.spyOn(Act.prototype, 'checkAuthority').mockImplementation(function (this: Act, officer) {
        if (this.action !== open) guarded.call(this, officer);
      });
      try {
        const { findings, exact } = await walk([open]);
        expect(findings.length > 0 || exact.size === 0).toBe(true);
      } finally {
        spy.mockRestore();
      }
    },
  );

  it('of a route that is public by mistake are found', () => {
    const declared = routes
      .filter(({ operation }) => operation.security?.length === 0)
      .map(({ method, path }) => `${method} ${path}`);
    expect(declared.sort()).toEqual([
      'GET /api/v1/sign-in',
      'GET /api/v1/sign-in/oidc',
      'GET /api/v1/sign-in/oidc/callback',
      'POST /api/v1/first-administrator',
      'POST /api/v1/invitations/acceptance',
      'POST /api/v1/invitations/inspection',
      'POST /api/v1/session',
      'POST /api/v1/sign-in/oidc/backchannel-logout',
    ]);
  });
});
