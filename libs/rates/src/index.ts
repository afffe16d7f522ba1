export {
  type Converted,
  newRates,
  OperationalRate,
  OperationalRates,
  RateGivenTwice,
  RateLoadedByOne,
  RateOfTheDollar,
  RatePublishedOtherwise,
  RateTwiceInList,
} from './operational-rate.ts';
export {
  checkApart,
  NoRateInForce,
  RateCard,
  RateCardEntry,
  RateNotPositive,
  RatePeriodReversed,
  RatePeriodsOverlap,
} from './rate-card.ts';
export { RatesModule } from './rates.module.ts';
export { type DaySpan, RatesService, type WaitingRate } from './rates.service.ts';
export {
  DsaRateTable,
  OperationalRateTable,
  RateCardTable,
  ServiceItemTable,
  TerminalExpenseTable,
} from './rates.table.ts';
export { type Nature, ServiceItem, tripItem, UnknownServiceItem } from './service-item.ts';
export { UnknownUnit } from './unit.ts';
export { DsaRate, TerminalExpense, TravelRates } from './travel-rate.ts';
