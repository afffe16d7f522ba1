import { EditLogService } from '#audit';
import { issuedPapers, mergedPapers, mergedSha256, papersAtMost, zippedAtMost } from '#invoicing';
import { Database, inTransaction } from '#platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { sendPaper } from '../http/paper-reply.ts';
import { Requests } from '../http/requests.ts';

/** The documents that are taken out together. */
export class NumbersQuery {
  @ApiProperty({ example: 'BRS-2025-0001,BRS-2025-0002', description: 'Numbers of issued documents, in this order' })
  @Matches(/^[^,\s]{1,40}(,[^,\s]{1,40}){0,999}$/, {
    message: `$property names issued documents by their numbers, with commas between them and without spaces, at most ${papersAtMost} for one PDF and ${zippedAtMost} for one ZIP`,
  })
  numbers: string;
}

@ApiTags('Invoices')
@Controller('invoices')
export class MergedController {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly log: EditLogService,
  ) {}

  @Get('pdf')
  @Reads('invoice.read')
  @ApiOperation({
    summary:
      'Several issued papers as one PDF, for convenience, behind a page with the number and SHA-256 of each; that it is taken is an act',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refusals(400, 401, 404, 422, 429)
  async merged(
    @Query() { numbers }: NumbersQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.inTurn(async () => {
      if (!request.raw.destroyed) await this.send(numbers.split(','), request, reply); // else nobody waits for it any more
    });
  }

  private async send(numbers: readonly string[], request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { papers, by } = await this.requests.read({ request }, async (tx, asks) => ({
      papers: await issuedPapers(tx, numbers),
      by: asks,
    }));
    const exported = {
      ...{ report: 'documents in one file', form: 'application/pdf', sha256: mergedSha256(papers) },
      documents: papers.map(({ number }) => number),
    };
    await inTransaction(this.db, async (tx) =>
      this.log.recordExport(tx, exported, await this.requests.acting(tx, request), this.requests.clock),
    );
    await sendPaper(reply, `documents-${papers.length}`, await mergedPapers(papers, by));
  }

  /** One file is read and made at a time: what the server holds is bounded, and posting has the machine in between. */
  private inTurn<T>(make: () => Promise<T>): Promise<T> {
    const made = this.last.then(make);
    this.last = made.catch(() => undefined);
    return made;
  }
}
