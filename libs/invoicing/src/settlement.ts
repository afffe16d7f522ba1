import { Conflict, type Day, Money, type Parts, Refused, Stale } from '#kernel';
import type { Invoice } from './invoice.ts';

/** How the payer's ledger settled: inside one ledger by journal, between offices by voucher, outside by bank. */
export type SettlementMethod = 'JOURNAL_VOUCHER' | 'INTER_OFFICE_VOUCHER' | 'BANK_TRANSFER';

/**
 * PROPOSED  entered by an officer of the payer; it holds its documents, and posts nothing
 * SETTLED   approved by another officer of the payer, and posted in both books
 * RETURNED  taken back, or sent back, for a reason; its documents are free for another
 */
export type SettlementState = 'PROPOSED' | 'SETTLED' | 'RETURNED';

/** A proposal is entered, and decided once. */
export function settlementVersion(state: SettlementState): number {
  return state === 'PROPOSED' ? 1 : 2;
}

/** `seen`: the version that whoever decides has read; null: whatever it is now. Errors: SettlementChangedMeanwhile, SettlementDecidedAlready. */
export function checkUndecided(
  { externalNumber, state }: { externalNumber: string; state: SettlementState },
  seen: number | null,
): void {
  if (seen !== null && seen !== settlementVersion(state)) throw new SettlementChangedMeanwhile(externalNumber, state);
  if (state !== 'PROPOSED') throw new SettlementDecidedAlready(externalNumber, state);
}

/**
 * What a voucher settles: whole documents of one direction, credit notes taken off.
 * Errors: NothingToSettle, DocumentsOfTwoDirections, DocumentSettledAlready, SettlementDayImpossible, SettlementNotPositive.
 */
export function settlementAmount(documents: readonly Invoice[], valueOn: Day, today: Day): Money {
  const [first] = documents;
  if (first === undefined) throw new NothingToSettle();
  for (const document of documents) {
    if (document.provider !== first.provider || document.client !== first.client) throw new DocumentsOfTwoDirections();
    if (document.state === 'SETTLED') throw new DocumentSettledAlready(document.number ?? document.id);
    document.checkTransition('SETTLED');
    if (valueOn.isAfter(today) || valueOn.toString() < (document.issuedOn ?? ''))
      throw new SettlementDayImpossible(document, valueOn);
  }
  const total = Money.sum(documents.map(({ totalUsd }) => totalUsd));
  if (total.isNegative() || total.isZero()) throw new SettlementNotPositive(total);
  return total;
}

/** A credit note that is issued and open, of a document of a settlement that waits, which leaves it out. */
export interface NoteLeftOut {
  readonly number: string;
  readonly amountUsd: string; // negative
  /** Since the settlement was proposed: whoever proposed it did not know. */
  readonly isIssuedSince: boolean;
}

/** What a settlement that waits proposes to pay, and what it leaves out. */
export interface Proposed {
  readonly externalNumber: string;
  readonly amountUsd: string;
  readonly leftOut: readonly NoteLeftOut[];
}

/** What is still owed of the documents of a settlement that waits. */
export function openOf({ amountUsd, leftOut }: Pick<Proposed, 'amountUsd' | 'leftOut'>): Money {
  return Money.sum([amountUsd, ...leftOut.map((note) => note.amountUsd)].map((amount) => Money.usd(amount)));
}

/** Why it cannot be approved as it was proposed; null where whoever proposed it knew of every credit note. It throws nothing. */
export function creditedSince(proposed: Proposed): CreditedSinceProposed | null {
  return proposed.leftOut.some(({ isIssuedSince }) => isIssuedSince) ? new CreditedSinceProposed(proposed) : null;
}

export class CreditedSinceProposed extends Conflict {
  readonly parts: Parts;

  constructor(proposed: Proposed | null = null) {
    super(proposed === null ? creditedSinceInBrief : creditedSinceInWords(proposed));
    this.parts = proposed === null ? {} : partsOf(proposed);
  }
}

const creditedSinceInBrief =
  'A document of this settlement was credited since it was proposed: return it, and have it proposed anew. Nothing was written.';

function creditedSinceInWords(proposed: Proposed): string {
  const { notes, voucher } = partsOf(proposed);
  const open = openOf(proposed).toSentence();
  const whole = Money.usd(proposed.amountUsd).toSentence();
  return (
    `${notes} gave a part back since the settlement under voucher ${voucher} was proposed: ${open} of its documents is open, and ${whole} was ` +
    `proposed. Return it, and have it proposed anew: with what was given back, or without it where ${whole} was paid. Nothing was written.`
  );
}

function partsOf(proposed: Proposed): Record<'notes' | 'voucher' | 'openUsd' | 'proposedUsd', string> {
  const since = proposed.leftOut.filter(({ isIssuedSince }) => isIssuedSince);
  return {
    notes: since.map(({ number }) => number).join(', '),
    voucher: proposed.externalNumber,
    openUsd: openOf(proposed).toString(),
    proposedUsd: proposed.amountUsd,
  };
}

export class SettlementDayImpossible extends Refused {
  constructor({ number, issuedOn }: Invoice, valueOn: Day) {
    super(
      `${number ?? ''} was issued on ${issuedOn ?? ''}; it cannot have been settled on ${valueOn.toString()}: not before that day, and not after today. Nothing was written.`,
      '/valueOn',
    );
  }
}

export class NothingToSettle extends Refused {
  constructor() {
    super('A settlement names at least one invoice. Nothing was written.', '/documents');
  }
}

export class DocumentsOfTwoDirections extends Refused {
  constructor() {
    super(
      'A settlement is one direction: all its invoices and credit notes have one provider and one client. Nothing was written.',
      '/documents',
    );
  }
}

export class DocumentSettledAlready extends Conflict {
  constructor(number = 'of this list') {
    super(`Document ${number} is settled already. Nothing was written.`, '/documents');
  }
}

/** A document is in one proposal at a time, so that nothing is paid twice. */
export class DocumentProposedAlready extends Conflict {
  constructor(number = 'of this list', voucher?: string) {
    super(
      `The settlement of document ${number} is proposed already${voucher === undefined ? '' : `, under voucher ${voucher}`}: it is approved or returned first. Nothing was written.`,
      '/documents',
    );
  }
}

export class SettlementDecidedAlready extends Conflict {
  constructor(voucher?: string, state?: SettlementState) {
    super(
      `${voucher === undefined ? 'This settlement' : `The settlement under voucher ${voucher}`} is ${state ?? 'decided'} already, and stays as it was proposed. Nothing was written.`,
    );
  }
}

export class SettlementChangedMeanwhile extends Stale {
  constructor(voucher: string, state: SettlementState) {
    super(`The settlement under voucher ${voucher} was changed since you read it: it is ${state}. Read it again.`);
  }
}

/** Past the services: what is settled is what was proposed, and approved by another. */
export class SettlementNotAsApproved extends Refused {
  constructor() {
    super(
      'A settlement is what one officer of the payer proposed and another approved: the same voucher, amount and documents. Nothing was written.',
    );
  }
}

export class VoucherRecordedAlready extends Conflict {
  constructor() {
    super('A voucher with this number is recorded for this payer already. Nothing was written.', '/externalNumber');
  }
}

export class SettlementNotPositive extends Refused {
  constructor(total: Money) {
    super(`These documents come to ${total.toSentence()}: there is nothing to pay. Nothing was written.`, '/documents');
  }
}

/** Why it comes late is part of what was proposed: whoever approves adds none. */
export class SettlementLacksReason extends Conflict {
  constructor(voucher: string, period: string) {
    super(
      `The settlement under voucher ${voucher} was proposed before ${period} was closed, and without a reason why it is late: return it, and have it proposed again with the reason. Nothing was written.`,
    );
  }
}
