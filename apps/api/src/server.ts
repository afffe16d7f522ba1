import { type Database, faultOf } from '#platform';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '#kernel';
import { BadRequestException, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule, type Surroundings } from './api.module.ts';
import { AllowedMethods } from './http/allowed-methods.ts';
import { takeEvidence } from './charges/evidence.upload.ts';
import { bodyPipe } from './http/body-pipe.ts';
import { takeJson } from './http/json-body.ts';
import { limitRequests, noLimits, takesMuchOut } from './http/limits.ts';
import { protect } from './http/protection.ts';
import { SameOrigin } from './http/same-origin.ts';
import { problemHeaders } from './http/problem.ts';
import { faultOfOurs, ProblemFilter } from './http/problem.filter.ts';
import { RefusedActs } from './http/refused-acts.service.ts';
import { logRequests } from './log/logged-requests.ts';
import { faultsOnTheTerminal, TechnicalLog } from './log/technical-log.ts';
import { serveDocument } from './openapi.ts';
import { servePages } from './pages.ts';
import { KnownTokens } from './sign-in/known-tokens.service.ts';
import { takeLogoutForm } from './sign-in/logout-form.ts';
import { SessionCookie } from './sign-in/session-cookie.ts';
import { Unread } from './http/unread.ts';
import { checkTaken } from './http/what-is-taken.ts';
import { refuseWhileStopping } from './http/while-stopping.ts';
import { shownBy } from './sign-in/presented.ts';
import { checkShown, wentUnasked } from './sign-in/signed-in.guard.ts';

const bodyBytesMost = 1_000_000;

/** How long whoever sends may take over it. In milliseconds; the slow are looked for four times as often as the shortest. */
export const usualPatience = { headers: 10_000, request: 60_000, idle: 20_000 } as const;

/** The HTTP server over a database and a clock, ready to listen: the product's and the tests' alike. */
export async function createServer(
  db: Database,
  clock: Clock,
  {
    archivedFolder = null,
    publicUrl = null,
    trustedProxies = [],
    limits = noLimits,
    patience = usualPatience,
    openId = null,
    scanner = null,
    pagesFolder = null,
    keys,
    log = new TechnicalLog(faultsOnTheTerminal, clock),
    secretsKeyFile = join('.recoup', 'keys', 'secrets.key'),
  }: Partial<Surroundings> = {},
): Promise<NestFastifyApplication> {
  const unread = new Unread(log, publicUrl !== null);
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytesMost,
    genReqId: () => randomUUID(),
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    http: {
      headersTimeout: patience.headers,
      connectionsCheckingInterval: Math.ceil(patience.headers / 4),
      maxHeaderSize: 16_384,
      requireHostHeader: false, // asked for below, with an answer as all are
    },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      unread.onAddress(error, request.raw, reply.raw);
    },
    clientErrorHandler: (error, socket) => {
      unread.onBytes(error, socket);
    },
    forceCloseConnections: 'idle', // a stop waits for answers, not for idle connections
    return503OnClosing: false, // said below, as all refusals are
    routerOptions: { maxParamLength: 600 },
    // Only these say from where a request came. Everybody else who sends X-Forwarded-For has made it up.
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.over(db, clock, { archivedFolder, publicUrl, secretsKeyFile, openId, keys, scanner, log }),
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
  app.useGlobalFilters(new ProblemFilter(allowed, log));
  unread.watch(fastify.server);
  logRequests(fastify, log);
  refuseWhileStopping(fastify);
  takeJson(fastify);
  takeLogoutForm(fastify);
  takeEvidence(fastify);
  fastify.addHook('preParsing', async (request, reply) => {
    await checkShown(request, app.get(SessionCookie), app.get(KnownTokens));
    checkTaken(request, reply);
  });
  const sameOrigin = new SameOrigin(publicUrl);
  fastify.addHook('onRequest', async (request) => {
    if (!namesOneHost(request)) throw new BadRequestException('A request names one host.'); // Node takes the first of two
    sameOrigin.check(request, { takesMuchOut: takesMuchOut(request) });
    if (request.url.includes('%00')) throw new BadRequestException('An address holds no NUL.'); // PostgreSQL holds none
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-request-id', request.id);
    protect(request, reply, { isBehindTls: publicUrl !== null });
    if (reply.statusCode === 403) await keptRefusal(app.get(RefusedActs), request, log);
    if (reply.statusCode >= 400 || !wentUnasked(request)) return payload;
    const route = request.routeOptions.url ?? '';
    log.write({ event: 'fault', requestId: request.id, route, fault: 'answers without asking who acts' });
    const { status, body } = faultOfOurs({ url: request.url, requestId: request.id });
    void reply.status(status).removeHeader('content-disposition').headers(problemHeaders);
    return body;
  });
  await limitRequests(fastify, {
    limits,
    cookie: app.get(SessionCookie),
    personOf: async (request) => {
      const presented = shownBy(request, app.get(SessionCookie));
      return presented === null ? null : app.get(KnownTokens).personOf(presented);
    },
  });
  serveDocument(app);
  if (pagesFolder !== null) await servePages(fastify, pagesFolder);
  return app;
}

function namesOneHost({ raw }: FastifyRequest): boolean {
  const hosts = raw.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
  const inAddress = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(raw.url ?? '')?.[1];
  if (inAddress !== undefined && inAddress.toLowerCase() !== raw.headers.host?.toLowerCase()) return false;
  return hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
}

/** Whoever is refused is refused, whether or not the books can say so at the moment: then the technical log does. */
async function keptRefusal(acts: RefusedActs, request: FastifyRequest, log: TechnicalLog): Promise<void> {
  try {
    await acts.keep(request, 403);
  } catch (error) {
    log.write({ event: 'fault', requestId: request.id, route: request.routeOptions.url ?? '', ...faultOf(error) });
  }
}
