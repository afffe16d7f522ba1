import { ApiProperty } from '@nestjs/swagger';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';

/** Reference data as it stands in the books; amounts and days say themselves as text. */
export class SecretariatShown {
  @Shown({ example: 'BRS' }) code: string;
  @Shown() name: string;
  @Shown({ type: 'string', isArray: true }) address: string[];
}

export class PersonShown {
  @Shown({ example: 'BRS.certifying' }) code: string;
  @Shown({ example: 'Certifying officer, BRS' }) name: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @ApiProperty({ type: 'boolean', description: 'whether the account is shut: nobody comes in by it' }) isShut: boolean;
}

export class FundShown {
  @Shown({ example: 'BC' }) code: string;
  @Shown() name: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ enum: ['GENERAL', 'VOLUNTARY', 'SPECIFIC'] }) kind: string;
  @Shown({ example: '0.13' }) programmeSupportCostRate: string;
  @ShownOrNull({ example: '250000.00', description: 'The cash there is to commit; null: none is stated' })
  cashLimitUsd: string | null;
  @ShownOrNull({
    example: '16249.35',
    description:
      'Certified less credited, counted while a limit is stated; null, as the limit, for whoever reads no budget',
  })
  cashChargedUsd: string | null;
}

export class BudgetLineShown {
  @Shown({ example: 'BC-1-COP17' }) code: string;
  @Shown({ example: 'BC' }) fund: string;
  @Shown({ example: '2024-2025' }) biennium: string;
  @Shown({ example: '1' }) activity: string;
  @Shown() title: string;
  @Shown({ example: '18500.00' }) allotmentUsd: string;
  @Shown({ example: '16249.35', description: 'Certified less credited' }) chargedUsd: string;
}

export class SplitKeyShown {
  @Shown({ example: 'COP-EQUAL-THIRDS' }) code: string;
  @Shown({ format: 'date' }) validFrom: string;
  @Shown({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    example: [
      ['BC', '1'],
      ['RO', '1'],
      ['SC', '1'],
    ],
  })
  weights: string[][];
}

export class MeetingShown {
  @Shown({ example: 'MC-COP-6' }) code: string;
  @Shown() title: string;
  @Shown({ example: 'MINAMATA' }) organizer: string;
  @Shown({ format: 'date' }) startsOn: string;
  @Shown({ format: 'date' }) endsOn: string;
  @Shown({ example: 'CHGVA' }) place: string;
  @Shown() venue: string;
}

export class ServiceItemShown {
  @Shown({ example: 'DOC-PAG' }) code: string;
  @Shown({ example: 'DOCUMENTS' }) family: string;
  @Shown({ enum: ['OWN_SERVICE', 'PASS_THROUGH'] }) nature: string;
  @Shown({ example: 'ZP' }) unit: string;
  @Shown() title: string;
}

export class RateCardEntryShown {
  @Shown({ example: 'MINAMATA' }) provider: string;
  @Shown({ example: 'DOC-PAG' }) item: string;
  @Shown({ format: 'date' }) validFrom: string;
  @Shown({ format: 'date' }) validTo: string;
  @Shown({ example: 'USD' }) currency: string;
  @Shown({ example: '12.40' }) unitRate: string;
  @Shown({ type: 'boolean' }) includesIndirectCost: boolean;
}

export class OperationalRateListed {
  @Shown({ example: 'CHF' }) currency: string;
  @Shown({ example: '2025-10-31' }) effectiveOn: string;
  @Shown({ example: '0.800' }) unitsPerUsd: string;
}

export class DsaRateShown {
  @Shown({ example: 'CHGVA' }) place: string;
  @Shown({ example: '2025-11-01' }) effectiveOn: string;
  @Shown({ example: 'CHF' }) currency: string;
  @Shown({ example: '342' }) amount: string;
}

export class TerminalExpenseShown {
  @Shown({ example: '2025-01-01' }) effectiveOn: string;
  @Shown({ example: '47.00' }) amountUsd: string;
}

export class SecretariatsShown {
  @ShownList(() => SecretariatShown) items: SecretariatShown[];
}
export class PeopleShown {
  @ShownList(() => PersonShown) items: PersonShown[];
}
export class FundsShown {
  @ShownList(() => FundShown) items: FundShown[];
}
export class BudgetLinesShown {
  @ShownList(() => BudgetLineShown) items: BudgetLineShown[];
}
export class SplitKeysShown {
  @ShownList(() => SplitKeyShown) items: SplitKeyShown[];
}
export class MeetingsShown {
  @ShownList(() => MeetingShown) items: MeetingShown[];
}
export class ServiceItemsShown {
  @ShownList(() => ServiceItemShown) items: ServiceItemShown[];
}
export class RateCardShown {
  @ShownList(() => RateCardEntryShown) items: RateCardEntryShown[];
}
/** Loaded by one person, and in force once another has loaded the same value. */
export class OperationalRateWaiting {
  @Shown({ example: 'CHF' }) currency: string;
  @Shown({ example: '2025-10-31' }) effectiveOn: string;
  @Shown({ example: '0.803' }) unitsPerUsd: string;
  @Shown({ example: 'BRS.finance', description: 'The person, or of another side the secretariat' }) loadedBy: string;
}
export class OperationalRatesShown {
  @ShownList(() => OperationalRateListed) items: OperationalRateListed[];
  @ShownList(() => OperationalRateWaiting)
  waiting: OperationalRateWaiting[];
}
export class PricedEarlierShown {
  @Shown({ example: 'CHF' }) currency: string;
  @Shown({ example: '2025-10-31' }) effectiveOn: string;
  @Shown({
    type: 'integer',
    example: 3,
    description: 'Delivered on that day or later, priced with an earlier rate, and left so',
  })
  charges: number;
}
export class OperationalRatesAdded extends OperationalRatesShown {
  @ShownList(() => PricedEarlierShown) pricedEarlier: PricedEarlierShown[];
}
export class DsaRatesShown {
  @ShownList(() => DsaRateShown) items: DsaRateShown[];
}
export class TerminalExpensesShown {
  @ShownList(() => TerminalExpenseShown) items: TerminalExpenseShown[];
}
