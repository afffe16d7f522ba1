import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { answerIn } from './raw.ts';
import { expectProblem } from './refusal.ts';

let api: ApiUnderTest;
let server: Server;
let port: number;
beforeAll(async () => {
  api = await apiOver('nothing');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  server = api.app.getHttpServer() as Server;
  ({ port } = server.address() as { port: number });
}, 60_000);
afterAll(() => api.close());

describe('a request that comes while the server stops', () => {
  it('is told so, as a problem, and when to come again; what had begun is finished', async () => {
    const begun = connect(port, '127.0.0.1');
    const late = connect(port, '127.0.0.1');
    const answers = [begun, late].map(answerIn);
    const taken = once(server, 'request');
    begun.write('POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\n');
    begun.write('Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{');
    await taken;
    const arrived = once(server, 'connection'); // with a head that is not whole it is no idle connection
    late.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n');
    if ((await connectionsOf(server)) < 2) await arrived;
    await turn();
    const stopped = api.app.close();
    while (server.listening) await turn();
    late.write('\r\n');
    const refused = await answers[1];
    begun.write('}');
    const finished = await answers[0];
    await stopped;
    expect([finished?.status, finished?.body['code']]).toEqual([400, 'INVALID_BODY']);
    expect([refused?.status, refused?.body['code']]).toEqual([503, 'SERVER_STOPS']);
    expectProblem(refused as never);
    expect(refused?.headers).toMatchObject({
      ...{ 'retry-after': '5', connection: 'close', 'cache-control': 'no-store' },
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const line = JSON.parse(api.logged.find((one) => one.includes('SERVER_STOPS')) ?? '{}') as object;
    expect(line).toMatchObject({ event: 'request', status: 503, requestId: refused?.headers['x-request-id'] });
  });
});

function connectionsOf(of: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    of.getConnections((error, count) => {
      if (error === null) resolve(count);
      else reject(error);
    });
  });
}
