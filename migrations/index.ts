import { RequestsTakeEffectOnce1767225601000 } from './1767225601000-requests-take-effect-once.ts';
import { PeopleActForOneSecretariat1767225602000 } from './1767225602000-people-act-for-one-secretariat.ts';
import { BudgetLinesAreNeverOverspent1767225603000 } from './1767225603000-budget-lines-are-never-overspent.ts';
import { RatesAreDatedAndKept1767225604000 } from './1767225604000-rates-are-dated-and-kept.ts';
import { AgreementsHaveOneDirectionAndACeiling1767225605000 } from './1767225605000-agreements-have-one-direction-and-a-ceiling.ts';
import { JournalEntriesBalanceInBothBooks1767225606000 } from './1767225606000-journal-entries-balance-in-both-books.ts';
import { ChargesAreDeliveredUnits1767225607000 } from './1767225607000-charges-are-delivered-units.ts';
import { IssuedInvoicesAreKeptAsIssued1767225608000 } from './1767225608000-issued-invoices-are-kept-as-issued.ts';
import { WhatIsCommittedIsSealed1767225609000 } from './1767225609000-what-is-committed-is-sealed.ts';
import { AClosedPeriodTakesNoEntry1767225610000 } from './1767225610000-a-closed-period-takes-no-entry.ts';
import { EveryChangeIsAnActWrittenDown1767225611000 } from './1767225611000-every-change-is-an-act-written-down.ts';
import { StatesMoveAlongListedEdges1767225611100 } from './1767225611100-states-move-along-listed-edges.ts';
import { WhatWasApprovedIsWhatIsIssued1767225611200 } from './1767225611200-what-was-approved-is-what-is-issued.ts';
import { PricesAreThoseOfTheBooks1767225611300 } from './1767225611300-prices-are-those-of-the-books.ts';
import { TrustFundsCommitOnlyTheCashTheyHave1767225611400 } from './1767225611400-trust-funds-commit-only-the-cash-they-have.ts';
import { AFailedVerificationStopsPosting1767225611500 } from './1767225611500-a-failed-verification-stops-posting.ts';
import { AnAnswerStandsForTheBienniumAndAYear1767225612000 } from './1767225612000-an-answer-stands-for-the-biennium-and-a-year.ts';
import { TotalsAreWrittenByTheirTriggerAlone1767225613000 } from './1767225613000-totals-are-written-by-their-trigger-alone.ts';
import { AnEntryIsWholeAsSoonAsItIsPosted1767225614000 } from './1767225614000-an-entry-is-whole-as-soon-as-it-is-posted.ts';
import { ADesignationEndsBeforeOrAfter1767225615000 } from './1767225615000-a-designation-ends-before-or-after.ts';
import { PeopleProveWhoTheyAre1767225616000 } from './1767225616000-people-prove-who-they-are.ts';
import { ACodeProvesOnce1767225616100 } from './1767225616100-a-code-proves-once.ts';
import { WhoeverComesIsInvited1767225616200 } from './1767225616200-whoever-comes-is-invited.ts';
import { KeysAndTerminalsActForAPerson1767225616300 } from './1767225616300-keys-and-terminals-act-for-a-person.ts';
import { ADesignationIsGivenByTwoPeople1767225617000 } from './1767225617000-a-designation-is-given-by-two-people.ts';
import { NoTwoHandsAreOnePersons1767225617100 } from './1767225617100-no-two-hands-are-one-persons.ts';
import { EachSecretariatSeesItsOwn1767225618000 } from './1767225618000-each-secretariat-sees-its-own.ts';
import { WhatLooksAcrossIsListed1767225618100 } from './1767225618100-what-looks-across-is-listed.ts';
import { NamesStandApartFromTheBooks1767225619000 } from './1767225619000-names-stand-apart-from-the-books.ts';
import { EvidenceIsKeptWithItsCharge1767225619100 } from './1767225619100-evidence-is-kept-with-its-charge.ts';
import { AChargeIsCorrectedInTheOpen1767225620000 } from './1767225620000-a-charge-is-corrected-in-the-open.ts';
import { WhatIsOpenIsFoundAtOnce1767225621000 } from './1767225621000-what-is-open-is-found-at-once.ts';
import { APersonIsKnownToAnIssuer1767225622000 } from './1767225622000-a-person-is-known-to-an-issuer.ts';
import { BothSidesSeeWhatIsBetweenThem1767225623000 } from './1767225623000-both-sides-see-what-is-between-them.ts';
import { AnAccountIsRenewedByTwoPeople1767225624000 } from './1767225624000-an-account-is-renewed-by-two-people.ts';
import { AnAuditorOfBothSidesOnlyReads1767225624100 } from './1767225624100-an-auditor-of-both-sides-only-reads.ts';
import { WhatIsOverIsForgotten1767225624200 } from './1767225624200-what-is-over-is-forgotten.ts';
import { ASecondFactorGoesOnUntilTheNextIsShown1767225624500 } from './1767225624500-a-second-factor-goes-on-until-the-next-is-shown.ts';
import { ManyChargesAreFoundAtOnce1767225625000 } from './1767225625000-many-charges-are-found-at-once.ts';
import { ASignOutAtTheIssuerEndsItHere1767225626000 } from './1767225626000-a-sign-out-at-the-issuer-ends-it-here.ts';
import { APasswordIsChangedByItsOwner1767225626100 } from './1767225626100-a-password-is-changed-by-its-owner.ts';
import { AShutAccountIsOpenedByTwoPeople1767225626110 } from './1767225626110-a-shut-account-is-opened-by-two-people.ts';
import { AnActIsOfTheSideOfItsPerson1767225626200 } from './1767225626200-an-act-is-of-the-side-of-its-person.ts';
import { BothSidesSeeAnActingDutyEnd1767225626210 } from './1767225626210-both-sides-see-an-acting-duty-end.ts';
import { ALettingInIsTakenBack1767225627000 } from './1767225627000-a-letting-in-is-taken-back.ts';
import { AStepIsJudgedByItsRow1767225630000 } from './1767225630000-a-step-is-judged-by-its-row.ts';
import { AChargeIsCertifiedOnce1767225631000 } from './1767225631000-a-charge-is-certified-once.ts';
import { ARefusalOfAuthorityIsAnAct1767225633000 } from './1767225633000-a-refusal-of-authority-is-an-act.ts';
import { ASignInUnderWayKnowsOfASignOut1767225633100 } from './1767225633100-a-sign-in-under-way-knows-of-a-sign-out.ts';
import { AnEventIsPostedOnce1767225634000 } from './1767225634000-an-event-is-posted-once.ts';
import { ASecretariatSaysHowItIsPaid1767225635000 } from './1767225635000-a-secretariat-says-how-it-is-paid.ts';
import { TheDayOfReturnHasNoNight1767225636000 } from './1767225636000-the-day-of-return-has-no-night.ts';
import { AFactorIsReplacedByWhoeverShowsIt1767225640000 } from './1767225640000-a-factor-is-replaced-by-whoever-shows-it.ts';
import { EachSideHasAFirstAdministrator1767225640100 } from './1767225640100-each-side-has-a-first-administrator.ts';
import { ASideKeepsAnAdministrator1767225640200 } from './1767225640200-a-side-keeps-an-administrator.ts';
import { ADesignationIsOfAnOwnFund1767225640300 } from './1767225640300-a-designation-is-of-an-own-fund.ts';
import { APersonIsCalledInPlainLetters1767225640400 } from './1767225640400-a-person-is-called-in-plain-letters.ts';
import { ASessionProvesByAnAct1767225640500 } from './1767225640500-a-session-proves-by-an-act.ts';
import { AReasonShowsSomething1767225641000 } from './1767225641000-a-reason-shows-something.ts';
import { NothingBeginsAsFinished1767225642000 } from './1767225642000-nothing-begins-as-finished.ts';
import { AChargeIsOfDaysAndOfAYear1767225643100 } from './1767225643100-a-charge-is-of-days-and-of-a-year.ts';
import { ANumberHasItsPaper1767225643200 } from './1767225643200-a-number-has-its-paper.ts';
import { DaysAndAmountsAreWithinRange1767225643300 } from './1767225643300-days-and-amounts-are-within-range.ts';
import { ValuesAreSealedAsTheyChange1767225644000 } from './1767225644000-values-are-sealed-as-they-change.ts';
import { AChargeIsSealedWithItsAct1767225644100 } from './1767225644100-a-charge-is-sealed-with-its-act.ts';
import { BothSidesSeeWhoDidWhatBetweenThem1767225645000 } from './1767225645000-both-sides-see-who-did-what-between-them.ts';
import { AChargeSaysWhetherThereIsRoomForIt1767225645100 } from './1767225645100-a-charge-says-whether-there-is-room-for-it.ts';
import { ADebtIsSettledInTheBienniumOfItsVoucher1767225645200 } from './1767225645200-a-debt-is-settled-in-the-biennium-of-its-voucher.ts';
import { ALineAndAFundSayWhereTheyAreBooked1767225646000 } from './1767225646000-a-line-and-a-fund-say-where-they-are-booked.ts';
import { AMandateIsSomebodys1767225649000 } from './1767225649000-a-mandate-is-somebodys.ts';
import { ARateIsLoadedByTwo1767225649100 } from './1767225649100-a-rate-is-loaded-by-two.ts';
import { OfCodingsAMandateShowsAsDesignated1767225649200 } from './1767225649200-of-codings-a-mandate-shows-as-designated.ts';
import { APaymentIsApprovedByAnother1767225650000 } from './1767225650000-a-payment-is-approved-by-another.ts';
import { PostingIsResumedByBothSides1767225660000 } from './1767225660000-posting-is-resumed-by-both-sides.ts';
import { ARestoreIsAnsweredForByBothSides1767225660100 } from './1767225660100-a-restore-is-answered-for-by-both-sides.ts';
import { AKeyMayOnlyRead1767225660200 } from './1767225660200-a-key-may-only-read.ts';
import { AnAgreementHasADayInItsBiennium1767225665000 } from './1767225665000-an-agreement-has-a-day-in-its-biennium.ts';
import { WhoeverLetsPostingGoOnIsOfTheirSide1767225670000 } from './1767225670000-whoever-lets-posting-go-on-is-of-their-side.ts';
import { ASettlementPaysItsDocumentsWhole1767225670100 } from './1767225670100-a-settlement-pays-its-documents-whole.ts';
import { TheFirstAndTheLastAreWithinRange1767225700000 } from './1767225700000-the-first-and-the-last-are-within-range.ts';
import { StepsOfOneHandAreJudgedTogether1767225701000 } from './1767225701000-steps-of-one-hand-are-judged-together.ts';
import { WhatNoUpdateNamesIsNotCompared1767225702000 } from './1767225702000-what-no-update-names-is-not-compared.ts';
import { ASettlementIsProposedByAFinanceOfficer1767225720000 } from './1767225720000-a-settlement-is-proposed-by-a-finance-officer.ts';
import { PostingIsResumedAsWasRead1767225730000 } from './1767225730000-posting-is-resumed-as-was-read.ts';
import { WhatOneSideLetGoOnIsNamed1767225731000 } from './1767225731000-what-one-side-let-go-on-is-named.ts';
import { WhatIsPaidIsDecidedBeforeItsPeriodIsLocked1767225732000 } from './1767225732000-what-is-paid-is-decided-before-its-period-is-locked.ts';
import { WhatIsApprovedIsWhatIsOpen1767225733000 } from './1767225733000-what-is-approved-is-what-is-open.ts';
import { AnAgreementOfBeforeLivesOn1767225734000 } from './1767225734000-an-agreement-of-before-lives-on.ts';
import { ASettlementIsOfADutyThatStands1767225750000 } from './1767225750000-a-settlement-is-of-a-duty-that-stands.ts';
import { WhatCameSinceIsToldByTheActs1767225760000 } from './1767225760000-what-came-since-is-told-by-the-acts.ts';
import { WhatWasEnteredBeforeLivesOn1767225761000 } from './1767225761000-what-was-entered-before-lives-on.ts';
import { ANumberInTheOpenIsCovered1767225762000 } from './1767225762000-a-number-in-the-open-is-covered.ts';
import { TakingNothingAwayStatesNothing1767225763000 } from './1767225763000-taking-nothing-away-states-nothing.ts';
import { WhatCameSinceIsFoundByItsDocuments1767225780000 } from './1767225780000-what-came-since-is-found-by-its-documents.ts';

export { rights } from './rights.ts';

/** In the order they run; a migration that is not listed here does not exist. Never edited after merge. */
export const migrations = [
  RequestsTakeEffectOnce1767225601000,
  PeopleActForOneSecretariat1767225602000,
  BudgetLinesAreNeverOverspent1767225603000,
  RatesAreDatedAndKept1767225604000,
  AgreementsHaveOneDirectionAndACeiling1767225605000,
  JournalEntriesBalanceInBothBooks1767225606000,
  ChargesAreDeliveredUnits1767225607000,
  IssuedInvoicesAreKeptAsIssued1767225608000,
  WhatIsCommittedIsSealed1767225609000,
  AClosedPeriodTakesNoEntry1767225610000,
  EveryChangeIsAnActWrittenDown1767225611000,
  StatesMoveAlongListedEdges1767225611100,
  WhatWasApprovedIsWhatIsIssued1767225611200,
  PricesAreThoseOfTheBooks1767225611300,
  TrustFundsCommitOnlyTheCashTheyHave1767225611400,
  AFailedVerificationStopsPosting1767225611500,
  AnAnswerStandsForTheBienniumAndAYear1767225612000,
  TotalsAreWrittenByTheirTriggerAlone1767225613000,
  AnEntryIsWholeAsSoonAsItIsPosted1767225614000,
  ADesignationEndsBeforeOrAfter1767225615000,
  PeopleProveWhoTheyAre1767225616000,
  ACodeProvesOnce1767225616100,
  WhoeverComesIsInvited1767225616200,
  KeysAndTerminalsActForAPerson1767225616300,
  ADesignationIsGivenByTwoPeople1767225617000,
  NoTwoHandsAreOnePersons1767225617100,
  EachSecretariatSeesItsOwn1767225618000,
  WhatLooksAcrossIsListed1767225618100,
  NamesStandApartFromTheBooks1767225619000,
  EvidenceIsKeptWithItsCharge1767225619100,
  AChargeIsCorrectedInTheOpen1767225620000,
  WhatIsOpenIsFoundAtOnce1767225621000,
  APersonIsKnownToAnIssuer1767225622000,
  BothSidesSeeWhatIsBetweenThem1767225623000,
  AnAccountIsRenewedByTwoPeople1767225624000,
  AnAuditorOfBothSidesOnlyReads1767225624100,
  WhatIsOverIsForgotten1767225624200,
  ASecondFactorGoesOnUntilTheNextIsShown1767225624500,
  ManyChargesAreFoundAtOnce1767225625000,
  ASignOutAtTheIssuerEndsItHere1767225626000,
  APasswordIsChangedByItsOwner1767225626100,
  AShutAccountIsOpenedByTwoPeople1767225626110,
  AnActIsOfTheSideOfItsPerson1767225626200,
  BothSidesSeeAnActingDutyEnd1767225626210,
  ALettingInIsTakenBack1767225627000,
  AStepIsJudgedByItsRow1767225630000,
  AChargeIsCertifiedOnce1767225631000,
  ARefusalOfAuthorityIsAnAct1767225633000,
  ASignInUnderWayKnowsOfASignOut1767225633100,
  AnEventIsPostedOnce1767225634000,
  ASecretariatSaysHowItIsPaid1767225635000,
  TheDayOfReturnHasNoNight1767225636000,
  AFactorIsReplacedByWhoeverShowsIt1767225640000,
  EachSideHasAFirstAdministrator1767225640100,
  ASideKeepsAnAdministrator1767225640200,
  ADesignationIsOfAnOwnFund1767225640300,
  APersonIsCalledInPlainLetters1767225640400,
  ASessionProvesByAnAct1767225640500,
  AReasonShowsSomething1767225641000,
  NothingBeginsAsFinished1767225642000,
  AChargeIsOfDaysAndOfAYear1767225643100,
  ANumberHasItsPaper1767225643200,
  DaysAndAmountsAreWithinRange1767225643300,
  ValuesAreSealedAsTheyChange1767225644000,
  AChargeIsSealedWithItsAct1767225644100,
  BothSidesSeeWhoDidWhatBetweenThem1767225645000,
  AChargeSaysWhetherThereIsRoomForIt1767225645100,
  ADebtIsSettledInTheBienniumOfItsVoucher1767225645200,
  ALineAndAFundSayWhereTheyAreBooked1767225646000,
  AMandateIsSomebodys1767225649000,
  ARateIsLoadedByTwo1767225649100,
  OfCodingsAMandateShowsAsDesignated1767225649200,
  APaymentIsApprovedByAnother1767225650000,
  PostingIsResumedByBothSides1767225660000,
  ARestoreIsAnsweredForByBothSides1767225660100,
  AKeyMayOnlyRead1767225660200,
  AnAgreementHasADayInItsBiennium1767225665000,
  WhoeverLetsPostingGoOnIsOfTheirSide1767225670000,
  ASettlementPaysItsDocumentsWhole1767225670100,
  TheFirstAndTheLastAreWithinRange1767225700000,
  StepsOfOneHandAreJudgedTogether1767225701000,
  WhatNoUpdateNamesIsNotCompared1767225702000,
  ASettlementIsProposedByAFinanceOfficer1767225720000,
  PostingIsResumedAsWasRead1767225730000,
  WhatOneSideLetGoOnIsNamed1767225731000,
  WhatIsPaidIsDecidedBeforeItsPeriodIsLocked1767225732000,
  WhatIsApprovedIsWhatIsOpen1767225733000,
  AnAgreementOfBeforeLivesOn1767225734000,
  ASettlementIsOfADutyThatStands1767225750000,
  WhatCameSinceIsToldByTheActs1767225760000,
  WhatWasEnteredBeforeLivesOn1767225761000,
  ANumberInTheOpenIsCovered1767225762000,
  TakingNothingAwayStatesNothing1767225763000,
  WhatCameSinceIsFoundByItsDocuments1767225780000,
];
