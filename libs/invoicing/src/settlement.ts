import { Conflict, type Day, Money, Refused } from '#kernel';
import type { Invoice } from './invoice.ts';

/** How the payer's ledger settled: inside one ledger by journal, between offices by voucher, outside by bank. */
export type SettlementMethod = 'JOURNAL_VOUCHER' | 'INTER_OFFICE_VOUCHER' | 'BANK_TRANSFER';

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
