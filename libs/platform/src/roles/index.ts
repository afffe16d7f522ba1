/** Who may do what in the books' database: the roles, their rights, and how a database gets and keeps both. */
export * from './fitness.ts';
export { migrate, namesOf } from './migrate.ts';
export { openToRolesOnly, prepareDatabase, preparing } from './prepare.ts';
export { type FoundDatabase, type Login, readDatabase } from './read-database.ts';
export { expectedRights, grantStatements, type Rights, type TableRights } from './rights.ts';
export {
  programTenant,
  type RowConditions,
  type TableTenancy,
  type Tenancy,
  type TenancyClass,
  tenant,
} from './tenancy.ts';
export { type GrantedRole, type LoginRole, loginRoles, roles } from './roles.ts';
export { triggersOffIn } from './triggers-off.ts';
export { transactionsAhead } from './transactions.ts';
