import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FirstLink, InvitationsService } from '#identity';
import { references } from '../support/beginnings.ts';
import { apiOver, type Answer, type ApiUnderTest } from './api-under-test.ts';
import { Browser, password } from './browser.ts';
import { enrolledIn } from './second-factor.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('nothing', { everybodySignedIn: false });
}, 60_000);
afterAll(() => api.close());

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`.trim();
const print = (): Promise<FirstLink[]> => api.books.get(InvitationsService).forTheFirst(api.books.clock);
const come = (token: string, secretariat: string): Promise<Answer> =>
  new Browser(api).send('POST', '/api/v1/first-administrator', {
    ...{ token, code: `${secretariat}.head`, name: 'The head of administration', secretariat, password },
  });

describe('books of two secretariats that nobody has come to', () => {
  it('let in a first administrator of each, by a link of its own', async () => {
    const [only, ...more] = await print();
    expect([only?.secretariat, more]).toEqual([null, []]); // they know no secretariat yet
    await references.fill(api.books);
    expect((await come(only?.token ?? '', 'BRS')).status).toBe(204);
    expect(code(await come(only?.token ?? '', 'MINAMATA'))).toBe('401 LINK_REFUSED');

    const [other, ...rest] = await print();
    expect([other?.secretariat, rest]).toEqual(['MINAMATA', []]);
    const token = other?.token ?? '';
    const shown = await new Browser(api).send('POST', '/api/v1/invitations/inspection', { token });
    expect(shown.body).toMatchObject({ person: null, secretariats: [{ code: 'MINAMATA' }] });
    expect(code(await come(token, 'BRS'))).toBe('401 LINK_REFUSED'); // it is of the other side
    expect((await come(token, 'MINAMATA')).status).toBe(204);
    expect(await print()).toEqual([]);

    for (const side of ['BRS', 'MINAMATA']) {
      const { browser } = await enrolledIn(api, `${side}.head`, new Browser(api));
      expect((await browser.send('POST', `/api/v1/people/${side}.finance/invitations`)).status).toBe(201);
    }
  });
});

describe('a secretariat in which somebody has an account', () => {
  it('has no first administrator again, whatever link was printed before', async () => {
    const fresh = await apiOver('references', { everybodySignedIn: false });
    try {
      const links = await fresh.books.get(InvitationsService).forTheFirst(fresh.books.clock);
      expect(links.map(({ secretariat }) => secretariat)).toEqual(['BRS', 'MINAMATA']);
      await fresh.signedIn('BRS.finance');
      const by = (n: number): Promise<Answer> =>
        new Browser(fresh).send('POST', '/api/v1/first-administrator', {
          ...{
            token: links[n]?.token,
            code: `${links[n]?.secretariat ?? ''}.head`,
            name: 'X',
            secretariat: links[n]?.secretariat,
            password,
          },
        });
      expect([code(await by(0)), code(await by(1))]).toEqual(['401 LINK_REFUSED', '204']);
    } finally {
      await fresh.close();
    }
  });
});
