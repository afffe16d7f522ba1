import type { FastifyReply, FastifyRequest } from 'fastify';

/** A feature of the browser that no page of ours uses, and none is to be tricked into using. */
const unusedFeatures = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone']
  .concat(['midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'])
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Of what is data and no page: nothing in it runs, loads, or is shown inside another page. */
export const policyOfData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Of the page at /api/docs alone: Swagger UI has its styles in the page's text, so inline styles are allowed there.
 * Scripts come from files here as everywhere.
 */
const policyOfDocs = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'",
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
].join('; ');

/**
 * What every answer says to a browser, whatever the route and whether it is a refusal. A route that has a policy of its own
 * (the pages, a file of evidence) keeps it. `isBehindTls`: people reach the server by https.
 */
export function protect(request: FastifyRequest, reply: FastifyReply, { isBehindTls }: { isBehindTls: boolean }): void {
  const isDocs = /^\/api\/docs(\/|\?|$)/.test(request.url);
  if (!reply.hasHeader('content-security-policy')) {
    void reply.header('content-security-policy', isDocs ? policyOfDocs : policyOfData);
  }
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  void reply.headers(everywhere(isBehindTls));
}

/** Of an answer that is data and that no route gives. */
export function headersOfData(isBehindTls: boolean): Record<string, string> {
  return {
    'content-security-policy': policyOfData,
    'cache-control': 'no-store',
    ...everywhere(isBehindTls),
  };
}

function everywhere(isBehindTls: boolean): Record<string, string> {
  return {
    ...(isBehindTls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': unusedFeatures,
    'x-frame-options': 'DENY', // for browsers that know no frame-ancestors
  };
}
