export {
  ActsForTheOtherSide,
  checkDuty,
  checkMayCertify,
  Designation,
  type Duty,
  NotDesignated,
  type Officer,
} from './authority.ts';
export { IdentityModule } from './identity.module.ts';
export { IdentityService } from './identity.service.ts';
export { DesignationTable, PersonTable, SecretariatTable } from './identity.table.ts';
export { Person } from './person.ts';
export { Secretariat } from './secretariat.ts';
export { checkSegregated, SamePerson } from './segregation.ts';
export { UnknownPerson, UnknownSecretariat } from './unknown-secretariat.ts';
