import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Requests } from '../http/requests.ts';
import { KnownTokens } from './known-tokens.service.ts';
import { type Asked, askedAtAll } from './signed-in.guard.ts';

/**
 * Refuses a key what a key may not, before anything is said of what was sent. Whose key it is, is found out first: the refusal
 * is an act of its owner, and a key that is none is nobody's.
 */
@Injectable()
export class KeysGuard implements CanActivate {
  constructor(
    private readonly requests: Requests,
    private readonly tokens: KnownTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = askedAtAll(request);
    if (asked !== undefined && this.isDoubtful(asked)) await this.requests.read({ request }, () => Promise.resolve());
    return true;
  }

  private isDoubtful({ presented, asks }: Pick<Asked, 'presented' | 'asks'>): boolean {
    if (presented.kind !== 'API_KEY') return false;
    return !asks.byKey || (!asks.isReading && this.tokens.mayOnlyRead(presented));
  }
}
