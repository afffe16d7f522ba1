import type { Database } from '#platform';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '#kernel';
import { BadRequestException, Logger, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type Surroundings } from './api.module.ts';
import { AllowedMethods } from './http/allowed-methods.ts';
import { bodyPipe } from './http/body-pipe.ts';
import { problemHeaders } from './http/problem.ts';
import { faultOfOurs, ProblemFilter } from './http/problem.filter.ts';
import { serveDocument } from './openapi.ts';
import { wentUnasked } from './sign-in/signed-in.guard.ts';

const bodyBytesMost = 1_000_000;
const log = new Logger('Server');

/** The HTTP server over a database and a clock, ready to listen: the product's and the tests' alike. */
export async function createServer(
  db: Database,
  clock: Clock,
  {
    archivedFolder = null,
    publicUrl = null,
    secretsKeyFile = join('.recoup', 'keys', 'secrets.key'),
  }: Partial<Surroundings> = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytesMost,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    forceCloseConnections: 'idle', // a stop waits for answers, not for idle connections
    routerOptions: { maxParamLength: 600 },
    trustProxy: publicUrl === null ? false : 'loopback', // a proxy on this machine says from where a request came
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.over(db, clock, { archivedFolder, publicUrl, secretsKeyFile }),
    adapter,
    {
      logger: ['error', 'warn'],
      bodyParser: false, // Fastify's own: JSON and nothing else, see below
    },
  );
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
      { path: 'metrics', method: RequestMethod.GET },
      { path: 'api/problems/:code', method: RequestMethod.GET },
    ],
  });
  app.useGlobalPipes(bodyPipe());
  const fastify = app.getHttpAdapter().getInstance();
  const allowed = new AllowedMethods();
  allowed.watch(fastify);
  app.useGlobalFilters(new ProblemFilter(allowed));
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async ({ url }) => {
    if (url.includes('%00')) throw new BadRequestException('An address holds no NUL.'); // PostgreSQL holds none
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-request-id', request.id);
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    if (reply.statusCode >= 400 || !wentUnasked(request)) return payload;
    log.error(`${request.id} ${request.method} ${request.routeOptions.url ?? ''} answers without asking who acts.`);
    const { status, body } = faultOfOurs({ url: request.url, requestId: request.id });
    void reply.status(status).removeHeader('content-disposition').headers(problemHeaders);
    return body;
  });
  serveDocument(app);
  return app;
}
