/**
 * The roles of the books' database. They belong to the whole server, the rights they hold to one database. Nobody logs in
 * as the owner; the server is the app and can neither become another nor change what is written for good.
 */
export const roles = {
  owner: 'recoup_owner',
  migrator: 'recoup_migrator',
  app: 'recoup_app',
  sealer: 'recoup_sealer',
  auditor: 'recoup_auditor',
  backup: 'recoup_backup',
} as const;

/** Whoever may log in; in the embedded engine each has a password of its own. */
export const loginRoles = [roles.migrator, roles.app, roles.sealer, roles.auditor, roles.backup] as const;

export type LoginRole = (typeof loginRoles)[number];

/** Who holds rights in the tables, by grant and not by owning them. */
export type GrantedRole = Exclude<LoginRole, typeof roles.migrator>;
