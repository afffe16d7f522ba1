/**
 * A broken rule of the domain, as a statement. One subclass per rule; the name of the subclass is the stable code
 * ("AgreementCeilingExceeded" -> AGREEMENT_CEILING_EXCEEDED) that the API, the CLI and the tests know it by.
 * Whoever throws one has written nothing: the transaction around it is rolled back.
 */
export abstract class DomainError extends Error {
  /** How the outside should read it: a malformed request, a missing thing, a rule that forbids it, or a clash in time. */
  abstract readonly kind: DomainErrorKind;

  /** JSON pointer to the field of the request that is wrong, where there is one: "/quantity". */
  readonly pointer: string | undefined;

  /**
   * True where the same request may be judged otherwise a moment later: it is no answer to keep for whoever repeats it. A
   * ceiling or a state is judged as it is, and whoever asks anew asks with a new key.
   */
  readonly isOfTheMoment: boolean = false;

  /** Where a list was judged and several of it are refused: the others that are, in its order. Empty where it is this one alone. */
  readonly others: readonly DomainError[] = [];

  constructor(message: string, pointer?: string) {
    super(message);
    this.name = new.target.name;
    this.pointer = pointer;
  }

  get code(): string {
    return this.name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toUpperCase();
  }
}

/**
 * MALFORMED  the text is not what the field holds        (HTTP 400)
 * UNKNOWN    the thing named does not exist               (HTTP 404 in a path, 422 in a body)
 * REFUSED    a rule of the domain forbids it              (HTTP 422)
 * CONFLICT   the books have moved on, or a ceiling is hit (HTTP 409)
 * STALE      it was changed after the reader last saw it   (HTTP 412)
 * FORBIDDEN  this person may not do it                    (HTTP 403)
 * UNPROVEN   nobody has proven who asks                   (HTTP 401)
 * UNFIT      a file is not of a kind that is taken        (HTTP 415)
 * TOO_OFTEN  it was tried too often in too short a time   (HTTP 429)
 * HELD       somebody else holds it at the moment         (HTTP 503)
 */
export type DomainErrorKind =
  | 'MALFORMED'
  | 'UNKNOWN'
  | 'REFUSED'
  | 'CONFLICT'
  | 'STALE'
  | 'FORBIDDEN'
  | 'UNPROVEN'
  | 'TOO_OFTEN'
  | 'HELD'
  | 'UNFIT';

export abstract class Malformed extends DomainError {
  readonly kind = 'MALFORMED';
}
export abstract class Unknown extends DomainError {
  readonly kind = 'UNKNOWN';
}
export abstract class Refused extends DomainError {
  readonly kind = 'REFUSED';
}
export abstract class Conflict extends DomainError {
  readonly kind = 'CONFLICT';
}
export abstract class Stale extends DomainError {
  readonly kind = 'STALE';
}
export abstract class Forbidden extends DomainError {
  readonly kind = 'FORBIDDEN';
}
export abstract class Unproven extends DomainError {
  readonly kind = 'UNPROVEN';
}
export abstract class Unfit extends DomainError {
  readonly kind = 'UNFIT';
}
export abstract class Held extends DomainError {
  readonly kind = 'HELD';
  override readonly isOfTheMoment = true;
}
/** `retryAfterSeconds`: when it may be tried again. */
export abstract class TooOften extends DomainError {
  readonly kind = 'TOO_OFTEN';
  override readonly isOfTheMoment = true;

  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

/** What the sentence of a refusal names, each as text under a name of its own: whoever says it in another language needs it apart. */
export type Parts = Readonly<Record<string, string>>;

/**
 * Runs `work`, whose errors are read and not thrown, such as why each action of a page of documents is not offered: made
 * without the stack, which costs more than all the rest of them. Where the program itself fails in it, it is run once more, so
 * that the log is told where.
 */
export function withoutStack<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return work();
}

/** Where a rule answers why not: it is thrown, and where it answers null nothing happens. */
export function refuse(refusal: DomainError | null): void {
  if (refusal !== null) throw refusal;
}

/**
 * Throws the first of them with the others behind it, ten in all: whoever sent a list mends it once, and not once for each.
 * Nothing happens where there is none.
 */
export function refuseAll(refusals: readonly DomainError[]): void {
  const [first, ...others] = refusals.slice(0, 10);
  if (first !== undefined) throw Object.assign(first, { others });
}

/** Runs `work`; a domain error that comes out of it is placed below this pointer. For readers of rows and files. */
export function at<T>(pointer: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw placed(error, pointer);
  }
}

/** `at` for work that takes time. */
export async function atAsync<T>(pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw placed(error, pointer);
  }
}

/**
 * Runs `work`; a domain error that it places at one of these fields is said at the other: what the rule calls the day of
 * delivery, a trip calls the day it ended.
 */
export function fieldsAs<T>(names: Readonly<Record<string, string>>, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw renamed(error, names);
  }
}

/** `fieldsAs` for work that takes time. */
export async function fieldsAsAsync<T>(names: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw renamed(error, names);
  }
}

function renamed(error: unknown, names: Readonly<Record<string, string>>): unknown {
  const name = error instanceof DomainError ? names[error.pointer ?? ''] : undefined;
  return name === undefined ? error : Object.assign(error as DomainError, { pointer: name });
}

function placed(error: unknown, pointer: string): unknown {
  return error instanceof DomainError ? placedAt(pointer, error) : error;
}

/** The same refusal and those behind it, below this pointer. */
export function placedAt(pointer: string, error: DomainError): DomainError {
  for (const one of [error, ...error.others]) {
    const whole = pointer + (one.pointer ?? '');
    Object.assign(one, { pointer: whole === '' ? undefined : whole });
  }
  return error;
}
