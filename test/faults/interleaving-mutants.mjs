/** What a guard taken out looks like, and the scenario it is to be seen in: { what, changes } as for `mutantOf`, `prepare` on its books. */

const [budget, sealer] = ['libs/budget/src/budget.service.js', 'libs/sealing/src/seal-batch.service.js'];

export const mutants = {
  // Asks for a ceiling first and writes after: two that have both asked may both write.
  'ceiling asked first, written after': {
    what: 'two certifications, one budget line',
    prepare: (books) => books.query('alter table budget.budget_line drop constraint budget_line_within_allotment'),
    changes: [
      ['libs/charging/src/charging.service.js', 'const pairs = locked.map(', 'await this.budget.askFirst(tx, sumByBudgetLine(locked));\n        const pairs = locked.map('],
      [
        budget,
        'async charge(tx, amounts) {',
        `asked = new WeakMap();
    async askFirst(tx, amounts) {
        const fits = await tx.query(\`select code from budget.budget_line
           join unnest($1::text[], $2::numeric[]) as one (named, more) on named = code where charged_usd + more <= allotment_usd\`,
            [[...amounts.keys()], [...amounts.values()].map((more) => more.toString())]);
        this.asked.set(tx, fits.map(({ code }) => code));
    }
    async charge(tx, given) {
        const amounts = new Map([...given].filter(([code]) => this.asked.get(tx)?.includes(code) ?? true));
        if (amounts.size < given.size) throw new BudgetLineExceeded([...given.keys()][0], { allotment: Money.zero(), charged: Money.zero(), more: Money.zero() });`,
      ],
      [
        budget,
        "'select code from budget.charge_lines($1, $2)'",
        `\`with charged as (
         update budget.budget_line as line set charged_usd = line.charged_usd + wanted.more
         from unnest($1::text[], $2::numeric[]) as wanted (code, more) where line.code = wanted.code returning line.code
       ) select code from charged\``,
      ],
    ], // oxfmt-ignore
  },
  // Reads a designation without holding it, in the service and in the database: it may end before the certification is there.
  'designation read, not held': {
    what: 'a certification, and the end of its designation',
    changes: [
      [
        'libs/identity/src/identity.service.js',
        "tx.query(`select identity.hold_designations(coalesce($1, current_setting('app.person', true)))`, [person])",
        'null',
      ],
      [
        'migrations/1767225701000-steps-of-one-hand-are-judged-together.js',
        'perform identity.hold_designations(step.hand)',
        'perform step.hand',
      ],
    ],
  },
  // Looks whether the month is closed, and does not keep it from being closed before the posting is there.
  'month looked at, not held': {
    what: 'a certification, and the signature that closes its month',
    changes: [
      [
        'migrations/1767225610000-a-closed-period-takes-no-entry.js',
        'return pg_advisory_xact_lock_shared(1767225610, ledger.period_key(code)) is not null;',
        'return true;',
      ],
    ],
  },
  // Seals whatever has a higher number than the last that was sealed: what got its number earlier and was committed later is passed by.
  'sealed by a cursor': {
    what: 'a certification, and the sealer',
    changes: [
      [sealer, 'where $3::text is null or kind = $3 order', 'where id > ${globalThis.sealedUpTo ?? 0} and ($3::text is null or kind = $3) order'],
      [sealer, 'select string_agg(leaf_hash', 'select (select max(id) from taken) as last, string_agg(leaf_hash'],
      [sealer, 'return taken.hashes === null', 'globalThis.sealedUpTo = Number(taken.last ?? globalThis.sealedUpTo ?? 0);\n    return taken.hashes === null'],
    ], // oxfmt-ignore
  },
  // Reads an agreement without holding it: it may be signed, and what is provisional promoted, before the charge is there.
  'agreement read, not held': {
    what: 'the second signature, and a charge recorded under the agreement',
    changes: [
      [
        'libs/agreements/src/agreements.service.js',
        "findAll(tx, ServiceAgreement, 'number', numbers, { held: true })",
        "findAll(tx, ServiceAgreement, 'number', numbers)",
      ],
    ],
  },
  // Locks an invoice against being named, and its charges after: whoever credits it holds the charges and names it then.
  'invoice kept from being named': {
    what: 'a credit note drafted over an invoice, and its settlement',
    changes: [['libs/invoicing/src/settlement.service.js', "'for_no_key_update'", "'pessimistic_write'"]],
  },
};
