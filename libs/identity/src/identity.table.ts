import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import {
  AccountIsOpen,
  AccountIsShut,
  RenewalDecidedAlready,
  RenewalNotByTwo,
  RenewalWanted,
} from './account-renewal.ts';
import { ActsForTheOtherSide, Designation, NotDesignated } from './authority.ts';
import {
  LastAdministrator,
  NoFundOfTheSide,
  NotCountersigned,
  NotForOneself,
  PersonCodeTaken,
  ProposalDecidedAlready,
  RolesDoNotMeet,
  TravellerNamedAlready,
} from './designation-proposal.ts';
import { Person, PersonCodeNotPlain } from './person.ts';
import { Secretariat } from './secretariat.ts';
import { CodeRefused, DemoInOtherBooks, LinkRefused, NotSignedIn, SecondFactorOutstanding } from './session.ts';
import { SamePerson, TravellerActs } from './segregation.ts';
import { UnknownSecretariat } from './unknown-secretariat.ts';

export const SecretariatTable = new EntitySchema<Secretariat>({
  schema: 'identity',
  name: 'secretariat',
  tableName: 'secretariat',
  target: Secretariat,
  columns: {
    code: { ...column.text(), primary: true },
    name: column.text(),
    address: column.textList(),
    contact: column.textOrNull(),
    settlementMethod: column.text(),
    paymentMeansCode: column.text(),
    paymentTermDays: column.countOrNull(),
    vatCategory: column.text(),
    vatExemptionCode: column.textOrNull(),
    vatReason: column.text(),
  },
});

export const PersonTable = new EntitySchema<Person>({
  schema: 'identity',
  name: 'person',
  tableName: 'person',
  target: Person,
  columns: { code: { ...column.text(), primary: true }, name: column.text(), secretariat: column.text() },
});

export const DesignationTable = new EntitySchema<Designation>({
  schema: 'identity',
  name: 'designation',
  tableName: 'designation',
  target: Designation,
  columns: {
    person: { ...column.text(), primary: true },
    duty: { ...column.text(), primary: true },
    fund: { ...column.text(), primary: true },
    validFrom: { ...column.day(), primary: true },
    validTo: column.day(),
    mandate: column.textOrNull(),
  },
});

constraintStandsFor('account_demo_in_the_sample', () => new DemoInOtherBooks());
constraintStandsFor('invitation_used_once', () => new LinkRefused());
constraintStandsFor('invitation_first_is_first', () => new LinkRefused());
constraintStandsFor('second_factor_code_once', () => new CodeRefused());
constraintStandsFor('recovery_code_used_once', () => new CodeRefused());
for (const proof of ['session_stays_ended', 'session_proves_by_an_act', 'session_is_not_fresh_ahead']) {
  constraintStandsFor(proof, () => new NotSignedIn());
}
for (const shown of [
  'session_shows_the_factor',
  'second_factor_ends_other_sessions',
  'second_factor_replaced_by_whoever_shows_it',
]) {
  constraintStandsFor(shown, () => new SecondFactorOutstanding());
}

/** In what the database refuses: it says which rule, not who. */
const somebody = { person: 'Whoever acts', secretariat: 'another secretariat' };

constraintStandsFor(
  'charge_segregated',
  () => new SamePerson('The same person', 'recorded, received or certified', 'certify'),
);
constraintStandsFor('invoice_segregated', () => new SamePerson('The same person', 'prepared', 'issue'));
constraintStandsFor('agreement_of_provider', () => new UnknownSecretariat('the provider'));
constraintStandsFor('agreement_of_client', () => new UnknownSecretariat('the client'));
constraintStandsFor('trust_fund_of_secretariat', () => new UnknownSecretariat('the fund'));
constraintStandsFor(
  'invoice_segregated_from_its_charges',
  () => new SamePerson('The same person', 'recorded, received or certified a charge of', 'issue'),
);
constraintStandsFor(
  'settlement_segregated',
  () => new SamePerson('The same person', 'recorded, received or certified a charge of', 'settle'),
);
constraintStandsFor('settlement_by_two_people', () => new SamePerson('The same person', 'proposed', 'approve'));
constraintStandsFor(
  'settlement_approved_by_an_approving_officer',
  () => new NotDesignated(somebody, 'APPROVING_OFFICER'),
);
constraintStandsFor('settlement_proposed_by_a_finance_officer', () => new NotDesignated(somebody, 'FINANCE_OFFICER'));
constraintStandsFor('agreement_not_signed_by_its_drafter', () => new SamePerson('The same person', 'drafted', 'sign'));
for (const side of [
  'charge_hands_of_their_sides',
  'agreement_drafted_by_a_party',
  'signature_of_its_side',
  'invoice_hands_of_its_side',
  'settlement_hands_of_its_side',
  'audit_event_by_its_side',
]) {
  constraintStandsFor(side, () => new ActsForTheOtherSide(somebody, 'the other secretariat'));
}
constraintStandsFor('charge_certified_as_designated', () => new NotDesignated(somebody, 'CERTIFYING_OFFICER'));
constraintStandsFor('charge_not_by_its_traveller', () => new TravellerActs());
for (const roles of [
  'auditor_holds_no_other_role',
  'joint_auditor_holds_no_other_duty',
  'joint_auditor_holds_one_mandate',
  'administrator_holds_no_financial_role',
  'nobody_certifies_and_approves',
]) {
  constraintStandsFor(roles, () => new RolesDoNotMeet());
}
constraintStandsFor('designation_not_for_oneself', () => new NotForOneself());
for (const grant of [
  'designation_by_two_people',
  'designation_is_granted',
  'designation_proposed_by_an_administrator',
  'designation_countersigned_by_an_approving_officer',
  'designation_countersigned_by_its_own_side',
  'acting_designation_countersigned_by_the_other_side',
  'mandate_countersigned_by_the_other_side',
]) {
  constraintStandsFor(grant, () => new NotCountersigned());
}
constraintStandsFor('designation_proposal_stays_as_proposed', () => new ProposalDecidedAlready());
for (const twin of ['person_once', 'person_code_has_no_twin']) constraintStandsFor(twin, () => new PersonCodeTaken());
constraintStandsFor('person_code_is_plain', () => new PersonCodeNotPlain());
constraintStandsFor('designation_of_an_own_fund', () => new NoFundOfTheSide());
constraintStandsFor('designation_leaves_an_administrator', () => new LastAdministrator());
constraintStandsFor('person_traveller_once', () => new TravellerNamedAlready());
for (const renewal of [
  'account_renewal_not_for_oneself',
  'account_renewal_by_two_people',
  'account_renewal_proposed_by_an_administrator',
  'account_renewal_approved_by_another',
  'issuer_subject_by_whoever_approved',
]) {
  constraintStandsFor(renewal, () => new RenewalNotByTwo());
}
constraintStandsFor('account_renewal_stays_as_decided', () => new RenewalDecidedAlready());
constraintStandsFor('account_renewal_of_nobody_shut_out', () => new AccountIsShut());
constraintStandsFor('account_stays_shut', () => new AccountIsShut());
constraintStandsFor('account_renewal_lets_in_whoever_is_shut_out', () => new AccountIsOpen());
constraintStandsFor('account_renewal_lapses', () => new LinkRefused());
constraintStandsFor('account_renewed_by_two_people', () => new RenewalWanted());
constraintStandsFor('invitation_renews_by_two_people', () => new LinkRefused());
