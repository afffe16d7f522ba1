import openapiTS, { astToString } from 'openapi-typescript';

/** The text of src/generated/api.ts for an OpenAPI document. */
export async function typesOf(document) {
  const types = astToString(await openapiTS(structuredClone(document), { alphabetize: true }));
  return `// Made by \`npm run api-types\` from the OpenAPI document of the server. Not to be edited.\n\n${types}`;
}
