import type { Coding } from '#budget';
import { at, Day, Malformed, type Money } from '#kernel';
import { OperationalRate } from '#rates';
import { DayText, DecimalText, ListOf, Nested, Reason, Text } from '../http/fields.ts';
import { money, MoneyBody } from '../http/money.body.ts';

export class OperationalRateRequest {
  @Text({ max: 3, example: 'CHF' })
  currency: string;

  @DayText({ example: '2025-10-31' })
  effectiveOn: string;

  @DecimalText({ example: '0.800', description: 'Units of the currency for one USD' })
  unitsPerUsd: string;
}

export class OperationalRatesRequest {
  @ListOf(() => OperationalRateRequest, { least: 1, most: 5000 })
  rates: OperationalRateRequest[];
}

export function operationalRates({ rates }: OperationalRatesRequest): OperationalRate[] {
  return rates.map(({ currency, effectiveOn, unitsPerUsd }, index) =>
    at(
      `/rates/${index}`,
      () => new OperationalRate({ currency, effectiveOn: at('/effectiveOn', () => Day.of(effectiveOn)), unitsPerUsd }),
    ),
  );
}

/** The cash that a fund can commit, as its approving officer states it. */
export class CashLimitRequest {
  @Nested(() => MoneyBody, { description: 'Zero or more, in USD, and not below what the fund bears already' })
  limit: MoneyBody;

  @Reason({ max: 500, example: 'Contributions received to 30 June', description: 'What the statement rests on' })
  reason: string;
}

/** Errors: NotADecimal, TooManyDecimals, UnknownCurrency, CashNotInUsd, at the field that is wrong. */
export function cashLimit({ limit }: CashLimitRequest): Money {
  const cash = money(limit, '/limit');
  if (cash.currency.code !== 'USD') throw new CashNotInUsd();
  return cash;
}

/** Where a line, or what a fund receives, is booked by its owner. What is left out is taken away. */
export class CodingRequest {
  @Text({ max: 24, optional: true, example: '11207' })
  fundCentre?: string;

  @Text({ max: 24, optional: true, example: 'M1-32MCL-000006', description: 'The number of the grant' })
  grant?: string;

  @Text({
    max: 24,
    optional: true,
    example: 'SB-009384.01.02',
    description: 'The element of the work breakdown structure',
  })
  wbse?: string;

  @Text({ max: 24, optional: true, example: 'FT30_CLASS_125' })
  commitmentItem?: string;

  @Reason({
    max: 500,
    example: 'Letter of the budget section of 3 March 2025',
    description: 'What the statement rests on',
  })
  reason: string;
}

export function coding({ fundCentre, grant, wbse, commitmentItem }: CodingRequest): Coding {
  return {
    fundCentre: fundCentre ?? null,
    grant: grant ?? null,
    wbse: wbse ?? null,
    commitmentItem: commitmentItem ?? null,
  };
}

export class CashNotInUsd extends Malformed {
  constructor() {
    super('A fund’s cash is stated in USD, the currency of the books.', '/limit/currency');
  }
}
