import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Designation, IdentityService, Person } from '#identity';
import { inTransaction } from '#platform';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { forger } from './issuer-under-test.ts';
import { OpenIdUnderTest } from './open-id-under-test.ts';

let site: OpenIdUnderTest;
beforeAll(async () => {
  site = await OpenIdUnderTest.open();
}, 60_000);
afterAll(() => site.close());

describe('whoever has a way in and is renewed', () => {
  const second = 'BRS.second-administrator';
  const old = 'heron-granite-lantern-42';
  const chosen = 'sparrow-basalt-compass-17';
  beforeAll(async () => {
    await site.link(site.atForger, forger.subject, 'MINAMATA.certifying');
    const always = { validFrom: a.day('2000-01-01'), validTo: a.day('2199-12-31') };
    await inTransaction(site.books.db, async (tx) => {
      await anAct(tx);
      const person = new Person({ code: second, name: second, secretariat: 'BRS' });
      const held = new Designation({ person: second, duty: 'ADMINISTRATOR', fund: '', ...always });
      await site.books.get(IdentityService).addPeople(tx, [person], [held]);
    });
  });

  const post = async (by: string | null, path: string, body: object) => {
    const answer = await site.atForger.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      headers: {
        ...(by === null ? {} : await site.signedIn(by)),
        ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      },
      payload: JSON.stringify(body),
    });
    const content = answer.body === '' ? {} : answer.json<{ code?: string; id?: string; token?: string }>();
    return { said: `${answer.statusCode} ${content.code ?? ''}`.trim(), ...content };
  };
  const accept = (token: string | undefined, password: string) =>
    post(null, 'invitations/acceptance', { token, password });
  const signIn = async (account: string, password: string): Promise<string> =>
    (await post(null, 'session', { account, password })).said.slice(0, 3);
  const atIssuer = async (subject: string): Promise<number> =>
    (await site.forged({ claims: { sub: subject } })).answer.statusCode;
  const renewed = async (person: string, proposing: string, approving: string): Promise<string | undefined> => {
    const { id } = await post(proposing, `people/${person}/renewals`, { reason: 'the telephone was stolen' });
    return (await post(approving, `renewals/${id ?? ''}/approval`, {})).token;
  };

  it('by a link, is linked by whoever approved it alone, and the old password opens nothing more', async () => {
    const person = 'BRS.finance';
    const { token } = await post('BRS.administrator', `people/${person}/invitations`, {});
    expect((await accept(token, old)).said).toBe('204');
    expect(await signIn(person, old)).toBe('201');
    const link = async (by: string, subject: string): Promise<string> =>
      (await post(by, `people/${person}/sign-in-link`, { subject })).said;
    expect(await link('BRS.administrator', 'of-the-administrator')).toBe('409 RENEWAL_WANTED');
    const renewal = await renewed(person, 'BRS.administrator', second);
    expect(await link('BRS.administrator', 'of-the-administrator')).toBe('403 RENEWAL_NOT_BY_TWO');
    expect(await atIssuer('of-the-administrator')).toBe(401);
    expect(await signIn(person, old)).toBe('201'); // nothing has ended by a link that was refused
    expect(await link(second, 'of-the-person')).toBe('201');
    expect(await atIssuer('of-the-person')).toBe(303);
    expect(await signIn(person, old)).toBe('401');
    expect((await accept(renewal, chosen)).said).toBe('401 LINK_REFUSED'); // one renewal, one way in
    expect(await signIn(person, chosen)).toBe('401');
    expect(await link(second, 'another')).toBe('409 RENEWAL_WANTED');
  });

  it('by a link to another subject, is the earlier one no more', async () => {
    const person = 'BRS.finance';
    await renewed(person, 'BRS.administrator', second);
    expect((await post(second, `people/${person}/sign-in-link`, { subject: 'of-a-new-day' })).said).toBe('201');
    expect([await atIssuer('of-the-person'), await atIssuer('of-a-new-day')]).toEqual([401, 303]);
  });

  it('by a password, is the earlier subject no more', async () => {
    const person = 'MINAMATA.certifying';
    expect(await atIssuer(forger.subject)).toBe(303);
    const token = await renewed(person, 'MINAMATA.administrator', 'MINAMATA.approving');
    expect(await atIssuer(forger.subject)).toBe(303); // until it is used
    expect((await accept(token, chosen)).said).toBe('204');
    expect(await atIssuer(forger.subject)).toBe(401);
    expect(await signIn(person, chosen)).toBe('201');
  });
});
