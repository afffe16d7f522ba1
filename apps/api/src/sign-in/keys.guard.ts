import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Requests } from '../http/requests.ts';
import { askedAtAll } from './signed-in.guard.ts';

/**
 * Refuses a key what a key may not, before anything is said of what was sent. Whose key it is, is found out first: the refusal
 * is an act of its owner, and a key that is none is nobody's.
 */
@Injectable()
export class KeysGuard implements CanActivate {
  constructor(private readonly requests: Requests) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = askedAtAll(request);
    if (asked?.presented.kind === 'API_KEY' && !asked.asks.byKey)
      await this.requests.read({ request }, () => Promise.resolve());
    return true;
  }
}
