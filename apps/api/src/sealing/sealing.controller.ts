import { paperOf } from '#invoicing';
import { documentProof, latestPublished, publishedCheckpoints, type PublishedCheckpoint } from '#sealing';
import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { paged, pageOf, PageQuery } from '../http/pages.ts';
import { Requests } from '../http/requests.ts';
import { CheckpointAnswer, CheckpointPage, DocumentProofAnswer } from './sealing.answer.ts';

/** What everybody who is signed in may know of the seals: checkpoints are there to be handed on, and a proof shows one document alone. */
@ApiTags('Sealing')
@Controller()
export class SealingController {
  constructor(private readonly requests: Requests) {}

  @Get('checkpoints')
  @Reads('checkpoint.read')
  @ApiOperation({ summary: 'Published checkpoints of the books, newest first' })
  @ApiOkResponse({ type: CheckpointPage })
  @Refusals(400)
  list(@Query() query: PageQuery, @Req() request: FastifyRequest): Promise<CheckpointPage> {
    const { limit, before } = pageOf(query);
    const filter = before === undefined ? { limit } : { limit, before: Number(before) };
    return this.requests.read({ request }, async (tx) => {
      const rows = await publishedCheckpoints(tx, filter);
      return paged(
        rows.map((row) => ({ ...row, sequence: String(row.size) })),
        limit,
        checkpointAnswer,
      );
    });
  }

  @Get('checkpoints/latest')
  @Reads('checkpoint.read')
  @ApiOperation({ summary: 'The newest published checkpoint, as the note that was signed' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/plain; charset=utf-8')
  @Refusals(404)
  latest(@Req() request: FastifyRequest): Promise<string> {
    return this.requests.read({ request }, async (tx) => (await latestPublished(tx)).note);
  }

  @Get('documents/:number/proof')
  @Reads('proof.read')
  @ApiOperation({ summary: 'What proves that an issued document is in the signed books, and shows no other' })
  @ApiOkResponse({ type: DocumentProofAnswer })
  @Refusals(400, 404, 422)
  proof(@Param('number') number: string, @Req() request: FastifyRequest): Promise<DocumentProofAnswer> {
    return this.requests.read({ request }, async (tx) => {
      await paperOf(tx, number);
      const { proof, ...facts } = await documentProof(tx, number);
      return { ...facts, proof: proof.map((hash) => Buffer.from(hash).toString('base64')) };
    });
  }
}

function checkpointAnswer(row: PublishedCheckpoint): CheckpointAnswer {
  return {
    size: row.size,
    root: row.root,
    sealedAt: row.sealedAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    occasions: [...row.occasions],
    cosignedBy: [...row.cosignedBy],
    note: row.note,
  };
}
