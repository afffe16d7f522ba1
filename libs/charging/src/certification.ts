import { AgreementCeilingExceeded } from '#agreements';
import { BudgetLineExceeded, FundCashExceeded } from '#budget';
import { at, Biennium, Day, Money } from '#kernel';
import type { EventFacts } from '#ledger';
import type { Nature } from '#rates';
import type { ChargeInState, ChargeState } from './charge-states.ts';
import type { Officer } from '#identity';
import type { ChargeView } from './charges.query.ts';

/** A charge as its certification, its invoice and its credit need it: amounts and shares, as frozen when recorded. */
export interface CertifiableCharge extends ChargeInState {
  readonly provider: string;
  readonly client: string;
  readonly item: string;
  readonly family: string;
  readonly nature: Nature;
  readonly deliveredOn: Day;
  readonly quantity: string;
  readonly unit: string;
  readonly amount: Money;
  readonly creditedQuantity: string;
  readonly credited: Money;
  readonly unitRate: string | null;
  readonly unitsPerUsd: string | null;
  readonly traveller: string | null;
  readonly recordedBy: string;
  readonly receivedBy: string | null;
  readonly remarkBy: string | null;
  readonly shares: readonly FrozenShare[];
}

/** A fund's share, with the weight of the day of delivery and what was given back of it. */
export interface FrozenShare {
  readonly side: 'CLIENT' | 'PROVIDER';
  readonly fund: string;
  readonly budgetLine: string;
  readonly weight: string;
  readonly amount: Money;
  readonly credited: Money;
}

/** What a certification asks first: the officer's certifying designations, held, and the charges, locked. */
export interface Certifying {
  readonly held: Officer['designations'];
  readonly views: ChargeView[];
}

/** The client's funds that bear a share: a certifying officer needs authority over each. */
export function fundsOf(charge: CertifiableCharge): string[] {
  return charge.shares.filter(({ side, amount }) => side === 'CLIENT' && !amount.isZero()).map(({ fund }) => fund);
}

/** A charge as it is shown, for whoever is to certify it: before an invoice is credited, nothing was given back of its shares. */
export function certifiable(view: ChargeView): CertifiableCharge {
  return {
    id: view.id,
    agreement: view.agreement,
    provider: view.provider,
    client: view.client,
    item: view.item,
    family: view.family,
    nature: view.nature,
    state: view.state as ChargeState,
    version: view.version,
    deliveredOn: Day.of(view.deliveredOn),
    quantity: view.quantity,
    unit: view.unit,
    amount: Money.usd(view.amountUsd),
    creditedQuantity: view.creditedQuantity,
    credited: Money.usd(view.creditedUsd),
    unitRate: view.unitRate,
    unitsPerUsd: view.unitsPerUsd,
    traveller: view.traveller,
    recordedBy: view.recordedBy,
    receivedBy: view.receivedBy,
    remarkBy: view.remarkBy,
    shares: view.shares.map(({ side, fund, budgetLine, weight, amountUsd }) => ({
      ...{ side, fund, budgetLine, weight },
      amount: Money.usd(amountUsd),
      credited: Money.zero(),
    })),
  };
}

/**
 * Of charges that a ceiling refuses together, the first for which nothing is left, in the order they are named; null where it
 * is no ceiling that refuses, or none of them alone is to blame.
 */
export function firstBeyond(refusal: unknown, charges: readonly CertifiableCharge[]): CertifiableCharge | null {
  const [left, partOf] = ceilingOf(refusal);
  if (left === null) return null;
  let taken = Money.zero();
  for (const charge of charges) {
    taken = taken.plus(partOf(charge));
    if (taken.exceeds(left)) return charge;
  }
  return null;
}

/** Throws the refusal again, at the charge for which nothing is left. */
export function sayWhichIsBeyond(
  refusal: unknown,
  named: { readonly ids: readonly string[]; readonly placeOf?: (id: string) => string },
  charges: readonly CertifiableCharge[],
): never {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  const beyond = firstBeyond(
    refusal,
    named.ids.flatMap((id) => byId.get(id) ?? []),
  );
  return at(beyond === null ? '' : (named.placeOf?.(beyond.id) ?? ''), () => {
    throw refusal;
  });
}

type Ceiling = readonly [left: Money | null, partOf: (charge: CertifiableCharge) => Money];

function ceilingOf(refusal: unknown): Ceiling {
  const partOf = (isBorne: (share: FrozenShare) => boolean) => (charge: CertifiableCharge) =>
    Money.sum(charge.shares.filter((share) => share.side === 'CLIENT' && isBorne(share)).map(({ amount }) => amount));
  if (refusal instanceof AgreementCeilingExceeded)
    return [refusal.left, ({ agreement, amount }) => (agreement === refusal.agreement ? amount : Money.zero())];
  if (refusal instanceof BudgetLineExceeded)
    return [refusal.left, partOf(({ budgetLine }) => budgetLine === refusal.line)];
  if (refusal instanceof FundCashExceeded) return [refusal.left, partOf(({ fund }) => fund === refusal.fund)];
  return [null, () => Money.zero()];
}

/** What the posting rules need of a charge. Its accounting day is the day of delivery, as long as that is open. */
export function certificationFacts(charge: CertifiableCharge): EventFacts {
  return {
    client: charge.client,
    provider: charge.provider,
    source: charge.id,
    on: charge.deliveredOn,
    biennium: Biennium.containing(charge.deliveredOn),
    parts: [
      {
        agreement: charge.agreement,
        item: charge.item,
        nature: charge.nature,
        serviceMonth: charge.deliveredOn.month,
        client: charge.shares.filter(({ side }) => side === 'CLIENT'),
        provider: charge.shares.filter(({ side }) => side === 'PROVIDER'),
      },
    ],
  };
}

/** What a step has written into a charge. */
export type Moved = Pick<ChargeView, 'id' | 'state' | 'version'> & Partial<ChargeView>;

/** The charges as they are after a step, newest first. */
export function afterTheirStep(views: readonly ChargeView[], moved: readonly Moved[]): ChargeView[] {
  const byId = new Map(moved.map((one) => [one.id, one]));
  return views
    .map((view) => ({ ...view, ...byId.get(view.id) }))
    .sort((one, other) => Number(other.sequence) - Number(one.sequence));
}

/** What each budget line is to bear of these charges, programme support cost excluded as in its allotment. */
export function sumByBudgetLine(charges: readonly CertifiableCharge[]): Map<string, Money> {
  const sums = new Map<string, Money>();
  for (const { shares } of charges) {
    for (const { side, budgetLine, amount } of shares) {
      if (side === 'CLIENT' && !amount.isZero())
        sums.set(budgetLine, (sums.get(budgetLine) ?? Money.zero()).plus(amount));
    }
  }
  return sums;
}

/** What each of the client's funds is to bear of these charges: what its cash is drawn upon for. */
export function sumByFund(charges: readonly CertifiableCharge[]): Map<string, Money> {
  const sums = new Map<string, Money>();
  for (const { side, fund, amount } of charges.flatMap(({ shares }) => shares)) {
    if (side === 'CLIENT' && !amount.isZero()) sums.set(fund, (sums.get(fund) ?? Money.zero()).plus(amount));
  }
  return sums;
}

export function sumByAgreement(charges: readonly CertifiableCharge[]): Map<string, Money> {
  const sums = new Map<string, Money>();
  for (const { agreement, amount } of charges) sums.set(agreement, (sums.get(agreement) ?? Money.zero()).plus(amount));
  return sums;
}
