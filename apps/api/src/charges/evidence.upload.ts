import { createHash } from 'node:crypto';
import { EvidenceEmpty, EvidenceKindUnknown, evidenceBytesMost, evidenceKinds, type SentFile } from '#charging';
import { Unfit } from '#kernel';
import { PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The one address that takes a file. */
export const evidencePath = '/api/v1/charges/:id/evidence';

const mediaTypes = Object.values(evidenceKinds).map(({ mediaType }) => mediaType);
const uploads = new WeakMap<FastifyRequest, SentFile>();

/**
 * Takes a file as the body of a request, of the media types that evidence comes in, up to ten megabytes. Its digest stands for it
 * where the request is known again by its body.
 */
export function takeEvidence(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(mediaTypes, async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
    checkAddress(request);
    if (Number(request.headers['content-length'] ?? 0) > evidenceBytesMost) throw new EvidenceTooLarge();
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of payload) {
      size += part.length;
      if (size > evidenceBytesMost) throw new EvidenceTooLarge();
      parts.push(part);
    }
    const bytes = Buffer.concat(parts, size);
    const mediaType = request.headers['content-type'] ?? '';
    const ending = endingIn(request.headers['content-disposition']);
    uploads.set(request, { bytes, mediaType, ending });
    return { sha256: createHash('sha256').update(bytes).digest('hex'), mediaType, ending };
  });
  fastify.addContentTypeParser('*', (request: FastifyRequest) => {
    checkAddress(request);
    throw new EvidenceKindUnknown(); // such as a word processor's: nothing of it is read
  });
}

function checkAddress({ routeOptions, method }: FastifyRequest): void {
  if (routeOptions.url === evidencePath && method === 'POST') return;
  throw new UnsupportedMediaTypeException('A body is JSON: send it as application/json. Nothing was written.');
}

/** The file that came with the request. Errors: EvidenceEmpty, EvidenceNotSent. */
export function sentFile(request: FastifyRequest): SentFile {
  const file = uploads.get(request);
  if (file !== undefined) return file;
  if (request.body === undefined || request.body === null) throw new EvidenceEmpty();
  throw new EvidenceNotSent();
}

/** "pdf" of `attachment; filename="Invoice 12.pdf"`; null where there is no name, or no ending. */
function endingIn(disposition: string | undefined): string | null {
  const name = /filename\*?=(?:[\w-]+'[^']*')?"?([^";]*)"?/i.exec(disposition ?? '')?.[1] ?? '';
  return /\.([A-Za-z0-9]{1,10})$/.exec(name.trim())?.[1]?.toLowerCase() ?? null;
}

export class EvidenceTooLarge extends PayloadTooLargeException {
  constructor() {
    super(`A file has at most ${evidenceBytesMost / 1_000_000} MB. Nothing was kept.`);
  }
}

export class EvidenceNotSent extends Unfit {
  constructor() {
    super(`Send the file itself as the body, under its own media type: ${mediaTypes.join(', ')}. Nothing was kept.`);
  }
}
