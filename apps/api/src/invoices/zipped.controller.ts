import { EditLogService } from '#audit';
import type { ZippedFile } from '#documents';
import { issuedNumbers, mergedSha256, paperOf } from '#invoicing';
import { Database, inTransaction } from '#platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseHead, sendArchive } from '../http/archive-reply.ts';
import { Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { NumbersQuery } from './merged.controller.ts';

@ApiTags('Invoices')
@Controller('invoices')
export class ZippedController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly log: EditLogService,
  ) {}

  @Get('zip')
  @Reads('invoice.read')
  @ApiOperation({
    summary:
      'Several issued papers, byte for byte, each with its words (NUMBER.pdf, NUMBER.json), as one ZIP; that it is taken is an act',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @Refusals(400, 401, 404, 422, 429)
  async zipped(
    @Query() { numbers }: NumbersQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseHead({ request, reply });
    const papers = await this.requests.read({ request }, (tx) => issuedNumbers(tx, numbers.split(',')));
    const documents = papers.map(({ number }) => number);
    // Written down before the first byte leaves: the papers are read as they are sent.
    await inTransaction(this.db, async (tx) => {
      const exported = { report: 'documents as ZIP', form: 'application/zip', sha256: mergedSha256(papers), documents };
      await this.log.recordExport(tx, exported, await this.requests.acting(tx, request), this.requests.clock);
    });
    await sendArchive(reply, `documents-${documents.length}`, this.files(documents, request));
  }

  /**
   * One document after another: whoever is no longer signed in gets no more of them, and no connection is held while somebody
   * reads slowly.
   */
  private async *files(documents: readonly string[], request: FastifyRequest): AsyncGenerator<ZippedFile> {
    for (const number of documents) {
      const { pdf, content } = await this.requests.read({ request }, (tx) => paperOf(tx, number));
      yield [`${number}.pdf`, pdf];
      yield [`${number}.json`, Buffer.from(content)];
    }
  }
}
