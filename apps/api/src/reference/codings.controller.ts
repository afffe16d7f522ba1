import { BudgetService, statingACoding } from '#budget';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { codingListed, CodingShown, CodingsShown } from './coding.answer.ts';
import { fieldsShown, only } from './reference.fields.ts';
import { coding, CodingRequest } from './reference.request.ts';

@ApiTags('Reference data')
@Controller()
export class CodingsController {
  constructor(
    private readonly requests: Requests,
    private readonly budget: BudgetService,
  ) {}

  @Get('codings')
  @Reads('budget.read')
  @ApiOperation({
    summary: 'Where each own budget line, and what each own fund receives, is booked by its owner, and since when',
  })
  @ApiOkResponse({ type: CodingsShown })
  list(@Req() request: FastifyRequest): Promise<CodingsShown> {
    return this.requests.read({ request }, async (tx, by) => {
      const codings = await this.budget.codings(tx);
      const owners = [...new Set(codings.map(({ secretariat }) => secretariat))];
      const offered = await this.requests.offered(tx, by, owners.map(statingACoding));
      return { items: codings.map((one) => codingListed(one, offered)) };
    });
  }

  @Post('budget-lines/:code/codings')
  @Changes('fund.state-coding', 'States where a budget line is booked by its owner: printed from then on')
  @ApiCreatedResponse({ type: CodingShown })
  ofLine(
    @Param('code') code: string,
    @Body() body: CodingRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.state({ budgetLine: code }, body, { request, reply });
  }

  @Post('trust-funds/:code/codings')
  @Changes('fund.state-coding', 'States where what a fund receives is booked by its owner: printed from then on')
  @ApiCreatedResponse({ type: CodingShown })
  ofReceipts(
    @Param('code') code: string,
    @Body() body: CodingRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.state({ fund: code }, body, { request, reply });
  }

  private state(
    of: { fund: string } | { budgetLine: string },
    body: CodingRequest,
    sent: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<void> {
    return this.requests.write(
      sent,
      async (tx, by) => {
        const statement = { of, coding: coding(body), reason: body.reason };
        return only(await this.budget.stateCoding(tx, statement, by, this.requests.clock), fieldsShown.coding);
      },
      { status: 201 },
    );
  }
}
