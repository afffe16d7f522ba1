import { Readable } from 'node:stream';
import { type ZippedFile, zipOf } from '#documents';
import { MethodNotAllowedException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Exchange } from './requests.ts';

/** That an archive is taken is an act: its headers are not worth one, and nothing of it is there without. Errors: 405. */
export function refuseHead({ request, reply }: Exchange): void {
  if (request.method !== 'HEAD') return;
  void reply.header('allow', 'GET');
  throw new MethodNotAllowedException();
}

/** Sends an archive as its files are read; one that breaks off is no archive. `name` without its ending. */
export async function sendArchive(reply: FastifyReply, name: string, files: AsyncIterable<ZippedFile>): Promise<void> {
  await reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename="${name}.zip"`)
    .send(Readable.from(zipOf(files), { objectMode: false }));
}
