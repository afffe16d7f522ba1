/** The product without HTTP: the same services, rules and transactions, called in this process. */
import { ChargingService } from '../../dist/libs/charging/src/index.js';
import { IdentityService } from '../../dist/libs/identity/src/index.js';
import { Day, Money, Quantity, today } from '../../dist/libs/kernel/src/index.js';
import { inTransaction } from '../../dist/libs/platform/src/index.js';
import { chargeBody, officersFor } from '../support/scenario.mjs';

/** Records, confirms and certifies these drafts of one agreement: three officers, three transactions. */
export async function carryInProcess({ db, clock, get }, drafts, agreementIndex) {
  const charging = get(ChargingService);
  const identity = get(IdentityService);
  const officers = officersFor(agreementIndex);
  const as = (code, work) => inTransaction(db, async (tx) => work(tx, await identity.officer(tx, code, today(clock))));
  const recorded = await as(officers.recorder, (tx, officer) => charging.record(tx, drafts, officer, clock));
  const named = { ids: recorded.map(({ id }) => id), seen: null };
  await as(officers.receiver, (tx, officer) => charging.receive(tx, named, officer, clock));
  await as(officers.certifier, (tx, officer) => charging.certify(tx, named, officer, clock));
}

/** The charge of this running number as the services take it; `id` null where the books are to give one. */
export function draftOf(running, agreementIndex, id = null) {
  const { actualCost, ...body } = chargeBody(running, agreementIndex);
  return {
    ...body,
    id,
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
