/**
 * The text of src/generated/api.ts for an OpenAPI document; run by itself, for the document in a file, on stdout:
 *
 *   node apps/web/types-of.mjs openapi.json
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

export async function typesOf(document) {
  const types = astToString(await openapiTS(structuredClone(document), { alphabetize: true }));
  return `// Made by \`npm run api-types\` from the OpenAPI document of the server. Not to be edited.\n\n${types}`;
}

const [, program, file] = process.argv;
if (program === fileURLToPath(import.meta.url) && file !== undefined) {
  process.stdout.write(await typesOf(JSON.parse(readFileSync(file, 'utf8'))));
}
