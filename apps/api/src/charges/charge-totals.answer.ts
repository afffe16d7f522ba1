import type { ChargeTotal } from '#charging';
import { Money } from '#kernel';
import { Shown, ShownList } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';

/** The charges of one agreement in one state, added up. */
export class AgreementTotalShown {
  @Shown({ example: 'CRA-2025-001' }) agreement: string;
  @Shown({ example: 'MINAMATA' }) provider: string;
  @Shown({ example: 'BRS' }) client: string;
  @Shown({ example: 'CERTIFIED' }) state: string;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
  @Shown({ type: MoneyShown }) credited: MoneyShown;
}

export class AgreementTotalsAnswer {
  @Shown({ type: 'integer', description: 'Of all of them' }) count: number;
  @Shown({ type: MoneyShown, description: 'Of all of them' }) amount: MoneyShown;
  @Shown({ type: MoneyShown, description: 'Of all of them' }) credited: MoneyShown;
  @ShownList(() => AgreementTotalShown) items: AgreementTotalShown[];
}

export function agreementTotalsAnswer(totals: readonly ChargeTotal[]): AgreementTotalsAnswer {
  const sum = (amounts: readonly string[]): MoneyShown =>
    usd(Money.sum(amounts.map((one) => Money.totalUsd(one))).toString());
  return {
    count: totals.reduce((count, one) => count + one.count, 0),
    amount: sum(totals.map(({ amountUsd }) => amountUsd)),
    credited: sum(totals.map(({ creditedUsd }) => creditedUsd)),
    items: totals.map(({ amountUsd, creditedUsd, ...one }) => ({
      ...one,
      amount: usd(amountUsd),
      credited: usd(creditedUsd),
    })),
  };
}
