/** The second signature on an agreement, while what is provisional under it is recorded, confirmed or withdrawn. */
import { done, outcomeOf } from '../in-process.mjs';
import { charges, commit, correct, inWords, isDone, locking, numberOf, session, stateOf, today } from './shared.mjs';

const halfSigned = (index) => `I-HALF-SIGNED-${index}`;
const secondSignature = (books, index) =>
  session(books, [locking, /state = 'PROVISIONAL'/, commit], `/api/v1/agreements/${halfSigned(index)}/signatures`, {
    by: 'BRS.approving',
    body: { side: 'CLIENT', signedOn: today },
  });
const record = (books, index) =>
  session(books, [/for key share/i, /insert into "?charging"?\."?charge"? /, commit], '/api/v1/charges', {
    by: 'MINAMATA.finance',
    body: chargeUnder(index),
  });
const confirm = (books, id) =>
  session(books, [locking, /update charging\.charge/, commit], `/api/v1/charges/${id}/receipt`, {
    by: 'BRS.finance',
    seen: '*',
  });

export const signatures = {
  'the second signature, and a charge recorded under the agreement': {
    sessions: 2,
    setUp: signedByTheProvider,
    sessionsOf: (books, _, index) => [secondSignature(books, index), record(books, index)],
    outcome: async (books, outcomes, _, index) => {
      const { id } = chargeUnder(index);
      return `${inWords(books, outcomes)}: ${await stateOf(books, id)} ${await howBinding(books, id)}`;
    },
    // Nothing stays provisional under an agreement that binds.
    expected: ['ok, ok: RECORDED by the signature', 'ok, ok: RECORDED at once'],
  },
  'the second signature, and a provisional charge withdrawn': {
    sessions: 2,
    setUp: provisional,
    sessionsOf: (books, [id], index) => [
      secondSignature(books, index),
      correct(books, [locking, /update charging\.charge/, commit], id, 'withdrawal'),
    ],
    outcome: async (books, outcomes, [id]) =>
      `${inWords(books, outcomes)}: ${await stateOf(books, id)}, ${(await wasPromoted(books, id)) ? 'once promoted' : 'never promoted'}`,
    // Taken back for good: the signature does not bring it up again.
    expected: ['ok, ok: WITHDRAWN, once promoted', 'ok, ok: WITHDRAWN, never promoted'],
  },
  'the second signature, and a provisional charge confirmed': {
    sessions: 2,
    setUp: provisional,
    sessionsOf: (books, [id], index) => [secondSignature(books, index), confirm(books, id)],
    outcome: async (books, outcomes, [id]) => `${inWords(books, outcomes)}: ${await stateOf(books, id)}`,
    expected: ['ok, ok: RECEIVED', 'ok, CHARGE_IS_PROVISIONAL: RECORDED'],
    broken: confirmedBeforeItWasSigned,
  },
  'the second signature, a charge recorded, and another confirmed': {
    sessions: 3,
    setUp: provisional,
    sessionsOf: (books, [id], index) => [secondSignature(books, index), confirm(books, id), record(books, index)],
    outcome: async (books, outcomes, [id], index) => {
      const states = [await stateOf(books, id), await stateOf(books, chargeUnder(index).id)];
      return `${outcomes.map(outcomeOf).join(', ')}: ${states.join(', ')}`;
    },
    expected: ['ok, ok, ok: RECEIVED, RECORDED', 'ok, CHARGE_IS_PROVISIONAL, ok: RECORDED, RECORDED'],
    broken: confirmedBeforeItWasSigned,
  },
};

function chargeUnder(index) {
  return {
    ...{ id: `I-SIGNED-${index}`, agreement: halfSigned(index), item: 'DOC-CTL', quantity: '1' },
    deliveredOn: '2025-05-09',
  };
}

/** An agreement for each order, over the budget lines of another one: the provider has signed it. */
async function signedByTheProvider(books, count) {
  for (let index = 0; index < count; index += 1) {
    const budgetLines = Object.fromEntries(['BC', 'RO', 'SC'].map((fund) => [fund, `${fund}-${numberOf(index)}`]));
    const families = ['DOCUMENTS'];
    const body = {
      ...{ number: halfSigned(index), provider: 'MINAMATA', client: 'BRS', meeting: 'BRS-COPS-2025', families },
      ...{ biennium: '2024-2025', mandates: ['MC-5/19'], effectiveOn: '2025-01-01', endsOn: '2025-12-31' },
      ...{ ceiling: { amount: '5000.00', currency: 'USD' }, programmeSupportCost: 'CLIENT_FUND' },
      clientAllocation: [{ families, splitKey: 'COP-EQUAL-THIRDS', budgetLines }],
      providerCredit: [{ fund: 'MC-GTF', weight: '1' }],
    };
    await done(books.ask('POST', '/api/v1/agreements', { by: 'MINAMATA.finance', body }));
    const signing = { by: 'MINAMATA.approving', body: { side: 'PROVIDER', signedOn: today } };
    await done(books.ask('POST', `/api/v1/agreements/${halfSigned(index)}/signatures`, signing));
  }
  return Array.from({ length: count }, () => null);
}

/** And a charge under each, recorded before the second signature. */
async function provisional(books, count) {
  await signedByTheProvider(books, count);
  return charges(books, count, { each: 1, received: false, numbered: halfSigned });
}

async function wasPromoted(books, charge) {
  const [{ promoted }] = await books.query(
    `select exists (select from platform.audit_event where action = 'CHARGES_PROMOTED' and object_ids @> array[$1])
       as promoted`,
    [charge],
  );
  return promoted;
}

const howBinding = async (books, charge) => ((await wasPromoted(books, charge)) ? 'by the signature' : 'at once');

/** The signature is the first of the sessions, the confirmation the second. */
function confirmedBeforeItWasSigned([, confirmed], [signedAt, confirmedAt]) {
  return isDone(confirmed) && confirmedAt < signedAt ? 'it was confirmed before the agreement was signed' : null;
}
