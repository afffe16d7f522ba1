import { type EditLogContent, editLogCsv, EditLogService, renderEditLog } from '#audit';
import { contentSha256 } from '#invoicing';
import { Database, inTransaction } from '#platform';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedForm, reportForms } from '../http/accepted-form.ts';
import { Reads, Refusals } from '../http/documented.ts';
import { sendPaper } from '../http/paper-reply.ts';
import { Requests } from '../http/requests.ts';

class EditLogYearsAnswer {
  @ApiProperty({ type: 'string', isArray: true, example: ['2026', '2025'] }) years: string[];
}

@ApiTags('Audit')
@Controller('edit-logs')
export class EditLogController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly log: EditLogService,
  ) {}

  @Get()
  @Reads('act.read')
  @ApiOperation({ summary: 'The financial years in which there are acts that the asker may read, newest first' })
  @ApiOkResponse({ type: EditLogYearsAnswer })
  years(@Req() request: FastifyRequest): Promise<EditLogYearsAnswer> {
    return this.requests.read({ request }, async (tx, by) => ({ years: await this.log.years(tx, by) }));
  }

  @Get(':period')
  @Reads('act.read')
  @ApiOperation({
    summary:
      'Who did what to what, with before and after, reason and leaf, of a financial year, a month or a biennium: as JSON, PDF or CSV by the Accept header. Each report that is taken out is an act itself',
  })
  @ApiProduces(...reportForms)
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @Refusals(400, 406, 422, 429)
  async editLog(
    @Param('period') period: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = acceptedForm(request.headers.accept);
    const content: EditLogContent = await this.requests.read({ request }, (tx, by) =>
      this.log.content(tx, period, by, this.requests.clock),
    );
    const sha256 = contentSha256(content);
    await inTransaction(this.db, async (tx) => {
      const by = await this.requests.acting(tx, request);
      await this.log.recordExport(tx, { report: `edit-log ${content.period}`, form, sha256 }, by, this.requests.clock);
    });
    const name = `edit-log-${content.period}`;
    if (form === 'application/pdf') return sendPaper(reply, name, await renderEditLog(content, sha256));
    if (form === 'text/csv') {
      await reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(editLogCsv(content));
      return;
    }
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(content));
  }
}
