import { createHash } from 'node:crypto';
import { TooOften } from '#kernel';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SessionCookie } from '../sign-in/session-cookie.ts';

/** How often one session, one key or, where neither is shown, one address may ask. Null: as often as it likes. */
export interface Limits {
  readonly requestsPerMinute: number | null;
  /** Reports and documents as PDF, and archives, which are made of them. */
  readonly papersPerMinute: number | null;
  /** Tables as CSV, and archives of documents that somebody chose. */
  readonly tablesPerHour: number | null;
  /**
   * Of one person, by whichever sessions and keys: what carries much out at once. A whole biennium, the log of acts as a file, all
   * that is held of a traveller.
   */
  readonly exportsPerHour: number | null;
}

export const usualLimits: Limits = {
  requestsPerMinute: 600,
  papersPerMinute: 30,
  tablesPerHour: 60,
  exportsPerHour: 5,
};
export const noLimits: Limits = {
  requestsPerMinute: null,
  papersPerMinute: null,
  tablesPerHour: null,
  exportsPerHour: null,
};

/** PDFs that are made for one session at the same time; more would take the machine from whoever posts. */
export const papersAtOnce = 2;

/** And for all sessions together: each holds one of the twenty connections to the database, and the others are for whoever posts. */
export const papersAtOnceInAll = 10;

/** Many sessions may come from one house: an address asks this many times as often as a session, and no oftener. */
export const sessionsOfAnAddress = 10;

/** Whose the token is that came; null where it is nobody's. */
export type PersonOf = (request: FastifyRequest) => Promise<string | null>;

interface Rule {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
  readonly key: (request: FastifyRequest) => string | Promise<string>;
  readonly isFor: (request: FastifyRequest) => boolean;
}

/**
 * Counts every request to the API before anything is read of it. Who asks is not known yet: what is counted is the token,
 * whosever it is, and its address, so that made-up tokens are no way round. Of exports, which are few, `personOf` finds out whose
 * it is: a new session brings nobody more of them. The answer says how much is left (RateLimit and
 * RateLimit-Policy, draft-ietf-httpapi-ratelimit-headers), and a refusal when to come back. Counts are this server's own
 * and begin at nought with it; of sign-ins the books keep count.
 */
export async function limitRequests(
  fastify: FastifyInstance,
  { limits, cookie, personOf }: { limits: Limits; cookie: SessionCookie; personOf: PersonOf },
): Promise<void> {
  await fastify.register(fastifyRateLimit, { global: false });
  const { requestsPerMinute, papersPerMinute, tablesPerHour, exportsPerHour } = limits;
  const asker = (request: FastifyRequest): string => tokenOf(request, cookie) ?? request.ip;
  const rules: Rule[] = [];
  const add = (most: number | null, rule: Omit<Rule, 'most'>): void => {
    if (most !== null) rules.push({ most, ...rule });
  };
  add(requestsPerMinute, { name: 'requests', seconds: 60, key: asker, isFor: () => true });
  add(requestsPerMinute === null ? null : requestsPerMinute * sessionsOfAnAddress, {
    ...{ name: 'address', seconds: 60, key: ({ ip }) => ip, isFor: () => true },
  });
  add(papersPerMinute, { name: 'papers', seconds: 60, key: asker, isFor: isPaper });
  add(tablesPerHour, { name: 'tables', seconds: 3600, key: asker, isFor: isTable });
  const person = async (request: FastifyRequest): Promise<string> => {
    const code = await personOf(request);
    return code === null ? asker(request) : `person ${code}`;
  };
  add(exportsPerHour, { name: 'exports', seconds: 3600, key: person, isFor: isExport });
  const counters = rules.map((rule) => ({
    rule,
    count: fastify.createRateLimit({ max: rule.most, timeWindow: rule.seconds * 1000, keyGenerator: rule.key }),
  }));
  const making = new Map<string, number>();
  let makingInAll = 0;
  fastify.addHook('onRequest', async (request, reply) => {
    if (!addressOf(request).startsWith('/api/v1/')) return;
    const told: { policy: string; left: string }[] = [];
    let wait = 0;
    for (const { rule, count } of counters) {
      if (!rule.isFor(request)) continue;
      const counted = await count(request);
      if (counted.isAllowed) continue; // of a list of addresses that are not counted: there is none
      told.push({
        policy: `"${rule.name}";q=${rule.most};w=${rule.seconds}`,
        left: `"${rule.name}";r=${counted.remaining};t=${counted.ttlInSeconds}`,
      });
      if (counted.isExceeded) wait = Math.max(wait, counted.ttlInSeconds, 1);
    }
    if (told.length > 0) {
      void reply.header('ratelimit-policy', told.map(({ policy }) => policy).join(', '));
      void reply.header('ratelimit', told.map(({ left }) => left).join(', '));
    }
    if (wait > 0) throw new AskedTooOften(wait);
    if (papersPerMinute === null || !isPaper(request)) return;
    const key = asker(request);
    if ((making.get(key) ?? 0) >= papersAtOnce) throw new TooManyAtOnce(papersAtOnce, 'for you');
    if (makingInAll >= papersAtOnceInAll) throw new TooManyAtOnce(papersAtOnceInAll, 'for everybody together');
    making.set(key, (making.get(key) ?? 0) + 1);
    makingInAll += 1;
    let isDone = false;
    const done = (): void => {
      if (isDone) return;
      isDone = true;
      makingInAll -= 1;
      const left = (making.get(key) ?? 1) - 1;
      if (left === 0) making.delete(key);
      else making.set(key, left);
    };
    reply.raw.once('finish', done).once('close', done); // whoever goes away before the end frees the place too
  });
}

/** What stands for the session in the counts: never the token itself. */
function tokenOf(request: FastifyRequest, cookie: SessionCookie): string | null {
  const shown = request.headers.authorization ?? cookie.valuesIn(request)[0];
  return shown === undefined ? null : createHash('sha256').update(shown).digest('base64url');
}

function isPaper(request: FastifyRequest): boolean {
  return /\/(pdf|bundle|zip)(\?|$)/.test(addressOf(request)) || /application\/pdf/.test(request.headers.accept ?? '');
}

/** What is counted by the hour. */
export function takesMuchOut(request: FastifyRequest): boolean {
  return isExport(request) || isTable(request);
}

function isTable(request: FastifyRequest): boolean {
  if (isExport(request)) return false;
  return /\/zip(\?|$)/.test(addressOf(request)) || /text\/csv/.test(request.headers.accept ?? '');
}

function isExport(request: FastifyRequest): boolean {
  const address = addressOf(request);
  if (request.method === 'POST' && /\/exports(\?|$)/.test(address)) return true;
  return /\/bundle(\?|$)|\/edit-logs\//.test(address); // the log is whole in each of its forms
}

/** Of the route that answers: an address can be spelled in many ways ("/bundl%65"). What no route answers is as it was asked. */
function addressOf({ routeOptions, url }: FastifyRequest): string {
  return routeOptions.url ?? url;
}

export class AskedTooOften extends TooOften {
  constructor(seconds: number) {
    super(`This was asked too often. Ask again in ${seconds} seconds. Nothing was written.`, seconds);
  }
}

export class TooManyAtOnce extends TooOften {
  constructor(most: number, forWhom: 'for you' | 'for everybody together') {
    super(`${most} papers are being made ${forWhom} already. Ask again when one is there.`, 1);
  }
}
