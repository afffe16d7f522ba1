import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RenewalsService } from '#identity';
import { inTransaction, recordEvent, type Tx } from '#platform';
import { QueryFailedError } from 'typeorm';
import { anAct } from '../support/an-act.ts';
import { constraintAgainst, constraintBehindTheRights } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own

const person = 'BRS.finance';
const hash = `'$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA'`;

const linking = `insert into identity.issuer_subject (id, issuer, subject, person, linked_by, linked_at)
  values (gen_random_uuid(), 'https://login.example.org', $3, $1, $2, now())`;

describe('past the services, the database', () => {
  let office: Office;
  let proposed: string;
  beforeAll(async () => {
    office = await Office.open();
    await inTransaction(office.db, async (tx) => {
      await anAct(tx);
      await tx.query(
        `insert into identity.account (person, password, password_set_at) values ($1, ${hash}, now()), ('BRS.auditor', null, null)`,
        [person],
      );
    });
    const reason = 'the telephone was stolen';
    proposed = await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.administrator');
      return (await office.books.get(RenewalsService).propose(tx, { person, reason }, by, office.books.clock)).id;
    });
  });
  afterAll(() => office.close());

  const against = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintAgainst(office.db, (tx) => tx.query(statement, parameters));
  const proposing = (by: string, whose = person): Promise<string> =>
    against(
      `insert into identity.account_renewal (id, person, secretariat, reason, proposed_by, proposed_on)
       values (gen_random_uuid(), $1, 'BRS', 'a reason', $2, '2025-12-31')`,
      [whose, by],
    );
  const approving = (by: string, day = '2025-12-31'): Promise<string> =>
    against(
      `update identity.account_renewal set approved_by = $2, approved_on = $3, approved_at = now() where id = $1`,
      [proposed, by, day],
    );

  it('has a renewal proposed by an administrator of the side, for somebody else who has a way in', async () => {
    expect(await proposing('BRS.approving')).toBe('account_renewal_proposed_by_an_administrator');
    expect(await proposing('MINAMATA.administrator')).toBe('account_renewal_proposed_by_an_administrator');
    expect(await proposing('BRS.administrator', 'BRS.auditor')).toBe('account_renewal_proposed_by_an_administrator');
    expect(await proposing(person)).toBe('account_renewal_not_for_oneself');
  });

  it('has a password changed by its owner, who has proven it a moment ago, and by nobody else', async () => {
    const changing = `update identity.account set password = ${hash} || 'x', password_set_at = now() where person = '${person}'`;
    const as = (by: string, session: string): Promise<string> =>
      constraintAgainst(office.db, async (tx) => {
        const clock = office.books.clock;
        const changed = { action: 'PASSWORD_CHANGED', kind: 'account', objects: [person] };
        await recordEvent(tx, changed, { person: by, secretariat: 'BRS' }, clock.now());
        await tx.query(
          `insert into identity.session (token_sha256, person, kind, proven, stepped_up_at) select sha256('any'), ${session}`,
        );
        await tx.query(changing);
        throw new Error('It was done, and is taken back.');
      });
    const refused = 'account_renewed_by_two_people';
    expect(await against(changing)).toBe(refused);
    expect(await as('BRS.administrator', `'${person}', 'BROWSER', 'PASSWORD', now()`)).toBe(refused);
    expect(await as(person, `'${person}', 'BROWSER', 'PASSWORD', now() - interval '11 minutes'`)).toBe(refused);
    expect(await as(person, `'${person}', 'BROWSER', 'PASSWORD', null`)).toBe(refused);
    expect(await as(person, `'${person}', 'COMMAND_LINE', 'PASSWORD', now()`)).toBe(refused);
    expect(await as(person, `'BRS.auditor', 'BROWSER', 'PASSWORD', now()`)).toBe(refused);
    await expect(as(person, `'${person}', 'BROWSER', 'PASSWORD', now()`)).rejects.toThrow('is taken back');
  });

  it('has it approved by another person, who may', async () => {
    expect(await approving('BRS.administrator')).toBe('account_renewal_by_two_people');
    expect(await approving(person)).toBe('account_renewal_not_for_oneself');
    expect(await approving('BRS.certifying')).toBe('account_renewal_approved_by_another');
    expect(await approving('MINAMATA.approving')).toBe('account_renewal_approved_by_another');
    const withAnother = `insert into identity.designation (person, duty, fund, valid_from, valid_to)
      values ('BRS.nobody', 'ADMINISTRATOR', '', '2025-01-01', '2025-12-31')`;
    expect(
      await constraintAgainst(office.db, async (tx) => {
        await tx.query(withAnother);
        await tx.query(
          `update identity.account_renewal set approved_by = 'BRS.approving', approved_on = '2025-12-31', approved_at = now() where id = $1`,
          [proposed],
        );
      }),
    ).toBe('account_renewal_approved_by_another');
  });

  it('gives nobody who has a way in another one without it', async () => {
    expect(
      await against(`update identity.account set password = ${hash}, password_set_at = now() where person = $1`, [
        person,
      ]),
    ).toBe('account_renewed_by_two_people');
    expect(await against(linking, [person, 'BRS.administrator', 's'])).toBe('account_renewed_by_two_people');
    const invitation = `insert into identity.invitation (token_sha256, person, invited_by, expires_at, renewal)
      values (sha256('x'), $1, 'BRS.administrator', now() + interval '1 day', $2)`;
    expect(await against(invitation, [person, null])).toBe('invitation_renews_by_two_people');
    expect(await against(invitation, [person, proposed])).toBe('invitation_renews_by_two_people'); // nobody has approved it
  });

  it('gives no password to whoever is linked and has none', async () => {
    const linked = 'MINAMATA.finance';
    await office.arranges(async (tx) => {
      await tx.query('insert into identity.account (person) values ($1)', [linked]);
      await tx.query(linking, [linked, 'MINAMATA.administrator', 'their own']);
    });
    const setting = `update identity.account set password = ${hash}, password_set_at = now() where person = $1`;
    expect(await against(setting, [linked])).toBe('account_renewed_by_two_people');
    const taking = `update identity.account set password = null, password_set_at = null where person = $1`;
    expect(await against(taking, [person])).toBe('account_renewed_by_two_people'); // or one could invite them then
  });

  it('has somebody who comes in anew linked by whoever approved it alone', async () => {
    const by = (who: string): Promise<string> =>
      constraintAgainst(office.db, async (tx) => {
        await tx.query(
          `update identity.account_renewal set approved_by = 'BRS.approving', approved_on = '2025-12-31', approved_at = now()
           where id = $1`,
          [proposed],
        );
        await tx.query('update identity.account_renewal set done_at = now() where id = $1', [proposed]);
        await tx.query(linking, [person, who, 'a subject']);
        throw new QueryFailedError('', [], Object.assign(new Error(), { constraint: 'none: it is linked' }));
      });
    expect(await by('BRS.administrator')).toBe('issuer_subject_by_whoever_approved'); // who proposed it
    expect(await by('BRS.approving')).toBe('none: it is linked');
  });

  it('makes one way in of two that are made at once', async () => {
    const both = async (one: string, two: string): Promise<string[]> => {
      const somebody = `BRS.${one}-${two}`;
      await office.arranges(async (tx) => {
        await tx.query(`insert into identity.person (code, name, secretariat) values ($1, $1, 'BRS')`, [somebody]);
        await tx.query('insert into identity.account (person) values ($1)', [somebody]);
      });
      const ways: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
        password: (tx) =>
          tx.query(`update identity.account set password = ${hash}, password_set_at = now() where person = $1`, [
            somebody,
          ]),
        subject: (tx) => tx.query(linking, [somebody, 'BRS.administrator', somebody]),
      };
      let second: Promise<unknown> = Promise.resolve();
      await office.arranges(async (tx) => {
        await ways[one]?.(tx);
        second = office
          .arranges(async (other) => ways[two]?.(other))
          .then(
            () => 'two ways in',
            (refusal: Error) => refusal.constructor.name,
          );
        await wait(300); // the second has come as far as it can before the first commits
      });
      return [String(await second)];
    };
    expect(await both('password', 'subject')).toEqual(['RenewalWanted']);
    expect(await both('subject', 'password')).toEqual(['RenewalWanted']);
  });

  it('opens an account that was shut by a renewal that was proposed for one, and by nothing else', async () => {
    const shut = 'BRS.certifying';
    await office.arranges((tx) =>
      tx.query(`insert into identity.account (person, disabled_at) values ('${shut}', now() - interval '1 day')`),
    );
    const opening = `update identity.account set disabled_at = null where person = '${shut}'`;
    expect(await against(opening)).toBe('account_stays_shut');
    expect(await against(opening.replace('null', 'now()'))).toBe('account_stays_shut'); // nor is it shut anew
    const renewing = (whose: string, again: boolean): Promise<string> =>
      against(
        `insert into identity.account_renewal (id, person, secretariat, reason, proposed_by, proposed_on, lets_in_again)
         values (gen_random_uuid(), $1, 'BRS', 'a reason', 'BRS.administrator', '2025-12-31', $2)`,
        [whose, again],
      );
    expect(await renewing(person, true)).toBe('account_renewal_lets_in_whoever_is_shut_out');
    await office.arranges((tx) => tx.query(linking, [shut, 'BRS.administrator', 'of before']));
    expect(await renewing(shut, false)).toBe('account_renewal_of_nobody_shut_out');
    expect(
      await constraintBehindTheRights(office, (tx) =>
        tx.query('update identity.account_renewal set lets_in_again = not lets_in_again where id = $1', [proposed]),
      ),
    ).toBe('account_renewal_stays_as_decided');
  });

  it('has nothing lapse by hand but what would let in again, by whoever shuts the account anew, and its link with it', async () => {
    const shut = 'BRS.versatile';
    const taking = (id: string, objects: string[], by = 'BRS.administrator'): Promise<string> =>
      constraintAgainst(office.db, async (tx) => {
        const act = { action: 'ACCOUNT_DISABLED', kind: 'account', objects };
        await recordEvent(tx, act, { person: by, secretariat: by.split('.')[0] ?? '' }, office.books.clock.now());
        await tx.query('update identity.account_renewal set lapsed_at = now() where id = $1', [id]);
        const left = await tx.query<object[]>(
          'select from identity.invitation where renewal = $1 and used_at is null',
          [id],
        );
        throw new QueryFailedError('', [], Object.assign(new Error(), { constraint: `${left.length} left` }));
      });
    await office.arranges((tx) =>
      tx.query(`insert into identity.account (person, disabled_at) values ('${shut}', now())`),
    );
    const id = await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.administrator');
      const again = { person: shut, reason: 'came back', letsInAgain: true };
      return (await office.books.get(RenewalsService).propose(tx, again, by, office.books.clock)).id;
    });
    await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.approving');
      await office.books.get(RenewalsService).approve(tx, id, by, office.books.clock);
    });
    expect(await against('update identity.account_renewal set lapsed_at = now() where id = $1', [id])).toBe(
      'account_renewal_taken_back_by_an_act',
    );
    expect(await taking(id, [shut])).toBe('account_renewal_taken_back_by_an_act');
    expect(await taking(proposed, [person, proposed])).toBe('account_renewal_taken_back_by_an_act'); // lets nobody in again
    expect(await taking(id, [shut, id])).toBe('0 left');
  });

  it('keeps a renewal as it was decided', async () => {
    expect(
      await constraintBehindTheRights(office, (tx) =>
        tx.query(`update identity.account_renewal set proposed_by = 'BRS.nobody' where id = $1`, [proposed]),
      ),
    ).toBe('account_renewal_stays_as_decided');
    expect(await against(`update identity.account_renewal set done_at = now() where id = $1`, [proposed])).toBe(
      'account_renewal_done_once_approved',
    );
    await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.approving'); // BRS has one administrator, who proposed it
      await office.books.get(RenewalsService).approve(tx, proposed, by, office.books.clock);
    });
    expect(await approving('BRS.versatile')).toBe('account_renewal_stays_as_decided');
  });
});
