import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * The pages in the browser, on the API's own origin: the files of `folder` (Vite's output), and for every other address
 * that is not the server's the one page, which then shows what the address says. Without a build there are no pages.
 */
export async function servePages(fastify: FastifyInstance, folder: string): Promise<void> {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) {
    new Logger('Pages').warn(`There are no pages in ${folder}: build them with \`node apps/prepare.mjs build\`.`);
    return;
  }
  const [before = '', after = ''] = readFileSync(file, 'utf8').split('</head>');
  const page = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .send(`${before}<meta name="style-nonce" content="${nonce}"></head>${after}`);
  };
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false, // a route for each file; the page answers the rest
    index: false,
    decorateReply: false,
    immutable: true,
    maxAge: '365d', // a file's name changes with its content
    preCompressed: true,
    globIgnore: ['index.html', 'manifest.json'],
  });
  fastify.get('/', (_, reply) => page(reply));
  fastify.get('/*', (request, reply) => {
    if (isOfTheServer(request.url)) return reply.callNotFound();
    return page(reply);
  });
}

/** What is no page: an address of the API, or a file that would be here if there were one. */
function isOfTheServer(url: string): boolean {
  return /^\/(api|health|metrics|assets)(\/|\?|$)/.test(url);
}

/**
 * Nothing from elsewhere, no script in the page's text, and only those style sheets that carry this answer's nonce.
 * `style-src-attr`: what React sets on an element is set by script and needs no permission; nothing else may.
 */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
