/** Mistakes as they are made: each one change of the build, or several, that the model must find. [file, what it says, what it is to say] */
export const seededBugs = {
  'a credit note posts with its signs turned': ['libs/ledger/src/posting-rules.js', "client: () => ['PAYABLE', 'EXPENDITURE']", "client: () => ['EXPENDITURE', 'PAYABLE']"],
  'a ceiling refuses its last cent': ['libs/agreements/src/agreements.service.js', 'agreement.charged_usd + wanted.more <= agreement.ceiling_usd', 'agreement.charged_usd + wanted.more < agreement.ceiling_usd'],
  'a stale version is not noticed': ['libs/charging/src/charge-states.js', 'seen !== null && seen !== charge.version', 'seen !== null && seen < charge.version'],
  'half a cent is rounded to the even one': ['libs/kernel/src/money.js', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'],
  // Held in the class and three times in the database: all four are taken out.
  'what was not received is certified': [
    ['libs/charging/src/charge-states.js', "'charge.certify': ['RECEIVED']", "'charge.certify': ['RECEIVED', 'RECORDED']"],
    ['migrations/1767225611100-states-move-along-listed-edges.js', "('charge', 'RECORDED', 'RECEIVED'),", "('charge', 'RECORDED', 'RECEIVED'), ('charge', 'RECORDED', 'CERTIFIED'),"],
    ['migrations/1767225607000-charges-are-delivered-units.js', 'and (certified_by is null or received_by is not null)),', '),'],
    ['migrations/1767225620000-a-charge-is-corrected-in-the-open.js', "'REVERSING', 'REVERSED') or received_by is not null)", "'REVERSING', 'REVERSED') or true)"],
  ],
  'a signature promotes without a new version': ['libs/charging/src/charging.service.js', "set state = 'RECORDED', version = version + 1 where id", "set state = 'RECORDED' where id"],
  'a discarded credit note keeps the units': ['libs/charging/src/charging.service.js', 'credited_quantity = credited_quantity + line.quantity', 'credited_quantity = credited_quantity'],
  'a rate counts from the day after its own': ['libs/rates/src/operational-rate.js', 'find(({ effectiveOn }) => !effectiveOn.isAfter(day))', 'find(({ effectiveOn }) => effectiveOn.isBefore(day))'],
  'the odd cent goes to the later fund': ['libs/kernel/src/apportion.js', 'a.index - b.index', 'b.index - a.index'],
  'a credit does not free its budget lines': ['libs/invoicing/src/invoicing.service.js', 'await this.budget.charge(tx, lines);', ''],
  'a settlement leaves its charges behind': ['libs/invoicing/src/settlement.service.js', "charges.map(({ charge }) => charge), 'SETTLED')", "[], 'SETTLED')"],
  'netting counts what is settled': ['libs/invoicing/src/netting.service.js', 'case when settled_on <= $4 then 0 else total_usd end', 'total_usd'],
  'a charge of another agreement is billed': ['libs/invoicing/src/invoice.js', 'if (agreement !== named.agreement)', 'if (false)'],
  'one signature is enough': ['libs/agreements/src/service-agreement.js', "earlier.length === 0 ? 'HALF_SIGNED'", "earlier.length < 0 ? 'HALF_SIGNED'"],
  'a refused repeat is done': ['libs/platform/src/once.js', 'if (!isTheSame && !earlier.request_sha256.equals(hashOf(request)))', 'if (false)'],
  'a reversal posts what its certification did': ['libs/ledger/src/posting-rules.js', "client: () => ['PAYABLE_UNBILLED', 'EXPENDITURE']", "client: () => ['EXPENDITURE', 'PAYABLE_UNBILLED']"],
  'a reversal does not free its budget lines': ['libs/charging/src/correction.service.js', 'this.budget.charge(tx, given(sumByBudgetLine(locked))),', ''],
  'what was returned cannot be withdrawn': ['libs/charging/src/charge-states.js', "'charge.withdraw': ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED']", "'charge.withdraw': ['PROVISIONAL', 'RECORDED', 'RECEIVED']"],
  'what comes late does not name its month': ['libs/ledger/src/accounting-day.js', 'closedBiennium ?? closedMonth ?? null', 'closedBiennium ?? null'],
}; // oxfmt-ignore
