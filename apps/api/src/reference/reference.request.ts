import { at, Day } from '#kernel';
import { OperationalRate } from '#rates';
import { DayText, DecimalText, ListOf, Text } from '../http/fields.ts';

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
