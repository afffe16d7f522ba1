import { DomainError, TooOften } from '#kernel';
import { damageOf, faultOf, isStorageFull, isUnreachable } from '#platform';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  HttpStatus,
  MethodNotAllowedException,
  NotFoundException,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TechnicalLog } from '../log/technical-log.ts';
import { AllowedMethods } from './allowed-methods.ts';
import { factsOfDomainError, problem, type ProblemFacts, type ProblemField, problemHeaders } from './problem.ts';
import { isRefused } from './refused-acts.service.ts';

/** The one place where an error becomes an answer: RFC 9457, with a stable code, and nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly allowed: AllowedMethods,
    private readonly log: TechnicalLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    isRefused(request, error);
    const allowed = error instanceof NotFoundException ? this.allowed.of(request.url) : [];
    if (allowed.length > 0 && !allowed.includes(request.method)) void reply.header('allow', allowed.join(', '));
    const facts = factsOf(reply.hasHeader('allow') ? new MethodNotAllowedException(notAllowed(request.method)) : error);
    const passes = facts.status === Number(HttpStatus.SERVICE_UNAVAILABLE) && facts.code !== damaged;
    if (passes) void reply.header('retry-after', '5');
    if (error instanceof TooOften) void reply.header('retry-after', String(error.retryAfterSeconds));
    if (facts.status === Number(HttpStatus.UNAUTHORIZED)) void reply.header('www-authenticate', 'Bearer');
    if (facts.status >= 500 && !(error instanceof DomainError)) {
      const route = request.routeOptions.url ?? 'no such route';
      const damage = damageOf(error); // a block and a file of the database, and nothing that was written there
      const found = damage === null ? {} : { damage };
      this.log.write({ event: 'fault', requestId: request.id, route, ...faultOf(error), ...found });
    }
    void reply
      .status(facts.status)
      .headers(problemHeaders)
      .send(JSON.stringify(problem(facts, { url: request.url, requestId: request.id })));
  }
}

/** The one 503 that waiting does not mend. */
const damaged = 'DATABASE_DAMAGED';

function notAllowed(method: string): string {
  return method === 'DELETE' || method === 'PATCH' || method === 'PUT'
    ? `Nothing in the books is changed or deleted by ${method}: correct it by a credit note, or take the step that the document offers.`
    : `This address does not take ${method}.`;
}

function factsOf(error: unknown): ProblemFacts {
  if (error instanceof DomainError) {
    return factsOfDomainError(error);
  }
  if (error instanceof InvalidBody) {
    const code = error.isQuery ? 'INVALID_QUERY' : 'INVALID_BODY';
    return { status: HttpStatus.BAD_REQUEST, code, detail: error.message, errors: error.fields };
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return { status, code: codeOfStatus(status), detail: inOurWords(error) };
  }
  // Fastify's own: a body that is not JSON, too large, of another media type.
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return {
      status: statusCode,
      code: code?.replace(/^FST_ERR_(CTP_)?/, '') ?? codeOfStatus(statusCode),
      detail: message ?? 'The request cannot be read.',
    };
  }
  if (isUnreachable(error)) {
    return {
      status: HttpStatus.SERVICE_UNAVAILABLE,
      code: 'DATABASE_UNREACHABLE',
      detail:
        'The database does not answer at the moment. Repeat the request with the same Idempotency-Key: it takes effect once.',
    };
  }
  if (isStorageFull(error)) {
    return {
      status: HttpStatus.SERVICE_UNAVAILABLE,
      code: 'STORAGE_FULL',
      detail:
        'The disk of the database is full. Nothing was written. Make room on it, then repeat the request with the same Idempotency-Key.',
    };
  }
  if (damageOf(error) !== null) {
    return {
      status: HttpStatus.SERVICE_UNAVAILABLE,
      code: damaged,
      detail:
        'The database cannot read what it has written. Nothing was written. The log names the page: keep the folder as it is, and restore a backup beside it.',
    };
  }
  return faultFacts;
}

/** What the framework says of a request, as it begins, and what the books say instead. */
const ofTheFramework: readonly (readonly [begins: RegExp, sentence: string])[] = [
  [/^Cannot [A-Z]+ \//, 'There is nothing at this address. /api/docs shows every address there is.'],
  [
    /^Unsupported Media Type/i,
    'This address does not take a body of this Content-Type: it takes application/json, or what /api/docs names for it. Nothing was written.',
  ],
  [
    /^Request body is too large/i,
    'The body is too large: a request of fields has 1 MB at most, a file of evidence 10 MB. Nothing was written.',
  ],
];

function inOurWords({ message }: HttpException): string {
  return ofTheFramework.find(([begins]) => begins.test(message))?.[1] ?? message;
}

const faultFacts: ProblemFacts = {
  status: HttpStatus.INTERNAL_SERVER_ERROR,
  code: 'INTERNAL_ERROR',
  detail:
    'Something is wrong on our side. Nothing was written: the transaction was rolled back. Please report the request id.',
};

/** The answer to what should not have happened. */
export function faultOfOurs(at: { url: string; requestId: string }): { status: number; body: string } {
  return { status: faultFacts.status, body: JSON.stringify(problem(faultFacts, at)) };
}

function codeOfStatus(status: number): string {
  return (HttpStatus[status] ?? 'HTTP_ERROR').toString();
}

/** A body, or the parameters behind the ? of an address, whose form is wrong, with every field that is. */
export class InvalidBody extends Error {
  readonly isQuery: boolean;

  constructor(
    readonly fields: ProblemField[],
    { isQuery = false } = {},
  ) {
    const after = isQuery ? 'Nothing was read.' : 'Nothing was written.';
    super(
      fields.length === 1 && fields[0] !== undefined
        ? `${fields[0].detail}. ${after}`
        : `${fields.length} ${isQuery ? 'parameters' : 'fields'} are wrong. ${after}`,
    );
    this.isQuery = isQuery;
  }
}
