import type { Acting } from '#identity';
import {
  NettingService,
  paperOf,
  type SettlementFilter,
  settlementNamed,
  SettlementService,
  settlementViews,
} from '#invoicing';
import { at, Biennium, Day } from '#kernel';
import type { Tx } from '#platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals, Transition } from '../http/documented.ts';
import { pageById, pagedById } from '../http/pages.ts';
import { paperTaken, sendPaper } from '../http/paper-reply.ts';
import { etag, Requests, seenVersion } from '../http/requests.ts';
import { NettingRequest, SettlementBody, settlementRequest, SettlementReturnBody } from './invoice.request.ts';
import { SettlementAnswer, settlementAnswers, SettlementPage, SettlementQuery } from './settlement.answer.ts';

@ApiTags('Settlement')
@Controller()
export class SettlementsController {
  constructor(
    private readonly requests: Requests,
    private readonly settlement: SettlementService,
    private readonly netting: NettingService,
  ) {}

  @Post('settlements')
  @Changes(
    'settlement.propose',
    'Enters that the payer’s ledger paid these documents whole: a proposal that holds them and posts nothing',
  )
  @ApiCreatedResponse({ type: SettlementAnswer })
  propose(@Body() body: SettlementBody, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const { id } = await this.settlement.propose(tx, settlementRequest(body), by, this.requests.clock);
        return this.answer(tx, id, by);
      },
      { status: 201, location: ({ id }) => `/api/v1/settlements/${id}` },
    );
  }

  @Post('settlements/:id/approval')
  @Transition(
    'settlement.approve',
    'Another officer of the payer approves it (Financial Rule 105.6): its documents are settled, posted in both books',
  )
  @ApiOkResponse({ type: SettlementAnswer })
  approve(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.settlement.approve(tx, { id, seen: seenVersion(request) }, by, this.requests.clock);
      return this.answer(tx, id, by);
    });
  }

  @Post('settlements/:id/return')
  @Transition(
    'settlement.return',
    'Takes a proposal back or sends it back, for a reason: nothing was posted, and its documents are free for another',
  )
  @ApiOkResponse({ type: SettlementAnswer })
  return(
    @Param('id') id: string,
    @Body() { reason }: SettlementReturnBody,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.settlement.return(tx, { id, seen: seenVersion(request) }, reason, by, this.requests.clock);
      return this.answer(tx, id, by);
    });
  }

  @Get('settlements')
  @Reads('invoice.read')
  @ApiOperation({ summary: 'Settlements by voucher, proposed ones too, newest first, narrowed by the filters' })
  @ApiOkResponse({ type: SettlementPage })
  @Refusals(400)
  list(@Query() query: SettlementQuery, @Req() request: FastifyRequest): Promise<SettlementPage> {
    const page = pageById(query);
    const filter: SettlementFilter = query;
    return this.requests.read({ request }, async (tx, by) => {
      const views = await settlementViews(tx, filter, page);
      return pagedById(views, page.limit, await settlementAnswers(tx, views, await this.requests.offered(tx, by)));
    });
  }

  @Get('settlements/:number')
  @Reads('invoice.read')
  @ApiOperation({ summary: 'One settlement, by its id or by the number of the voucher' })
  @ApiOkResponse({ type: SettlementAnswer })
  @Refusals(400, 404, 409)
  async one(
    @Param('number') named: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SettlementAnswer> {
    const settlement = await this.requests.read({ request }, (tx, by) => this.answer(tx, named, by));
    void reply.header('etag', etag(settlement.version));
    return settlement;
  }

  @Post('netting-statements')
  @Changes(
    'netting.issue',
    'Issues a netting statement: both directions gross, and who pays the difference. It posts nothing',
  )
  @ApiCreatedResponse({ schema: { type: 'object', additionalProperties: true } })
  net(@Body() body: NettingRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      (tx, by) =>
        this.netting.issue(
          tx,
          {
            with: body.with,
            biennium: at('/biennium', () => Biennium.of(body.biennium)),
            asAt: at('/asAt', () => Day.of(body.asAt)),
          },
          by,
          this.requests.clock,
        ),
      { status: 201, location: ({ number }) => `/api/v1/netting-statements/${encodeURIComponent(number)}/pdf` },
    );
  }

  @Get('netting-statements/:number/pdf')
  @Reads('invoice.read')
  @ApiOperation({ summary: 'A netting statement as it was issued' })
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

  /** Errors: UnknownSettlement, VoucherOfBothSides. */
  private async answer(tx: Tx, named: string, by: Acting): Promise<SettlementAnswer> {
    const view = await settlementNamed(tx, named);
    return (await settlementAnswers(tx, [view], await this.requests.offered(tx, by)))(view);
  }
}
