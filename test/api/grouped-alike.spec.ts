import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { VerificationService } from '#audit';
import { ChargingService } from '#charging';
import { inSnapshot } from '#platform';
import { verifySeals } from '#sealing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { filesIn } from '../support/archive.ts';
import { pythonIsHere } from '../support/python.ts';
import { type Log, openedLog, withTriggersOff } from '../support/sealed.ts';
import { sessionAs } from '../support/sessions.ts';
import { actingAs, type Answer, apiOver, type ApiUnderTest, type Sending } from './api-under-test.ts';
import {
  acts,
  atOnce,
  named,
  statuses,
  theAgreement,
  theCharges,
  transactions,
  waiting,
  whileHeld,
} from './at-once.ts';
import { chargeBody, done, passThroughBody, signedAgreement } from './bodies.ts';

jest.setTimeout(60_000);

let api: ApiUnderTest;
let log: Log;
beforeAll(async () => {
  api = await apiOver('references');
  log = await openedLog(api.books);
  await signedAgreement(api, { ceiling: { amount: '500000.00', currency: 'USD' } });
}, 60_000);
afterAll(async () => {
  await log.close();
  await api.close();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const record = (fields: object, sending: Sending = {}): Promise<Answer> =>
  api.post('/api/v1/charges', chargeBody({ quantity: '1', ...fields }), { by: 'MINAMATA.finance', ...sending });
const stepOn = (step: string, by: string, id: string, sending: Sending = {}): Promise<Answer> =>
  api.post(`/api/v1/charges/${id}/${step}`, {}, { by, seen: '*', ...sending });
const requestOf = ({ headers }: Answer): string => headers['x-request-id'] ?? '';

/** What differs from one run to the next taken out: which charge it is, and when. */
const alike = ({ status, text, headers }: Answer, prefix: string): unknown => [
  status,
  text.replaceAll(prefix, '').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'),
  [headers['etag'], headers.location?.replace(prefix, ''), headers['content-type'], headers['idempotency-replayed']],
];

/** Of everything that a charge can say: prices, costs in another currency, evidence, notes, periods. */
const kinds: readonly object[] = [
  {},
  { quantity: '2.5', note: 'The list came late.' },
  passThroughBody({ note: 'CHF' }),
  { deliveredFrom: '2025-05-01', deliveredOn: '2025-05-08' },
  { deliveredOn: '2025-04-30', quantity: '0.5' },
  { evidence: 'minutes 4' },
  { quantity: '13', note: 'Thirteen days.' },
  { deliveredOn: '2025-03-14' },
];

describe('the answer to a request that was done with others', () => {
  it('is to the byte what it would have been alone: recorded, confirmed and certified', async () => {
    const steps = [
      ['receipt', 'BRS.finance'],
      ['certification', 'BRS.certifying'],
    ] as const;
    const alone: unknown[] = [];
    for (const [index, fields] of kinds.entries())
      alone.push(alike(await record({ ...fields, id: `ONE-${index}` }), 'ONE'));
    const together = await whileHeld(api, theAgreement(), () =>
      named('ALL').map((id, index) => record({ ...kinds[index], id })),
    );
    expect(together.map((answer) => alike(answer, 'ALL'))).toEqual(alone);
    expect(transactions(await acts(api, 'CHARGES_RECORDED', named('ALL')))).toBe(atOnce + 1);
    for (const [step, by] of steps) {
      const one: unknown[] = [];
      for (const id of named('ONE')) one.push(alike(await stepOn(step, by, id), 'ONE'));
      const all = await whileHeld(api, theCharges('ALL'), () =>
        named('ALL')
          .reverse()
          .map((id) => stepOn(step, by, id)),
      );
      expect(all.reverse().map((answer) => alike(answer, 'ALL'))).toEqual(one);
    }
    expect(transactions(await acts(api, 'CHARGES_CERTIFIED', named('ALL')))).toBe(atOnce + 1);
  });

  it('has the address and the version of its own charge where the ledger names it', async () => {
    const answers = await whileHeld(api, theAgreement(), () =>
      named('NOTE').map((note, index) => record({ note, quantity: String(index + 1) })),
    );
    expect(answers.map(({ status, body }) => [status, body.note, body.quantity])).toEqual(
      named('NOTE').map((note, index) => [201, note, String(index + 1)]),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(answers.length);
    for (const { body, headers } of answers) {
      expect([headers.location, headers['etag']]).toEqual([`/api/v1/charges/${body.id as string}`, '"1"']);
      const { text } = await api.get(`/api/v1/charges/${body.id as string}`);
      expect(JSON.parse(text)).toMatchObject({ note: body.note, quantity: body.quantity });
    }
  });

  it('says who travels, and each name is written down by the request that brought it', async () => {
    const names = [
      'Adeyemi Bola',
      'Brun Claire',
      'Cho Min',
      'Diop Aissatou',
      'Eze Ngozi',
      'Diop Aissatou',
      'Fall Awa',
      'Gomez Ana',
    ];
    const answers = await whileHeld(api, theAgreement(), () =>
      named('NAMED').map((id, index) => record({ id, traveller: names[index] })),
    );
    expect(statuses(answers)).toEqual(Array<number>(8).fill(201));
    const references = answers.map(({ body }) => body.traveller as string);
    expect(new Set(references).size).toBe(7);
    expect(references[3]).toBe(references[5]);
    const registered = await acts(api, 'TRAVELLERS_REGISTERED', references);
    expect(registered.map(({ objects }) => objects).sort()).toEqual(
      [...new Set(references)].sort().map((one) => [one]),
    );
    for (const { objects, requestId } of registered)
      expect(answers.filter(({ body }) => body.traveller === objects[0]).map(requestOf)).toContain(requestId);
  });

  it('is a refusal to whoever takes the place of a charge that another of them has taken, or says no version', async () => {
    await done(201, record({ id: 'ENDED' }));
    await done(
      200,
      api.post('/api/v1/charges/ENDED/withdrawal', { reason: 'twice' }, { by: 'MINAMATA.finance', seen: '*' }),
    );
    const ids = named('PLACE');
    const answers = await whileHeld(api, theAgreement(), () =>
      ids.map((id, index) => record({ id, ...(index === 4 || index === 6 ? { replaces: 'ENDED' } : {}) })),
    );
    expect(statuses(answers).sort()).toEqual([...Array<number>(7).fill(201), 409]);
    const taken = answers.filter(({ body, status }) => status === 201 && body.replaces === 'ENDED');
    expect(taken).toHaveLength(1);

    const left = ids.filter((_, index) => statuses(answers)[index] === 201);
    const received = await whileHeld(api, theCharges('PLACE'), () =>
      left.map((id, index) =>
        index === 5
          ? api.post(`/api/v1/charges/${id}/receipt`, {}, { by: 'BRS.finance' })
          : stepOn('receipt', 'BRS.finance', id),
      ),
    );
    expect(statuses(received)).toEqual([200, 200, 200, 200, 200, 428, 200]);
  });

  it('is a refusal to whoever asks for what is not theirs, which is an act of that request alone', async () => {
    const ids = named('NOT-MINE');
    for (const id of ids) await done(201, record({ id }));
    const answers = await whileHeld(api, theCharges('NOT-MINE'), () =>
      ids.map((id) => stepOn('receipt', 'BRS.certifying', id)),
    );
    expect(statuses(answers)).toEqual(Array<number>(8).fill(403));
    const refused = await api.books.owner.query<{ requestId: string }[]>(
      `select request_id as "requestId" from platform.audit_event where action = 'REQUEST_REFUSED' and person = 'BRS.certifying'`,
    );
    expect(refused.map(({ requestId }) => requestId).sort()).toEqual(answers.map(requestOf).sort());
  });

  it('stands in the technical log for itself, with who asked and what it was', async () => {
    const ids = named('LOGGED');
    for (const id of ids) await done(201, record({ id }));
    const answers = await whileHeld(api, theCharges('LOGGED'), () =>
      ids.map((id) => stepOn('receipt', 'BRS.finance', id)),
    );
    const lines = api.logged.map((line) => JSON.parse(line) as Record<string, string>);
    const ofThem = answers.map((answer) => lines.filter(({ requestId }) => requestId === requestOf(answer)));
    expect(ofThem.map((own) => own.map(({ person, object, outcome }) => [person, object, outcome]))).toEqual(
      ids.map((id) => [['BRS.finance', id, '200']]),
    );
    expect(new Set(ofThem.flat().map(({ session, role, tenant }) => [session, role, tenant].join())).size).toBe(1);
  });
});

describe('requests that wait for a turn', () => {
  it('are refused once the key that they came with is revoked', async () => {
    const headers = { ...(await api.signedIn('MINAMATA.finance')), 'content-type': 'application/json' };
    const { body } = await api.send({ method: 'POST', path: '/api/v1/keys', headers, payload: '{"days":30}' });
    const sending = { by: null, headers: { authorization: `Bearer ${body.key as string}` } };
    const ids = named('REVOKED');
    const answers = await whileHeld(
      api,
      theAgreement(),
      () => ids.map((id) => record({ id }, sending)),
      async () => {
        const revoked = await api.send({
          method: 'DELETE',
          path: `/api/v1/keys/${body.id as string}`,
          headers: await api.signedIn('MINAMATA.finance'),
        });
        expect(revoked.status).toBe(204);
      },
    );
    expect(statuses(answers).sort()).toEqual([201, 201, 201, 401, 401, 401, 401, 401]);
    expect(await acts(api, 'CHARGES_RECORDED', ids)).toHaveLength(atOnce);
  });

  it('are done one by one where the connection of their group is lost', async () => {
    const ids = [...named('FIRST', atOnce), ...named('LOST', 5)];
    for (const id of ids) await done(201, record({ id }));
    const superuser = await sessionAs('none', api.books.url);
    const second = superuser.createQueryRunner();
    await second.startTransaction();
    await second.query(theCharges('LOST'));
    let gathered = false;
    const answering = whileHeld(
      api,
      theCharges('FIRST'),
      () => ids.map((id) => stepOn('receipt', 'BRS.finance', id)),
      async () => void (gathered = true),
    );
    while (!gathered || (await waiting(api)).length !== 1) await pause(5);
    const [pid] = await waiting(api);
    await superuser.query('select pg_terminate_backend($1)', [pid]);
    await second.rollbackTransaction();
    await superuser.destroy();
    expect(statuses(await answering)).toEqual(Array<number>(8).fill(200));
    const received = await acts(api, 'CHARGES_RECEIVED', ids);
    expect(received.map(({ objects }) => objects).sort()).toEqual(ids.map((id) => [id]).sort());
    expect(transactions(received)).toBe(8);
  });
});

describe('a fault that only a group meets', () => {
  it('keeps nobody from what they asked for, and is told in the log', async () => {
    const charging = api.app.get(ChargingService);
    const recordOf = charging.record.bind(charging);
    jest.spyOn(charging, 'record').mockImplementation(async (tx, drafts, ...others) => {
      if (drafts.length > 1) throw new TypeError('of more than one');
      return recordOf(tx, drafts, ...others);
    });
    const before = api.logged.length;
    const answers = await whileHeld(api, theAgreement(), () => named('FAULT').map((id) => record({ id })));
    expect(statuses(answers)).toEqual(Array<number>(8).fill(201));
    const faults = api.logged.slice(before).filter((line) => line.includes('"event":"fault"'));
    expect(faults.map((line) => JSON.parse(line))).toMatchObject([{ fault: 'TypeError', route: '/api/v1/charges' }]);
  });
});

describe('books of which much was done together', () => {
  const checks = async (): Promise<string[]> => {
    const verified = await inSnapshot(api.books.db, (tx) => api.app.get(VerificationService).verify(tx));
    return verified.checks.flatMap(({ id, holds }) => (holds ? [] : [id]));
  };

  it('verify, sealed too, and so does the bundle that is taken of them', async () => {
    const draft = { agreement: 'CRA-2025-001', charges: named('ALL') };
    const { body } = await done(201, api.post('/api/v1/invoices', draft, { by: 'MINAMATA.finance' }));
    const issuing = { by: 'MINAMATA.approving', seen: '"1"' };
    await done(200, api.post(`/api/v1/invoices/${body.id as string}/issuance`, {}, issuing));
    await log.sealAll();
    expect(await checks()).toEqual([]);
    expect(await inSnapshot(api.books.db, (tx) => verifySeals(tx, { held: [] }))).toMatchObject({ findings: [] });
    const bundle = await api.get('/api/v1/bienniums/2024-2025/bundle', { [actingAs]: 'BRS.auditor' });
    const into = mkdtempSync(join(tmpdir(), 'recoup-grouped-'));
    for (const [name, content] of filesIn(bundle.bytes)) {
      mkdirSync(dirname(join(into, name)), { recursive: true });
      writeFileSync(join(into, name), content);
    }
    if (pythonIsHere()) {
      const { status, stdout } = spawnSync('python3', ['verify.py'], { cwd: into, encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, expect.stringContaining('1 of 1 documents hold')]);
    }
    rmSync(into, { recursive: true });
  });

  it('do not verify where a charge of a group says something else than its act has sealed', async () => {
    for (const note of [`note || '!'`, `left(note, -1)`]) {
      await withTriggersOff(api.books, (tx) =>
        tx.query(`update charging.charge set note = ${note} where id = 'ALL-6'`),
      );
      if (note.includes('!')) expect(await checks()).toContain('I21');
    }
    expect(await checks()).toEqual([]);
  });
});
