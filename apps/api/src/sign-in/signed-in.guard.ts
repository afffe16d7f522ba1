import type { ActionCode, Asks, ReadingCode } from '#identity';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { KnownTokens } from './known-tokens.service.ts';
import { type Presented, presentedBy } from './presented.ts';
import { SessionCookie } from './session-cookie.ts';

const isPublicKey = 'recoup:is-public';
const stepUpKey = 'recoup:asks-step-up';
const byKeyKey = 'recoup:also-by-key';
const fromKey = 'recoup:from';
const readsKey = 'recoup:reads';
const takesKey = 'recoup:takes';
const ofOneselfKey = 'recoup:of-oneself';

/** The mark in the OpenAPI document; it is turned into "needs no sign-in" there. */
export const publicExtension = 'x-recoup-public';

/** Answered to anybody. Every other route asks who it is: one that is new and says nothing is refused. */
export function Public(): ClassDecorator & MethodDecorator {
  return applyDecorators(
    SetMetadata(isPublicKey, true),
    ApiExtension(publicExtension, true),
    RouteConfig({ [isPublicKey]: true }), // of a method alone: outside /api/v1 nobody is asked
  );
}

/**
 * Refuses whoever shows nothing that looks like one of our tokens, or a body beside a token that is none of ours, before a byte of the
 * body is read, and before anything is said of it. Errors: those of `presentedBy`, NotSignedIn.
 */
export async function checkShown(request: FastifyRequest, cookie: SessionCookie, tokens: KnownTokens): Promise<void> {
  const { url = '', config } = request.routeOptions;
  if (!url.startsWith('/api/v1/') || isPublicKey in config) return;
  await tokens.check(request, presentedBy(request, cookie));
}

/** Asks for a proof that is ten minutes old at most. */
export const StepUp = (): MethodDecorator => SetMetadata(stepUpKey, true);

/** Also done by the key of a program: it records. What reads is, without saying so. */
export const ByKey = (): MethodDecorator => SetMetadata(byKeyKey, true);

/** Also in less than a whole sign-in. */
export const From = (least: Asks['from']): MethodDecorator => SetMetadata(fromKey, least);

/** What is read: the table of readings says by whom. */
export const Shows = (reading: ReadingCode): MethodDecorator => SetMetadata(readsKey, reading);

/** What is done: the services ask the table of actions, each for its document. */
export const Does = (action: ActionCode): MethodDecorator => SetMetadata(takesKey, action);

/** Changes nothing but what is one's own: a session, a second factor, a key. No duty is asked. */
export const OfOneself = (): MethodDecorator => SetMetadata(ofOneselfKey, true);

type Target = ReturnType<ExecutionContext['getHandler']>;

/** Whether a route is public, or reads under a reading of the table, or changes something under an action or what is one's own. */
export function saysWhoMay(reflector: Reflector, route: Target[], { isReading }: { isReading: boolean }): boolean {
  const marks = [isPublicKey, ...(isReading ? [readsKey] : [takesKey, ofOneselfKey])];
  return marks.some((key) => reflector.getAllAndOverride<unknown>(key, route) !== undefined);
}

export function isPublic(reflector: Reflector, route: Target[]): boolean {
  return reflector.getAllAndOverride<boolean | undefined>(isPublicKey, route) === true;
}

/** What changes the books can be tried without effect; what is of oneself cannot. */
export function canBeTried(reflector: Reflector, route: Target[]): boolean {
  return reflector.getAllAndOverride<unknown>(takesKey, route) !== undefined;
}

/** What a route asks of whoever asks it, and whether somebody has found out who that is. */
export interface Asked {
  readonly presented: Presented;
  readonly asks: Asks;
  /** What it reads; undefined for what changes something. */
  readonly reads: ReadingCode | undefined;
  isAnswered: boolean;
}

const asked = new WeakMap<FastifyRequest, Asked>();

/**
 * Lets a request pass to a public route, or with something that looks like one of our tokens. Whose it is, the first
 * statement of the request's transaction finds out (`Requests`): so it costs no trip of its own, and holds for that
 * transaction. A route that answers without asking is stopped on its way out, see `wentUnasked`.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    if (isPublic(this.reflector, route)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const said = <T>(key: string): T | undefined => this.reflector.getAllAndOverride<T | undefined>(key, route);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const asks: Asks = {
      stepUp: said<boolean>(stepUpKey) ?? false,
      byKey: said<boolean>(byKeyKey) ?? isReading,
      isReading,
      from: said<Asks['from']>(fromKey) ?? 'WHOLE',
    };
    const reads = said<ReadingCode>(readsKey);
    asked.set(request, { presented: presentedBy(request, this.cookie), asks, reads, isAnswered: false });
    return true;
  }
}

/** Errors: a plain Error on a public route, which knows nobody. */
export function askedOf(request: FastifyRequest): Readonly<Asked> {
  const found = asked.get(request);
  if (found === undefined) throw new Error(`${request.method} ${request.url} is public and asks who acts.`);
  return found;
}

/** Undefined on a public route, which asks nobody. */
export function askedAtAll(request: FastifyRequest): Readonly<Asked> | undefined {
  return asked.get(request);
}

/** To be called once it is known who asks. */
export function isKnown(request: FastifyRequest): void {
  const found = asked.get(request);
  if (found !== undefined) found.isAnswered = true;
}

/** A route that is not public and never found out who asks: nothing of it may leave the house. */
export function wentUnasked(request: FastifyRequest): boolean {
  return asked.get(request)?.isAnswered === false;
}
