/** Charges whose reversal is asked for, approved or given up while somebody else bills them, or asks anew. */
import { done, outcomeOf } from '../in-process.mjs';
import {
  charges,
  commit,
  correct,
  discard,
  invoices,
  inWords,
  isDone,
  issue,
  locking,
  prepare,
  stateOf,
} from './shared.mjs';

const preparing = [locking, /insert into "?invoicing/, commit];
const approving = { by: 'MINAMATA.approving' };

export const corrections = {
  'an invoice over a charge, and the request to reverse it': {
    sessions: 2,
    setUp: (books, count) => charges(books, count, { each: 1, certified: true }),
    sessionsOf: (books, ids, index) => [
      prepare(books, preparing, ids, index),
      correct(books, [locking, /charge_invoice_view/, commit], ids[0], 'reversal'),
    ],
    outcome: inWords,
    expected: ['ok, CORRECTED_BY_CREDIT_NOTE', 'CHARGE_NOT_IN_STATE, ok'],
  },
  'an invoice over a charge, and the approval of its reversal': {
    sessions: 2,
    setUp: reversing,
    sessionsOf: (books, { id }, index) => [
      prepare(books, preparing, [id], index),
      correct(books, [locking, /journal_entry_id_seq/, commit], id, 'reversal/approval', approving),
    ],
    outcome: async (books, outcomes, { id }) => `${inWords(books, outcomes)}: ${await stateOf(books, id)}`,
    expected: ['CHARGE_NOT_IN_STATE, ok: REVERSED'],
  },
  'a reversal approved, and asked for anew for another reason': {
    sessions: 2,
    setUp: reversing,
    sessionsOf: (books, { id, seen }) => [
      correct(books, [locking, /journal_entry_id_seq/, commit], id, 'reversal/approval', { ...approving, seen }),
      {
        cuts: [locking, commit, commit],
        work: async () => {
          const kept = await correct(books, [], id, 'reversal/refusal').work();
          return isDone(kept) ? correct(books, [], id, 'reversal', { reason: 'a wrong rate' }).work() : kept;
        },
      },
    ],
    // What is approved is what was read: the charge waits for its reversal as before, and for another reason.
    outcome: async (books, outcomes, { id }) => {
      const [{ state, remark }] = await books.query('select state, remark from charging.charge where id = $1', [id]);
      return `${inWords(books, outcomes)}: ${state} for ${remark}`;
    },
    expected: [
      'ok, CHARGE_NOT_IN_STATE: REVERSED for a wrong day',
      'CHARGE_CHANGED_MEANWHILE, ok: REVERSING for a wrong rate',
    ],
  },
  'one draft issued, let go, and its charge to be reversed': {
    sessions: 3,
    setUp: (books, count) => invoices(books, count, { issued: false }),
    sessionsOf: (books, { id, charges: [charge] }) => [
      issue(books, [locking, /number_series/, commit], id),
      discard(books, [locking, /update invoicing\.invoice_line/, commit], id),
      correct(books, [locking, /charge_invoice_view/, commit], charge, 'reversal'),
    ],
    outcome: async (books, outcomes, { charges: [charge] }) =>
      `${outcomes.map(outcomeOf).join(', ')}: ${await stateOf(books, charge)}`,
    // A draft holds its charge until it is let go; what is issued holds it for good.
    expected: [
      'ok, INVOICE_NOT_IN_STATE, CORRECTED_BY_CREDIT_NOTE: INVOICED',
      'INVOICE_NOT_IN_STATE, ok, CORRECTED_BY_CREDIT_NOTE: CERTIFIED',
      'INVOICE_NOT_IN_STATE, ok, ok: REVERSING',
    ],
  },
};

/** A charge for each order whose reversal is asked for, and the version that whoever approves has read. */
async function reversing(books, count) {
  const waiting = [];
  for (const [id] of await charges(books, count, { each: 1, certified: true })) {
    const { version } = await done(correct(books, [], id, 'reversal').work());
    waiting.push({ id, seen: `"${version}"` });
  }
  return waiting;
}
