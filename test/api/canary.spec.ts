import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Answer, type ApiUnderTest, apiOver, posting } from './api-under-test.ts';
import { chargeBody, done, passThroughBody, sign, signedAgreement, travelAgreementBody, tripBody } from './bodies.ts';

jest.setTimeout(120_000);

/**
 * Every field in which somebody may write a name or a sentence holds a word of its own, over HTTP, in requests that are done and in
 * requests that are refused or break something; then whatever others read is searched for these words.
 */
describe('words of people', () => {
  let api: ApiUnderTest;
  let databaseLog: { read(): string } | null;
  const words: string[] = [];
  const answers: Answer[] = [];
  const refusals: Answer[] = [];

  /** A word that stands nowhere else. */
  const word = (): string => {
    const made = `Zq${words.length}canary${Math.random().toString(36).slice(2, 8)}`;
    words.push(made);
    return made;
  };
  /** The first of these words that stands in there, or none. */
  const found = (text: string): string | undefined =>
    words.find((one) => text.toLowerCase().includes(one.toLowerCase()));

  beforeAll(async () => {
    api = await apiOver('references');
    databaseLog = await logOfTheDatabase(api);
    await signedAgreement(api);
    api.today('2025-10-20');
    await done(201, api.post('/api/v1/agreements', travelAgreementBody(), { by: 'BRS.finance' }));
    await done(200, sign(api, 'CRA-2025-002', '2025-10-20'));
    api.today('2025-11-10');
    const good: [string, object, string][] = [
      [
        '/api/v1/charges',
        chargeBody({ id: 'C-1', note: word(), evidence: word(), traveller: word() }),
        'MINAMATA.finance',
      ],
      ['/api/v1/charges', passThroughBody({ id: 'C-2', note: word(), evidence: word() }), 'MINAMATA.finance'],
      ['/api/v1/charges/batches', { charges: [chargeBody({ id: 'C-3', note: word() })] }, 'MINAMATA.finance'],
      [
        '/api/v1/charges/trips',
        tripBody({
          traveller: `${word()} ${word()}`,
          note: word(),
          evidence: word(),
          ticket: [{ kind: 'TICKET', currency: 'EUR', amount: '712.00', on: '2025-10-10', number: word() }],
        }),
        'BRS.finance',
      ],
    ];
    for (const [path, body, by] of good) answers.push(await done(201, api.post(path, body, { by })));
    const { traveller = '' } = (answers.at(-1)?.body ?? {}) as { traveller?: string };
    await done(201, api.post(`/api/v1/travellers/${traveller}/disclosures`, { reason: 'x' }));
    await done(
      201,
      api.post(`/api/v1/travellers/${traveller}/corrections`, { name: `${word()} ${word()}`, reason: 'x' }),
    );

    // What is refused, by the form, by a rule, by the database, and by what is not there; and what is no request at all.
    const bad: [string, unknown, string | null][] = [
      ['/api/v1/charges', chargeBody({ note: word(), quantity: '0' }), 'MINAMATA.finance'],
      ['/api/v1/charges', chargeBody({ note: word(), quantity: 13 }), 'MINAMATA.finance'],
      ['/api/v1/charges', chargeBody({ note: `${word()}\0` }), 'MINAMATA.finance'],
      ['/api/v1/charges', chargeBody({ id: 'C-1', note: word() }), 'MINAMATA.finance'], // taken already
      ['/api/v1/charges', chargeBody({ note: word() }), 'BRS.certifying'],
      ['/api/v1/charges', chargeBody({ note: word() }), null],
      [
        '/api/v1/charges/trips',
        tripBody({ id: 'T-9', traveller: word(), note: word(), endedOn: '2025-11-01' }),
        'BRS.finance',
      ],
      ['/api/v1/charges/trips', tripBody({ id: 'T-8', traveller: `${word()}\n${word()}` }), 'BRS.finance'],
      ['/api/v1/charges/C-1/certification', { adjustmentReason: word() }, 'BRS.certifying'],
      [`/api/v1/travellers/${traveller}/disclosures`, { reason: word() }, 'MINAMATA.certifying'],
      [`/api/v1/travellers/${traveller}/corrections`, { name: `${word()}\u0007`, reason: word() }, 'BRS.finance'],
      ['/api/v1/charges', `{"note": "${word()}`, 'MINAMATA.finance'],
    ];
    for (const [path, body, by] of bad) refusals.push(await api.post(path, body, { by, seen: '"1"' }));
    expect(refusals.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
    // In addresses, which are logged as their routes.
    await api.send({ method: 'GET', path: `/api/v1/charges/${word()}` });
    await api.send({ method: 'GET', path: `/api/v1/${word()}?name=${word()}` });
    await api.get(`/api/v1/charges?item=${word()}`);
    // What breaks in the middle: a table is gone, and the words are in the statement that meets it.
    await api.books.owner.query('alter table charging.ticket rename to ticket_gone');
    const body = tripBody({ id: 'T-7', traveller: word(), note: word(), nights: [] });
    const broken = await api.send(posting('/api/v1/charges/trips', body)); // no contract has a 500
    await api.books.owner.query('alter table charging.ticket_gone rename to ticket');
    expect(broken.status).toBe(500);
    refusals.push(broken);
    expect(words.length).toBeGreaterThan(30);
  });
  afterAll(() => api.close());

  it('stand in no line of the technical log', () => {
    expect(api.logged.length).toBeGreaterThan(20);
    expect(api.logged.map(found).filter((one) => one !== undefined)).toEqual([]);
  });

  it('would be found there: a line that holds one is seen', () => {
    expect(found(JSON.stringify({ event: 'request', object: words[3] }))).toBe(words[3]);
    expect(found(JSON.stringify({ event: 'request', object: words[3]?.toUpperCase() }))).toBe(words[3]);
  });

  it('stand in no line of the database’s log, which has said that something went wrong', () => {
    if (process.env.DATABASE_URL !== undefined) return; // a server of one's own, whose log is not ours to read
    const text = databaseLog?.read() ?? '';
    expect(text).toMatch(/ERROR: {2}relation "charging\.ticket" does not exist|ERROR: .*ticket/);
    expect(found(text)).toBeUndefined();
  });

  it('stand in no refusal, and in no fault', () => {
    expect(refusals.map(({ text }) => found(text)).filter((one) => one !== undefined)).toEqual([]);
  });

  it('stand in no figures', async () => {
    for (const path of ['/metrics', '/health/ready', '/health/live']) {
      expect(found((await api.send({ method: 'GET', path })).text)).toBeUndefined();
    }
  });

  it('stand in no act, and names of travellers in nothing that anybody reads without asking for them', async () => {
    expect(found((await api.get('/api/v1/audit-events?limit=200')).text)).toBeUndefined();
    const trip = await api.get('/api/v1/charges/T-02');
    const [note, evidence] = [trip.body.note, trip.body.evidence] as string[];
    // Notes and evidence are the charge's; the traveller and the ticket are not in it.
    expect(words.filter((one) => trip.text.includes(one)).sort()).toEqual([note, evidence].sort());
  });

  describe('a line of the log', () => {
    const lines = () => api.logged.map((line) => JSON.parse(line) as Record<string, unknown>);

    it('says who asked what of which object, and what came of it', () => {
      expect(
        lines().find(({ route, outcome }) => route === '/api/v1/charges/trips' && outcome === '201'),
      ).toMatchObject({
        event: 'request',
        at: expect.stringMatching(/^2025-11-10T.*Z$/),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        session: expect.stringMatching(/^[0-9a-f]{16}$/),
        person: 'BRS.finance',
        role: 'FINANCE_OFFICER',
        tenant: 'BRS',
        method: 'POST',
        kind: 'charges',
        object: null,
        status: 201,
        milliseconds: expect.any(Number),
        address: '127.0.0.0/24',
      });
    });

    it('names a refusal by its code, and nobody where nobody is signed in', () => {
      const refused = lines().filter(({ outcome }) => outcome === 'NOT_SIGNED_IN');
      expect(refused[0]).toMatchObject({ person: null, session: null, status: 401 });
      expect(lines().map(({ outcome }) => outcome)).toEqual(
        expect.arrayContaining(['NOT_DESIGNATED', 'INVALID_BODY', 'CHARGE_ID_TAKEN', 'INTERNAL_ERROR']),
      );
    });

    it('says where in the code a fault came from, and not what it said', () => {
      const fault = lines().find(({ event }) => event === 'fault');
      expect(fault).toMatchObject({ fault: 'QueryFailedError 42P01', frames: expect.any(Array) });
    });
  });
});

/** What the tests' own engine writes from here on; null where the tests run on somebody's server. */
async function logOfTheDatabase({ books }: ApiUnderTest): Promise<{ read(): string } | null> {
  const [row] = await books.owner.query<{ folder: string }[]>(`select current_setting('cluster_name') as folder`);
  if (row?.folder !== 'recoup') return null;
  const host = new URL(books.url).searchParams.get('host') ?? '';
  const path = join(host, '..', 'postgres.log');
  if (!existsSync(path)) return null;
  const before = readFileSync(path).length;
  return { read: () => readFileSync(path).subarray(before).toString('utf8') };
}
