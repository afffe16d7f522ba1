import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import type { ScannerSettings } from '#charging';
import { type ArchiveWish, archiveWish, isOpenOnTheWay } from '#platform';
import { personalKeyFile } from '#travellers';
import { type Limits, usualLimits } from './http/limits.ts';
import type { OpenIdSettings } from './sign-in/open-id.ts';
import { isLoopbackHost } from './sign-in/outbound.ts';

/** What can be set from outside, with what holds otherwise. */
export interface Settings {
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The same database by a login that may migrate it; production takes none at the start. */
  readonly migratorUrl: string | undefined;
  /** The same database by the login of the sealer. */
  readonly sealerUrl: string | undefined;
  /** NODE_ENV=production: a login with more than the server's rights is refused, and nothing is migrated on the way. */
  readonly production: boolean;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  /** Where the log of the embedded engine is archived. */
  readonly archive: ArchiveWish;
  readonly host: string;
  readonly port: number;
  /** Where people reach the server, if not on this machine: the origin of the proxy in front of it, https. */
  readonly publicUrl: string | null;
  /** Whose X-Forwarded-For is believed; with a public address and nothing else said, a proxy on this machine. */
  readonly trustedProxies: readonly string[];
  readonly limits: Limits;
  /** The identity provider that people may sign in at; null where there is none. */
  readonly openId: OpenIdSettings | null;
  /** The file of the key under which second factors are encrypted. */
  readonly secretsKeyFile: string;
  /** Looks into each file of evidence before it is kept; null where nobody does. */
  readonly scanner: ScannerSettings | null;
  /** The hour (UTC) at which the books are verified each night; null: never. */
  readonly verifyHour: number | null;
  /** The secretariat that runs this server, whose own keys are no witness to it; null where it is neither. */
  readonly operator: string | null;
  /** A checkpoint that is kept elsewhere, such as a cosigned one: the start holds the books against it. */
  readonly heldNote: string | undefined;
  /** The file of the keys under which names of travellers are kept. */
  readonly personalKey: string;
  /** The file of the technical log; null: standard output. */
  readonly log: string | null;
}

/**
 * Reads DATABASE_URL, RECOUP_MIGRATOR_URL, RECOUP_SEALER_URL, NODE_ENV, RECOUP_FOLDER, RECOUP_BACKUP_FOLDER,
 * RECOUP_BACKUP_KEY, RECOUP_HOST, RECOUP_PORT, RECOUP_PUBLIC_URL, RECOUP_SECRETS_KEY, RECOUP_VERIFY_HOUR, RECOUP_OPERATOR,
 * RECOUP_CHECKPOINT, RECOUP_PERSONAL_KEY, RECOUP_LOG, RECOUP_TRUSTED_PROXIES, RECOUP_REQUESTS_PER_MINUTE,
 * RECOUP_PAPERS_PER_MINUTE, RECOUP_TABLES_PER_HOUR, RECOUP_EXPORTS_PER_HOUR, RECOUP_OIDC_ISSUER, RECOUP_OIDC_CLIENT,
 * RECOUP_OIDC_SECRET and RECOUP_OIDC_NAME.
 * Errors: SettingsProblem, with all that is wrong at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const wrong: string[] = [];
  const { DATABASE_URL: databaseUrl, RECOUP_MIGRATOR_URL: migratorUrl, RECOUP_SEALER_URL: sealerUrl } = environment;
  const { RECOUP_HOST: host = '127.0.0.1', RECOUP_PORT: portText = '3000' } = environment;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    wrong.push('DATABASE_URL is the address of a PostgreSQL: postgres://user:password@host:5432/database');
  }
  if (migratorUrl !== undefined && !/^postgres(ql)?:\/\//.test(migratorUrl)) {
    wrong.push('RECOUP_MIGRATOR_URL is the address of the database of DATABASE_URL, by a login that may migrate it');
  }
  if (sealerUrl !== undefined && !/^postgres(ql)?:\/\//.test(sealerUrl)) {
    wrong.push('RECOUP_SEALER_URL is the address of the database of DATABASE_URL, by the login of the sealer');
  }
  const production = environment.NODE_ENV === 'production';
  for (const [name, url] of Object.entries({
    DATABASE_URL: databaseUrl,
    RECOUP_MIGRATOR_URL: migratorUrl,
    RECOUP_SEALER_URL: sealerUrl,
  })) {
    if (production && url !== undefined && isOpenOnTheWay(url, environment))
      wrong.push(
        `${name} is on another machine and says no sslmode=verify-full: in production nobody reads along on the way`,
      );
  }
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    wrong.push(
      'RECOUP_HOST is an address of this machine alone (127.0.0.1): for others, put a proxy with TLS before it and name its address in RECOUP_PUBLIC_URL',
    );
  }
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : NaN;
  if (!(port >= 0 && port <= 65_535)) wrong.push(`RECOUP_PORT is a port from 0 to 65535, not "${portText}"`);
  const { RECOUP_PUBLIC_URL: publicUrl = null } = environment;
  if (publicUrl !== null && !/^https:\/\/[^/?#@\s]+$/.test(publicUrl)) {
    wrong.push(
      'RECOUP_PUBLIC_URL is the address by which people reach the server: https://recoup.example.org, no path',
    );
  }
  const { RECOUP_TRUSTED_PROXIES: proxies } = environment;
  const trustedProxies =
    proxies?.split(',').map((one) => one.trim()) ?? (publicUrl === null ? [] : ['127.0.0.1', '::1']);
  if (!trustedProxies.every(isAddressOrNetwork)) {
    wrong.push('RECOUP_TRUSTED_PROXIES are addresses or networks of proxies, with commas: 127.0.0.1,192.0.2.0/24');
  }
  const limits: Limits = {
    requestsPerMinute: most('RECOUP_REQUESTS_PER_MINUTE', usualLimits.requestsPerMinute),
    papersPerMinute: most('RECOUP_PAPERS_PER_MINUTE', usualLimits.papersPerMinute),
    tablesPerHour: most('RECOUP_TABLES_PER_HOUR', usualLimits.tablesPerHour),
    exportsPerHour: most('RECOUP_EXPORTS_PER_HOUR', usualLimits.exportsPerHour),
  };
  function most(name: string, usual: number | null): number | null {
    const text = environment[name];
    if (text === undefined) return usual;
    if (text === 'off') return null;
    if (!/^[1-9]\d{0,6}$/.test(text)) wrong.push(`${name} is a number from 1, or off; not "${text}"`);
    return Number(text);
  }
  const openId = openIdSettings(environment, root, wrong);
  const { RECOUP_SCANNER: scannerText, RECOUP_SCANNER_SECONDS: secondsText = '30' } = environment;
  if (!/^[1-9]\d{0,2}$/.test(secondsText)) wrong.push('RECOUP_SCANNER_SECONDS is a number of seconds from 1 to 999');
  const command = (scannerText ?? '').split(' ').filter((one) => one !== '');
  if (scannerText !== undefined && !isAbsolute(command[0] ?? ''))
    wrong.push(
      'RECOUP_SCANNER is a command by its whole path, its words apart by spaces: /usr/bin/clamdscan --no-summary -',
    );
  const scanner = scannerText === undefined ? null : { command, timeoutMs: Number(secondsText) * 1000 };
  const { RECOUP_VERIFY_HOUR: hourText = '2' } = environment;
  if (!/^(off|\d|1\d|2[0-3])$/.test(hourText)) {
    wrong.push(`RECOUP_VERIFY_HOUR is an hour of the day from 0 to 23, in UTC, or off; not "${hourText}"`);
  }
  const verifyHour = hourText === 'off' ? null : Number(hourText);
  const { RECOUP_OPERATOR: operator = null, RECOUP_CHECKPOINT: note } = environment;
  if (operator !== null && !/^[^\s+]{1,100}$/.test(operator)) {
    wrong.push(
      'RECOUP_OPERATOR is the code of the secretariat that runs this server: up to 100 characters, no blank and no plus',
    );
  }
  const { RECOUP_BACKUP_FOLDER: backupFolder, RECOUP_BACKUP_KEY: backupKey } = environment;
  if (backupFolder !== undefined && databaseUrl !== undefined) {
    wrong.push("RECOUP_BACKUP_FOLDER is for Recoup's own PostgreSQL; with DATABASE_URL, use that server's own means");
  }
  const archive = archiveWish({ folder: backupFolder, key: backupKey }, root);
  if (archive === 'no key') {
    wrong.push(
      'RECOUP_BACKUP_KEY is the file of the key, beside RECOUP_BACKUP_FOLDER: `recoup backup key create FILE`',
    );
  }
  if (wrong.length > 0 || archive === 'no key') throw new SettingsProblem(wrong);
  const folder = resolve(root, environment.RECOUP_FOLDER ?? '.recoup');
  return {
    ...{ databaseUrl, migratorUrl, sealerUrl, host, port, publicUrl, archive, verifyHour, operator },
    ...{ trustedProxies, limits, openId, scanner },
    production,
    folder,
    personalKey:
      environment.RECOUP_PERSONAL_KEY === undefined
        ? personalKeyFile(folder)
        : resolve(root, environment.RECOUP_PERSONAL_KEY),
    log: environment.RECOUP_LOG === '-' ? null : resolve(root, environment.RECOUP_LOG ?? join(folder, 'server.log')),
    secretsKeyFile:
      environment.RECOUP_SECRETS_KEY === undefined
        ? resolve(folder, 'keys', 'secrets.key')
        : resolve(root, environment.RECOUP_SECRETS_KEY),
    heldNote: note === undefined ? undefined : resolve(root, note),
  };
}

function openIdSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
  wrong: string[],
): OpenIdSettings | null {
  const { RECOUP_OIDC_ISSUER: issuer, RECOUP_OIDC_CLIENT: clientId, RECOUP_OIDC_SECRET: secretFile } = environment;
  const { RECOUP_OIDC_NAME: name = 'your organisation' } = environment;
  if (issuer === undefined) {
    const others = ['RECOUP_OIDC_CLIENT', 'RECOUP_OIDC_SECRET', 'RECOUP_OIDC_NAME'];
    const set = others.filter((one) => environment[one] !== undefined);
    if (set.length > 0) wrong.push(`${set.join(' and ')} belong to RECOUP_OIDC_ISSUER, which is not set`);
    return null;
  }
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isAllowed = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (!isAllowed || url === null || url.search !== '' || url.hash !== '' || url.username !== '') {
    wrong.push('RECOUP_OIDC_ISSUER is the issuer of an OpenID provider as it names itself: https://login.example.org');
  }
  if (clientId === undefined || clientId === '') {
    wrong.push('RECOUP_OIDC_CLIENT is the client id under which the provider knows this server');
  }
  const secret = secretFile === undefined ? null : resolve(root, secretFile);
  if (secret !== null && !existsSync(secret)) {
    wrong.push(`RECOUP_OIDC_SECRET is the file of the client secret, and ${secret} is not there`);
    return null;
  }
  const clientSecret = secret === null ? null : readFileSync(secret, 'utf8').trim();
  return { issuer, clientId: clientId ?? '', clientSecret, name };
}

/** "192.0.2.7", "192.0.2.0/24", "2001:db8::/32" */
function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

export class SettingsProblem extends Error {
  constructor(wrong: readonly string[]) {
    super(`These settings cannot be used:\n${wrong.map((one) => `  - ${one}`).join('\n')}`);
  }
}
