import type { FastifyInstance } from 'fastify';

/**
 * Which methods an address allows, from the routes as they are registered: an address that exists under another method is
 * not "not found" (RFC 9110: 405 with Allow). Nothing that was posted is deleted or patched; a document's steps are POSTs.
 */
export class AllowedMethods {
  private readonly routes: { pattern: RegExp; method: string }[] = [];

  /** To be called before the routes are registered. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}$`);
      for (const one of [method].flat()) this.routes.push({ pattern, method: one });
    });
  }

  /** In alphabetical order; empty where the address does not exist at all. */
  of(url: string): string[] {
    const path = url.split('?')[0] ?? url;
    return [...new Set(this.routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
  }
}
