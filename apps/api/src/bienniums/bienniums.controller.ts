import { AuditService, bienniumAuditCsv, type BienniumTotals, EditLogService, renderBienniumAudit } from '#audit';
import { contentSha256, paperOf } from '#invoicing';
import { Biennium } from '#kernel';
import { LedgerService } from '#ledger';
import { Database, inTransaction } from '#platform';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedForm } from '../http/accepted-form.ts';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { paperTaken, sendPaper } from '../http/paper-reply.ts';
import { Requests } from '../http/requests.ts';
import { TotalsAnswer } from './biennium.answer.ts';

@ApiTags('Biennium')
@Controller()
export class BienniumsController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly audits: AuditService,
    private readonly log: EditLogService,
    private readonly ledger: LedgerService,
  ) {}

  @Get('bienniums/:biennium/totals')
  @Reads('book.read')
  @ApiOperation({ summary: 'Who owes whom, by direction, agreement, family and fund' })
  @ApiOkResponse({ type: TotalsAnswer })
  @Refusals(400)
  totals(@Param('biennium') text: string, @Req() request: FastifyRequest): Promise<BienniumTotals> {
    return this.requests.read({ request }, (tx) => this.audits.totals(tx, biennium(text)));
  }

  @Get('bienniums/:biennium/trial-balance')
  @Reads('book.read')
  @ApiOperation({ summary: 'Debits, credits and balance of every account of both books, added up from the postings' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @Refusals(400)
  trialBalance(@Param('biennium') text: string, @Req() request: FastifyRequest): Promise<{ items: object[] }> {
    return this.requests.read({ request }, async (tx) => ({
      items: await this.ledger.trialBalance(tx, biennium(text).toString()),
    }));
  }

  @Get('bienniums/:biennium/audit')
  @Reads('book.read')
  @ApiOperation({ summary: 'The whole audit with its checks, as JSON, PDF or CSV by the Accept header' })
  @ApiProduces('application/json', 'application/pdf', 'text/csv')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @Refusals(400, 406, 429)
  async audit(
    @Param('biennium') text: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = acceptedForm(request.headers.accept);
    const { content, trail } = await this.requests.read({ request }, async (tx) => ({
      content: await this.audits.audit(tx, biennium(text), this.requests.clock),
      trail: wanted === 'text/csv' ? await this.audits.trail(tx, biennium(text)) : null,
    }));
    const name = `biennium-audit-${content.biennium}`;
    // What a page shows is read; what leaves as a file is an act.
    if (wanted !== 'application/json') {
      const exported = { report: `biennium-audit ${content.biennium}`, form: wanted, sha256: contentSha256(content) };
      await inTransaction(this.db, async (tx) =>
        this.log.recordExport(tx, exported, await this.requests.acting(tx, request), this.requests.clock),
      );
    }
    if (wanted === 'application/pdf') {
      await sendPaper(reply, name, await renderBienniumAudit(content, contentSha256(content)));
      return;
    }
    if (trail !== null) {
      await reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(bienniumAuditCsv(content, trail));
      return;
    }
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(content));
  }

  @Post('bienniums/:biennium/audit-reports')
  @Changes('audit.issue', 'Issues the audit as a numbered paper that is kept as it is')
  @ApiCreatedResponse({
    schema: { type: 'object', properties: { number: { type: 'string' }, contentSha256: { type: 'string' } } },
  })
  issueAudit(
    @Param('biennium') text: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      (tx, by) => this.audits.issue(tx, biennium(text), by, this.requests.clock),
      {
        status: 201,
        location: ({ number }) => `/api/v1/audit-reports/${encodeURIComponent(number)}/pdf`,
      },
    );
  }

  @Get('audit-reports/:number/pdf')
  @Reads('book.read')
  @ApiOperation({ summary: 'An audit report as it was issued' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refusals(400, 404)
  async pdf(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pdf = await this.requests.takesOut({ request }, async (tx) => {
      const taken = (await paperOf(tx, number)).pdf;
      return { taken, event: paperTaken(number, taken) };
    });
    await sendPaper(reply, number, pdf);
  }
}

const biennium = (text: string): Biennium => Biennium.of(text);
