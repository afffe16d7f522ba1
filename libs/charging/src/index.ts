export { type CertifiableCharge, type FrozenShare } from './certification.ts';
export * from './charge.ts';
export { chargeActs, type ChargeHands, certifying, receiving, recording } from './charge-acts.ts';
export {
  type ChargeFilter,
  type ChargeTotal,
  chargeTotals,
  type ChargeView,
  chargesById,
  chargeViews,
} from './charges.query.ts';
export * from './charge-states.ts';
export { ChargingModule } from './charging.module.ts';
export {
  type ChargesToCertify,
  ChargingService,
  type NamedCharges,
  type Place,
  type ToBeNumbered,
  UnknownCharge,
} from './charging.service.ts';
export {
  ChargeAllocationTable,
  ChargeIdTaken,
  ChargeTable,
  TicketRecoveredAlready,
  TicketTable,
  TravellerNightTable,
} from './charging.table.ts';
export * from './pricing.ts';
export * from './trip.ts';
