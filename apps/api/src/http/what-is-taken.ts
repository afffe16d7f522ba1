import { NotFoundException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Before a byte of a body is read: an address that is not there takes none, and one that is there takes it as it is. Nobody unpacks
 * it: what it would grow to, nobody has bounded. Errors: 404, which is 405 where another method is taken; PackedBody.
 */
export function checkTaken({ is404, method, headers }: FastifyRequest, reply: FastifyReply): void {
  if (is404) throw new NotFoundException(`Cannot ${method} /`);
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  const framing = headers['transfer-encoding']?.trim().toLowerCase() ?? 'chunked';
  if ((coding === '' || coding === 'identity') && framing === 'chunked') return;
  void reply.header('accept-encoding', 'identity');
  throw new PackedBody();
}

export class PackedBody extends UnsupportedMediaTypeException {
  constructor() {
    super('A body comes as it is: send it without Content-Encoding, whole or in chunks. Nothing was written.');
  }
}
