/**
 * Writes src/generated/api.ts, the types of our own API, from the OpenAPI document of the server as it is built.
 *
 *   npm run api-types
 *
 * The document is made from the controllers alone: no database is asked. `test/web/generated.spec.ts` fails when the file
 * is older than the controllers.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from '../../dist/apps/api/src/server.js';
import { openApiDocument } from '../../dist/apps/api/src/openapi.js';
import { dataSource } from '../../dist/libs/platform/src/data-source.js';
import { typesOf } from './types-of.mjs';

const nowhere = { connection: 'postgres://127.0.0.1:1/none', role: 'none', entities: [], migrations: [], poolSize: 1 };
const app = await createServer(dataSource({ ...nowhere, applicationName: 'recoup types', statementTimeoutMs: 1 }), {
  now: () => new Date(),
});
const file = fileURLToPath(new URL('src/generated/api.ts', import.meta.url));
writeFileSync(file, await typesOf(openApiDocument(app)));
await app.close().catch(() => undefined); // nothing was opened
process.stdout.write(`${file}\n`);
process.exit(0);
