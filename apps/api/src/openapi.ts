import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DryRunAnswer } from './http/dry-run.answer.ts';
import { Problem } from './http/problem.ts';
import { SessionCookie } from './sign-in/session-cookie.ts';
import { publicExtension } from './sign-in/signed-in.guard.ts';

/** The OpenAPI 3.1 document of the running server, from the controllers themselves. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Recoup')
    .setVersion('1')
    .setDescription(
      'The cost-recovery ledger between two secretariats. Amounts are text with a currency, days are YYYY-MM-DD, errors are ' +
        'RFC 9457 problems with a stable code. Every request is somebody’s: sign in by `POST /api/v1/session`, whose answer sets ' +
        'a cookie, or send a token. Every request that writes carries an `Idempotency-Key`; steps in a document’s life carry `If-Match`. `?dryRun=true` shows what would be posted.',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(app.get(SessionCookie).name, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token of a terminal' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [Problem, DryRunAnswer],
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  declareSignIn(document);
  declareDryRuns(document);
  declareOutage(document);
  declareLimits(document);
  declareBodies(document);
  return document;
}

/**
 * `/api/openapi.json`, and a readable page of it at `/api/docs` that needs nothing from outside this machine. Made when it is
 * first asked for: a start does not wait for what few ever read.
 */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
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

const refusedAsProblem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Whatever is not public needs a session or a token, and says so; the mark of what is public is ours alone. */
function declareSignIn({ paths }: OpenAPIObject): void {
  for (const { get, post, delete: remove } of Object.values(paths)) {
    for (const operation of [get, post, remove]) {
      if (operation === undefined) continue;
      const marked = operation as { [publicExtension]?: boolean };
      operation.security = marked[publicExtension] === true ? [] : [{ session: [] }, { bearer: [] }];
      if (marked[publicExtension] !== true) {
        operation.responses['400'] ??= { description: 'Two credentials came at once', content: refusedAsProblem };
        operation.responses['401'] ??= { description: 'Nobody is signed in', content: refusedAsProblem };
        operation.responses['403'] ??= { description: 'This person may not do it', content: refusedAsProblem };
      }
      delete marked[publicExtension];
    }
  }
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

/** Whatever is asked may come too often, or from a page of another site, or under another host's name. */
function declareLimits({ paths }: OpenAPIObject): void {
  for (const [path, { get, post, delete: remove }] of Object.entries(paths)) {
    for (const operation of [get, post, remove]) {
      if (operation === undefined) continue;
      operation.responses['421'] ??= {
        description: 'The request came to a name that is not this server’s',
        content: refusedAsProblem,
      };
      if (operation !== get) {
        operation.responses['403'] ??= { description: 'A page of another site asks', content: refusedAsProblem };
      }
      if (!path.startsWith('/api/v1/')) continue;
      operation.responses['429'] ??= {
        description: 'It was asked too often: Retry-After says in how many seconds to ask again',
        content: refusedAsProblem,
      };
    }
  }
}

/** Whatever changes something may come with a body that cannot be read, also where none is asked for. */
function declareBodies({ paths }: OpenAPIObject): void {
  for (const { post, delete: remove } of Object.values(paths)) {
    for (const operation of [post, remove]) {
      if (operation === undefined) continue;
      operation.responses['400'] ??= { description: 'The body cannot be read', content: refusedAsProblem };
      operation.responses['413'] ??= { description: 'The body is larger than 1 MB', content: refusedAsProblem };
      operation.responses['415'] ??= { description: 'The body is not JSON, or is packed', content: refusedAsProblem };
    }
  }
}

/** Whatever asks the database may find it away for a moment, or what it asks for held by somebody else. */
function declareOutage({ paths }: OpenAPIObject): void {
  for (const { get, post, delete: remove } of Object.values(paths)) {
    for (const operation of [get, post, remove]) {
      if (operation === undefined) continue;
      operation.responses['503'] ??= {
        description:
          'The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds',
        content: refusedAsProblem,
      };
    }
  }
}
