export { type CertifiableCharge, type Certifying, type FrozenShare } from './certification.ts';
export * from './charge.ts';
export { chargeActs, type ChargeHands, certifying, receiving, recording } from './charge-acts.ts';
export {
  type ChargeFilter,
  type ChargeTotal,
  type ChargePageAsked,
  type ChargeSort,
  chargeSorts,
  type ChargeTotals,
  chargeTotalsByAgreement,
  chargeTotals,
  type ChargeView,
  chargesById,
  chargesOnTheirWay,
  chargeViews,
} from './charges.query.ts';
export { type ChargeFigure, chargeFigures } from './charge-figures.ts';
export * from './charge-states.ts';
export { coverTickets } from './charge-keeping.service.ts';
export * from './correction-acts.ts';
export { type LineRoom, roomForAgreement, roomForCharge } from './room.query.ts';
export { type ChargesToCorrect, CorrectionService } from './correction.service.ts';
export { ChargingModule } from './charging.module.ts';
export {
  type ChargesToCertify,
  ChargingService,
  type Place,
  type Recording,
  type ToBeNumbered,
} from './charging.service.ts';
export {
  ChargeAllocationTable,
  ChargeIdTaken,
  ChargeTable,
  TicketRecoveredAlready,
  TicketTable,
  TravellerNightTable,
} from './charging.table.ts';
export * from './archive-scan.ts';
export * from './evidence-kind.ts';
export { type EvidenceView } from './evidence.query.ts';
export * from './evidence.service.ts';
export {
  EvidenceNotClean,
  EvidenceNotScanned,
  EvidenceScanner,
  type ScannerSettings,
} from './evidence-scanner.service.ts';
export { NoPicture, PictureUnreadable, withoutMetadata } from './image-metadata.ts';
export { type PricedEarlier, pricedEarlier, pricedEarlierSentence } from './priced-earlier.query.ts';
export * from './pricing.ts';
export * from './trip.ts';
export type { NamedCharges } from './each-charge.ts';
