import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { evidencePath } from '../charges/evidence.upload.ts';
import { canBeTried, isPublic } from '../sign-in/signed-in.guard.ts';
import { InvalidBody } from './problem.filter.ts';

/**
 * A route that asks for no fields takes none, behind its ? and in a body alike: whoever sends one believes that it does something.
 * Fields of a route that asks for some are held against its schema, by the body pipe. Errors: InvalidBody.
 */
@Injectable()
export class NothingElse implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    if (isPublic(this.reflector, [handler, controller])) return true; // an issuer sends along what it likes
    const { query, body, headers, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = argumentsOf(controller, handler.name);
    const names = canBeTried(this.reflector, [handler, controller]) ? ['dryRun'] : [];
    const known = [...names, ...(asked.get(RouteParamtypes.QUERY)?.map((name) => name ?? null) ?? [])];
    if (!known.includes(null)) checkNone(query, { known: known.filter((name) => name !== null), isQuery: true });
    const isJson = headers['content-type']?.startsWith('application/json') === true;
    if (routeOptions.url === evidencePath) return true; // it takes a file, and says so to whoever sends JSON
    if (isJson && !asked.has(RouteParamtypes.BODY)) checkNone(body, { known: [], isQuery: false });
    return true;
  }
}

/** Of each kind of argument, under which names it is asked for; undefined where it is asked for whole, by its schema. */
function argumentsOf(controller: object, handler: string): Map<RouteParamtypes, (string | undefined)[]> {
  const found = new Map<RouteParamtypes, (string | undefined)[]>();
  const marked = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { data?: string }
  >;
  for (const [key, { data }] of Object.entries(marked)) {
    const kind = Number(key.split(':')[0]) as RouteParamtypes;
    found.set(kind, [...(found.get(kind) ?? []), data]);
  }
  return found;
}

function checkNone(fields: unknown, { known, isQuery }: { known: readonly string[]; isQuery: boolean }): void {
  if (typeof fields !== 'object' || fields === null) return;
  const others = Object.keys(fields).filter((name) => !known.includes(name));
  if (others.length === 0) return;
  const kind = isQuery ? 'parameter' : 'field';
  const there = known.length === 0 ? `there is none` : `there is ${known.join(', ')}`;
  throw new InvalidBody(
    others.map((name) => ({
      pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'UNKNOWN_FIELD',
      detail: `There is no ${kind} "${name}" here; ${there}`,
    })),
    { isQuery },
  );
}
