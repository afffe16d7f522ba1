import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mostRefusalsAnHour } from '../../apps/api/src/http/refused-acts.service.ts';
import { type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  await done(201, api.post('/api/v1/charges', chargeBody({ id: 'ASKED-FOR' }), { by: 'MINAMATA.finance' }));
}, 60_000);
afterAll(() => api.close());

interface Kept {
  readonly person: string;
  readonly object_ids: string[];
  readonly after: object;
  readonly request_id: string;
}

/** The acts that this answer left. */
const actsOf = ({ headers }: Answer): Promise<Kept[]> =>
  api.books.owner.query<Kept[]>(
    `select person, object_ids, after, request_id from platform.audit_event where action = 'REQUEST_REFUSED' and request_id = $1`,
    [headers['x-request-id']],
  );

const kept = async (asking: Promise<Answer>): Promise<unknown[]> => {
  const answer = await asking;
  return (await actsOf(answer)).map(({ person, object_ids: [route], after }) => ({ person, route, ...after }));
};

const charge = '/api/v1/charges/ASKED-FOR';
const key = async (person: string): Promise<{ authorization: string }> => {
  const headers = { ...(await api.signedIn(person)), 'content-type': 'application/json' };
  const { body } = await api.send({ method: 'POST', path: '/api/v1/keys', headers, payload: '{"days":30}' });
  return { authorization: `Bearer ${body.key as string}` };
};

describe('a refusal is an act in the sealed log', () => {
  it('of what is for another duty, or for the other side', async () => {
    const by = { by: 'BRS.auditor', seen: '*' };
    expect(await kept(api.post(`${charge}/receipt`, {}, by))).toEqual([
      { person: 'BRS.auditor', route: 'POST /api/v1/charges/:id/receipt', status: 403, code: 'NOT_DESIGNATED' },
    ]);
    expect(await kept(api.post(`${charge}/receipt`, {}, { ...by, by: 'MINAMATA.finance' }))).toMatchObject([
      { person: 'MINAMATA.finance', code: 'ACTS_FOR_THE_OTHER_SIDE' },
    ]);
  });

  it('of a trial, which would have changed nothing, too', async () => {
    const trial = { by: 'BRS.auditor', seen: '*', dryRun: true };
    expect(await kept(api.post(`${charge}/receipt`, {}, trial))).toMatchObject([{ code: 'NOT_DESIGNATED' }]);
  });

  it('of what is not theirs to read, without what stood in the address', async () => {
    const asking = api.get('/api/v1/charges/Jane%20Doe?', await api.signedIn('BRS.administrator'));
    expect(await kept(asking)).toEqual([
      { person: 'BRS.administrator', route: 'GET /api/v1/charges/:id', status: 403, code: 'NOT_DESIGNATED_TO_READ' },
    ]);
  });

  it('of a step for which the proof is too old', async () => {
    const by = await api.signedIn('BRS.approving');
    const old = `update identity.session set stepped_up_at = now() - interval '11 minutes' where person = 'BRS.approving'`;
    await api.books.owner.query(old);
    const asking = api.post('/api/v1/designations/X/countersignature', {}, { by: null, headers: by });
    expect(await kept(asking)).toEqual([
      {
        ...{ person: 'BRS.approving', route: 'POST /api/v1/designations/:id/countersignature' },
        ...{ status: 403, code: 'STEP_UP_NEEDED' },
      },
    ]);
  });

  it('of what a key may not', async () => {
    const headers = await key('BRS.finance');
    const asking = api.post(`${charge}/receipt`, {}, { by: null, seen: '*', headers });
    expect(await kept(asking)).toEqual([
      { person: 'BRS.finance', route: 'POST /api/v1/charges/:id/receipt', status: 403, code: 'NOT_BY_KEY' },
    ]);
  });

  it('and is none where a rule refuses, or nobody has proven who asks', async () => {
    const again = api.post('/api/v1/charges', chargeBody({ id: 'ASKED-FOR' }), { by: 'MINAMATA.finance' });
    expect(await kept(again)).toEqual([]);
    expect(await kept(api.post('/api/v1/charges', chargeBody(), { by: null }))).toEqual([]);
  });

  it('once for a request that is repeated under its key', async () => {
    const repeated = { by: 'BRS.auditor', seen: '*', key: 'refused-once-1' };
    const [first, second] = [
      await api.post(`${charge}/receipt`, {}, repeated),
      await api.post(`${charge}/receipt`, {}, repeated),
    ];
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect([(await actsOf(first)).length, (await actsOf(second)).length]).toEqual([1, 0]);
  });

  it('and fills the log for nobody: sixty of one person in an hour', async () => {
    const headers = await api.signedIn('MINAMATA.administrator');
    for (let sent = 0; sent < mostRefusalsAnHour + 3; sent += 1)
      expect((await api.get('/api/v1/charges', headers)).status).toBe(403);
    const [{ acts } = { acts: 0 }] = await api.books.owner.query<{ acts: number }[]>(
      `select count(*)::integer as acts from platform.audit_event where action = 'REQUEST_REFUSED' and person = 'MINAMATA.administrator'`,
    );
    expect(acts).toBe(mostRefusalsAnHour);
  });
});

describe('the books that cannot keep it', () => {
  it('refuse all the same, and the technical log says that it was not kept', async () => {
    await api.books.owner.query(
      `alter table platform.audit_event add constraint full_for_this_test check (action <> 'REQUEST_REFUSED') not valid`,
    );
    try {
      const answer = await api.post(`${charge}/receipt`, {}, { by: 'BRS.certifying', seen: '*' });
      expect([answer.status, await actsOf(answer)]).toEqual([403, []]);
      const fault = api.logged.filter((line) => line.includes('"event":"fault"')).at(-1);
      expect(fault).toContain(answer.headers['x-request-id']);
    } finally {
      await api.books.owner.query('alter table platform.audit_event drop constraint full_for_this_test');
    }
  });
});
