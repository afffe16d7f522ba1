import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type Acting,
  IdentityService,
  InvitationsService,
  IssuerSubjectsService,
  NotSignedIn,
  type Opened,
  OwnPasswordService,
  Person,
  SessionsService,
  SignInService,
  TerminalsService,
} from '#identity';
import { Crossing } from '../support/crossing.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(120_000); // a database of its own, and hashing takes its time

const [password, chosen] = ['heron-granite-lantern-42', 'sparrow-basalt-compass-17'];
const address = '192.0.2.7';
const issuer = 'https://login.example.org';
const account = (person: string): string => `select from identity.account where person = '${person}'`;

describe('a way in that ends while somebody signs in by it', () => {
  let office: Office;
  let crossing: Crossing;
  let administrator: Acting;
  beforeAll(async () => {
    office = await Office.open();
    const people = ['BRS.there', 'BRS.elsewhere'].map((code) => new Person({ code, name: code, secretariat: 'BRS' }));
    await office.arranges((tx) => of(IdentityService).addPeople(tx, people, []));
    crossing = await Crossing.over(office.books);
    administrator = await office.arranges(async (tx) => {
      await of(SignInService).addAccounts(tx, ['BRS.administrator']);
      const proven = { person: 'BRS.administrator', kind: 'BROWSER', proven: 'SECOND_FACTOR' } as const;
      return (await of(SignInService).open(tx, proven, request())).acting;
    });
  });
  afterAll(async () => {
    await crossing.close();
    await office.close();
  });

  const of: Office['books']['get'] = (service) => office.books.get(service);
  const request = () => ({ clock: office.books.clock });
  const signsIn = (person: string): Promise<Opened> =>
    of(SignInService).signIn({ account: person, password, address }, request());
  const changes = (by: Acting): Promise<string> =>
    new OwnPasswordService(crossing.pool, of(SignInService), of(SessionsService)).change(
      by,
      { current: password, password: chosen, address },
      request(),
    );
  const shuts = (person: string): Promise<void> =>
    office.do((tx) => of(SessionsService).disable(tx, person, 'left', administrator, office.books.clock));
  const unlinks = (person: string): Promise<void> =>
    office.do((tx) => of(IssuerSubjectsService).unlink(tx, { person, issuer }, administrator, office.books.clock));
  const said = new Date('2026-03-01T12:00:00Z'); // by the clock of the issuer
  const signsInThere = (subject: string, session: string | null = null, issuedAt = said): Promise<Opened> => {
    const proven = { issuer, subject, provenAt: null, issuedAt, isMultiFactor: true, session };
    return of(IssuerSubjectsService).signIn(proven, request());
  };

  /** Invited, with a password, and signed in once. */
  async function comes(person: string): Promise<Acting> {
    const invitations = of(InvitationsService);
    const token = await office.do((tx) => invitations.invite(tx, person, administrator, office.books.clock));
    await invitations.accept({ token, password }, request());
    return (await signsIn(person)).acting;
  }

  async function linked(person: string): Promise<void> {
    const link = { person, issuer, subject: `subject of ${person}` };
    await office.do((tx) => of(IssuerSubjectsService).link(tx, link, administrator, office.books.clock));
  }

  /** Whom a token lets act now, or what it is refused with. */
  const acts = (token: string, kind: 'BROWSER' | 'COMMAND_LINE' = 'BROWSER'): Promise<string> =>
    office
      .do((tx) => of(SignInService).acting(tx, { token, kind }, office.books.clock))
      .then(({ acting }) => acting.person, nameOf);

  /** What became of a sign-in, and what its token lets in to once both are over. */
  const lets = async (signIn: PromiseSettledResult<Opened>): Promise<string> =>
    signIn.status === 'rejected' ? nameOf(signIn.reason) : acts(signIn.value.token);

  it('is a password that is changed: the old one opens nothing more, though it was judged before', async () => {
    const by = await comes('BRS.versatile');
    const [changed, signIn] = await crossing.atOnce(
      account(by.person),
      () => changes(by),
      () => signsIn(by.person),
    );
    expect([changed.status, await lets(signIn)]).toEqual(['fulfilled', 'SignInRefused']);
  });

  it('is a password that is changed a moment later: what the old one opened ends', async () => {
    const by = await comes('BRS.deputy');
    const [signIn, changed] = await crossing.atOnce(
      account(by.person),
      () => signsIn(by.person),
      () => changes(by),
    );
    expect([signIn.status, changed.status, await lets(signIn)]).toEqual(['fulfilled', 'fulfilled', 'NotSignedIn']);
  });

  it('is an account that is shut', async () => {
    const { person } = await comes('BRS.basel');
    const [shut, signIn] = await crossing.atOnce(
      account(person),
      () => shuts(person),
      () => signsIn(person),
    );
    expect([shut.status, await lets(signIn)]).toEqual(['fulfilled', 'SignInRefused']);
  });

  it('is a link that is ended: it opens nothing more, though it was found before', async () => {
    await linked('BRS.acting');
    const [unlinked, signIn] = await crossing.atOnce(
      account('BRS.acting'),
      () => unlinks('BRS.acting'),
      () => signsInThere('subject of BRS.acting'),
    );
    expect([unlinked.status, await lets(signIn)]).toEqual(['fulfilled', 'IssuerRefused']);
  });

  it('is a link that is ended a moment later: what it opened ends, though it was not committed', async () => {
    await linked('BRS.nobody');
    const [signIn, unlinked] = await crossing.atOnce(
      account('BRS.nobody'),
      () => signsInThere('subject of BRS.nobody'),
      () => unlinks('BRS.nobody'),
    );
    expect([signIn.status, unlinked.status, await lets(signIn)]).toEqual(['fulfilled', 'fulfilled', 'NotSignedIn']);
  });

  const signsOutThere = (ended: { subject?: string; session?: string }): Promise<number> => {
    const facts = { issuer, tokenId: randomUUID(), saidAt: said, subject: null, session: null, ...ended };
    return of(IssuerSubjectsService).signOut(facts, request());
  };

  it('is a session at the issuer that is over a moment later: the sign-out waits, and ends what was not committed', async () => {
    await linked('BRS.there');
    const [signIn, signedOut] = await crossing.atOnce(
      account('BRS.there'),
      () => signsInThere('subject of BRS.there', 'session 1'),
      () => signsOutThere({ session: 'session 1' }),
    );
    expect([signIn.status, signedOut, await lets(signIn)]).toEqual([
      ...['fulfilled', { status: 'fulfilled', value: 1 }],
      'NotSignedIn',
    ]);
  });

  it.each<[string, string | null, { subject?: string; session?: string }]>([
    ['a session at the issuer', 'session 2', { session: 'session 2' }],
    ['a subject, of a session that has no name', null, { subject: 'subject of BRS.elsewhere' }],
    ['a subject, of a session that has one', 'session 3', { subject: 'subject of BRS.elsewhere' }],
  ])(
    'is %s that is over: it opens nothing more, though the issuer’s word was judged before',
    async (_, session, ended) => {
      const [person, subject] = ['BRS.elsewhere', 'subject of BRS.elsewhere'];
      await linked(person).catch(() => undefined); // once
      const earlier = await signsInThere(subject, session, new Date(said.getTime() + 1000)); // of a later second: it is let in
      const [signedOut, signIn] = await crossing.atOnce(
        `select from identity.session where id = '${earlier.acting.credential.id}'`,
        () => signsOutThere(ended),
        () => signsInThere(subject, session),
      );
      expect([signedOut, await lets(signIn)]).toEqual([{ status: 'fulfilled', value: 1 }, 'IssuerRefused']);
      expect(await acts(earlier.token)).toBe('NotSignedIn');
      // Another session there, or a word of later, is as good as ever.
      const another = randomUUID();
      const again = await signsInThere(subject, another, new Date(said.getTime() + 1000));
      expect(await acts(again.token)).toBe(person);
      await signsOutThere({ session: another });
    },
  );

  it('is the session of whoever lets a terminal in: it is let in by nobody', async () => {
    const by = await comes('BRS.certifying');
    const other = (await signsIn(by.person)).acting;
    const terminals = of(TerminalsService);
    const { secret, code } = await terminals.ask();
    const approve = (): Promise<void> => terminals.approve(other, { code, address }, request());
    const [changed, approved] = await crossing.atOnce(account(by.person), () => changes(by), approve);
    expect(changed.status).toBe('fulfilled');
    expect(approved).toMatchObject({ status: 'rejected', reason: { constructor: NotSignedIn } });
    expect(await terminals.poll(secret, office.books.clock)).toBeNull();
  });

  it.each([
    ['ends with the password that lets it in', 'BRS.finance', true, ['fulfilled', 'rejected'], 'none'],
    ['is let in a moment before, and ends then', 'BRS.approving', false, ['fulfilled', 'fulfilled'], 'NotSignedIn'],
  ])('is a terminal that %s, and neither waits for the other in vain', async (_, person, isTurned, found, after) => {
    const by = await comes(person);
    const before = await crossing.deadlocks();
    const terminals = new TerminalsService(crossing.pool, of(SignInService));
    const { secret, code } = await terminals.ask();
    await terminals.approve(by, { code, address }, request());
    let token: string | null = null;
    const polls = async (): Promise<void> => {
      token = await terminals.poll(secret, office.books.clock);
    };
    const change = (): Promise<unknown> => changes(by);
    const [one, other] = isTurned ? [change, polls] : [polls, change];
    const terminal = `select from identity.terminal where person = '${person}'`;
    const results = await crossing.atOnce(terminal, one, other);
    expect(results.map(({ status }) => status)).toEqual(found);
    expect(token === null ? 'none' : await acts(token, 'COMMAND_LINE')).toBe(after);
    expect((await crossing.deadlocks()) - before).toBe(0);
  });
});

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : String(error);
}
