import {
  NettingService,
  paperOf,
  type SettlementFilter,
  settlementNamed,
  SettlementService,
  settlementViews,
} from '#invoicing';
import { at, Biennium, Day } from '#kernel';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { pageById, pagedById } from '../http/pages.ts';
import { paperTaken, sendPaper } from '../http/paper-reply.ts';
import { Requests } from '../http/requests.ts';
import { NettingRequest, SettlementBody, settlementRequest } from './invoice.request.ts';
import { SettlementAnswer, settlementAnswer, SettlementPage, SettlementQuery } from './settlement.answer.ts';

@ApiTags('Settlement')
@Controller()
export class SettlementsController {
  constructor(
    private readonly requests: Requests,
    private readonly settlement: SettlementService,
    private readonly netting: NettingService,
  ) {}

  @Post('settlements')
  @Changes('settlement.record', 'Records that the payer’s ledger settled these documents whole, in both books')
  @ApiCreatedResponse({ type: SettlementAnswer })
  settle(@Body() body: SettlementBody, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by): Promise<SettlementAnswer> => {
        const { id } = await this.settlement.record(tx, settlementRequest(body), by, this.requests.clock);
        return settlementAnswer(await settlementNamed(tx, id), await this.requests.offered(tx, by));
      },
      { status: 201, location: ({ id }) => `/api/v1/settlements/${id}` },
    );
  }

  @Get('settlements')
  @Reads('invoice.read')
  @ApiOperation({ summary: 'What was settled by which voucher, newest first, narrowed by the filters' })
  @ApiOkResponse({ type: SettlementPage })
  @Refusals(400)
  list(@Query() query: SettlementQuery, @Req() request: FastifyRequest): Promise<SettlementPage> {
    const page = pageById(query);
    const filter: SettlementFilter = query;
    return this.requests.read({ request }, async (tx, by) => {
      const offered = await this.requests.offered(tx, by);
      return pagedById(await settlementViews(tx, filter, page), page.limit, (view) => settlementAnswer(view, offered));
    });
  }

  @Get('settlements/:number')
  @Reads('invoice.read')
  @ApiOperation({ summary: 'One settlement, by its id or by the number of the voucher' })
  @ApiOkResponse({ type: SettlementAnswer })
  @Refusals(400, 404, 409)
  one(@Param('number') named: string, @Req() request: FastifyRequest): Promise<SettlementAnswer> {
    return this.requests.read({ request }, async (tx, by) =>
      settlementAnswer(await settlementNamed(tx, named), await this.requests.offered(tx, by)),
    );
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
}
