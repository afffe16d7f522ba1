import { centsOf, usd } from './cents.ts';
import { centsOfQuotient, type Exact, exact, isSame, times } from './exact.ts';
import type { ChargeSaid, SealedVersion } from './exported-values.ts';
import type { Wrong } from './check.ts';

type Found = (check: 'I10' | 'I10a' | 'I12', wrong: Wrong) => void;

interface Rate {
  readonly effectiveOn: string;
  readonly unitsPerUsd: string;
  readonly enteredAfterCharge: string;
}

interface Card {
  readonly validTo: string;
  readonly currency: string;
  readonly unitRate: string;
  readonly includesIndirectCost: boolean;
}

const one: Exact = { digits: 1n, scale: 0 };
const paidIn = /^([A-Z]{3}) (-?[0-9.]+) \/ ([0-9.]+), rate of (.+)$/;
const nightIn = /^([A-Z]{3}) at ([0-9.]+), rate of (.+)$/;
const allowanceOf = /^DSA (\S+) (\d+) x ([0-9.]+) \/ ([0-9.]+)$/;

/**
 * How the amounts of charges came about, by the sealed versions of what was published and agreed. Those come first. The nights
 * that a trip pays are not in an export.
 */
export class ExportedPrices {
  private readonly rates = new Map<string, Rate[]>(); // by currency
  private readonly allowances = new Set<string>(); // "Geneva 350"
  private readonly cards = new Map<string, Card>(); // by provider, item and first day
  private readonly bearers = new Map<string, unknown>(); // of support cost, by agreement

  constructor(private readonly found: Found) {}

  /** Nothing that is published is changed once it is there; of an agreement the last version counts. */
  version({ kind, record, values }: SealedVersion): void {
    switch (kind) {
      case 'operational-rate': {
        const currency = values['currency'] as string;
        const published = this.rates.get(currency) ?? [];
        published.push(values as unknown as Rate);
        this.rates.set(currency, published);
        return;
      }
      case 'dsa-rate':
        this.allowances.add(allowance(values['place'] as string, values['amount'] as string));
        return;
      case 'rate-card-entry':
        this.cards.set(record, values as unknown as Card);
        return;
      case 'agreement':
        this.bearers.set(record, values['programmeSupportCost']);
        return;
    }
  }

  charge(said: ChargeSaid, sequence: string): void {
    if (said.trip === null) this.converted(said, sequence);
    else this.travelled(said, said.trip.components);
    if (said.unitRate !== null) this.fromTheCard(said);
  }

  private converted(said: ChargeSaid, sequence: string): void {
    const { id, amountUsd, unitsPerUsd, rateEffectiveOn, deliveredOn } = said;
    const wrong = (finding: string): void => this.found('I10', { kind: 'charge', object: id, finding });
    const currency = said.originalCurrency ?? said.unitRateCurrency ?? '';
    const price = exact(said.originalAmount ?? '') ?? product(said.quantity, said.unitRate ?? '');
    const rate = unitsPerUsd === null ? one : exact(unitsPerUsd);
    if (
      price === undefined ||
      rate === undefined ||
      rate.digits === 0n ||
      centsOfQuotient(price, rate) !== centsOf(amountUsd)
    )
      return wrong(`USD ${amountUsd} is not what its price makes`);
    if ((unitsPerUsd === null) !== (currency === 'USD'))
      return wrong(`it is in ${currency} and ${unitsPerUsd === null ? 'not ' : ''}converted`);
    if (unitsPerUsd === null) return;
    if (rateEffectiveOn === null || rateEffectiveOn > deliveredOn || !this.isPublished(currency, rateEffectiveOn, rate))
      return wrong(`nobody published ${unitsPerUsd} for ${rateEffectiveOn ?? 'no day'}`);
    const newer = (this.rates.get(currency) ?? []).find(
      ({ effectiveOn, enteredAfterCharge }) =>
        effectiveOn > rateEffectiveOn && effectiveOn <= deliveredOn && BigInt(enteredAfterCharge) < BigInt(sequence),
    );
    if (newer !== undefined)
      wrong(`the books had the rate of ${newer.effectiveOn}, it was converted with that of ${rateEffectiveOn}`);
  }

  private travelled({ id, amountUsd }: ChargeSaid, components: NonNullable<ChargeSaid['trip']>['components']): void {
    const wrong = (finding: string): void => this.found('I10a', { kind: 'trip', object: id, finding });
    for (const [label, amount, basis] of components) {
      const [paid, night, dsa] = [paidIn.exec(basis), nightIn.exec(basis), allowanceOf.exec(label)];
      if (!followsFrom(centsOf(amount), { paid, night, dsa }))
        wrong(`its component "${label}" of USD ${amount} does not follow from ${basis}`);
      const [currency, rate, on] =
        paid !== null ? [paid[1], paid[3], paid[4]] : night !== null ? [night[1], night[2], night[3]] : [];
      const units = exact(rate ?? '');
      if (currency !== undefined && (units === undefined || !this.isPublished(currency, on ?? '', units)))
        wrong(`nobody published the rate of "${basis}"`);
      if (dsa !== null && !this.allowances.has(allowance(dsa[1] ?? '', dsa[3] ?? '')))
        wrong(`no allowance of ${dsa[3] ?? ''} was published for ${dsa[1] ?? ''}`);
    }
    const sum = components.reduce((cents, [, amount]) => cents + centsOf(amount), 0n);
    if (sum !== centsOf(amountUsd)) wrong(`its components add up to ${usd(sum)}`);
  }

  private fromTheCard(said: ChargeSaid): void {
    const { id, provider, item, agreement, unitRate, unitRateCurrency, unitRateValidFrom, deliveredOn } = said;
    const wrong = (finding: string): void => this.found('I12', { kind: 'charge', object: id, finding });
    const card = this.cards.get([provider, item, unitRateValidFrom].join(' '));
    const [listed, taken] = [exact(card?.unitRate ?? ''), exact(unitRate ?? '')];
    const isListed =
      listed !== undefined && taken !== undefined && isSame(listed, taken) && card?.currency === unitRateCurrency;
    if (card === undefined || !isListed || deliveredOn < (unitRateValidFrom ?? '') || deliveredOn > card.validTo)
      wrong(
        `the card has no rate of ${unitRate ?? ''} ${unitRateCurrency ?? ''} from ${unitRateValidFrom ?? 'no day'}`,
      );
    else if (card.includesIndirectCost && this.bearers.get(agreement) === 'CLIENT_FUND')
      wrong(`its rate includes indirect cost, and agreement ${agreement} charges support cost on top`);
  }

  private isPublished(currency: string, on: string, rate: Exact): boolean {
    return (this.rates.get(currency) ?? []).some(({ effectiveOn, unitsPerUsd }) => {
      const published = exact(unitsPerUsd);
      return effectiveOn === on && published !== undefined && isSame(published, rate);
    });
  }
}

type Match = RegExpExecArray | null;

/** What was paid by its rate; an allowance whole or, with lodging provided, by half. */
function followsFrom(cents: bigint, { paid, night, dsa }: Readonly<Record<'paid' | 'night' | 'dsa', Match>>): boolean {
  const quotient = (over: Exact | undefined, under: string | undefined): bigint | undefined => {
    const by = exact(under ?? '');
    return over === undefined || by === undefined || by.digits === 0n ? undefined : centsOfQuotient(over, by);
  };
  if (paid !== null && quotient(exact(paid[2] ?? ''), paid[3]) !== cents) return false;
  if (dsa === null) return true;
  const nights = product(dsa[2] ?? '', dsa[3] ?? '');
  const half = nights === undefined ? undefined : times(nights, { digits: 5n, scale: 1 });
  if (quotient(nights, dsa[4]) !== cents && quotient(half, dsa[4]) !== cents) return false;
  const [rate, taken] = [exact(night?.[2] ?? ''), exact(dsa[4] ?? '')];
  return night === null || (rate !== undefined && taken !== undefined && isSame(rate, taken));
}

function product(one: string, other: string): Exact | undefined {
  const [left, right] = [exact(one), exact(other)];
  return left === undefined || right === undefined ? undefined : times(left, right);
}

/** The same for "350" and "350.00". */
function allowance(place: string, amount: string): string {
  return `${place} ${amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount}`;
}
