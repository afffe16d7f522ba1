import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { squeeze, squeezed } from '../golden/pdf-text.ts';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

const [leaving, staying] = ['MINAMATA.finance', 'MINAMATA.approving'];
const seen = '*';

describe('somebody who leaves with a draft invoice and a reversal under way', () => {
  let api: ApiUnderTest;
  let draft: string;
  let name: string;
  beforeAll(async () => {
    api = await apiOver('references');
    await signedAgreement(api);
    for (const id of ['BILLED', 'WRONG']) {
      await done(201, api.post('/api/v1/charges', chargeBody({ id, quantity: '1' }), { by: leaving }));
    }
    await certified(api, 'BRS', ['BILLED', 'WRONG']);
    const asked = { reason: 'charged to the wrong line' };
    await done(200, api.post('/api/v1/charges/WRONG/reversal', asked, { by: leaving, seen }));
    const request = { agreement: 'CRA-2025-001', charges: ['BILLED'] };
    draft = (await done(201, api.post('/api/v1/invoices', request, { by: leaving }))).body.id as string;
    const [person] = await api.books.db.query<{ name: string }[]>('select name from identity.person where code = $1', [
      leaving,
    ]);
    name = person?.name ?? '';
    const shut = `/api/v1/people/${leaving}/account/disabling`;
    await done(200, api.post(shut, { reason: 'left the secretariat' }, { by: 'MINAMATA.administrator' }));
  }, 60_000);
  afterAll(() => api.close());

  const path = (): string => `/api/v1/invoices/${draft}`;
  const asked = (url: string) => done(200, api.get(url, { [actingAs]: staying }));

  it('does nothing more, neither with the draft nor with the reversal', async () => {
    for (const url of [`${path()}/discard`, '/api/v1/charges/WRONG/reversal/approval']) {
      await expectRefused(api, { status: 401, code: 'NOT_SIGNED_IN', pointer: null }, () =>
        api.post(url, {}, { by: leaving, seen }),
      );
    }
  });

  it('leaves an invoice that another issues, and that names who prepared it, on its paper too', async () => {
    const issued = await done(200, api.post(`${path()}/issuance`, {}, { by: staying, seen }));
    expect(issued.body).toMatchObject({ state: 'ISSUED', prepared: { by: leaving }, issued: { by: staying } });
    expect(name).not.toBe('');
    expect((await asked(`${path()}/content`)).body).toMatchObject({ certification: { prepared: { name } } });
    expect(squeezed((await asked(`${path()}/pdf`)).bytes)).toContain(squeeze(name));
  });

  it('leaves a reversal that another approves, and that names who recorded the charge and asked for it', async () => {
    const approval = '/api/v1/charges/WRONG/reversal/approval';
    await done(200, api.post(approval, {}, { by: staying, seen }));
    expect((await asked('/api/v1/charges/WRONG')).body).toMatchObject({
      ...{ state: 'REVERSED', recorded: { by: leaving }, reversed: { by: staying } },
      remark: { text: 'charged to the wrong line', by: leaving },
    });
  });
});
