import { chargeTotalsByAgreement } from '#charging';
import { at, Day } from '#kernel';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { AgreementTotalsAnswer, agreementTotalsAnswer } from './charge-totals.answer.ts';
import { ChargeFilterQuery } from './charge.query-string.ts';

/** An address of its own: below /charges, a name could be the id of a charge. */
@ApiTags('Charges')
@Controller('charge-totals')
export class ChargeTotalsController {
  constructor(private readonly requests: Requests) {}

  @Get()
  @Reads('charge.read')
  @ApiOperation({ summary: 'What the charges of the same filters come to, by agreement and state' })
  @ApiOkResponse({ type: AgreementTotalsAnswer })
  @Refusals(400)
  totals(@Query() query: ChargeFilterQuery, @Req() request: FastifyRequest): Promise<AgreementTotalsAnswer> {
    for (const name of ['from', 'to'] as const) at(`/${name}`, () => query[name] === undefined || Day.of(query[name]));
    return this.requests.read({ request }, async (tx) =>
      agreementTotalsAnswer(await chargeTotalsByAgreement(tx, query)),
    );
  }
}
