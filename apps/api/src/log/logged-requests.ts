import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf, type LogLine, type TechnicalLog } from './technical-log.ts';

/** Who asked, as far as the guard and the transaction found out; codes, no names. */
export type Acting = Pick<LogLine, 'session' | 'person' | 'role' | 'tenant'>;

const acting = new WeakMap<object, Acting>();
const outcomes = new WeakMap<object, string>();

/** For whoever finds out who asks: what the log says of the request from here on. */
export function actedBy(request: FastifyRequest, facts: Acting): void {
  acting.set(request, { ...acting.get(request), ...facts });
}

// What an id of the books looks like; anything else in an address is somebody's text.
const plainId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** One line for each answer. The address is logged as its route, and an id in it only where the request has found it. */
export function logRequests(fastify: FastifyInstance, log: TechnicalLog): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (type.startsWith('application/problem+json') && typeof payload === 'string') {
      outcomes.set(request, String((JSON.parse(payload) as { code?: unknown }).code));
    }
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'no such route';
    const { id = null } = { id: Object.values((request.params ?? {}) as Record<string, string>)[0] };
    const found = reply.statusCode < 400 && id !== null && plainId.test(id);
    log.write({
      event: 'request',
      requestId: request.id,
      session: null,
      person: null,
      role: null,
      tenant: null,
      ...acting.get(request),
      method: request.method,
      route,
      kind: kindOf(route),
      object: found ? id : null,
      outcome: outcomes.get(request) ?? String(reply.statusCode),
      status: reply.statusCode,
      milliseconds: Math.ceil(reply.elapsedTime),
      address: networkOf(request.ip),
    });
  });
}

/** "/api/v1/charges/:id/receipt" is about charges. */
function kindOf(route: string): string | null {
  return /^\/api\/v1\/([a-z-]+)/.exec(route)?.[1] ?? null;
}
