import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';

let api: ApiUnderTest;
let port: number;
beforeAll(async () => {
  api = await apiOver('nothing');
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = api.app.getHttpServer().address() as { port: number });
}, 60_000);
afterAll(() => api.close());

/** What comes back for these bytes, until the server closes the connection or has answered all of `answers`. */
function answered(bytes: string, answers: number): Promise<string[]> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const lines = (): string[] => text.match(/HTTP\/1\.1 \d{3}/g) ?? [];
    socket.on('data', (part) => {
      text += part.toString('utf8');
      if (lines().length >= answers) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(lines()));
    socket.write(bytes);
  });
}

const host = 'Host: localhost';
const json = 'Content-Type: application/json';
const second = `GET /health/live HTTP/1.1\r\n${host}\r\n\r\n`;
const post = (...headers: string[]): string =>
  `POST /api/v1/session HTTP/1.1\r\n${[host, json, ...headers].join('\r\n')}\r\n\r\n`;

describe('a request', () => {
  it('is followed by the next one on its connection, where both say where they end', async () => {
    const twice = `${post('Content-Length: 2')}{}${second}`;
    expect(await answered(twice, 2)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 200']);
  });

  // Where a proxy and the server would read an end at two places, what stands between is somebody else's request.
  it.each([
    ['by a length and by chunks', post('Content-Length: 4', 'Transfer-Encoding: chunked'), '0\r\n\r\n'],
    ['by two lengths', post('Content-Length: 2', 'Content-Length: 40'), '{}'],
    ['by a length that is a list', post('Content-Length: 2, 40'), '{}'],
    ['by a length with a sign', post('Content-Length: +2'), '{}'],
    ['by a coding that is chunked last and not alone', post('Transfer-Encoding: chunked, identity'), '0\r\n\r\n'],
    ['by a coding that nobody knows', post('Transfer-Encoding: xchunked'), '0\r\n\r\n'],
    ['by a name with a space behind it', post('Content-Length : 2'), '{}'],
    ['by a header that is folded', post('Content-Length:\r\n 2'), '{}'],
    ['by a chunk whose size is none', post('Transfer-Encoding: chunked'), 'zz\r\n{}\r\n0\r\n\r\n'],
  ])('that says %s is refused, and nothing behind it is another', async (_, head, body) => {
    expect(await answered(`${head}${body}${second}`, 2)).toEqual(['HTTP/1.1 400']);
  });

  it('that does not come in time is told so, as a problem', async () => {
    const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    const server = api.app.getHttpServer() as Server;
    server.once('connection', (socket: Socket) => server.emit('clientError', late, socket)); // as Node says it, a minute later
    const text = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      socket.on('data', (part) => (heard += part.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      status: 408,
      code: 'REQUEST_TIMEOUT',
      errors: [],
    });
  });

  it('that names no host, or two, is refused', async () => {
    const withHosts = (hosts: string): string => `GET /health/live HTTP/1.1\r\nConnection: close\r\n${hosts}\r\n`;
    expect(await answered(withHosts(''), 2)).toEqual(['HTTP/1.1 400']);
    expect(await answered(withHosts(`${host}\r\nHost: evil.example\r\n`), 2)).toEqual(['HTTP/1.1 400']);
  });
});
