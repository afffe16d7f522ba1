import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { answerIn, type Raw } from './raw.ts';
import { expectProblem } from './refusal.ts';

let api: ApiUnderTest;
let port: number;
let cookie: string;
beforeAll(async () => {
  api = await apiOver('sample');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = api.app.getHttpServer().address() as { port: number });
  cookie = (await api.signedIn('BRS.finance')).cookie ?? '';
}, 60_000);
afterAll(() => api.close());

const body = '{"a":1}';
const packed = gzipSync(body);
const length = `Content-Length: ${body.length}`;
const charge = '/api/v1/charges/T-02';

/** As a person who is signed in, over a socket: the first lines as they are, then the rest of a head that is right. */
function sent(line: string, headers: readonly string[] = [], payload: string | Buffer = ''): Promise<Raw> {
  const socket = connect(port, '127.0.0.1');
  const usual = ['Host: localhost', 'Connection: close', `Cookie: ${cookie}`];
  const key = `Idempotency-Key: odd-request-${line.length}-${headers.length}`;
  socket.write(`${line} HTTP/1.1\r\n${[...usual, key, ...headers].join('\r\n')}\r\n\r\n`);
  socket.write(payload);
  return answerIn(socket);
}
const posted = (headers: string[], payload: string | Buffer = body, path = '/api/v1/charges'): Promise<Raw> =>
  sent(`POST ${path}`, ['Content-Type: application/json', ...headers], payload);

describe('a request that is odd', () => {
  it.each<[string, () => Promise<Raw>, number, string]>([
    ['asks for a tunnel', () => sent('CONNECT localhost:80'), 405, 'METHOD_NOT_ALLOWED'],
    ['asks the server for its methods', () => sent('OPTIONS *'), 404, 'NOT_FOUND'],
    ['asks what another page may', () => sent('OPTIONS /api/v1/charges', ['Origin: http://localhost']), 405, ''],
    [
      'changes with half a body what cannot be changed',
      () => sent('PATCH /api/v1/charges', ['Content-Type: application/json', 'Content-Length: 3'], '{"a'),
      ...([405, 'METHOD_NOT_ALLOWED'] as const),
    ],
    [
      'deletes with a form what cannot be deleted',
      () => sent('DELETE /api/v1/charges', ['Content-Type: text/xml', 'Content-Length: 4'], '<a/>'),
      ...([405, 'METHOD_NOT_ALLOWED'] as const),
    ],
    ['sends a body to nowhere', () => posted([length], body, '/api/v1/none-such'), 404, 'NOT_FOUND'],
    ['names another host in its address', () => sent('GET http://evil.example/api/v1/charges'), 400, 'BAD_REQUEST'],
    ['has an address without a beginning', () => sent('GET api/v1/charges'), 400, 'NOT_HTTP'],
    ['wants XML of a report', () => sent(audit, ['Accept: application/xml']), 406, 'NOT_ACCEPTABLE'],
    ['wants anything but JSON', () => sent(audit, ['Accept: application/json;q=0']), 406, 'NOT_ACCEPTABLE'],
    ['wants nothing that is a form', () => sent(audit, ['Accept: ;;;,,q=']), 406, 'NOT_ACCEPTABLE'],
    ['has 12,000 letters behind its ?', () => sent(`GET /api/v1/charges?limit=${'9'.repeat(12_000)}`), 400, ''],
    ['has 3,000 parameters', () => sent(`GET /api/v1/charges?${'a&'.repeat(3000)}`), 400, 'INVALID_QUERY'],
    ['says a parameter twice', () => sent('GET /api/v1/charges?limit=1&limit=2'), 400, 'INVALID_QUERY'],
    ['says __proto__ as a parameter', () => sent('GET /api/v1/charges?__proto__=1'), 400, 'INVALID_QUERY'],
    ['says constructor as a parameter', () => sent('GET /api/v1/charges?constructor=1'), 400, 'INVALID_QUERY'],
    [
      'says a switch twice',
      () => posted([length], body, `${charge}/evidence?withoutMetadata=true&withoutMetadata=true`),
      400,
      '',
    ],
    ['has NUL in its address', () => sent('GET /api/v1/charges/\0'), 400, 'NOT_HTTP'],
    ['has NUL in its address, spelled out', () => sent('GET /api/v1/charges/%00'), 400, 'BAD_REQUEST'],
    ['has NUL behind its ?', () => sent('GET /api/v1/charges?cursor=%00'), 400, 'BAD_REQUEST'],
    ['spells what is not UTF-8', () => sent('GET /api/v1/charges/%c0%80'), 400, 'BAD_URL'],
    ['spells half a pair behind its ?', () => sent('GET /api/v1/charges?cursor=%ed%a0%80'), 400, ''],
    ['has NUL in its body', () => posted(['Content-Length: 14'], '{"a":"\\u0000"}'), 400, 'INVALID_BODY'],
    ['is not UTF-8', () => posted([length], Buffer.from('{"a":\xff}', 'latin1')), 400, 'NOT_UTF8'],
    ['is UTF-16', () => posted(['Content-Length: 14'], Buffer.from(body, 'utf16le')), 400, 'BODY_NOT_JSON'],
    ['has a negative length', () => posted(['Content-Length: -1']), 400, 'NOT_HTTP'],
    ['has a length beyond all numbers', () => posted([`Content-Length: ${'9'.repeat(30)}`]), 400, 'NOT_HTTP'],
    ['has a length of 9 PB', () => posted(['Content-Length: 9007199254740993']), 413, 'PAYLOAD_TOO_LARGE'],
    ['has a length in hexadecimal', () => posted(['Content-Length: 0x7']), 400, 'NOT_HTTP'],
    [
      'has a chunk beyond all numbers',
      () => posted(['Transfer-Encoding: chunked'], `${'f'.repeat(20)}\r\n${body}`),
      400,
      'NOT_HTTP',
    ],
    [
      'has chunks without end',
      () => posted(['Transfer-Encoding: chunked'], `${'80000\r\n' + 'x'.repeat(0x80000)}\r\n`.repeat(3)),
      ...([413, 'PAYLOAD_TOO_LARGE'] as const),
    ],
    [
      'is packed',
      () => posted(['Content-Encoding: gzip', `Content-Length: ${packed.length}`], packed),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['says that it is packed', () => posted(['Content-Encoding: br', length]), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['is packed on the way', () => posted(['Transfer-Encoding: gzip, chunked'], `7\r\n${body}\r\n0\r\n\r\n`), 415, ''],
    ['says no form of its body', () => sent('POST /api/v1/charges', [length], body), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['says a form that is none', () => sent('POST /api/v1/charges', ['Content-Type: ;;;', length], body), 415, ''],
    ['has no body', () => sent('POST /api/v1/charges'), 400, 'INVALID_BODY'],
    [
      'says constructor in its body',
      () => posted(['Content-Length: 17'], '{"constructor":1}', `${charge}/receipt`),
      400,
      'INVALID_BODY',
    ],
    [
      'has seen no version',
      () => posted(['Content-Length: 2'], '{}', `${charge}/receipt`),
      428,
      'PRECONDITION_REQUIRED',
    ],
    [
      'has seen a weak one',
      () => posted(['If-Match: W/"1"', 'Content-Length: 2'], '{}', `${charge}/receipt`),
      400,
      'IF_MATCH_UNREADABLE',
    ],
    [
      'has seen two',
      () => posted(['If-Match: "1"', 'If-Match: "2"', 'Content-Length: 2'], '{}', `${charge}/receipt`),
      400,
      'IF_MATCH_UNREADABLE',
    ],
    [
      'has 1,900 headers',
      () =>
        sent(
          'GET /health/live',
          Array.from({ length: 1900 }, (_, index) => `a${index}: 1`),
        ),
      431,
      '',
    ],
    ['goes on in HTTP/2', () => sent('PRI *', ['\r\nSM\r\n']), 400, 'NOT_HTTP'],
  ])('and %s is answered with a problem', async (_, asked, status, code) => {
    const answer = await asked();
    expect([answer.status, answer.body['code']]).toEqual([status, code === '' ? expect.any(String) : code]);
    expectProblem(answer as never);
  });

  const audit = 'GET /api/v1/bienniums/2024-2025/audit';

  it.each(['/api/v1/charges', '/api/v1/charges/NONE', '/api/v1/none-such', '/api/openapi.json', '/health/live'])(
    'as HEAD of %s has the head of the answer, and nothing behind it',
    async (path) => {
      const [get, head] = [await sent(`GET ${path}`), await sent(`HEAD ${path}`)];
      expect(head).toMatchObject({ status: get.status, body: {} });
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
    },
  );

  it('is asked for another protocol, and answers in its own', async () => {
    const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    expect((await sent('GET /health/live', upgrade)).status).toBe(200);
  });
});

describe('every operation that takes a body', () => {
  it.each([
    ['is no JSON', 'application/json', '{"a"', 400],
    ['is of another form', 'text/xml', '<a/>', 415],
    ['is larger than any', 'application/json', `"${'x'.repeat(1_000_001)}"`, 413],
  ])('declares what it answers to one that %s', async (_, type, payload, status) => {
    const answered = [];
    const writing = api.contract.all().filter(({ method }) => method !== 'GET');
    for (const one of writing) {
      const answer = await api.send({
        ...{ method: one.method, path: one.path.replace(/\{[^}]*\}/g, 'X'), payload },
        headers: { [actingAs]: 'MINAMATA.finance', 'content-type': type, 'idempotency-key': 'odd-body-1' },
      });
      api.contract.checkOperation(one, answer);
      if (answer.status !== status) answered.push(`${one.method} ${one.path} ${answer.status}`);
    }
    // The one address of forms, and the two that take other kinds of file, say in their own words what they take.
    expect(answered.filter((one) => !/backchannel-logout|evidence|scenario/.test(one))).toEqual([]);
    expect(writing.length).toBeGreaterThan(40);
  });
});
