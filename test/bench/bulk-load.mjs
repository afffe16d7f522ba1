/** The product's own bulk path: no HTTP, otherwise the same service, rules, triggers and postings as a single charge. */
import { ChargingService } from '../../dist/libs/charging/src/index.js';
import { IdentityService } from '../../dist/libs/identity/src/index.js';
import { Day, Money, Quantity, today } from '../../dist/libs/kernel/src/index.js';
import { inTransaction } from '../../dist/libs/platform/src/index.js';
import { isInterrupted } from './open-things.mjs';
import { progress } from './progress.mjs';
import { agreementNumber, chargeBody, officersFor } from './scenario.mjs';

const batchSize = 1000;

/** Certifies the charges with the running numbers `from` to `to`, a thousand of one agreement in each transaction. */
export async function loadCharges(books, { agreements, from, to }) {
  for (let first = from; first < to; first += batchSize) {
    if (isInterrupted()) return;
    const count = Math.min(batchSize, to - first);
    await loadBatch(books, first, count, (first / batchSize) % agreements);
    progress(`Loading ${to.toLocaleString('en')} charges`, first + count - from, to - from);
  }
}

async function loadBatch({ db, clock, get }, first, count, agreementIndex) {
  const charging = get(ChargingService);
  const identity = get(IdentityService);
  const officers = officersFor(agreementIndex);
  await inTransaction(db, async (tx) => {
    const officer = (code) => identity.officer(tx, code, today(clock));
    const drafts = Array.from({ length: count }, (_, place) => draft(first + place, agreementIndex));
    const ids = drafts.map(({ id }) => id);
    await charging.record(tx, drafts, await officer(officers.recorder), clock);
    await charging.receive(tx, { ids, seen: null }, await officer(officers.receiver), clock);
    await charging.certify(tx, { ids, seen: null }, await officer(officers.certifier), clock);
  });
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
