import { randomBytes } from 'node:crypto';
import { type Clock, Refused, Unknown } from '#kernel';
import { recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { holdOwnAccount } from './account.query.ts';
import type { Acting, KeyScope } from './session.ts';
import { digestOf, newToken } from './token.service.ts';

const daysMost = 365;

/** A key as its owner sees it: never its secret. */
export interface KeyView {
  readonly id: string;
  readonly scope: KeyScope;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Keys of programs that act for a person: they record and read, or only read. */
@Injectable()
export class ApiKeysService {
  /** Answers the key, which is shown this once. Errors: KeyLastsTooLong, NotSignedIn, SecondFactorOutstanding. */
  async create(
    tx: Tx,
    { days, scope }: { days: number; scope: KeyScope },
    by: Acting,
    clock: Clock,
  ): Promise<{ key: string; view: KeyView }> {
    if (days < 1 || days > daysMost) throw new KeyLastsTooLong(days);
    const id = randomBytes(6).toString('hex');
    const secret = newToken();
    await holdOwnAccount(tx, by);
    await recordEvent(
      tx,
      { action: 'KEY_CREATED', kind: 'api-key', objects: [id], after: { days, scope } },
      by,
      clock.now(),
    );
    const [view] = await tx.query<KeyView[]>(
      `insert into identity.api_key (id, secret_sha256, person, expires_at, scope)
       values ($1, $2, $3, now() + make_interval(days => $4), $5)
       returning id, scope, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt"`,
      [id, digestOf(secret), by.person, days, scope],
    );
    if (view === undefined) throw new Error('What was inserted is returned.');
    return { key: `rcp_${id}_${secret}`, view };
  }

  /** The keys of a person that are good still, newest first. */
  list(tx: Tx, person: string): Promise<KeyView[]> {
    return tx.query<KeyView[]>(
      `select id, scope, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt" from identity.api_key
       where person = $1 and revoked_at is null and now() < expires_at order by created_at desc`,
      [person],
    );
  }

  /** Errors: UnknownKey. */
  async revoke(tx: Tx, id: string, by: Acting, clock: Clock): Promise<void> {
    await recordEvent(tx, { action: 'KEY_REVOKED', kind: 'api-key', objects: [id] }, by, clock.now());
    const revoked = await tx.query<[unknown[], number]>(
      `update identity.api_key set revoked_at = now(), revoked_by = $2
       where id = $1 and person = $2 and revoked_at is null returning id`,
      [id, by.person],
    );
    if (revoked[1] !== 1) throw new UnknownKey(id);
  }
}

export class KeyLastsTooLong extends Refused {
  constructor(days: number) {
    super(`A key lasts from 1 to ${daysMost} days, not ${days}. Nothing was written.`, '/days');
  }
}

export class UnknownKey extends Unknown {
  constructor(id: string) {
    super(`You have no key "${id}" that is good still.`);
  }
}
