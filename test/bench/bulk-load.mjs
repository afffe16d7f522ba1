/** The product's own bulk path: no HTTP, otherwise the same service, rules, triggers and postings as a single charge. */
import { carryInProcess, draftOf } from './kernel.mjs';
import { isInterrupted } from '../support/open-things.mjs';
import { progress } from '../support/progress.mjs';
import { agreementNumber } from '../support/scenario.mjs';

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
      const agreement = (own + loaders * turn) % agreements;
      const drafts = Array.from({ length: count }, (_, place) => {
        const running = first + place;
        return draftOf(running, agreement, `${agreementNumber(agreement)}-${String(running + 1).padStart(7, '0')}`);
      });
      await carryInProcess(books, drafts, agreement);
      turn += 1;
      done += count;
      progress(`Loading up to ${to.toLocaleString('en')} charges`, done, to - from);
    }
  };
  await Promise.all(Array.from({ length: loaders }, (_, own) => loader(own)));
}
