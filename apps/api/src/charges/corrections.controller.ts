import { type ChargesToCorrect, type ChargeView, CorrectionService, UnknownCharge } from '#charging';
import type { Acting, Officer } from '#identity';
import type { Clock } from '#kernel';
import type { Tx } from '#platform';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transition } from '../http/documented.ts';
import { Requests, seenVersion } from '../http/requests.ts';
import { ChargeAnswer, chargeAnswer } from './charge.answer.ts';
import { CorrectionAnswer, CorrectionRequest } from './charge.request.ts';

type Verb = (tx: Tx, charges: ChargesToCorrect, by: Officer, clock: Clock) => Promise<ChargeView[]>;

/** What is wrong goes back a step, or is reversed: in the open, for a reason. */
@ApiTags('Charges')
@Controller('charges/:id')
export class CorrectionsController {
  constructor(
    private readonly requests: Requests,
    private readonly corrections: CorrectionService,
  ) {}

  @Post('return')
  @Transition('charge.return', 'The client gives back a charge that is not certified, for a reason')
  @ApiOkResponse({ type: ChargeAnswer })
  return(
    @Param('id') id: string,
    @Body() { reason }: CorrectionRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.correct({ id, reason }, (...act) => this.corrections.return(...act), request, reply);
  }

  @Post('resubmission')
  @Transition('charge.resubmit', 'The provider answers to a return; the client is to confirm the charge anew')
  @ApiOkResponse({ type: ChargeAnswer })
  resubmit(
    @Param('id') id: string,
    @Body() { answer }: CorrectionAnswer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.correct({ id, reason: answer }, (...act) => this.corrections.resubmit(...act), request, reply);
  }

  @Post('withdrawal')
  @Transition('charge.withdraw', 'The provider takes back a charge that is not certified; another may take its place')
  @ApiOkResponse({ type: ChargeAnswer })
  withdraw(
    @Param('id') id: string,
    @Body() { reason }: CorrectionRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.correct({ id, reason }, (...act) => this.corrections.withdraw(...act), request, reply);
  }

  @Post('reversal')
  @Transition('charge.reverse', 'The provider asks to reverse a certified charge that no invoice bills')
  @ApiOkResponse({ type: ChargeAnswer })
  reverse(
    @Param('id') id: string,
    @Body() { reason }: CorrectionRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.correct({ id, reason }, (...act) => this.corrections.prepareReversal(...act), request, reply);
  }

  @Post('reversal/approval')
  @Transition(
    'charge.approve-reversal',
    'The provider’s approving officer approves the reversal: undone in both books, dated today',
  )
  @ApiOkResponse({ type: ChargeAnswer })
  approve(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.correct({ id, reason: '' }, (...act) => this.corrections.approveReversal(...act), request, reply);
  }

  @Post('reversal/refusal')
  @Transition('charge.keep', 'No reversal after all: the charge stays certified')
  @ApiOkResponse({ type: ChargeAnswer })
  keep(
    @Param('id') id: string,
    @Body() { reason }: CorrectionRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.correct({ id, reason }, (...act) => this.corrections.keep(...act), request, reply);
  }

  /** Errors: those of the verb; UnknownCharge. */
  private correct(
    { id, reason }: { id: string; reason: string },
    verb: Verb,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by: Acting) => {
      const named = { ids: [id], seen: seenVersion(request), reason };
      const [[charge], offered] = await Promise.all([
        verb(tx, named, by, this.requests.clock),
        this.requests.offered(tx, by),
      ]);
      if (charge === undefined) throw new UnknownCharge(id);
      return chargeAnswer(charge, offered);
    });
  }
}
