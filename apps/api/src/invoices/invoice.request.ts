import type { CreditNoteRequest, SettlementRequest } from '#invoicing';
import { at, Day, Malformed, Quantity } from '#kernel';
import { Code, DayText, DecimalText, ListOf, Nested, OneOf, Reason, Text, Texts } from '../http/fields.ts';
import { money, MoneyBody } from '../http/money.body.ts';

export class InvoiceDraftRequest {
  @Text({ example: 'CRA-2025-001' })
  agreement: string;

  @Texts({ most: 20_000, description: 'Certified charges, in the order they are to stand' })
  charges: string[];
}

export class CreditLineRequest {
  @Text({ max: 200, example: 'A1-03' })
  charge: string;

  @DecimalText({ optional: true, example: '37', description: 'Units to give back of an own service' })
  quantity?: string;

  @Nested(() => MoneyBody, { optional: true, description: 'USD to give back of a pass-through cost' })
  amount?: MoneyBody;
}

export class CreditNoteDraftRequest {
  @ListOf(() => CreditLineRequest, { least: 1 })
  lines: CreditLineRequest[];

  @Reason({ example: 'duplicate badges' })
  reason: string;
}

export class SettlementBody {
  @Texts({ most: 1000, description: 'Numbers of invoices and credit notes of one direction' })
  documents: string[];

  @OneOf(['JOURNAL_VOUCHER', 'INTER_OFFICE_VOUCHER', 'BANK_TRANSFER'])
  method: SettlementRequest['method'];

  @Code({ max: 60, description: 'The voucher’s number in the payer’s own ledger' })
  externalNumber: string;

  @DayText({ example: '2026-02-27' })
  valueOn: string;

  @Reason({
    optional: true,
    example: 'Paid after the biennium was closed',
    description:
      'Why it comes late: needed where the month of the value day or the biennium of the documents is closed',
  })
  adjustmentReason?: string;
}

export class SettlementReturnBody {
  @Reason({ example: 'The voucher is of another invoice', description: 'Why, in a sentence: it stays with the books' })
  reason: string;
}

export class NettingRequest {
  @Text({ max: 9, example: '2024-2025' })
  biennium: string;

  @Text({ example: 'BRS', description: 'The other secretariat' })
  with: string;

  @DayText({ example: '2026-02-28', description: 'Documents issued up to and including this day' })
  asAt: string;
}

/** Errors: CreditLineUnclear, NotADecimal, NotAQuantity, each at its field. */
export function creditNoteRequest(invoice: string, body: CreditNoteDraftRequest): CreditNoteRequest {
  return {
    invoice,
    reason: body.reason,
    lines: body.lines.map(({ charge, quantity, amount }, index) => {
      if (quantity !== undefined && amount === undefined) {
        return { charge, quantity: at(`/lines/${index}/quantity`, () => Quantity.of(quantity)) };
      }
      if (amount !== undefined && quantity === undefined) {
        const given = money(amount, `/lines/${index}/amount`);
        if (given.currency.code !== 'USD') throw new CreditLineUnclear(index);
        return { charge, amountUsd: given };
      }
      throw new CreditLineUnclear(index);
    }),
  };
}

export function settlementRequest(body: SettlementBody): SettlementRequest {
  return { ...body, valueOn: at('/valueOn', () => Day.of(body.valueOn)) };
}

export class CreditLineUnclear extends Malformed {
  constructor(index: number) {
    super(
      'A credit gives back either a quantity (own service) or an amount in USD (pass-through cost).',
      `/lines/${index}`,
    );
  }
}
