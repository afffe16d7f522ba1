/** Somebody certifies while what lets them is given or taken away. */
import pg from 'pg';
import { anActInSql } from '../database.mjs';
import { done } from '../in-process.mjs';
import { certify, charges, commit, inWords, isDone, locking, session, today } from './shared.mjs';

const holding = /hold_designations/;
const certifying = [holding, /update charging\.charge/, commit];
const officerOf = (index) => `BRS.certifying-${index}`;
const decide = (books, cuts, id, decision, body = {}) =>
  session(books, cuts, `/api/v1/designations/${id}/${decision}`, { by: 'BRS.approving', body });

export const authority = {
  'a certification, and the end of its designation': {
    sessions: 2,
    setUp: async (books, count) => {
      await certifyingOfficers(books, count, ['BC', 'RO', 'SC']);
      return charges(books, count, { each: 1 });
    },
    sessionsOf: (books, ids, index) => [
      certify(
        books,
        [/hold_designations|for (no key )?update/i, /update charging\.charge/, commit],
        ids[0],
        officerOf(index),
      ),
      { cuts: [/^update/, commit, /^select/], work: () => endDesignation(books, officerOf(index)) },
    ],
    outcome: inWords,
    expected: ['ok, ok', 'NOT_DESIGNATED, ok'],
    broken: ([certified], [certifiedAt, endedAt]) =>
      isDone(certified) && certifiedAt > endedAt ? 'it was certified after the designation had ended' : null,
  },
  'a certification, and the countersignature that gives its designation': {
    sessions: 2,
    setUp: async (books, count) => {
      await certifyingOfficers(books, count, ['BC', 'RO']);
      const ids = await charges(books, count, { each: 1 });
      const proposals = await proposed(books, count);
      return ids.map(([id], index) => ({ id, proposal: proposals[index] }));
    },
    sessionsOf: (books, { id, proposal }, index) => [
      certify(books, certifying, id, officerOf(index)),
      decide(books, [locking, /update identity\.designation_proposal/, commit], proposal, 'countersignature'),
    ],
    outcome: inWords,
    expected: ['ok, ok', 'NOT_DESIGNATED, ok'],
    broken: ([certified], [certifiedAt, givenAt]) =>
      isDone(certified) && certifiedAt < givenAt ? 'it was certified before the designation was given' : null,
  },
  'one proposal countersigned, and declined': {
    sessions: 2,
    setUp: async (books, count) => {
      await certifyingOfficers(books, count, []);
      return proposed(books, count);
    },
    sessionsOf: (books, id) => {
      const cuts = [locking, /update identity\.designation_proposal/, commit];
      return [
        decide(books, cuts, id, 'countersignature'),
        decide(books, cuts, id, 'refusal', { reason: 'nobody else is away' }),
      ];
    },
    outcome: async (books, outcomes, _, index) => {
      const [{ held }] = await books.query('select count(*)::int as held from identity.designation where person = $1', [
        officerOf(index),
      ]);
      return `${inWords(books, outcomes)}: ${held} held`;
    },
    expected: ['ok, PROPOSAL_DECIDED_ALREADY: 1 held', 'PROPOSAL_DECIDED_ALREADY, ok: 0 held'],
  },
  'a certification, and the account of its officer shut': {
    sessions: 2,
    setUp: async (books, count) => {
      await certifyingOfficers(books, count, ['BC', 'RO', 'SC']);
      return charges(books, count, { each: 1 });
    },
    sessionsOf: (books, [id], index) => [
      certify(books, [/from identity\.session/, /update charging\.charge/, commit], id, officerOf(index)),
      session(
        books,
        [locking, /update identity\.account /, commit],
        `/api/v1/people/${officerOf(index)}/account/disabling`,
        { by: 'BRS.administrator', body: { reason: 'left the secretariat' } },
      ),
    ],
    outcome: inWords,
    // Whoever is shut out is out with the next request; one that was let in before is done.
    expected: ['ok, ok', 'NOT_SIGNED_IN, ok'],
    broken: ([certified], [, shutAt], [[knownAt]]) =>
      isDone(certified) && knownAt > shutAt ? 'a request was let in after the account was shut' : null,
  },
};

/** A certifying officer of these funds for each order, who is signed in. */
async function certifyingOfficers(books, count, funds) {
  await books.arrange(
    [
      `insert into identity.person (code, name, secretariat)
       select 'BRS.certifying-' || n, 'Certifying officer ' || n, 'BRS' from generate_series(0, $1 - 1) as n`,
      [count],
    ],
    [
      `insert into identity.designation (person, duty, fund, valid_from, valid_to)
       select 'BRS.certifying-' || n, 'CERTIFYING_OFFICER', fund, date '2025-01-01', date '2025-12-31'
       from generate_series(0, $1 - 1) as n cross join unnest($2::text[]) as fund`,
      [count, funds],
    ],
  );
  await books.signEverybodyIn();
}

/** What is to give each of these officers the third fund; answers the proposals' ids. */
async function proposed(books, count) {
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const body = {
      ...{ person: officerOf(index), duty: 'CERTIFYING_OFFICER', fund: 'SC', validFrom: today, validTo: '2026-12-31' },
      reason: 'the third fund of the secretariat',
    };
    ids.push((await done(books.ask('POST', '/api/v1/designations', { by: 'BRS.administrator', body }))).id);
  }
  return ids;
}

/** What an administrator does: the designation ends yesterday. Its own connection, statement by statement. */
async function endDesignation(books, person) {
  const client = new pg.Client(books.connection);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(anActInSql);
    await client.query('update identity.designation set valid_to = $2 where person = $1', [person, '2025-12-30']);
    await client.query('commit');
    await client.query('select 1');
    return { status: 200 };
  } finally {
    await client.end();
  }
}
