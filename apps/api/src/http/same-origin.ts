import { Forbidden } from '#kernel';
import { MisdirectedException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const safe = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/**
 * A page of another origin gets nothing done here, whoever's cookie the browser sends along: of what changes something, the
 * browser says itself where it comes from, and that must be here. So must what takes much out, of which each has few an hour: a
 * link elsewhere would use them up. A program that is no browser says neither and is not asked; it has no cookie that it did not
 * put there itself. Nor does a page reach this server by a name of its own
 * (DNS rebinding): the name must be the server's.
 */
export class SameOrigin {
  private readonly publicHost: string | null;

  /** `publicUrl`: where people reach the server; null where that is this machine alone. */
  constructor(private readonly publicUrl: string | null) {
    this.publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  }

  /** Errors: 421 for a host that is not this server's; ForeignOrigin. */
  check(
    { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
    { takesMuchOut }: { takesMuchOut: boolean },
  ): void {
    const { host = '', origin } = headers;
    if (!loopback.test(host) && host.toLowerCase() !== this.publicHost) {
      throw new MisdirectedException('This server does not go by the name that the request came to.');
    }
    if (safe.includes(method) && !takesMuchOut) return;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForeignOrigin();
    if (origin !== undefined && origin.toLowerCase() !== this.own(host)) throw new ForeignOrigin();
  }

  private own(host: string): string {
    return this.publicUrl === null ? `http://${host.toLowerCase()}` : new URL(this.publicUrl).origin;
  }
}

/** Of a request that another site has a browser send. */
export class ForeignOrigin extends Forbidden {
  constructor() {
    super('A page of another site asks for this, and only this server’s own pages may. Nothing was written.');
  }
}
