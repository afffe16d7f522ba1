import {
  inbox,
  OtherSideMustResume,
  PostingNotStopped,
  StoppedByAnotherVerification,
  VerificationService,
} from '#audit';
import { NotDesignated } from '#identity';
import type { Tx } from '#platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Office } from '../support/office.ts';
import { tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const firstWrong = { check: 'I1', kind: 'journal entry', object: '101', finding: 'out of balance' };
const failed = (): Promise<string> =>
  office.do((tx) => service().keep(tx, { ok: false, checks: [], firstWrong }, office.books.clock.now()));
const service = (): VerificationService => office.books.get(VerificationService);
/** Of the verification that was read; of the last one, where none is named. */
const resumes = (person: string, reason = 'entry 101 was looked at', read?: string): Promise<void> =>
  office.do(async (tx) => {
    const [last] = await service().kept(tx, 1);
    const answer = { verification: read ?? last?.id ?? '1', reason };
    await service().resume(tx, answer, await office.officer(tx, person), office.books.clock);
  });
const latest = () => office.do(async (tx) => (await service().kept(tx, 1))[0]);
const stopped = (): Promise<boolean> => office.do((tx) => service().isPostingStopped(tx));
/** What the inbox asks this person to agree to; undefined for whoever agrees to nothing. */
const toAgree = (person: string) =>
  office.do(async (tx) => {
    const parts = await inbox(tx, await office.officer(tx, person), { page: 20 });
    return parts.find(({ kind }) => kind === 'resumptions-to-agree')?.items.map(({ about, by }) => `${about} ${by}`);
  });

/** Until somebody waits for a lock that an act takes by its name. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where datname = current_database() and locktype = 'advisory' and not granted`;
  while ((await office.owner.query<unknown[]>(waiting)).length === 0);
}

describe('a stop of posting', () => {
  it('is lifted by approving officers of both sides, each for a reason', async () => {
    await expect(resumes('BRS.approving')).rejects.toBeInstanceOf(PostingNotStopped);
    await failed();
    expect(await toAgree('MINAMATA.approving')).toEqual([]); // nobody has asked
    await resumes('BRS.approving');
    expect(await stopped()).toBe(true);
    expect(await latest()).toMatchObject({
      stopsPosting: true,
      resumption: { by: 'BRS.approving', secretariat: 'BRS', reason: 'entry 101 was looked at' },
    });
    expect(await toAgree('BRS.approving')).toEqual([]);
    expect(await toAgree('MINAMATA.approving')).toEqual(['entry 101 was looked at BRS.approving']);
    expect(await toAgree('MINAMATA.finance')).toBeUndefined();
    await expect(resumes('BRS.approving')).rejects.toBeInstanceOf(OtherSideMustResume);
    await expect(resumes('MINAMATA.finance')).rejects.toBeInstanceOf(NotDesignated);
    expect(await stopped()).toBe(true);
    await resumes('MINAMATA.approving', 'so it is');
    expect(await stopped()).toBe(false);
    expect(await latest()).toMatchObject({ stopsPosting: false, resumption: null });
    expect(await toAgree('MINAMATA.approving')).toEqual([]);
  });

  it('is of the latest verification that failed: what was agreed to is what had been found', async () => {
    await failed();
    await resumes('BRS.approving');
    await failed();
    expect(await latest()).toMatchObject({ stopsPosting: true, resumption: null });
    await resumes('MINAMATA.approving');
    expect(await stopped()).toBe(true);
    await resumes('BRS.approving');
    expect(await stopped()).toBe(false);
  });

  it('is answered as the verification that was read: one that failed after it is not let go unseen', async () => {
    const reason = 'entry 101 was looked at';
    await failed();
    const read = (await latest())?.id ?? '';
    await resumes('BRS.approving', reason, read);
    await failed();
    const since = (await latest())?.id ?? '';
    const facts = { read, since };
    await expect(resumes('MINAMATA.approving', reason, read)).rejects.toMatchObject({
      constructor: StoppedByAnotherVerification,
      message: expect.stringContaining(`verification ${since} found`),
      facts,
    });
    await expect(resumes('MINAMATA.approving', reason, '99999')).rejects.toThrow(StoppedByAnotherVerification);
    await expect(resumes('MINAMATA.approving', reason, 'the last')).rejects.toThrow(StoppedByAnotherVerification);
    expect(await latest()).toMatchObject({ stopsPosting: true, resumption: null });
    await resumes('MINAMATA.approving', reason, since);
    await expect(resumes('BRS.approving', reason, read)).rejects.toThrow(StoppedByAnotherVerification);
    expect(await stopped()).toBe(true);
    await resumes('BRS.approving', reason, since);
    expect(await stopped()).toBe(false);
  });

  it('is of the later of two verifications that fail at the same moment, and is lifted for that one', async () => {
    let second: Promise<string> | undefined;
    /** The second one fails when the first is kept and has not stopped posting yet. */
    const between = (tx: Tx): Tx =>
      Object.create(tx, {
        query: {
          value: async (statement: string, parameters?: unknown[]): Promise<unknown> => {
            if (statement.startsWith('insert into platform.posting_stop')) {
              second = failed();
              await Promise.race([second, somebodyWaits()]);
            }
            return tx.query(statement, parameters);
          },
        },
      }) as Tx;
    const first = await office.do((tx) =>
      service().keep(between(tx), { ok: false, checks: [], firstWrong }, office.books.clock.now()),
    );
    const later = await second;
    const [stop] = await office.db.query<{ verification: string }[]>('select verification from platform.posting_stop');
    expect(stop?.verification).toBe(later);
    expect(Number(stop?.verification)).toBeGreaterThan(Number(first));
    await resumes('BRS.approving');
    await resumes('MINAMATA.approving');
    expect(await stopped()).toBe(false);
  });

  it('is lifted by one of two who ask at the same moment, and asked for by the other', async () => {
    await failed();
    await Promise.all([resumes('BRS.approving'), resumes('MINAMATA.approving')]);
    expect(await stopped()).toBe(false);
  });
});

describe('the database, past the services,', () => {
  beforeEach(failed);

  const acts = (action: string, person: string, side = person.replace(/\..*/, ''), on = 'verification'): string =>
    `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, reason, body)
     select gen_random_uuid(), '2025-06-01', '${person}', '${side}', '${action}', 'verification',
       array[(${on})::text], 'x', '{}' from platform.posting_stop`;
  const another = `insert into platform.verification (at, ok, first_wrong, checks, milliseconds)
    values ('2025-06-01', false, '{}', '[]', 1)`;
  const asks = (person: string): string[] => [
    acts('POSTING_RESUMPTION_REQUESTED', person),
    `update platform.posting_stop set requested_by = '${person}', requested_for = split_part('${person}', '.', 1),
       requested_at = '2025-06-01', reason = 'x'`,
  ];
  const lifts = (person: string): string[] => [
    acts('POSTING_STOP_LIFTED', person),
    'delete from platform.posting_stop where true',
  ];

  it.each<[string, string[], RegExp]>([
    ['a stop lifted by one side alone', lifts('BRS.approving'), /is lifted by one side/],
    [
      'one lifted by whoever asked for it',
      [...asks('BRS.approving'), ...lifts('BRS.approving')],
      /is lifted by one side/,
    ],
    [
      'one lifted by a second of that side, whose act says that it is of the other',
      [
        ...asks('BRS.approving'),
        acts('POSTING_STOP_LIFTED', 'BRS.versatile', 'MINAMATA'),
        ...lifts('BRS.versatile').slice(1),
      ],
      /is lifted by one side/,
    ],
    [
      'one lifted by somebody who approves nothing',
      [...asks('BRS.approving'), ...lifts('MINAMATA.finance')],
      /is lifted by one side/,
    ],
    [
      'one lifted by an act on the verification before',
      [
        ...asks('BRS.approving'),
        acts('POSTING_STOP_LIFTED', 'MINAMATA.approving', 'MINAMATA', 'verification - 1'),
        ...lifts('').slice(1),
      ],
      /is not the one that was answered for/,
    ],
    [
      'one asked for by an act on the verification before',
      [
        acts('POSTING_RESUMPTION_REQUESTED', 'BRS.approving', 'BRS', 'verification - 1'),
        ...asks('BRS.approving').slice(1),
      ],
      /is not the one that was answered for/,
    ],
    [
      'one lifted though another verification has failed since',
      [...asks('BRS.approving'), another, ...lifts('MINAMATA.approving')],
      /is not the one that was answered for/,
    ],
    [
      'one asked for though another verification has failed since',
      [another, ...asks('BRS.approving')],
      /is not the one that was answered for/,
    ],
    [
      'the hand of somebody else',
      [acts('POSTING_RESUMPTION_REQUESTED', 'BRS.approving'), ...asks('MINAMATA.approving').slice(1)],
      /did not ask to go on/,
    ],
    ['the hand of somebody who approves nothing', asks('BRS.finance'), /did not ask to go on/],
    [
      'another hand in the place of the first',
      [...asks('BRS.approving'), ...asks('MINAMATA.approving')],
      /did not ask to go on/,
    ],
    [
      'a hand that is taken away',
      [
        ...asks('BRS.approving'),
        'update platform.posting_stop set requested_by = null, requested_for = null, requested_at = null, reason = null',
      ],
      /stands until another verification fails/,
    ],
  ])('refuses %s', async (_, statements, refused) => {
    expect(await tried(office.owner, ...statements)).toMatch(refused);
    expect(await tried(office.owner, ...asks('BRS.approving'), ...lifts('MINAMATA.approving'))).toBe('done');
  });
});
