import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import { Designation } from './authority.ts';
import { Person } from './person.ts';
import { Secretariat } from './secretariat.ts';
import { CodeRefused, DemoInOtherBooks, LinkRefused, NotSignedIn } from './session.ts';
import { SamePerson } from './segregation.ts';
import { UnknownSecretariat } from './unknown-secretariat.ts';

export const SecretariatTable = new EntitySchema<Secretariat>({
  schema: 'identity',
  name: 'secretariat',
  tableName: 'secretariat',
  target: Secretariat,
  columns: { code: { ...column.text(), primary: true }, name: column.text(), address: column.textList() },
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
  },
});

constraintStandsFor('account_demo_in_the_sample', () => new DemoInOtherBooks());
constraintStandsFor('invitation_used_once', () => new LinkRefused());
constraintStandsFor('invitation_first_is_first', () => new LinkRefused());
constraintStandsFor('second_factor_code_once', () => new CodeRefused());
constraintStandsFor('recovery_code_used_once', () => new CodeRefused());
constraintStandsFor('session_stays_ended', () => new NotSignedIn());
constraintStandsFor(
  'charge_segregated',
  () => new SamePerson('The same person', 'recorded, received or certified', 'certify'),
);
constraintStandsFor('invoice_segregated', () => new SamePerson('The same person', 'prepared', 'issue'));
constraintStandsFor('agreement_of_provider', () => new UnknownSecretariat('the provider'));
constraintStandsFor('agreement_of_client', () => new UnknownSecretariat('the client'));
constraintStandsFor('trust_fund_of_secretariat', () => new UnknownSecretariat('the fund'));
