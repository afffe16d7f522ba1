import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HttpStatus } from '@nestjs/common';
import { networkOf, type TechnicalLog } from '../log/technical-log.ts';
import { problem, type ProblemFacts, problemHeaders } from './problem.ts';
import { headersOfData } from './protection.ts';

/** What a request is answered that no route has seen: its address, its head or its method could not be read. */
const unreadable: Readonly<Record<string, ProblemFacts>> = {
  FST_ERR_BAD_URL: {
    status: HttpStatus.BAD_REQUEST,
    code: 'BAD_URL',
    detail:
      'The address cannot be read: a per cent sign stands before two hexadecimal digits, and what they spell is UTF-8.',
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: HttpStatus.URI_TOO_LONG,
    code: 'MAX_PARAM_LENGTH',
    detail: 'A part of the address is longer than anything in the books is called.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'REQUEST_HEADER_FIELDS_TOO_LARGE',
    detail: 'The address and the headers of a request have at most 16,384 bytes together.',
  },
  HPE_INVALID_METHOD: {
    status: HttpStatus.BAD_REQUEST,
    code: 'UNKNOWN_METHOD',
    detail: 'This is no method of HTTP: an address of these books takes GET or POST.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: HttpStatus.REQUEST_TIMEOUT,
    code: 'REQUEST_TIMEOUT',
    detail: 'The request did not come in time.',
  },
  CONNECT: {
    status: HttpStatus.METHOD_NOT_ALLOWED,
    code: 'METHOD_NOT_ALLOWED',
    detail: 'This server is no proxy: an address of these books takes GET or POST.',
  },
  EXPECTATION: {
    status: HttpStatus.EXPECTATION_FAILED,
    code: 'EXPECTATION_FAILED',
    detail: 'A request expects nothing here but 100-continue.',
  },
};

const unframed: ProblemFacts = {
  status: HttpStatus.BAD_REQUEST,
  code: 'NOT_HTTP',
  detail: 'The request cannot be read as HTTP: where its head or its body ends is not clear.',
};

/** Answers for the server what it answers before there is a request, as every other answer is; and logs it. */
export class Unread {
  constructor(
    private readonly log: TechnicalLog,
    private readonly isBehindTls: boolean,
  ) {}

  /** For Fastify: an address that its router cannot read. */
  onAddress({ code }: { code: string }, request: IncomingMessage, response: ServerResponse): void {
    const { status, headers, body } = this.answer(code, request.socket, request.method);
    response.writeHead(status, headers).end(body);
  }

  /** For Node: bytes that are no request. Nothing behind them on the connection is one. */
  onBytes(error: Error & { code?: string }, socket: Socket): void {
    if (error.code === 'ECONNRESET' || socket.destroyed) return; // nobody is there to read it
    if (socket.writable) socket.write(this.bytesOf(error.code ?? '', socket));
    socket.destroy(error);
  }

  /** For Node: whoever wants the connection for another server. Nobody else listens to it from here on. */
  onTunnel(socket: Socket): void {
    socket.on('error', () => undefined).end(this.bytesOf('CONNECT', socket));
  }

  /** What Node would answer by itself, without a word of ours. */
  watch(server: Server): void {
    server.on('checkExpectation', (request, response) => {
      this.onAddress({ code: 'EXPECTATION' }, request, response);
    });
    server.on('connect', (_, socket: Socket) => {
      this.onTunnel(socket);
    });
  }

  private bytesOf(code: string, socket: Socket): string {
    const { status, headers, body } = this.answer(code, socket);
    const lines = Object.entries({ ...headers, date: new Date().toUTCString(), connection: 'close' });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`;
  }

  private answer(
    code: string,
    { remoteAddress = '' }: Socket,
    method?: string,
  ): { status: number; headers: Record<string, string>; body: string } {
    const facts = unreadable[code] ?? unframed;
    const requestId = randomUUID();
    const body = JSON.stringify(problem(facts, { url: '/', requestId })); // the address that came is nobody's to repeat
    this.log.write({
      ...{ event: 'request', requestId, session: null, person: null, role: null, tenant: null },
      ...(method === undefined ? {} : { method }),
      ...{ route: 'no such route', kind: null, object: null, outcome: facts.code, status: facts.status },
      ...{ milliseconds: 0, address: networkOf(remoteAddress) },
    });
    const headers = {
      ...(facts.status === 405 ? { allow: 'GET, HEAD, POST' } : {}),
      ...problemHeaders,
      ...headersOfData(this.isBehindTls),
      'x-request-id': requestId,
      'content-length': String(Buffer.byteLength(body)),
    };
    return { status: facts.status, headers, body };
  }
}
