/** What the scenarios share: charges and documents to meet over, and the requests that meet. */
import { agreementNumber } from '../../support/scenario.mjs';
import { done, outcomeOf } from '../in-process.mjs';

// Agreements with an even index sell from MINAMATA to BRS, whose three funds share; one with an odd index sells back and
// is borne by one budget line.
export const numberOf = (index, back = false) => agreementNumber(index * 2 + (back ? 1 : 0));
export const commit = /^commit/i;
export const locking = /for (no key )?update/i;
/** The day of all requests. */
export const today = '2025-12-31';

/** Records, confirms and, where asked, certifies `each` charges under every agreement; answers their ids by agreement. */
export async function charges(
  books,
  count,
  {
    each,
    quantity = '1',
    received = true,
    certified = false,
    back = false,
    numbered = (index) => numberOf(index, back),
  },
) {
  const groups = Array.from({ length: count }, (_, index) =>
    Array.from({ length: each }, (_, one) => `I-${back ? 'B' : 'A'}-${index}-${one}`),
  );
  const drafts = groups.flatMap((ids, index) =>
    ids.map((id) => ({ id, agreement: numbered(index), item: 'DOC-CTL', quantity, deliveredOn: '2025-05-09' })),
  );
  const [provider, client] = back ? ['BRS', 'MINAMATA'] : ['MINAMATA', 'BRS'];
  for (let from = 0; from < drafts.length; from += 500) {
    const part = drafts.slice(from, from + 500);
    const named = { charges: part.map(({ id }) => id) };
    await done(books.ask('POST', '/api/v1/charges/batches', { by: `${provider}.finance`, body: { charges: part } }));
    if (received) await done(books.ask('POST', '/api/v1/charges/receipts', { by: `${client}.finance`, body: named }));
    if (certified)
      await done(books.ask('POST', '/api/v1/charges/certifications', { by: `${client}.certifying`, body: named }));
  }
  return groups;
}

/** An invoice over the charges of each agreement; answers { id, number, charges }. */
export async function invoices(books, count, { issued, quantity = '1' }) {
  const all = [];
  for (const [index, ids] of (await charges(books, count, { each: 1, quantity, certified: true })).entries()) {
    const { id } = await done(prepare(books, [], ids, index).work());
    const number = issued ? (await done(issue(books, [], id).work())).number : null;
    all.push({ id, number, charges: ids });
  }
  return all;
}

export const session = (books, cuts, path, options) => ({ cuts, work: () => books.ask('POST', path, options) });

export const certify = (books, cuts, id, by = 'BRS.certifying') =>
  session(books, cuts, `/api/v1/charges/${id}/certification`, { by, seen: '*' });

export const prepare = (books, cuts, ids, index) =>
  session(books, cuts, '/api/v1/invoices', {
    by: 'MINAMATA.finance',
    body: { agreement: numberOf(index), charges: ids },
  });

/** Of an invoice or of a credit note. */
export const issue = (books, cuts, id) =>
  session(books, cuts, `/api/v1/invoices/${id}/issuance`, { by: 'MINAMATA.approving', seen: '*' });

export const discard = (books, cuts, id) =>
  session(books, cuts, `/api/v1/invoices/${id}/discard`, { by: 'MINAMATA.finance', seen: '*' });

/** Of an invoice of MINAMATA: one proposes it, and the id of what waits is the answer. */
export async function propose(books, number, voucher) {
  const body = { documents: [number], method: 'JOURNAL_VOUCHER', externalNumber: voucher, valueOn: today };
  return (await done(books.ask('POST', '/api/v1/settlements', { by: 'BRS.finance', body }))).id;
}

/** Another approves it, by which it is posted. */
export const settle = (books, cuts, id, by = 'BRS.approving') =>
  session(books, cuts, `/api/v1/settlements/${id}/approval`, { by, seen: '*' });

export const credit = (books, cuts, { number, charges: [charge] }, quantity) =>
  session(books, cuts, `/api/v1/invoices/${number}/credit-notes`, {
    by: 'MINAMATA.finance',
    body: { lines: [{ charge, quantity }], reason: 'not delivered' },
  });

/** A step of the correction of a charge: "reversal", "reversal/approval", "withdrawal" ... */
export const correct = (books, cuts, id, step, { by = 'MINAMATA.finance', seen = '*', reason = 'a wrong day' } = {}) =>
  session(books, cuts, `/api/v1/charges/${id}/${step}`, {
    by,
    seen,
    body: step.endsWith('approval') ? {} : { reason },
  });

/** Of the day on which all these charges are delivered. */
const month = '/api/v1/periods/2025-05';

export const proposeClosing = (books) => done(books.ask('POST', `${month}/closing`, { by: 'BRS.finance', seen: '*' }));

export const signMonth = (books, cuts) =>
  session(books, cuts, `${month}/signatures`, { by: 'BRS.approving', seen: '*' });

/** Opened for the next order, and its closing proposed anew. */
export async function openMonthAgain(books) {
  const by = 'MINAMATA.approving';
  await done(books.ask('POST', `${month}/withdrawals`, { by, seen: '*', body: { reason: 'the next order' } }));
  await proposeClosing(books);
}

export const inWords = (_, outcomes) => outcomes.map(outcomeOf).join(', ');
export const eitherWay = (refusal) => [`ok, ${refusal}`, `${refusal}, ok`];
export const isDone = ({ status }) => status < 300;

/** The state of a charge after all. */
export async function stateOf(books, charge) {
  const [{ state }] = await books.query('select state from charging.charge where id = $1', [charge]);
  return state;
}
