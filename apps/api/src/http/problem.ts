import type { DomainError, DomainErrorKind } from '#kernel';
import { HttpStatus } from '@nestjs/common';
import { Shown, ShownList } from './fields.ts';

export class ProblemField {
  @Shown({ example: '/quantity', description: 'JSON pointer to the field (RFC 6901)' })
  pointer: string;

  @Shown({ example: 'NOT_A_QUANTITY' })
  code: string;

  @Shown({ example: '"0" is not a quantity: more than zero, at most 1,000,000,000, at most six decimals.' })
  detail: string;
}

/** RFC 9457. `code` is stable; `detail` is for people. */
export class Problem {
  @Shown({ example: '/api/problems/AGREEMENT_CEILING_EXCEEDED' })
  type: string;

  @Shown({ example: 'Agreement ceiling exceeded' })
  title: string;

  @Shown({ type: 'integer', example: 409 })
  status: number;

  @Shown({ example: 'Agreement CRA-2025-001 allows USD 50,000.00 and bears USD 48,988.52; ...' })
  detail: string;

  @Shown({ example: '/api/v1/charges/A1-01/certification' })
  instance: string;

  @Shown({ example: 'AGREEMENT_CEILING_EXCEEDED' })
  code: string;

  @ShownList(() => ProblemField)
  errors: ProblemField[];

  @Shown({ example: 'req-4f' })
  requestId: string;
}

const statusOf: Readonly<Record<DomainErrorKind, number>> = {
  MALFORMED: HttpStatus.BAD_REQUEST,
  UNKNOWN: HttpStatus.NOT_FOUND,
  REFUSED: HttpStatus.UNPROCESSABLE_ENTITY,
  CONFLICT: HttpStatus.CONFLICT,
  STALE: HttpStatus.PRECONDITION_FAILED,
  FORBIDDEN: HttpStatus.FORBIDDEN,
  UNPROVEN: HttpStatus.UNAUTHORIZED,
  TOO_OFTEN: HttpStatus.TOO_MANY_REQUESTS,
  HELD: HttpStatus.SERVICE_UNAVAILABLE,
  UNFIT: HttpStatus.UNSUPPORTED_MEDIA_TYPE,
};

/** Something unknown that a body names is an unprocessable body; unknown in the address, it is not found. */
function statusOfDomainError(error: DomainError): number {
  return error.kind === 'UNKNOWN' && error.pointer !== undefined
    ? HttpStatus.UNPROCESSABLE_ENTITY
    : statusOf[error.kind];
}

export const problemHeaders = { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'en' };

export interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: ProblemField[];
}

export function factsOfDomainError(error: DomainError): ProblemFacts {
  return {
    status: statusOfDomainError(error),
    code: error.code,
    detail: error.message,
    errors: [error, ...error.others].flatMap(({ pointer, code, message: detail }) =>
      pointer === undefined ? [] : [{ pointer, code, detail }],
    ),
  };
}

export function problem(
  { status, code, detail, errors = [] }: ProblemFacts,
  at: { url: string; requestId: string },
): Problem {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return {
    type: `/api/problems/${code}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    detail,
    instance: at.url.startsWith('/') ? (at.url.split('?')[0] ?? at.url) : '/', // "*", or with a host in it
    code,
    errors,
    requestId: at.requestId,
  };
}
