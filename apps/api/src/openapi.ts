import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DryRunAnswer } from './http/dry-run.answer.ts';
import { Problem } from './http/problem.ts';

/** The OpenAPI 3.1 document of the running server, from the controllers themselves. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Recoup')
    .setVersion('1')
    .setDescription(
      'The cost-recovery ledger between two secretariats. Amounts are text with a currency, days are YYYY-MM-DD, errors are ' +
        'RFC 9457 problems with a stable code. Every request that writes names who acts (`Recoup-Actor`) and carries an ' +
        '`Idempotency-Key`; steps in a document’s life carry `If-Match`. `?dryRun=true` shows what would be posted.',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addApiKey(
      {
        type: 'apiKey',
        in: 'header',
        name: 'Recoup-Actor',
        description: 'Code of the person who acts, such as BRS.finance',
      },
      'actor',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [Problem, DryRunAnswer],
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  declareDryRuns(document);
  declareOutage(document);
  return document;
}

/** `/api/openapi.json`, and a readable page of it at `/api/docs` that needs nothing from outside this machine. */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Recoup API',
    swaggerOptions: {
      validatorUrl: null, // or the page would show a badge from the internet
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      tagsSorter: 'alpha',
      displayRequestDuration: true,
    },
  });
}

const dryRun = { $ref: '#/components/schemas/DryRunAnswer' };

/** Every operation that can be tried without effect answers such a trial with 200, whatever it answers else. */
function declareDryRuns({ paths }: OpenAPIObject): void {
  for (const operation of Object.values(paths).flatMap(({ post }) => post ?? [])) {
    if (operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'dryRun') !== true)
      continue;
    const done = operation.responses['200'];
    const schema = done !== undefined && 'content' in done ? done.content?.['application/json']?.schema : undefined;
    operation.responses['200'] = {
      description:
        schema === undefined ? 'With ?dryRun=true: what would be' : 'Done; or, with ?dryRun=true, what would be',
      content: { 'application/json': { schema: schema === undefined ? dryRun : { anyOf: [schema, dryRun] } } },
    };
  }
}

/** Whatever asks the database may find it away for a moment. */
function declareOutage({ paths }: OpenAPIObject): void {
  for (const { get, post } of Object.values(paths)) {
    for (const operation of [get, post]) {
      if (operation === undefined) continue;
      operation.responses['503'] ??= {
        description: 'The database does not answer at the moment; repeat with the same Idempotency-Key',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
    }
  }
}
