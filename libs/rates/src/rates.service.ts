import { checkMay, type Officer } from '#identity';
import { at, type Clock, Day, Money } from '#kernel';
import { findAll, insertAll, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { newRates, OperationalRate, OperationalRates } from './operational-rate.ts';
import { RateCard, RateCardEntry } from './rate-card.ts';
import { ServiceItem } from './service-item.ts';
import { DsaRate, TerminalExpense, TravelRates } from './travel-rate.ts';

/** The first and the last day that a batch asks about. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** A rate that is not in force yet: another person is to load the same value. */
export interface WaitingRate {
  readonly currency: string;
  readonly effectiveOn: string;
  readonly unitsPerUsd: string;
  readonly loadedBy: string;
}

@Injectable()
export class RatesService {
  async addItems(tx: Tx, items: ServiceItem[]): Promise<void> {
    await insertAll(tx, ServiceItem, items);
  }

  async addRateCard(tx: Tx, entries: RateCardEntry[]): Promise<void> {
    await insertAll(tx, RateCardEntry, entries);
  }

  async addOperationalRates(tx: Tx, rates: OperationalRate[]): Promise<void> {
    await insertAll(tx, OperationalRate, rates);
  }

  /**
   * Loads published rates. Those that somebody else has loaded with the same value are in force from now on; the others wait for another
   * person. Those that the books have already, with the same value, are passed over.
   * Errors: NotDesignated; RateTwiceInList, RatePublishedOtherwise (the books have another value for that day), each below `place`.
   */
  async importOperationalRates(
    tx: Tx,
    { rates, place }: { rates: readonly OperationalRate[]; place: string },
    by: Officer,
    clock: Clock,
  ): Promise<{ added: OperationalRate[]; waiting: OperationalRate[] }> {
    checkMay(by, 'rates.add');
    // Of two who load at once the second sees what the first has loaded, or neither would be the other's second hand.
    await tx.query(`select pg_advisory_xact_lock(hashtext('recoup operational rates'))`);
    const known = new Map((await this.allOperationalRates(tx)).map((rate) => [nameOf(rate), rate]));
    const unknown = at(place, () => newRates(rates, known));
    if (unknown.length === 0) return { added: [], waiting: [] };
    const kind = 'operational-rate';
    const values = Object.fromEntries(unknown.map((rate) => [nameOf(rate), rate.unitsPerUsd]));
    const loaded = { action: 'OPERATIONAL_RATES_LOADED', kind, objects: unknown.map(nameOf), after: values };
    await recordEvent(tx, loaded, by, clock.now());
    const rows = [
      unknown.map(({ currency }) => currency),
      unknown.map(({ effectiveOn }) => effectiveOn.toString()),
      unknown.map(({ unitsPerUsd }) => unitsPerUsd),
    ];
    await tx.query(
      `insert into rates.loaded_rate (currency, effective_on, units_per_usd, loaded_by, loaded_for, loaded_at)
       select listed.currency, listed.effective_on, listed.units_per_usd, $4, $5, $6
       from unnest($1::text[], $2::date[], $3::numeric[]) as listed (currency, effective_on, units_per_usd)
       on conflict on constraint loaded_rate_once do nothing`,
      [...rows, by.person, by.secretariat, clock.now()],
    );
    const byTwo = await tx.query<{ name: string }[]>(
      `select listed.currency || ' ' || listed.effective_on as name
       from unnest($1::text[], $2::date[], $3::numeric[]) as listed (currency, effective_on, units_per_usd)
       where exists (
         select from rates.loaded_rate as other
         where other.currency = listed.currency and other.effective_on = listed.effective_on
           and other.units_per_usd = listed.units_per_usd and other.loaded_by <> $4)`,
      [...rows, by.person],
    );
    const names = new Set(byTwo.map(({ name }) => name));
    const added = unknown.filter((rate) => names.has(nameOf(rate)));
    await recordEvent(tx, { action: 'OPERATIONAL_RATES_ADDED', kind, objects: added.map(nameOf) }, by, clock.now());
    await insertAll(tx, OperationalRate, added);
    return { added, waiting: unknown.filter((rate) => !names.has(nameOf(rate))) };
  }

  /**
   * What one person has loaded and nobody else yet, by currency and day. Of the other side it says the side, and not the person; at the
   * terminal, where people of both are read, null says everybody.
   */
  waitingRates(tx: Tx, { secretariat }: { secretariat: string | null }): Promise<WaitingRate[]> {
    return tx.query<WaitingRate[]>(
      `select loaded.currency, loaded.effective_on::text as "effectiveOn", loaded.units_per_usd::text as "unitsPerUsd",
         case loaded.loaded_for when coalesce($1, loaded.loaded_for) then loaded.loaded_by else loaded.loaded_for end as "loadedBy"
       from rates.loaded_rate as loaded
       where not exists (
         select from rates.operational_rate as rate
         where rate.currency = loaded.currency and rate.effective_on = loaded.effective_on)
       order by loaded.currency, loaded.effective_on, loaded.loaded_at`,
      [secretariat],
    );
  }

  async addDsaRates(tx: Tx, rates: DsaRate[]): Promise<void> {
    await insertAll(tx, DsaRate, rates);
  }

  async addTerminalExpenses(tx: Tx, expenses: TerminalExpense[]): Promise<void> {
    await insertAll(tx, TerminalExpense, expenses);
  }

  allItems(tx: Tx): Promise<ServiceItem[]> {
    return tx.find(ServiceItem, { order: { code: 'ASC' } });
  }

  allRateCardEntries(tx: Tx): Promise<RateCardEntry[]> {
    return tx.find(RateCardEntry, { order: { provider: 'ASC', item: 'ASC', validFrom: 'ASC' } });
  }

  allOperationalRates(tx: Tx): Promise<OperationalRate[]> {
    return tx.find(OperationalRate, { order: { currency: 'ASC', effectiveOn: 'ASC' } });
  }

  allDsaRates(tx: Tx): Promise<DsaRate[]> {
    return tx.find(DsaRate, { order: { place: 'ASC', effectiveOn: 'ASC' } });
  }

  allTerminalExpenses(tx: Tx): Promise<TerminalExpense[]> {
    return tx.find(TerminalExpense, { order: { effectiveOn: 'ASC' } });
  }

  /** Those of these items that the catalogue has, by code. */
  async items(tx: Tx, codes: readonly string[]): Promise<Map<string, ServiceItem>> {
    return new Map((await findAll(tx, ServiceItem, 'code', codes)).map((item) => [item.code, item]));
  }

  /** Of the services in the catalogue, in the order of their names. */
  async families(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ family: string }[]>('select distinct family from rates.service_item order by 1');
    return rows.map(({ family }) => family);
  }

  async rateCard(
    tx: Tx,
    wanted: { providers: readonly string[]; items: readonly string[] },
    span: DaySpan,
  ): Promise<RateCard> {
    const rows = await tx.query<
      {
        provider: string;
        item: string;
        valid_from: string;
        valid_to: string;
        currency: string;
        unit_rate: string;
        includes_indirect_cost: boolean;
      }[]
    >(
      `select provider, item, valid_from, valid_to, currency, unit_rate, includes_indirect_cost
       from rates.rate_card_entry
       where provider = any($1) and item = any($2) and valid_from <= $4 and valid_to >= $3`,
      [wanted.providers, wanted.items, span.first.toString(), span.last.toString()],
    );
    return new RateCard(
      rows.map(
        (row) =>
          new RateCardEntry({
            provider: row.provider,
            item: row.item,
            validFrom: Day.of(row.valid_from),
            validTo: Day.of(row.valid_to),
            currency: row.currency,
            unitRate: row.unit_rate,
            includesIndirectCost: row.includes_indirect_cost,
          }),
      ),
    );
  }

  async operationalRates(tx: Tx, currencies: readonly string[], span: DaySpan): Promise<OperationalRates> {
    if (currencies.every((currency) => currency === 'USD')) return new OperationalRates([]);
    const rows = await tx.query<{ currency: string; effective_on: string; units_per_usd: string }[]>(
      `select rate.currency, rate.effective_on, rate.units_per_usd
       from rates.operational_rate as rate
       where rate.currency = any($1) and rate.effective_on <= $3 and rate.effective_on >= coalesce(
         (select max(earlier.effective_on) from rates.operational_rate as earlier
          where earlier.currency = rate.currency and earlier.effective_on <= $2), rate.effective_on)`,
      [currencies, span.first.toString(), span.last.toString()],
    );
    return new OperationalRates(
      rows.map(
        (row) =>
          new OperationalRate({
            currency: row.currency,
            effectiveOn: Day.of(row.effective_on),
            unitsPerUsd: row.units_per_usd,
          }),
      ),
    );
  }

  async travelRates(tx: Tx, places: readonly string[], lastDay: Day): Promise<TravelRates> {
    const dsa = await tx.query<{ place: string; effective_on: string; currency: string; amount: string }[]>(
      'select place, effective_on, currency, amount from rates.dsa_rate where place = any($1) and effective_on <= $2',
      [places, lastDay.toString()],
    );
    const terminals = await tx.query<{ effective_on: string; amount_usd: string }[]>(
      'select effective_on, amount_usd from rates.terminal_expense where effective_on <= $1',
      [lastDay.toString()],
    );
    return new TravelRates(
      dsa.map((row) => new DsaRate({ ...row, effectiveOn: Day.of(row.effective_on) })),
      terminals.map(
        (row) => new TerminalExpense({ effectiveOn: Day.of(row.effective_on), amountUsd: Money.usd(row.amount_usd) }),
      ),
    );
  }

  /** The names of units of UN/ECE Recommendation 20; a code the list lacks is its own name. */
  async unitNames(tx: Tx): Promise<Map<string, string>> {
    const rows = await tx.query<{ code: string; name: string }[]>('select code, name from rates.unit');
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}

/** "CHF 2025-05-01", as an act names it. */
function nameOf({ currency, effectiveOn }: OperationalRate): string {
  return `${currency} ${effectiveOn.toString()}`;
}
