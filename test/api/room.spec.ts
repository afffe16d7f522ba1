import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api, { ceiling: { amount: '500000.00', currency: 'USD' } });
}, 60_000);
afterAll(() => api.close());

const record = (id: string, quantity: string) =>
  done(201, api.post('/api/v1/charges', chargeBody({ id, quantity }), { by: 'MINAMATA.finance' }));
const room = async (of: string, by = 'MINAMATA.finance'): Promise<unknown> =>
  (await done(200, api.get(`/api/v1/${of}/room`, await api.signedIn(by)))).body.items;
const lines = (hasRoom: boolean) =>
  ['BC-1-COP17', 'RO-2-COP12', 'SC-3-COP12'].map((budgetLine) => ({ budgetLine, hasRoom }));

/** Each of the three lines has 18,500.00; 59.5 days of 920.00 are 54,740.00, a third of which is 18,246.67. */
describe('the room on the client’s lines', () => {
  it('is said to the provider, yes or no, in the order in which charges were recorded', async () => {
    await record('R-1', '59.5');
    expect(await room('charges/R-1')).toEqual(lines(true));
    await record('R-2', '1');
    expect(await room('charges/R-1')).toEqual(lines(true));
    expect(await room('charges/R-2')).toEqual(lines(false));
    expect(await room('agreements/CRA-2025-001')).toEqual(lines(false));
    expect(await room('agreements/CRA-2025-001', 'BRS.finance')).toEqual(lines(false));
  });

  it('is what certification says', async () => {
    await certified(api, 'BRS', ['R-1']);
    expect(await room('charges/R-1')).toEqual([]); // it waits no more
    expect(await room('charges/R-2')).toEqual(lines(false));
    await done(200, api.post('/api/v1/charges/receipts', { charges: ['R-2'] }, { by: 'BRS.finance' }));
    const refused = await api.post('/api/v1/charges/certifications', { charges: ['R-2'] }, { by: 'BRS.certifying' });
    expect(refused.body.code).toBe('BUDGET_LINE_EXCEEDED');
  });

  it('is there again once a charge is taken back', async () => {
    const withdrawal = { reason: 'more than the line bears' };
    await done(200, api.post('/api/v1/charges/R-2/withdrawal', withdrawal, { by: 'MINAMATA.finance', seen: '*' }));
    expect(await room('agreements/CRA-2025-001')).toEqual([]);
    await record('R-3', '0.5');
    expect(await room('agreements/CRA-2025-001')).toEqual(lines(true));
  });

  it('is not said of a trial, so that nobody finds the amount by trying', async () => {
    const tried = { by: 'MINAMATA.finance', dryRun: true };
    const { text } = await done(200, api.post('/api/v1/charges', chargeBody({ id: 'T-1', quantity: '61' }), tried));
    expect(text).not.toMatch(/hasRoom|allotment/i);
    expect((await api.get('/api/v1/charges/T-1/room', await api.signedIn('MINAMATA.finance'))).status).toBe(404);
  });

  it('tells no amount of the other side, and nothing to whoever reads no charges', async () => {
    const { body } = await done(200, api.get('/api/v1/budget-lines', await api.signedIn('MINAMATA.finance')));
    expect(JSON.stringify(body)).not.toContain('BC-1-COP17');
    const refused = await api.get('/api/v1/charges/R-3/room', await api.signedIn('MINAMATA.administrator'));
    expect(refused.body.code).toBe('NOT_DESIGNATED_TO_READ');
  });
});
