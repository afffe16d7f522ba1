import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type Acting,
  InvitationsService,
  IssuerSubjectsService,
  RenewalsService,
  SecondFactorService,
  SecretBox,
  SessionsService,
  SignInService,
} from '#identity';
import { inTransaction, type Tx } from '#platform';
import { Crossing } from '../support/crossing.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(120_000); // a database of its own, and hashing takes its time

const person = 'BRS.versatile';
const [proposing, approving] = ['BRS.administrator', 'BRS.approving'];
const rounds = 12;

interface LettingIn {
  readonly id: string;
  readonly token: string;
}

/**
 * Ways in of one person, made and taken back on connections of the product's own rights. Each turn begins with the account shut.
 */
class Race {
  private constructor(
    readonly office: Office,
    readonly crossing: Crossing,
    private readonly administrator: Acting,
  ) {}

  static async open(): Promise<Race> {
    const office = await Office.open();
    const { administrator } = await office.arranges(async (tx) => {
      const signIn = office.books.get(SignInService);
      await signIn.addAccounts(tx, [person, proposing]);
      const opened = { person: proposing, kind: 'BROWSER', proven: 'SECOND_FACTOR' } as const;
      return { administrator: (await signIn.open(tx, opened, { clock: office.books.clock })).acting };
    });
    return new Race(office, await Crossing.over(office.books), administrator);
  }

  async close(): Promise<void> {
    await this.crossing.close();
    await this.office.close();
  }

  async shuts(reason = 'left'): Promise<void> {
    const { books } = this.office;
    const shut = (tx: Tx): Promise<void> =>
      books.get(SessionsService).disable(tx, person, reason, this.administrator, books.clock);
    await inTransaction(this.crossing.pool, shut);
  }

  async proposes(): Promise<string> {
    const { books } = this.office;
    return inTransaction(this.crossing.pool, async (tx) => {
      const by = await this.office.officer(tx, proposing);
      const wanted = { person, reason: 'came back', letsInAgain: true };
      return (await books.get(RenewalsService).propose(tx, wanted, by, books.clock)).id;
    });
  }

  async approves(id: string): Promise<LettingIn> {
    const { books } = this.office;
    return inTransaction(this.crossing.pool, async (tx) => {
      const by = await this.office.officer(tx, approving);
      return { id, ...(await books.get(RenewalsService).approve(tx, id, by, books.clock)) };
    });
  }

  async accepts({ token }: LettingIn): Promise<void> {
    const invitations = new InvitationsService(this.crossing.pool);
    await invitations.accept({ token, password: 'heron-granite-lantern-42' }, { clock: this.office.books.clock });
  }

  /** By whoever approved it. */
  async links(): Promise<void> {
    const { books } = this.office;
    await inTransaction(this.crossing.pool, async (tx) => {
      const by = { ...(await this.office.officer(tx, approving)), designations: this.administrator.designations };
      const subject = { person, issuer: 'https://login.example.org', subject: randomBytes(6).toString('hex') };
      await books.get(IssuerSubjectsService).link(tx, subject, by, books.clock);
    });
  }

  async hasSecondFactor(): Promise<void> {
    await this.office.arranges(async (tx) => {
      await tx.query(
        'insert into identity.second_factor (person, secret, confirmed_at, last_step) values ($1, $2, now(), 0)',
        [...[person, `${'0'.repeat(8)}.${'s'.repeat(16)}.s`]],
      );
      await tx.query(`insert into identity.recovery_code (code_sha256, person) values (sha256('one'), $1)`, [person]);
    });
  }

  async renewsCodes(): Promise<void> {
    const { books } = this.office;
    const pool = this.crossing.pool;
    const of = [books.get(SessionsService), books.get(SignInService)] as const;
    const factors = new SecondFactorService(pool, new SecretBox('is not asked'), ...of);
    await inTransaction(pool, async (tx) => {
      await factors.renewRecoveryCodes(tx, { ...this.administrator, person }, books.clock);
    });
  }

  async stateOf(id: string): Promise<string> {
    const { state } = await this.office.do((tx) => this.office.books.get(RenewalsService).one(tx, id));
    return state;
  }

  async isShut(): Promise<boolean> {
    const [row] = await this.office.db.query<{ shut: boolean }[]>(
      'select disabled_at is not null as shut from identity.account where person = $1',
      [person],
    );
    return row?.shut === true;
  }
}

const renewal = ({ id }: LettingIn): string => `select from identity.account_renewal where id = '${id}'`;
const link = ({ id }: LettingIn): string => `select from identity.invitation where renewal = '${id}'`;
const codeOf = (reason: unknown): string => (reason instanceof Error ? reason.constructor.name : String(reason));

describe('what lets somebody in again', () => {
  let race: Race;
  beforeAll(async () => {
    race = await Race.open();
    await race.shuts();
  });
  afterAll(() => race.close());

  /** What became of two that ran at once, the one that came first before the other. */
  async function ran(
    held: string,
    both: readonly [() => Promise<unknown>, () => Promise<unknown>],
    isTurned: boolean,
  ): Promise<string> {
    const [one, other] = isTurned ? [both[1], both[0]] : both;
    const results = await race.crossing.atOnce(held, one, other);
    return results.map((each) => (each.status === 'rejected' ? codeOf(each.reason) : 'done')).join(', ');
  }

  /** Each round with a letting-in of its own that is approved, and in the other order than the one before. */
  async function inRounds(
    round: (approved: LettingIn, turn: number, isTurned: boolean) => Promise<void>,
  ): Promise<void> {
    const before = await race.crossing.deadlocks();
    for (let turn = 0; turn < rounds; turn += 1) {
      await round(await race.approves(await race.proposes()), turn, turn % 2 === 1);
      if (!(await race.isShut())) await race.shuts();
    }
    expect((await race.crossing.deadlocks()) - before).toBe(0);
  }

  it('is used, or is taken back: never both, and neither waits for the other in vain', () =>
    inRounds(async (approved, turn, isTurned) => {
      const both = [() => race.shuts('stays out after all'), () => race.accepts(approved)] as const;
      const found = await ran(turn % 4 < 2 ? renewal(approved) : link(approved), both, isTurned);
      // Whoever came in a moment before is shut out again.
      const expected = isTurned ? ['done, done', 'DONE', true] : ['done, LinkRefused', 'LAPSED', true];
      expect([found, await race.stateOf(approved.id), await race.isShut()]).toEqual(expected);
    }));

  it('is used by linking a subject, or is taken back', () =>
    inRounds(async (approved, turn, isTurned) => {
      const both = [() => race.shuts('stays out after all'), () => race.links()] as const;
      const found = await ran(turn % 4 < 2 ? renewal(approved) : link(approved), both, isTurned);
      const expected = isTurned ? ['done, done', 'DONE', true] : ['done, AccountIsShut', 'LAPSED', true];
      expect([found, await race.stateOf(approved.id), await race.isShut()]).toEqual(expected);
    }));

  it('is used, or another one is approved in its place', () =>
    inRounds(async (approved, _, isTurned) => {
      const next = await race.proposes();
      const both = [() => race.approves(next), () => race.accepts(approved)] as const;
      const found = await ran(link(approved), both, isTurned);
      const states = [await race.stateOf(approved.id), await race.stateOf(next)];
      const expected = isTurned
        ? ['done, RenewalDecidedAlready', 'DONE', 'LAPSED']
        : ['done, LinkRefused', 'LAPSED', 'APPROVED'];
      expect([found, ...states]).toEqual(expected);
    }));

  it('is approved once of two that wait', () =>
    inRounds(async (approved, _, isTurned) => {
      const [one, other] = [await race.proposes(), await race.proposes()];
      const both = [() => race.approves(one), () => race.approves(other)] as const;
      expect(await ran(link(approved), both, isTurned)).toBe('done, RenewalDecidedAlready');
      const states = [await race.stateOf(one), await race.stateOf(other)];
      expect(isTurned ? states.toReversed() : states).toEqual(['APPROVED', 'LAPSED']);
    }));

  it('ends a second factor, or its new recovery codes are there before', () =>
    inRounds(async (approved, _, isTurned) => {
      await race.hasSecondFactor();
      const both = [() => race.renewsCodes(), () => race.accepts(approved)] as const;
      const codes = `select from identity.recovery_code where person = '${person}'`;
      expect(await ran(codes, both, isTurned)).toBe(isTurned ? 'done, NoSecondFactor' : 'done, done');
      expect(await race.stateOf(approved.id)).toBe('DONE');
    }));
});
