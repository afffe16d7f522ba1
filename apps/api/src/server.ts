import type { Database } from '#platform';
import { randomUUID } from 'node:crypto';
import type { Clock } from '#kernel';
import { BadRequestException, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.ts';
import { AllowedMethods } from './http/allowed-methods.ts';
import { bodyPipe } from './http/body-pipe.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { serveDocument } from './openapi.ts';
import { servePages } from './pages.ts';

const bodyBytesMost = 1_000_000;

/**
 * The HTTP server over a database and a clock, ready to listen: the product's and the tests' alike.
 * `archivedFolder`: of the embedded engine whose archive `/health/ready` tells of; null where there is none.
 * `pagesFolder`: the pages in the browser as they were built; null serves the API alone.
 */
export async function createServer(
  db: Database,
  clock: Clock,
  archivedFolder: string | null = null,
  pagesFolder: string | null = null,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytesMost,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    forceCloseConnections: 'idle', // a stop waits for answers, not for idle connections
    routerOptions: { maxParamLength: 600 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(db, clock, archivedFolder), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false, // Fastify's own: JSON and nothing else, see below
  });
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
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  serveDocument(app);
  if (pagesFolder !== null) await servePages(fastify, pagesFolder);
  return app;
}
