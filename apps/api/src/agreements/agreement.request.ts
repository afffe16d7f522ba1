import type { AgreementTerms, ClientAllocation, ProviderCredit } from '#agreements';
import type { Weight } from '#budget';
import { at, Biennium, Day, Malformed, parseDecimal } from '#kernel';
import { Code, CodeMap, Codes, DayText, DecimalText, ListOf, Nested, OneOf, Text } from '../http/fields.ts';
import { money, MoneyBody } from '../http/money.body.ts';

export class ClientAllocationRequest {
  @Codes({ most: 50, description: 'The service families that are borne like this' })
  families: string[];

  @Text({
    optional: true,
    example: 'COP-EQUAL-THIRDS',
    description: 'A dated key; absent where one budget line bears all',
  })
  splitKey?: string;

  @CodeMap({ description: 'Trust fund to budget line: {"BC": "BC-1-COP17"}' })
  budgetLines: Record<string, string>;
}

export class FundWeightRequest {
  @Text({ example: 'MC-GTF' })
  fund: string;

  @DecimalText({ example: '1' })
  weight: string;
}

export class AgreementRequest {
  @Code({ max: 60, example: 'CRA-2025-001' })
  number: string;

  @Text({ example: 'MINAMATA' })
  provider: string;

  @Text({ example: 'BRS' })
  client: string;

  @Text({ example: 'BRS-COPS-2025' })
  meeting: string;

  @Text({ max: 9, example: '2024-2025' })
  biennium: string;

  @Codes({ most: 50 })
  families: string[];

  @Codes({ most: 50, description: 'Decisions that mandate it' })
  mandates: string[];

  @DayText({ example: '2025-03-01' })
  effectiveOn: string;

  @DayText({ example: '2025-12-31' })
  endsOn: string;

  @Nested(() => MoneyBody, { description: 'In USD, excluding programme support cost' })
  ceiling: MoneyBody;

  @OneOf(['CLIENT_FUND', 'INCLUDED_IN_RATE', 'EXEMPT'])
  programmeSupportCost: AgreementTerms['programmeSupportCost'];

  @OneOf(['ADVANCED_BY_PROVIDER', 'DIRECT_CODING'], { optional: true })
  travelMode?: 'ADVANCED_BY_PROVIDER' | 'DIRECT_CODING';

  @ListOf(() => ClientAllocationRequest, { least: 1, most: 50 })
  clientAllocation: ClientAllocationRequest[];

  @ListOf(() => FundWeightRequest, {
    optional: true,
    most: 50,
    description: 'The provider’s funds credited, or providerCreditSplitKey',
  })
  providerCredit?: FundWeightRequest[];

  @Text({ optional: true, example: 'BRS-BY-BUDGET' })
  providerCreditSplitKey?: string;
}

export class SignatureRequest {
  @OneOf(['PROVIDER', 'CLIENT'])
  side: 'PROVIDER' | 'CLIENT';

  @DayText({ example: '2025-10-20' })
  signedOn: string;
}

/** Errors: NotABiennium, NotADay, NotADecimal, CeilingNotInUsd, ProviderCreditUnclear, each at its field. */
export function agreementTerms(body: AgreementRequest): AgreementTerms {
  const ceiling = money(body.ceiling, '/ceiling');
  if (ceiling.currency.code !== 'USD') throw new CeilingNotInUsd();
  return {
    number: body.number,
    provider: body.provider,
    client: body.client,
    meeting: body.meeting,
    biennium: at('/biennium', () => Biennium.of(body.biennium)),
    families: body.families,
    mandates: body.mandates,
    effectiveOn: at('/effectiveOn', () => Day.of(body.effectiveOn)),
    endsOn: at('/endsOn', () => Day.of(body.endsOn)),
    ceilingUsd: ceiling,
    programmeSupportCost: body.programmeSupportCost,
    travelMode: body.travelMode ?? null,
    clientAllocation: body.clientAllocation.map(({ families, splitKey, budgetLines }): ClientAllocation => ({
      families,
      splitKey: splitKey ?? null,
      budgetLines,
    })),
    providerCredit: providerCredit(body),
  };
}

function providerCredit({
  providerCredit: weights,
  providerCreditSplitKey: splitKey,
}: AgreementRequest): ProviderCredit {
  if ((weights === undefined) === (splitKey === undefined)) throw new ProviderCreditUnclear();
  if (splitKey !== undefined) return { splitKey };
  return {
    weights: (weights ?? []).map(({ fund, weight }, index): Weight => {
      at(`/providerCredit/${index}/weight`, () => parseDecimal(weight));
      return [fund, weight];
    }),
  };
}

export class CeilingNotInUsd extends Malformed {
  constructor() {
    super('A ceiling is in USD, the currency of the books.', '/ceiling/currency');
  }
}

export class ProviderCreditUnclear extends Malformed {
  constructor() {
    super('Give either providerCredit or providerCreditSplitKey, and not both.', '/providerCredit');
  }
}
