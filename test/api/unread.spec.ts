import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { answerIn, type Raw } from './raw.ts';
import { expectProblem } from './refusal.ts';

let api: ApiUnderTest;
let port: number;
beforeAll(async () => {
  api = await apiOver('nothing');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = api.app.getHttpServer().address() as { port: number });
}, 60_000);
afterAll(() => api.close());

/** The bytes go to a socket: no client of HTTP would send them. */
function answerTo(bytes: string): Promise<Raw> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return answerIn(socket);
}

const get = (path: string, ...headers: string[]): string =>
  `GET ${path} HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;

describe('a request that no route sees', () => {
  it.each([
    ['an address that is not UTF-8', get('/api/v1/charges/%ff'), 400, 'BAD_URL'],
    ['an address of which a part is too long', get(`/api/v1/charges/${'x'.repeat(700)}`), 414, 'MAX_PARAM_LENGTH'],
    ['an address of 20,000 bytes', get(`/${'x'.repeat(20_000)}`), 431, 'REQUEST_HEADER_FIELDS_TOO_LARGE'],
    ['a method that nobody knows', get('/').replace('GET', 'FOO'), 400, 'UNKNOWN_METHOD'],
    ['two lengths', get('/', 'Content-Length: 2', 'Content-Length: 40'), 400, 'NOT_HTTP'],
    ['what is no HTTP', 'hello\r\n\r\n', 400, 'UNKNOWN_METHOD'],
    ['an expectation', get('/health/live', 'Expect: tea'), 417, 'EXPECTATION_FAILED'],
    ['no host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'BAD_REQUEST'],
  ])('with %s has an answer as every other', async (_, bytes, status, code) => {
    const before = api.logged.length;
    const answer = await answerTo(bytes);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expectProblem(answer as never);
    expect(answer.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(JSON.stringify(answer)).not.toMatch(/%ff|xxx|FOO|hello/);
    const lines = api.logged.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toEqual([
      expect.objectContaining({
        ...{ event: 'request', requestId: answer.headers['x-request-id'] },
        ...{ outcome: code, status, address: '127.0.0.0/24' },
      }),
    ]);
  });
});
