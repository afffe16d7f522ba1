import type { ChargeDraft, ToBeNumbered, TripDraft } from '#charging';
import { at, Day, Money, Quantity } from '#kernel';
import { Code, Count, DayText, DecimalText, Flag, ListOf, Nested, OneOf, Reason, Text, Texts } from '../http/fields.ts';
import { money, MoneyBody } from '../http/money.body.ts';

export class ChargeRequest {
  @Code({ optional: true, max: 200, example: 'A1-01', description: 'Yours; given by the ledger where it is absent' })
  id?: string;

  @Text({ example: 'CRA-2025-001' })
  agreement: string;

  @Text({ example: 'DOC-CTL' })
  item: string;

  @DecimalText({ example: '13', description: 'Delivered units, at most six decimals' })
  quantity: string;

  @Nested(() => MoneyBody, { optional: true, description: 'Pass-through only: what the supplier took' })
  actualCost?: MoneyBody;

  @DayText({ optional: true, example: '2025-04-27' })
  deliveredFrom?: string;

  @DayText({
    example: '2025-05-09',
    description: 'The last day of delivery: its rates, its month and its biennium apply',
  })
  deliveredOn: string;

  @DayText({ optional: true, example: '2025-04-22' })
  supplierInvoiceOn?: string;

  @Code({
    optional: true,
    description: 'Reference of the evidence: required reading for an auditor of a pass-through cost',
  })
  evidence?: string;

  @Text({
    optional: true,
    max: 100,
    example: 'TR-7Q2MK3XD9F',
    description: 'The books’ reference, or what the person is called: kept apart, and answered as a reference',
  })
  traveller?: string;

  @Text({ optional: true })
  note?: string;

  @Text({
    optional: true,
    max: 200,
    description: 'The charge that was withdrawn, reversed or credited, whose place this one takes',
  })
  replaces?: string;
}

export class ChargesRequest {
  @ListOf(() => ChargeRequest, { least: 1, most: 1000, description: 'All of them are recorded, or none' })
  charges: ChargeRequest[];
}

export class TicketRequest {
  @OneOf(['TICKET', 'CHANGE', 'REFUND'])
  kind: 'TICKET' | 'CHANGE' | 'REFUND';

  @Text({ max: 3, example: 'EUR' })
  currency: string;

  @DecimalText({ example: '712.00', description: 'A refund is negative' })
  amount: string;

  @DayText({ example: '2025-10-10', description: 'The day of issue, change or refund: its operational rate applies' })
  on: string;

  @Code({ optional: true, max: 40, description: 'A ticket number is recovered once' })
  number?: string;
}

export class StayRequest {
  @Code({ max: 10, example: 'CHGVA', description: 'UN/LOCODE' })
  place: string;

  @DayText({ example: '2025-11-02', description: 'The first night' })
  first: string;

  @Count(400, { description: 'Nights; none on an aircraft, none on the day of return' })
  count: number;

  @Flag({ optional: true })
  lodgingProvided?: boolean;
}

export class TripRequest {
  @Code({ optional: true, max: 200, example: 'T-02' })
  id?: string;

  @Text({ example: 'CRA-2025-002' })
  agreement: string;

  @Text({
    max: 100,
    example: 'Diop Aissatou',
    description: 'The books’ reference, or what the person is called: kept apart, and answered as a reference',
  })
  traveller: string;

  @Code({ max: 2, example: 'KE', description: 'ISO 3166-1 alpha-2 of the Party' })
  party: string;

  @Code({ optional: true, max: 10, example: 'NBO' })
  from?: string;

  @ListOf(() => TicketRequest, { most: 50 })
  ticket: TicketRequest[];

  @ListOf(() => StayRequest, { most: 50 })
  nights: StayRequest[];

  @Count(100)
  terminals: number;

  @DayText({ example: '2025-11-08' })
  endedOn: string;

  @DecimalText({ optional: true, description: 'Between the provider and the traveller; never part of the charge' })
  advanceUsd?: string;

  @Code({ optional: true })
  evidence?: string;

  @Text({ optional: true })
  note?: string;

  @Text({
    optional: true,
    max: 200,
    description: 'The charge that was withdrawn, reversed or credited, whose place this one takes',
  })
  replaces?: string;
}

export class CorrectionRequest {
  @Reason({
    example: 'Charged to the wrong budget line',
    description: 'Why, in a sentence: it stands in the audit log for good',
  })
  reason: string;
}

export class CorrectionAnswer {
  @Reason({ example: 'The time sheet is attached now', description: 'What the provider answers to the return' })
  answer: string;
}

export class ChargesNamed {
  @Texts({ least: 1, most: 1000, example: 'A1-01' })
  charges: string[];
}

/** For a charge that was delivered in a month that is closed meanwhile. */
export class CertificationRequest {
  @Reason({
    optional: true,
    example: 'The supplier billed in February',
    description:
      'Why it comes late: needed where the month of delivery is closed, and kept with the prior-period adjustment',
  })
  adjustmentReason?: string;
}

export class CertificationsRequest extends CertificationRequest {
  @Texts({ least: 1, most: 1000, example: 'A1-01' })
  charges: string[];
}

const day = (text: string, pointer: string): Day => at(pointer, () => Day.of(text));
const dayOrNull = (text: string | undefined, pointer: string): Day | null =>
  text === undefined ? null : day(text, pointer);

/** Errors: NotADecimal, NotAQuantity, NotADay, UnknownCurrency, TooManyDecimals, each at its field below `place`. */
export function chargeDraft(body: ChargeRequest, place = ''): ToBeNumbered<ChargeDraft> {
  return {
    id: body.id ?? null,
    agreement: body.agreement,
    item: body.item,
    quantity: at(`${place}/quantity`, () => Quantity.of(body.quantity)),
    actualCost: body.actualCost === undefined ? null : money(body.actualCost, `${place}/actualCost`),
    deliveredFrom: dayOrNull(body.deliveredFrom, `${place}/deliveredFrom`),
    deliveredOn: day(body.deliveredOn, `${place}/deliveredOn`),
    supplierInvoiceOn: dayOrNull(body.supplierInvoiceOn, `${place}/supplierInvoiceOn`),
    evidence: body.evidence ?? null,
    traveller: body.traveller ?? null,
    note: body.note ?? null,
    replaces: body.replaces ?? null,
  };
}

export function tripDraft(body: TripRequest): ToBeNumbered<TripDraft> {
  return {
    id: body.id ?? null,
    agreement: body.agreement,
    traveller: body.traveller,
    party: body.party,
    from: body.from ?? null,
    tickets: body.ticket.map(({ kind, number, on, ...cost }, index) => ({
      kind,
      number: number ?? null,
      amount: money(cost, `/ticket/${index}`),
      on: day(on, `/ticket/${index}/on`),
    })),
    stays: body.nights.map(({ place, first, count, lodgingProvided }, index) => ({
      place,
      count,
      first: day(first, `/nights/${index}/first`),
      lodgingProvided: lodgingProvided ?? false,
    })),
    terminals: body.terminals,
    endedOn: day(body.endedOn, '/endedOn'),
    advanceUsd: body.advanceUsd === undefined ? null : at('/advanceUsd', () => Money.usd(body.advanceUsd ?? '')),
    evidence: body.evidence ?? null,
    note: body.note ?? null,
    replaces: body.replaces ?? null,
  };
}
