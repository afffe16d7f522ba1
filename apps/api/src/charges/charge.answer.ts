import { chargeActs, type ChargeState, type ChargeTotals, type ChargeView, correctionActs } from '#charging';
import type { Act } from '#identity';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';

export class ShareShown {
  @Shown({ example: 'BC' })
  fund: string;

  @Shown({ example: 'BC-1-COP17', description: 'Empty on the provider’s side' })
  budgetLine: string;

  @Shown({ example: '1', description: 'The split key’s weight on the day of delivery' })
  weight: string;

  @Shown({ type: MoneyShown })
  amount: MoneyShown;
}

export class OperationalRateShown {
  @Shown({ example: '0.824' })
  unitsPerUsd: string;

  @Shown({ example: '2025-05-01' })
  effectiveOn: string;
}

export class UnitRateShown extends MoneyShown {
  @Shown({ example: '2025-01-01', description: 'First day of the rate card entry' })
  cardValidFrom: string;
}

export class TripShown {
  @Shown({ example: 'KE' })
  party: string;

  @ShownOrNull({ example: 'NBO' })
  from: string | null;

  @Shown({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    example: [['DSA CHGVA 7 x 342 / 0.800', '2992.50', 'CHF at 0.800, rate of 2025-10-31']],
  })
  components: [label: string, amountUsd: string, basis: string][];

  @Shown({ example: '3603.00' })
  entitlementUsd: string;

  @ShownOrNull({ example: '2565.00' })
  advanceUsd: string | null;
}

export class ActShown {
  @Shown({ example: 'MINAMATA.finance' })
  by: string;

  @Shown({ format: 'date-time' })
  at: string;
}

export class RemarkShown extends ActShown {
  @Shown({ example: 'Charged to the wrong budget line' })
  text: string;
}

/** A charge as the ledger has it. */
export class ChargeAnswer {
  @Shown({ example: 'A1-05' }) id: string;
  @Shown({ type: 'integer', example: 3 }) version: number;
  @Shown({ example: 'CERTIFIED' }) state: string;
  @Shown({ example: 'CRA-2025-001' }) agreement: string;
  @Shown({ example: 'MINAMATA' }) provider: string;
  @Shown({ example: 'BRS' }) client: string;
  @Shown({ example: 'BDG-RNT' }) item: string;
  @Shown() title: string;
  @Shown({ example: 'REGISTRATION' }) family: string;
  @Shown({ enum: ['OWN_SERVICE', 'PASS_THROUGH'] }) nature: string;
  @Shown({ example: '1' }) quantity: string;
  @Shown({ example: 'LS', description: 'UN/ECE Recommendation 20' }) unit: string;
  @ShownOrNull({ format: 'date' }) deliveredFrom: string | null;
  @Shown({ format: 'date' }) deliveredOn: string;
  @Shown({ example: '2024-2025' }) biennium: string;
  @ShownOrNull({ type: UnitRateShown }) unitRate: UnitRateShown | null;
  @ShownOrNull({ type: MoneyShown }) actualCost: MoneyShown | null;
  @ShownOrNull({ type: OperationalRateShown }) operationalRate: OperationalRateShown | null;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
  @Shown({ type: MoneyShown }) credited: MoneyShown;
  @Shown({ example: '0' }) creditedQuantity: string;
  @ShownList(() => ShareShown) clientShares: ShareShown[];
  @ShownList(() => ShareShown) providerShares: ShareShown[];
  @ShownOrNull({ type: TripShown }) trip: TripShown | null;
  @ShownOrNull({ format: 'date' }) supplierInvoiceOn: string | null;
  @ShownOrNull() evidence: string | null;
  @ShownOrNull() traveller: string | null;
  @ShownOrNull() note: string | null;
  @ShownOrNull({ example: 'MINAMATA-2025-0001' }) invoice: string | null;
  @Shown({ type: ActShown }) recorded: ActShown;
  @ShownOrNull({ type: ActShown }) received: ActShown | null;
  @ShownOrNull({ type: ActShown }) certified: ActShown | null;
  @ShownOrNull({ type: ActShown, description: 'Who approved the reversal; who asked for it is in the remark' })
  reversed: ActShown | null;
  @ShownOrNull({
    type: RemarkShown,
    description: 'Why it was returned, withdrawn or reversed, or the answer to a return: what was said last',
  })
  remark: RemarkShown | null;
  @ShownOrNull({ description: 'The ended charge whose place this one takes' }) replaces: string | null;
  @ShownOrNull({ description: 'The charge that took the place of this one' }) replacedBy: string | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class ChargesAnswer {
  @ShownList(() => ChargeAnswer)
  items: ChargeAnswer[];
}

export class ChargePage extends ChargesAnswer {
  @ShownOrNull()
  nextCursor: string | null;
}

export class ChargesOfState {
  @Shown({ example: 'CERTIFIED' }) state: string;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
}

export class ChargeTotalsAnswer {
  @Shown({ type: 'integer', example: 412 }) count: number;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
  @Shown({ type: MoneyShown }) credited: MoneyShown;
  @ShownList(() => ChargesOfState) byState: ChargesOfState[];
}

export function chargeTotalsAnswer({ count, amountUsd, creditedUsd, byState }: ChargeTotals): ChargeTotalsAnswer {
  return {
    count,
    amount: usd(amountUsd),
    credited: usd(creditedUsd),
    byState: byState.map((one) => ({ state: one.state, count: one.count, amount: usd(one.amountUsd) })),
  };
}

/** What its state lets somebody do to a charge. */
export function actsOn(view: ChargeView): Act[] {
  const inState = { ...view, state: view.state as ChargeState };
  const funds = fundsThatBear(view);
  return [...chargeActs(inState, funds), ...correctionActs(inState, view, funds)];
}

export function chargeAnswer(view: ChargeView, offered: Offered): ChargeAnswer {
  const href = `/api/v1/charges/${encodeURIComponent(view.id)}`;
  const shares = (side: 'CLIENT' | 'PROVIDER'): ShareShown[] =>
    view.shares
      .filter((share) => share.side === side)
      .map(({ fund, budgetLine, weight, amountUsd }) => ({ fund, budgetLine, weight, amount: usd(amountUsd) }));
  const act = (by: string | null, at: Date | null): ActShown | null =>
    by === null || at === null ? null : { by, at: at.toISOString() };
  return {
    id: view.id,
    version: view.version,
    state: view.state,
    agreement: view.agreement,
    provider: view.provider,
    client: view.client,
    item: view.item,
    title: view.title,
    family: view.family,
    nature: view.nature,
    quantity: view.quantity,
    unit: view.unit,
    deliveredFrom: view.deliveredFrom,
    deliveredOn: view.deliveredOn,
    biennium: view.biennium,
    unitRate:
      view.unitRate === null
        ? null
        : { amount: view.unitRate, currency: view.unitRateCurrency ?? '', cardValidFrom: view.unitRateValidFrom ?? '' },
    actualCost:
      view.originalAmount === null ? null : { amount: view.originalAmount, currency: view.originalCurrency ?? '' },
    operationalRate:
      view.unitsPerUsd === null ? null : { unitsPerUsd: view.unitsPerUsd, effectiveOn: view.rateEffectiveOn ?? '' },
    amount: usd(view.amountUsd),
    credited: usd(view.creditedUsd),
    creditedQuantity: view.creditedQuantity,
    clientShares: shares('CLIENT'),
    providerShares: shares('PROVIDER'),
    trip: view.trip,
    supplierInvoiceOn: view.supplierInvoiceOn,
    evidence: view.evidence,
    traveller: view.traveller,
    note: view.note,
    invoice: view.invoice,
    recorded: { by: view.recordedBy, at: view.recordedAt.toISOString() },
    received: act(view.receivedBy, view.receivedAt),
    certified: act(view.certifiedBy, view.certifiedAt),
    reversed: act(view.reversedBy, view.reversedAt),
    remark:
      view.remark === null || view.remarkBy === null || view.remarkAt === null
        ? null
        : { text: view.remark, by: view.remarkBy, at: view.remarkAt.toISOString() },
    replaces: view.replaces,
    replacedBy: view.replacedBy,
    availableActions: actionsShown(actsOn(view), offered, {
      'charge.receive': `${href}/receipt`,
      'charge.certify': `${href}/certification`,
      'charge.return': `${href}/return`,
      'charge.resubmit': `${href}/resubmission`,
      'charge.withdraw': `${href}/withdrawal`,
      'charge.reverse': `${href}/reversal`,
      'charge.approve-reversal': `${href}/reversal/approval`,
      'charge.keep': `${href}/reversal/refusal`,
    }),
  };
}

/** The client's funds that bear a share: a certifying officer needs authority over each. */
function fundsThatBear({ shares }: ChargeView): string[] {
  return shares
    .filter(({ side, amountUsd }) => side === 'CLIENT' && !/^0\.0+$/.test(amountUsd))
    .map(({ fund }) => fund);
}
