import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import { OperationalRate, RateGivenTwice, RateLoadedByOne, RateOfTheDollar } from './operational-rate.ts';
import { RateCardEntry, RatePeriodsOverlap } from './rate-card.ts';
import { ServiceItem, UnknownServiceItem } from './service-item.ts';
import { DsaRate, TerminalExpense } from './travel-rate.ts';

export const ServiceItemTable = new EntitySchema<ServiceItem>({
  schema: 'rates',
  name: 'service_item',
  tableName: 'service_item',
  target: ServiceItem,
  columns: {
    code: { ...column.text(), primary: true },
    family: column.text(),
    nature: column.text(),
    unit: column.text(),
    title: column.text(),
  },
});

export const RateCardTable = new EntitySchema<RateCardEntry>({
  schema: 'rates',
  name: 'rate_card_entry',
  tableName: 'rate_card_entry',
  target: RateCardEntry,
  columns: {
    provider: { ...column.text(), primary: true },
    item: { ...column.text(), primary: true },
    validFrom: { ...column.day(), primary: true },
    validTo: column.day(),
    currency: column.text(),
    unitRate: column.decimalText(),
    includesIndirectCost: column.flag(),
  },
});

export const OperationalRateTable = new EntitySchema<OperationalRate>({
  schema: 'rates',
  name: 'operational_rate',
  tableName: 'operational_rate',
  target: OperationalRate,
  columns: {
    currency: { ...column.text(), primary: true },
    effectiveOn: { ...column.day(), primary: true },
    unitsPerUsd: column.decimalText(),
  },
});

export const DsaRateTable = new EntitySchema<DsaRate>({
  schema: 'rates',
  name: 'dsa_rate',
  tableName: 'dsa_rate',
  target: DsaRate,
  columns: {
    place: { ...column.text(), primary: true },
    effectiveOn: { ...column.day(), primary: true },
    currency: column.text(),
    amount: column.decimalText(),
  },
});

export const TerminalExpenseTable = new EntitySchema<TerminalExpense>({
  schema: 'rates',
  name: 'terminal_expense',
  tableName: 'terminal_expense',
  target: TerminalExpense,
  columns: { effectiveOn: { ...column.day(), primary: true }, amountUsd: column.moneyUsd() },
});

constraintStandsFor('rate_card_periods_do_not_overlap', () => new RatePeriodsOverlap());
constraintStandsFor('rate_card_entry_once', () => new RatePeriodsOverlap());
for (const once of ['operational_rate_once', 'dsa_rate_once', 'terminal_expense_once'])
  constraintStandsFor(once, () => new RateGivenTwice());
constraintStandsFor('operational_rate_loaded_by_two', () => new RateLoadedByOne());
constraintStandsFor('operational_rate_not_of_usd', () => new RateOfTheDollar());
constraintStandsFor('rate_card_entry_of_item', () => new UnknownServiceItem('named by the rate card'));
constraintStandsFor('charge_of_item', () => new UnknownServiceItem('named by the charge'));
