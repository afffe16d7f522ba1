import { type ActionCode, actionOf, type ReadingCode } from '#identity';
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { ByKey, Does, Shows, StepUp } from '../sign-in/signed-in.guard.ts';

const problems: Readonly<Record<number, string>> = {
  400: 'A field is not what it should be',
  401: 'Nobody is signed in: no session, or one that has ended',
  403: 'This person may not do it',
  404: 'There is no such thing',
  406: 'It does not come in that form',
  409: 'A ceiling, a state or another writer stands in the way',
  412: 'It was changed since it was read',
  413: 'The body is larger than 1 MB, a file larger than 10 MB',
  415: 'The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as',
  422: 'A rule forbids it, or the Idempotency-Key came with another request',
  428: 'If-Match is missing',
  429: 'It was tried too often',
  503: 'Somebody else’s server does not answer at the moment: ask again later',
};

/** The refusals an operation may answer with, as RFC 9457 problems. */
export function Refusals(...statuses: number[]): MethodDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: problems[status] ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}

/** Under which action of the table a route stands, in the OpenAPI document. */
export const actionExtension = 'x-recoup-action';

/** The action that a route takes: whether it asks for a fresh proof stands in the table of actions, and nowhere else. */
export function Takes(action: ActionCode): MethodDecorator {
  return applyDecorators(
    Does(action),
    ApiExtension(actionExtension, action),
    ...(actionOf(action).stepUp ? [StepUp()] : []),
    ...(actionOf(action).byKey ? [ByKey()] : []),
  );
}

/** Under which reading of the table a route stands, in the OpenAPI document. */
export const readingExtension = 'x-recoup-reading';

/** What a route reads: who reads it stands in the table of readings, and nowhere else. A key reads what its person reads. */
export function Reads(reading: ReadingCode): MethodDecorator {
  return applyDecorators(Shows(reading), ApiExtension(readingExtension, reading));
}

/** A request that writes: the action it is, a key so that a repeat takes effect once, and a dry run. */
export function Changes(action: ActionCode, summary: string): MethodDecorator {
  return applyDecorators(
    Takes(action),
    ApiOperation({ summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', minLength: 8, maxLength: 128 },
      description:
        'A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused',
    }),
    ApiQuery({
      name: 'dryRun',
      required: false,
      schema: { type: 'boolean' },
      description: 'Shows the answer and the postings there would be; nothing is written',
    }),
    Refusals(400, 401, 403, 404, 409, 413, 415, 422),
  );
}

/** A step in a document's life: also needs the version that was read. Answers 200. */
export function Transition(action: ActionCode, summary: string): MethodDecorator {
  return applyDecorators(
    Changes(action, summary),
    HttpCode(200),
    ApiHeader({
      name: 'If-Match',
      required: true,
      schema: { type: 'string' },
      description: 'The ETag that was read, or *',
    }),
    Refusals(412, 428),
  );
}
