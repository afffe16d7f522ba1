/** The product's own bulk path: no HTTP, otherwise the same service, rules, triggers and postings as a single charge. */
import { ChargingService } from '../../dist/libs/charging/src/index.js';
import { IdentityService } from '../../dist/libs/identity/src/index.js';
import { Day, Money, Quantity, today } from '../../dist/libs/kernel/src/index.js';
import { inTransaction } from '../../dist/libs/platform/src/index.js';
import { isInterrupted } from '../support/open-things.mjs';
import { progress } from '../support/progress.mjs';
import { agreementNumber, chargeBody, officersFor } from '../support/scenario.mjs';

const batchSize = 1000;
const loaders = 2;

/**
 * Certifies the charges with the running numbers `from` to `to`, a thousand of one agreement at a time. Two loaders of
 * different agreements run at once, so that one works while the other waits for the database; they never wait for each other.
 */
export async function loadCharges(books, { agreements, from, to }) {
  let next = from;
  let done = 0;
  const loader = async (own) => {
    let turn = 0;
    while (next < to && !isInterrupted()) {
      const first = next;
      next += batchSize;
      const count = Math.min(batchSize, to - first);
      await loadBatch(books, first, count, (own + loaders * turn) % agreements);
      turn += 1;
      done += count;
      progress(`Loading up to ${to.toLocaleString('en')} charges`, done, to - from);
    }
  };
  await Promise.all(Array.from({ length: loaders }, (_, own) => loader(own)));
}

/** Three officers, three transactions, as a replay of a scenario and as the API have it. */
async function loadBatch({ db, clock, get }, first, count, agreementIndex) {
  const charging = get(ChargingService);
  const identity = get(IdentityService);
  const officers = officersFor(agreementIndex);
  const as = (code, work) => inTransaction(db, async (tx) => work(tx, await identity.officer(tx, code, today(clock))));
  const drafts = Array.from({ length: count }, (_, place) => draft(first + place, agreementIndex));
  const named = { ids: drafts.map(({ id }) => id), seen: null };
  await as(officers.recorder, (tx, officer) => charging.record(tx, drafts, officer, clock));
  await as(officers.receiver, (tx, officer) => charging.receive(tx, named, officer, clock));
  await as(officers.certifier, (tx, officer) => charging.certify(tx, named, officer, clock));
}

function draft(running, agreementIndex) {
  const { actualCost, ...body } = chargeBody(running, agreementIndex);
  return {
    ...body,
    id: `${agreementNumber(agreementIndex)}-${String(running + 1).padStart(7, '0')}`,
    quantity: Quantity.of(body.quantity),
    actualCost: actualCost === undefined ? null : Money.of(actualCost.amount, actualCost.currency),
    deliveredFrom: null,
    deliveredOn: Day.of(body.deliveredOn),
    supplierInvoiceOn: null,
    evidence: body.evidence ?? null,
    traveller: null,
    note: null,
  };
}
