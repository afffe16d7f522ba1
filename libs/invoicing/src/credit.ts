import { apportion, at, checkParts, Decimal, Money, parseDecimal, type Quantity, Refused } from '#kernel';

/** What a credit needs to know of the charge it gives back: frozen price, frozen shares, and what was given back before. */
export interface CreditableCharge {
  readonly id: string;
  readonly nature: 'OWN_SERVICE' | 'PASS_THROUGH';
  readonly quantity: string;
  readonly unit: string;
  readonly amount: Money;
  readonly creditedQuantity: string;
  readonly credited: Money;
  readonly unitRate: string | null;
  readonly unitsPerUsd: string | null;
  readonly shares: readonly CreditableShare[];
}

export interface CreditableShare {
  readonly side: 'CLIENT' | 'PROVIDER';
  readonly fund: string;
  readonly budgetLine: string;
  readonly weight: string;
  readonly amount: Money;
  readonly credited: Money;
}

/** Units of an own service, or an amount of a pass-through cost. */
export type CreditRequest = { readonly quantity: Quantity } | { readonly amountUsd: Money };

/** What is given back, all positive; the paper and the postings turn the sign. */
export interface Credit {
  readonly charge: string;
  readonly quantity: string; // "0" where an amount is given back
  readonly amount: Money;
  readonly shares: readonly { side: 'CLIENT' | 'PROVIDER'; fund: string; budgetLine: string; amount: Money }[];
}

/**
 * Gives back units at the charge's own rate, or a part of a pass-through cost; split with the charge's own weights,
 * whatever the key says today.
 * Rule:   half up to the cent; at most what is left, in units and in money. The credit that takes the last unit takes the
 *         last cent, and no fund gets back more than it was charged.
 * Errors: CreditAboveRemainder, CreditInWrongTerms, NotWholeUnits, NotHalfDays.
 */
export function creditOf(charge: CreditableCharge, request: CreditRequest): Credit {
  const left = charge.amount.minus(charge.credited);
  const { quantity, amount } =
    'quantity' in request ? ofUnits(charge, request.quantity, left) : ofAmount(charge, request.amountUsd, left);
  return {
    charge: charge.id,
    quantity,
    amount,
    shares: [
      ...mirrored(
        charge.shares.filter(({ side }) => side === 'CLIENT'),
        amount,
        left,
      ),
      ...mirrored(
        charge.shares.filter(({ side }) => side === 'PROVIDER'),
        amount,
        left,
      ),
    ],
  };
}

function ofUnits(charge: CreditableCharge, quantity: Quantity, left: Money): { quantity: string; amount: Money } {
  if (charge.unitRate === null) throw new CreditInWrongTerms(charge.id, 'an amount: it is a pass-through cost');
  const unitsLeft = parseDecimal(charge.quantity).minus(parseDecimal(charge.creditedQuantity));
  if (quantity.exact.greaterThan(unitsLeft))
    throw new CreditAboveRemainder(charge.id, `${unitsLeft.toFixed()} units`, `${quantity.toString()}`);
  if (quantity.exact.equals(unitsLeft)) return { quantity: quantity.toString(), amount: left }; // whatever was charged
  at('/lines', () => checkParts(quantity, charge.unit));
  const amount = Money.rounded(
    quantity.exact
      .times(parseDecimal(charge.unitRate))
      .dividedBy(charge.unitsPerUsd === null ? new Decimal(1) : parseDecimal(charge.unitsPerUsd)),
    'USD',
  );
  return { quantity: quantity.toString(), amount: amount.exceeds(left) ? left : amount };
}

function ofAmount(charge: CreditableCharge, amount: Money, left: Money): { quantity: string; amount: Money } {
  if (charge.unitRate !== null)
    throw new CreditInWrongTerms(charge.id, 'units: it is an own service, and its rate prices them');
  if (amount.isNegative() || amount.isZero()) throw new CreditInWrongTerms(charge.id, 'an amount above zero');
  if (amount.exceeds(left)) throw new CreditAboveRemainder(charge.id, left.toSentence(), amount.toSentence());
  return { quantity: '0', amount };
}

function mirrored(shares: readonly CreditableShare[], amount: Money, leftOfCharge: Money): Credit['shares'] {
  const left = shares.map((share) => share.amount.minus(share.credited));
  const parts = amount.equals(leftOfCharge)
    ? left
    : withinWhatIsLeft(
        apportion(
          amount,
          shares.map(({ weight }) => weight),
        ),
        left,
      );
  return shares.map(({ side, fund, budgetLine }, index) => ({
    side,
    fund,
    budgetLine,
    amount: parts[index] ?? Money.zero(),
  }));
}

/** A cent that rounding would give a fund beyond its share goes to the first fund that has one left. */
function withinWhatIsLeft(parts: readonly Money[], left: readonly Money[]): Money[] {
  const capped = parts.map((part, index) => (part.exceeds(left[index] as Money) ? (left[index] as Money) : part));
  let over = Money.sum(parts).minus(Money.sum(capped));
  return capped.map((part, index) => {
    const room = (left[index] as Money).minus(part);
    const more = over.exceeds(room) ? room : over;
    over = over.minus(more);
    return part.plus(more);
  });
}

export class CreditAboveRemainder extends Refused {
  constructor(charge = 'of this list', left = 'less', wanted = 'more') {
    super(`Charge ${charge} has ${left} left to give back; ${wanted} is above that. Nothing was written.`, '/lines');
  }
}

export class CreditInWrongTerms extends Refused {
  constructor(charge: string, terms: string) {
    super(`A credit of charge ${charge} is given in ${terms}. Nothing was written.`, '/lines');
  }
}
