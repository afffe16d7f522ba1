import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel';
import { actIn, Database, inTransaction, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { hasFactor, holdOwnAccount } from './account.query.ts';
import { SecretBox } from './secret-box.service.ts';
import { type Acting, CodeRefused, DemoHasOnePassword, NoSecondFactor } from './session.ts';
import { SessionsService } from './sessions.service.ts';
import { type Request, SignInService } from './sign-in.service.ts';
import { digestOf } from './token.service.ts';

const periodSeconds = 30;
const recoveryCodes = 10;

/** What an authenticator takes up: shown once, and confirmed by a first code. */
export interface Enrolment {
  readonly secret: string; // base32
  readonly uri: string; // otpauth://totp/...
}

/** Codes of an authenticator (RFC 6238), each taken once, and recovery codes for when it is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: Database,
    private readonly box: SecretBox,
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
  ) {}

  /**
   * A new secret, which proves nothing until it is confirmed; one that was confirmed goes on until then.
   * Errors: DemoHasOnePassword, NotSignedIn, SecondFactorOutstanding.
   */
  async enrol(tx: Tx, by: Acting, clock: Clock): Promise<Enrolment> {
    if (by.credential.demo) throw new DemoHasOnePassword();
    const secret = new Secret({ size: 20 });
    const begun = { action: 'SECOND_FACTOR_BEGUN', kind: 'account', objects: [by.person] };
    await recordEvent(tx, begun, by, clock.now());
    await holdOwnAccount(tx, by);
    // Sealed under the lock: a change of the key comes before, and this is under the new one, or after, and takes this along.
    await tx.query('lock table identity.second_factor in row exclusive mode');
    await tx.query(
      `insert into identity.second_factor as factor (person, secret) values ($1, $2)
       on conflict on constraint second_factor_once do update set
         secret = case when factor.confirmed_at is null then excluded.secret else factor.secret end,
         next_secret = case when factor.confirmed_at is not null then excluded.secret end`,
      [by.person, this.box.seal(secret.base32, by.person)],
    );
    return { secret: secret.base32, uri: totpOf(secret.base32, by.person).toString() };
  }

  /**
   * The first code shows that the authenticator has the secret; from now on every sign-in asks for one, every other session of
   * the person ends, and a terminal that waits is not let in: they began without it. So do, with the first one, the person's API keys:
   * a password alone has made them. Answers the recovery codes, which are shown this once, and the session's new token. Errors: CodeRefused, TooManyTries, NotSignedIn, SecondFactorOutstanding.
   */
  async confirm(
    by: Acting,
    { code, address }: { code: string; address: string },
    request: Request,
  ): Promise<{ codes: string[]; token: string }> {
    const takenUp: { codes: string[]; token: string }[] = [];
    const isRight = async (): Promise<boolean> => {
      const taken = await this.takeUp(by, code, request);
      if (taken !== null) takenUp.push(taken);
      return taken !== null;
    };
    await this.tried({ person: by.person, address }, isRight, request);
    const [first] = takenUp;
    if (first === undefined) throw new CodeRefused(); // isRight has said so already
    return first;
  }

  /** New recovery codes in place of those that are left, shown this once. Errors: NotSignedIn, SecondFactorOutstanding, NoSecondFactor. */
  async renewRecoveryCodes(tx: Tx, by: Acting, clock: Clock): Promise<string[]> {
    const renewed = { action: 'RECOVERY_CODES_RENEWED', kind: 'account', objects: [by.person] };
    await recordEvent(tx, renewed, by, clock.now());
    await holdOwnAccount(tx, by);
    if (!(await hasFactor(tx, by.person))) throw new NoSecondFactor();
    return replaceRecoveryCodes(tx, by.person);
  }

  /** The second half of a sign-in. Answers the session's new token. Errors: CodeRefused, TooManyTries. */
  async prove(by: Acting, given: { code: string; address: string }, request: Request): Promise<string> {
    await this.check(by.person, given, request);
    return inTransaction(this.db, (tx) =>
      this.sessions.proveMore(tx, by, { proven: 'SECOND_FACTOR', action: 'SIGNED_IN' }, request.clock),
    );
  }

  /**
   * Proves it afresh, by the password and, where there is a second factor, a code. Answers the session's new token.
   * Errors: SignInRefused, CodeRefused, TooManyTries.
   */
  async stepUp(
    by: Acting,
    { password, code, address }: { password: string; code: string | undefined; address: string },
    request: Request,
  ): Promise<string> {
    const account = await this.signIn.checkPassword({ account: by.person, password, address }, request);
    if (account.hasSecondFactor) await this.check(by.person, { code: code ?? '', address }, request);
    const proven = account.hasSecondFactor ? 'SECOND_FACTOR' : 'PASSWORD';
    return inTransaction(this.db, (tx) =>
      this.sessions.proveMore(tx, by, { proven, action: 'STEPPED_UP' }, request.clock),
    );
  }

  private check(person: string, { code, address }: { code: string; address: string }, request: Request): Promise<void> {
    const isRight = (): Promise<boolean> =>
      /^\d{6}$/.test(code) ? this.takeCode(person, code, request) : this.takeRecoveryCode(person, code, request);
    return this.tried({ person, address }, isRight, request);
  }

  private tried(
    { person, address }: { person: string; address: string },
    isRight: () => Promise<boolean>,
    request: Request,
  ): Promise<void> {
    const refusal = { whose: person, error: new CodeRefused(), request };
    return this.signIn.tried({ subject: `code ${person}`, address }, isRight, refusal);
  }

  /** The half minute of a code is taken with it, in one statement: of two who come with the same code one is refused. */
  private takeCode(person: string, code: string, request: Request): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const shown = await this.stepOf(tx, { person, code, of: 'secret' }, request);
      if (shown === null) return false;
      const taken = await tx.query<[unknown[], number]>(
        `update identity.second_factor set last_step = $2
         where person = $1 and confirmed_at is not null and last_step < $2 returning person`,
        [person, shown.step],
      );
      return taken[1] === 1;
    });
  }

  /**
   * The first code of a new secret puts it in the place of the one before, with recovery codes of its own. Null where the
   * code is wrong; of two who come with the same one, one is refused.
   */
  private takeUp(by: Acting, code: string, request: Request): Promise<{ codes: string[]; token: string } | null> {
    const { person } = by;
    return inTransaction(this.db, async (tx) => {
      await holdOwnAccount(tx, by);
      const shown = await this.stepOf(tx, { person, code, of: 'begun' }, request);
      if (shown === null) return null;
      const [[before], gone] = await tx.query<[{ isFirst: boolean }[], number]>(
        `delete from identity.second_factor
         where person = $1 and $2 = case when confirmed_at is null then secret else next_secret end
         returning confirmed_at is null as "isFirst"`,
        [person, shown.sealed],
      );
      if (gone !== 1) return null;
      const enrolled = { proven: 'SECOND_FACTOR', action: 'SECOND_FACTOR_ENROLLED' } as const;
      const token = await this.sessions.proveMore(tx, by, enrolled, request.clock);
      await this.sessions.endOthers(tx, by);
      if (before?.isFirst === true) await endKeys(tx, by, request);
      await tx.query(
        'insert into identity.second_factor (person, secret, confirmed_at, last_step) values ($1, $2, now(), $3)',
        [person, shown.sealed, shown.step],
      );
      return { codes: await replaceRecoveryCodes(tx, person), token };
    });
  }

  /** The half minute that a code is of, and the secret it is of, once the transaction is the person's; null where it is wrong. */
  private async stepOf(
    tx: Tx,
    { person, code, of }: { person: string; code: string; of: 'secret' | 'begun' },
    { clock, requestId }: Request,
  ): Promise<{ step: number; sealed: string } | null> {
    const [factor] = await tx.query<{ secret: string | null; now: Date; secretariat: string }[]>(
      `select case when (factor.confirmed_at is null) = ($2 = 'begun') then factor.secret when $2 = 'begun' then factor.next_secret
         end as secret, clock_timestamp() as now, holder.secretariat
       from identity.second_factor as factor cross join lateral identity.holder_of(factor.person, current_date) as holder
       where factor.person = $1`,
      [person, of],
    );
    if (factor === undefined || factor.secret === null) return null;
    const timestamp = factor.now.getTime();
    const totp = totpOf(this.box.open(factor.secret, person), person);
    const delta = totp.validate({ token: code, timestamp, window: 1 });
    if (delta === null) return null;
    const by = { person, secretariat: factor.secretariat, ...(requestId === undefined ? {} : { requestId }) };
    await actIn(tx, by);
    await recordEvent(tx, { action: 'CODE_TAKEN', kind: 'account', objects: [person] }, by, clock.now());
    return { step: Math.floor(timestamp / 1000 / periodSeconds) + delta, sealed: factor.secret };
  }

  private takeRecoveryCode(person: string, code: string, { clock, requestId }: Request): Promise<boolean> {
    return inTransaction(this.db, async (tx) => {
      const [row] = await tx.query<{ secretariat: string }[]>(
        'select secretariat from identity.holder_of($1, current_date)',
        [person],
      );
      const by = { person, secretariat: row?.secretariat ?? '', ...(requestId === undefined ? {} : { requestId }) };
      await actIn(tx, by);
      await recordEvent(tx, { action: 'RECOVERY_CODE_TRIED', kind: 'account', objects: [person] }, by, clock.now());
      const taken = await tx.query<[unknown[], number]>(
        `update identity.recovery_code set used_at = now()
         where person = $1 and code_sha256 = $2 and used_at is null returning person`,
        [person, digestOf(code.toLowerCase().replaceAll(/[\s-]/g, ''))],
      );
      return taken[1] === 1;
    });
  }
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Recoup', label, secret: Secret.fromBase32(secret), period: periodSeconds, digits: 6 });
}

/** A program whose key ends so is given another one by its person, who shows more from now on. */
async function endKeys(tx: Tx, by: Acting, { clock, requestId }: Request): Promise<void> {
  const good = await tx.query<{ id: string }[]>(
    'select id from identity.api_key where person = $1 and revoked_at is null order by id for update',
    [by.person],
  );
  const ids = good.map(({ id }) => id);
  const ended = { action: 'KEY_REVOKED', kind: 'api-key', objects: ids, after: { by: 'SECOND_FACTOR_ENROLLED' } };
  await recordEvent(tx, ended, { ...by, ...(requestId === undefined ? {} : { requestId }) }, clock.now());
  await tx.query('update identity.api_key set revoked_at = now(), revoked_by = $2 where id = any($1)', [
    ids,
    by.person,
  ]);
}

async function replaceRecoveryCodes(tx: Tx, person: string): Promise<string[]> {
  await tx.query('delete from identity.recovery_code where person = $1', [person]);
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await tx.query(
    'insert into identity.recovery_code (code_sha256, person) select code, $2 from unnest($1::bytea[]) as code',
    [codes.map((code) => digestOf(code)), person],
  );
  return codes;
}

/** 120 random bits: too many to guess, so that a plain digest of it is kept. */
function newRecoveryCode(): string {
  return randomBytes(15).toString('hex');
}
