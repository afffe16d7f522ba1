export { agreementActs, type AgreementHands, drafting, signing } from './agreement-acts.ts';
export { AgreementsModule } from './agreements.module.ts';
export { AgreementsService } from './agreements.service.ts';
export { AgreementTable, MeetingTable, SignatureTable } from './agreements.table.ts';
export {
  type ClientAllocation,
  clientShares,
  FamilyNotInAgreement,
  FundWithoutBudgetLine,
  type ProviderCredit,
  providerShares,
  type Share,
} from './allocation.ts';
export { BudgetLineOfAnotherBiennium, BudgetLineOfAnotherFund, FundOfTheOtherSide } from './allocation-check.ts';
export { type AgreementSort, agreementSorts, inOrder } from './in-order.ts';
export { Meeting, MeetingPeriodReversed, UnknownMeeting } from './meeting.ts';
export * from './service-agreement.ts';
