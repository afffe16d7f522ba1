import { NettingService, paperOf, SettlementService } from '#invoicing';
import { at, Biennium, Day } from '#kernel';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Refusals } from '../http/documented.ts';
import { Shown } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { sendPaper } from '../http/paper-reply.ts';
import { Requests } from '../http/requests.ts';
import { NettingRequest, SettlementBody, settlementRequest } from './invoice.request.ts';

export class SettlementAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: MoneyShown }) amount: MoneyShown;
}

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
        const { id, amount } = await this.settlement.record(tx, settlementRequest(body), by, this.requests.clock);
        return { id, amount: usd(amount.toString()) };
      },
      { status: 201 },
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
  @ApiOperation({ summary: 'A netting statement as it was issued' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refusals(400, 404)
  async pdf(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pdf } = await this.requests.read({ request }, (tx) => paperOf(tx, number));
    await sendPaper(reply, number, pdf);
  }
}
