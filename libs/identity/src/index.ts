export {
  AccountIsOpen,
  AccountIsShut,
  type AccountRenewal,
  approvingRenewal,
  NothingToRenew,
  RenewalDecidedAlready,
  RenewalNotByTwo,
  RenewsOneself,
  RenewalWanted,
  UnknownRenewal,
} from './account-renewal.ts';
export { shuttingAccount, takingBack } from './account-shutting.ts';
export { Act, type ActFacts, availableActions, type AvailableAction, checkMay } from './act.ts';
export {
  type Action,
  type ActionCode,
  actionCodes,
  actionOf,
  type ActionSide,
  mayDo,
  type PackedAction,
  packedActions,
} from './actions.ts';
export {
  ActsForTheOtherSide,
  Designation,
  duties,
  certifyingOn,
  dutiesOf,
  type Duty,
  NotDesignated,
  type Officer,
} from './authority.ts';
export * from './designation-proposal.ts';
export { designationViews, type DesignationView } from './designations.query.ts';
export { offeredDesignations, type OfferedDesignation } from './offered-designations.query.ts';
export { type Forgotten, HousekeepingService } from './housekeeping.service.ts';
export { IdentityModule } from './identity.module.ts';
export { IdentityService } from './identity.service.ts';
export {
  type EndedAtIssuer,
  IssuerSubjectsService,
  LinksOneself,
  NotLinked,
  PersonLinkedAlready,
  type ProvenByIssuer,
  SignOutRefused,
  SubjectLinkedAlready,
} from './issuer-subjects.service.ts';
export { DesignationTable, PersonTable, SecretariatTable } from './identity.table.ts';
export { PeopleService } from './people.service.ts';
export { Person } from './person.ts';
export { administratorsAmong, type Renewed, RenewalsService, type RenewalView } from './renewals.service.ts';
export {
  actsReadBy,
  type ActsRead,
  checkReads,
  NotDesignatedToRead,
  type PackedReading,
  packedReadings,
  readable,
  type Reading,
  type ReadingCode,
  readingCodes,
  readingOf,
  reads,
} from './readings.ts';
export { type ClosingRefusal, type DocumentKind, documentKinds, type WhoCould, type Why } from './reason.ts';
export { Secretariat } from './secretariat.ts';
export { hands, SamePerson, TravellerActs } from './segregation.ts';
export {
  type Acting,
  type Asks,
  checkCredential,
  type Credential,
  type CredentialKind,
  delayMs,
  DemoInOtherBooks,
  IssuerRefused,
  type KeyScope,
  keyScopes,
  NotSignedIn,
  type Proven,
  SecondFactorOutstanding,
  SignInRefused,
  StepUpNeeded,
  TooManyTries,
} from './session.ts';
export { type DemoPerson, type Opened, SignInService } from './sign-in.service.ts';
export { ApiKeysService, type KeyView } from './api-keys.service.ts';
export { type FirstLink, InvitationsService } from './invitations.service.ts';
export { LinksService, type LinkView } from './links.service.ts';
export { OwnPasswordService } from './own-password.service.ts';
export { checkNewPassword } from './common-passwords.service.ts';
export { SecondFactorService } from './second-factor.service.ts';
export { SecretBox } from './secret-box.service.ts';
export { SecretRotationService } from './secret-rotation.service.ts';
export { SessionsService, type SessionView } from './sessions.service.ts';
export { TerminalsService } from './terminals.service.ts';
export { UnknownPerson, UnknownSecretariat } from './unknown-secretariat.ts';
