import type { Biennium, Day, Money } from '#kernel';
import type { Account } from './account.ts';
import { type BusinessEvent, JournalEntry, type Posting, type PostingSubject } from './journal-entry.ts';

/**
 * What each business event does to the books. Both books, always: the client's and the provider's, equal and opposite.
 * All debits and credits of the product are on this page.
 *
 * | event              | client's book                        | provider's book                                  |
 * |--------------------|--------------------------------------|--------------------------------------------------|
 * | charge certified   | dr Expenditure, cr Payable unbilled  | dr Receivable unbilled, cr Recovery (own | agent) |
 * | charge reversed    | dr Payable unbilled, cr Expenditure  | dr Recovery, cr Receivable unbilled              |
 * | invoice issued     | dr Payable unbilled, cr Payable      | dr Receivable, cr Receivable unbilled            |
 * | credit note issued | dr Payable, cr Expenditure           | dr Recovery, cr Receivable                       |
 * | settled            | dr Payable, cr Interfund clearing    | dr Interfund clearing, cr Receivable             |
 *
 * Each debit has its credit in the same fund, so that every fund balances by itself. Programme support cost is not here:
 * it is the client fund's own cost, reported as a memo and never owed to the provider.
 */
export type JournalPair = readonly [client: JournalEntry, provider: JournalEntry];

/** A part of an event: what it is about, and how the amount is shared on each side. Shares add up to one another. */
export interface EventPart extends PostingSubject {
  readonly nature: 'OWN_SERVICE' | 'PASS_THROUGH';
  readonly client: readonly { readonly fund: string; readonly budgetLine: string; readonly amount: Money }[];
  readonly provider: readonly { readonly fund: string; readonly amount: Money }[];
}

export interface EventFacts {
  readonly client: string;
  readonly provider: string;
  readonly source: string;
  readonly on: Day;
  readonly biennium: Biennium;
  readonly parts: readonly EventPart[];
  /** The pair that a reversal undoes. */
  readonly reverses?: string | null;
}

/** `on` is the day of delivery: the period of the service, not of the paper. */
export function chargeCertified(facts: EventFacts): JournalPair {
  return pair('CHARGE_CERTIFIED', facts, {
    client: () => ['EXPENDITURE', 'PAYABLE_UNBILLED'],
    provider: (part) => ['RECEIVABLE_UNBILLED', recoveryOf(part)],
  });
}

/**
 * Undoes the entries of a certification, which it names. `on` is the day of the reversal, as of any late document; the cost's
 * biennium and its month of service stay the old ones. A reversal is not reversed: the cost is charged anew.
 */
export function chargeReversed(facts: EventFacts): JournalPair {
  return pair('CHARGE_REVERSED', facts, {
    client: () => ['PAYABLE_UNBILLED', 'EXPENDITURE'],
    provider: (part) => [recoveryOf(part), 'RECEIVABLE_UNBILLED'],
  });
}

/** `on` is the day of issue; it moves what is owed from unbilled to billed and changes no cost. */
export function invoiceIssued(facts: EventFacts): JournalPair {
  return pair('INVOICE_ISSUED', facts, {
    client: () => ['PAYABLE_UNBILLED', 'PAYABLE'],
    provider: () => ['RECEIVABLE', 'RECEIVABLE_UNBILLED'],
  });
}

/** Shares are given positive: what each fund gets back. `on` is the day of issue; the cost's biennium stays the old one. */
export function creditNoteIssued(facts: EventFacts): JournalPair {
  return pair('CREDIT_NOTE_ISSUED', facts, {
    client: () => ['PAYABLE', 'EXPENDITURE'],
    provider: (part) => [recoveryOf(part), 'RECEIVABLE'],
  });
}

/** `on` is the journal voucher's value day. */
export function settled(facts: EventFacts): JournalPair {
  return pair('SETTLED', facts, {
    client: () => ['PAYABLE', 'INTERFUND_CLEARING'],
    provider: () => ['INTERFUND_CLEARING', 'RECEIVABLE'],
  });
}

function recoveryOf(part: EventPart): Account {
  return part.nature === 'OWN_SERVICE' ? 'RECOVERY_INCOME' : 'PASS_THROUGH_RECOVERY';
}

type DebitAndCredit = readonly [debit: Account, credit: Account];

function pair(
  event: BusinessEvent,
  facts: EventFacts,
  accounts: { client: (part: EventPart) => DebitAndCredit; provider: (part: EventPart) => DebitAndCredit },
): JournalPair {
  const { client, provider, source, on, biennium, parts, reverses = null } = facts;
  return [
    JournalEntry.of({
      book: client,
      counterparty: provider,
      event,
      source,
      on,
      biennium,
      reverses,
      postings: parts.flatMap((part) =>
        part.client.flatMap((share) => debitAndCredit(part, accounts.client(part), share)),
      ),
    }),
    JournalEntry.of({
      book: provider,
      counterparty: client,
      event,
      source,
      on,
      biennium,
      reverses,
      postings: parts.flatMap((part) =>
        part.provider.flatMap((share) => debitAndCredit(part, accounts.provider(part), { ...share, budgetLine: '' })),
      ),
    }),
  ];
}

function debitAndCredit(
  { agreement, item, serviceMonth }: EventPart,
  [debit, credit]: DebitAndCredit,
  { fund, budgetLine, amount }: { fund: string; budgetLine: string; amount: Money },
): [Posting, Posting] {
  const subject = { agreement, item, serviceMonth, fund, budgetLine };
  return [
    { ...subject, account: debit, amount },
    { ...subject, account: credit, amount: amount.negated() },
  ];
}
