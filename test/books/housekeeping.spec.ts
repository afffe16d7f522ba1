import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type Acting,
  HousekeepingService,
  SecondFactorService,
  SecretBox,
  SecretRotationService,
  SessionsService,
  SignInService,
} from '#identity';
import { inTransaction } from '#platform';
import { Secret, TOTP } from 'otpauth';
import { anAct } from '../support/an-act.ts';
import { nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await inTransaction(office.db, async (tx) => {
    await anAct(tx);
    await tx.query(`insert into identity.account (person) values ('BRS.finance'), ('BRS.approving')`);
  });
});
afterAll(() => office.close());

const count = async (
  table: 'session' | 'invitation' | 'api_key' | 'terminal' | 'sign_in_limit' | 'issuer_sign_out',
): Promise<number> => {
  const rows = await office.owner.query<{ table: string; count: number }[]>(
    `select 'session' as table, count(*)::integer as count from identity.session
     union all select 'invitation', count(*)::integer from identity.invitation
     union all select 'api_key', count(*)::integer from identity.api_key
     union all select 'terminal', count(*)::integer from identity.terminal
     union all select 'sign_in_limit', count(*)::integer from identity.sign_in_limit
     union all select 'issuer_sign_out', count(*)::integer from identity.issuer_sign_out`,
  );
  return rows.find((row) => row.table === table)?.count ?? 0;
};

describe('what is over of signing in', () => {
  it('goes after its time and not a day before, by an act that says how much', async () => {
    await office.owner.transaction(async (tx) => {
      await anAct(tx);
      // Of each: one that is over for long enough, one that is not yet, one that goes on.
      await tx.query(
        `insert into identity.session (token_sha256, person, kind, proven, begun_at, seen_at, expires_at, ended_at, ended_by)
         select sha256(days::text::bytea), 'BRS.finance', 'BROWSER', 'PASSWORD', now() - days * interval '1 day', now() - days * interval '1 day',
           now() - days * interval '1 day' + interval '12 hours', case when days > 0 then now() - days * interval '1 day' end,
           case when days > 0 then 'BRS.finance' end
         from unnest(array[91, 89, 0]) as days`,
      );
      await tx.query(
        `insert into identity.invitation (token_sha256, person, invited_by, invited_at, expires_at, used_at)
         select sha256(days::text::bytea), 'BRS.finance', 'BRS.administrator', now() - days * interval '1 day', now() - days * interval '1 day',
           case when days > 0 then now() - days * interval '1 day' end
         from unnest(array[91, 89, 0]) as days`,
      );
      await tx.query(
        `insert into identity.api_key (id, secret_sha256, person, scope, created_at, expires_at, revoked_at, revoked_by)
         select days::text, sha256(days::text::bytea), 'BRS.finance', 'RECORD', now() - days * interval '1 day', now() + interval '30 days',
           case when days > 0 then now() - days * interval '1 day' end, case when days > 0 then 'BRS.finance' end
         from unnest(array[91, 89, 0]) as days`,
      );
      await tx.query(
        `insert into identity.terminal (device_sha256, user_code, asked_at, expires_at)
         select sha256(hours::text::bytea), hours::text, now(), now() - hours * interval '1 hour' from unnest(array[25, 23, 0]) as hours`,
      );
      await tx.query(
        `insert into identity.sign_in_limit (subject, tries, since)
         select sha256(hours::text::bytea), 3, now() - hours * interval '1 hour' from unnest(array[25, 23, 0]) as hours`,
      );
      await tx.query(
        `insert into identity.issuer_sign_out (issuer, token_sha256, taken_at)
         select 'https://login.example.org', sha256(hours::text::bytea), now() - hours * interval '1 hour' from unnest(array[25, 23, 0]) as hours`,
      );
    });
    const house = office.books.get(HousekeepingService);
    const one = { sessions: 1, links: 1, keys: 1, terminals: 1, tries: 1, signOuts: 1 };
    expect(await house.forget(office.books.clock)).toEqual(one);
    for (const table of ['session', 'invitation', 'api_key', 'terminal', 'sign_in_limit', 'issuer_sign_out'] as const)
      expect([table, await count(table)]).toEqual([table, 2]);
    const acts = await office.owner.query<{ after: object }[]>(
      `select after from platform.audit_event where action = 'HOUSEKEEPING_DONE'`,
    );
    expect(acts).toEqual([{ after: one }]);
    expect(await nothingWritten(office.db, () => house.forget(office.books.clock))).toEqual(
      new Error('It was not refused.'), // it was done, and there was nothing to do
    );
  });
});

describe('the key of second factors', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recoup-secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const people = ['BRS.approving', 'BRS.finance'];
  const kept = async (): Promise<string[]> =>
    (await office.owner.query<{ secret: string }[]>('select secret from identity.second_factor order by person')).map(
      ({ secret }) => secret,
    );

  it('is turned over: what was sealed is read before, meanwhile and after, and the old key opens nothing any more', async () => {
    const path = join(folder, 'secrets.key');
    const box = new SecretBox(path);
    await inTransaction(office.db, async (tx) => {
      await anAct(tx);
      for (const person of people)
        await tx.query('insert into identity.second_factor (person, secret) values ($1, $2)', [
          ...[person, box.seal(`secret of ${person}`, person)],
        ]);
    });
    const before = await kept();
    copyFileSync(path, join(folder, 'old.key'));

    // Broken off: the new key is there and nothing is under it yet.
    const next = box.turnOver();
    expect(before.map((secret, index) => box.open(secret, people[index] ?? ''))).toEqual([
      'secret of BRS.approving',
      'secret of BRS.finance',
    ]);
    expect(box.seal('later', 'BRS.finance').startsWith(`${next}.`)).toBe(true);

    // Done again, to its end.
    const { key, secrets, stillNeeded } = await office.books.get(SecretRotationService).rotate(box, office.books.clock);
    expect([secrets, stillNeeded]).toEqual([2, []]);
    const after = await kept();
    expect(after.every((secret) => secret.startsWith(`${key}.`))).toBe(true);
    expect(after.map((secret, index) => box.open(secret, people[index] ?? ''))).toEqual([
      'secret of BRS.approving',
      'secret of BRS.finance',
    ]);
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2); // what it is, and one key
    const old = new SecretBox(join(folder, 'old.key'));
    expect(() => old.open(after[0] ?? '', 'BRS.approving')).toThrow(/The key .* is not in/);
    expect(() => box.open(before[0] ?? '', 'BRS.approving')).toThrow(/The key .* is not in/);
    expect(() => box.open(after[0] ?? '', 'BRS.finance')).toThrow(); // bound to whose it is
  });

  it('is not turned over while a secret is under a key that is gone, and then both keys stay', async () => {
    const path = join(folder, 'another.key');
    const box = new SecretBox(path);
    box.seal('x', 'nobody'); // makes a key that opens none of them
    const before = await kept();
    await expect(office.books.get(SecretRotationService).rotate(box, office.books.clock)).rejects.toMatchObject({
      code: 'SECRET_KEY_MISSING',
    });
    expect(await kept()).toEqual(before);
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('is read by its owner alone', () => {
    const path = join(folder, 'open.key');
    const sealed = new SecretBox(path).seal('x', 'nobody');
    chmodSync(path, 0o640);
    for (const work of [(box: SecretBox) => box.open(sealed, 'nobody'), (box: SecretBox) => box.seal('y', 'nobody')])
      expect(() => work(new SecretBox(path))).toThrow(expect.objectContaining({ code: 'SECRET_KEY_OPEN_TO_OTHERS' }));
    chmodSync(path, 0o600);
    expect(new SecretBox(path).open(sealed, 'nobody')).toBe('x');
  });

  describe('while somebody takes up another second factor', () => {
    let box: SecretBox;
    let path: string;
    let factors: SecondFactorService;
    let by: Acting;
    beforeEach(async () => {
      path = join(folder, `${randomUUID()}.key`);
      box = new SecretBox(path);
      const { db, books } = office;
      factors = new SecondFactorService(db, box, books.get(SessionsService), books.get(SignInService));
      by = await office.arranges(async (tx) => {
        await tx.query('delete from identity.second_factor');
        await tx.query(
          `update identity.session set ended_at = now(), ended_by = person where ended_at is null and proven <> 'SECOND_FACTOR'`,
        );
        await tx.query(
          `insert into identity.second_factor (person, secret, confirmed_at, last_step) values ('BRS.finance', $1, now(), 1)`,
          [box.seal('JBSWY3DPEHPK3PXP', 'BRS.finance')],
        );
        const [session] = await tx.query<{ id: string; expires_at: Date }[]>(
          `insert into identity.session (token_sha256, person, kind, proven, expires_at)
           values (sha256(gen_random_uuid()::text::bytea), 'BRS.finance', 'BROWSER', 'SECOND_FACTOR', now() + interval '12 hours')
           returning id, expires_at`,
        );
        const proof = { kind: 'BROWSER', proven: 'SECOND_FACTOR', demo: false, mustEnrol: false } as const;
        const credential = {
          ...proof,
          ...{ id: session?.id ?? '', expiresAt: session?.expires_at ?? new Date(0), steppedUpUntil: null },
        };
        const officer = { person: 'BRS.finance', name: '', secretariat: 'BRS', secretariatName: '', designations: [] };
        return { ...officer, credential };
      });
    });

    const rotates = () => office.books.get(SecretRotationService).rotate(box, office.books.clock);
    const begins = () => office.do((tx) => factors.enrol(tx, by, office.books.clock));
    const confirms = (secret: string) =>
      factors.confirm(
        by,
        { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(), address: '127.0.0.1' },
        { clock: office.books.clock, requestId: 'test' },
      );
    const sealed = () =>
      office.owner.query<{ secret: string; next: string | null }[]>(
        'select secret, next_secret as next from identity.second_factor order by person',
      );
    /** Until so many wait for the table. */
    const waiting = async (wanted: number): Promise<void> => {
      for (;;) {
        const rows = await office.owner.query<unknown[]>(
          `select from pg_locks where relation = 'identity.second_factor'::regclass and not granted`,
        );
        if (rows.length === wanted) return;
      }
    };

    it('takes along what is under way, and it is confirmed under the new key', async () => {
      const { secret } = await begins();
      const { key, secrets, stillNeeded } = await rotates();
      expect([secrets, stillNeeded]).toEqual([2, []]);
      const [row] = await sealed();
      expect(box.open(row?.secret ?? '', 'BRS.finance')).toBe('JBSWY3DPEHPK3PXP');
      expect(box.open(row?.next ?? '', 'BRS.finance')).toBe(secret);
      expect([row?.secret, row?.next].map((one) => one?.split('.')[0])).toEqual([key, key]);
      await confirms(secret);
      const [taken] = await sealed();
      expect([box.open(taken?.secret ?? '', 'BRS.finance'), taken?.next]).toEqual([secret, null]);
    });

    it('and confirms it meanwhile: what is under the old key is not taken up, and the next code is', async () => {
      const { secret } = await begins();
      const { rotated, confirmed } = await office.owner.transaction(async (tx) => {
        await tx.query('lock table identity.second_factor in row exclusive mode');
        const rotated = rotates();
        await waiting(1);
        const confirmed = confirms(secret).catch((error: unknown) => error); // it has read what was under the old key
        await waiting(2);
        return { rotated, confirmed };
      });
      expect(await rotated).toMatchObject({ stillNeeded: [] });
      expect(await confirmed).toMatchObject({ code: 'CODE_REFUSED' });
      const [row] = await sealed();
      expect(box.open(row?.next ?? '', 'BRS.finance')).toBe(secret);
      await confirms(secret);
      expect(box.open((await sealed())[0]?.secret ?? '', 'BRS.finance')).toBe(secret);
    });

    it('and begins it meanwhile: it is sealed after the key has changed', async () => {
      const old = box.seal('x', 'x').split('.')[0];
      const begun = await office.owner.transaction(async (tx) => {
        await tx.query('lock table identity.second_factor in share row exclusive mode');
        const coming = begins();
        await waiting(1);
        box.turnOver();
        return { coming };
      });
      const { secret } = await begun.coming;
      const next = (await sealed())[0]?.next ?? '';
      expect(next.split('.')[0]).not.toBe(old);
      expect(box.open(next, 'BRS.finance')).toBe(secret);
    });

    it('keeps an old key that something is under still', async () => {
      const old = box.seal('x', 'x');
      const key = box.turnOver();
      expect(box.dropOldKeys([old, box.seal('y', 'y')])).toEqual([old.split('.')[0]]);
      expect(box.open(old, 'x')).toBe('x');
      expect(box.dropOldKeys([box.seal('y', 'y')])).toEqual([]);
      expect(box.seal('y', 'y').split('.')[0]).toBe(key);
      expect(() => box.open(old, 'x')).toThrow(/The key .* is not in/);
    });
  });
});
