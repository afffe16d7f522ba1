/** Prepares and migrates the database at the address given, with the build in the folder given, and ends. */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [folder, url] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(folder, 'dist', path)).href);
const { openDatabase } = await load('libs/platform/src/index.js');
const { tables } = await load('libs/books/src/index.js');
const { migrations, rights } = await load('migrations/index.js');
const database = await openDatabase({
  url,
  migratorUrl: undefined,
  sealerUrl: undefined,
  production: false,
  rights,
  folder,
  adopt: false,
  entities: tables,
  migrations,
  poolSize: 2,
  applicationName: 'recoup migration',
  statementTimeoutMs: 0,
  onProgress: () => undefined,
});
await database.close();
