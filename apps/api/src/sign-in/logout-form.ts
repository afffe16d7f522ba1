import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The one address that takes a form: identity providers send nothing else (OpenID Connect Back-Channel Logout 1.0, 2.5). */
export const logoutPath = '/api/v1/sign-in/oidc/backchannel-logout';

const formBytesMost = 16_384;
const tokens = new WeakMap<FastifyRequest, string>();

/** Takes `logout_token` out of a form; other values are left alone, and of two tokens none is taken. */
export function takeLogoutForm(fastify: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  fastify.addContentTypeParser(type, { parseAs: 'string', bodyLimit: formBytesMost }, (request, body, done) => {
    if (request.routeOptions.url !== logoutPath || request.method !== 'POST') {
      done(new UnsupportedMediaTypeException('A body is JSON: send it as application/json. Nothing was written.'));
      return;
    }
    const [token = '', ...more] = new URLSearchParams(body.toString()).getAll('logout_token');
    tokens.set(request, more.length > 0 ? '' : token);
    done(null, {});
  });
}

/** The token that came, or "" where it is no one token. Errors: 415 for what is no form. */
export function sentLogoutToken(request: FastifyRequest): string {
  const token = tokens.get(request);
  if (token === undefined) {
    throw new UnsupportedMediaTypeException('A logout token comes in a form (application/x-www-form-urlencoded).');
  }
  return token;
}
