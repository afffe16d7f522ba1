import { chargesById, UnknownCharge } from '#charging';
import { Unknown } from '#kernel';
import { answerUnder } from '#platform';
import { Controller, Get, HttpStatus, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { chargeAnswer } from './charge.answer.ts';
import { SentTripAnswer } from './sent-trip.answer.ts';

/**
 * A page that lost the answer to a trip keeps the key on its computer and not who travelled, so it cannot send the same request
 * again: it asks here.
 */
@ApiTags('Charges')
@Controller('sent-trips')
export class SentTripsController {
  constructor(private readonly requests: Requests) {}

  @Get(':key')
  @Reads('charge.read')
  @ApiOperation({ summary: 'What became of a trip that whoever asks has sent under this Idempotency-Key' })
  @ApiOkResponse({ type: SentTripAnswer })
  @Refusals(400, 404)
  one(@Param('key') key: string, @Req() request: FastifyRequest): Promise<SentTripAnswer> {
    return this.requests.read({ request }, async (tx, by): Promise<SentTripAnswer> => {
      const answer = await answerUnder(tx, { key, operation: 'POST /api/v1/charges/trips' });
      if (answer === null) throw new UnknownSentTrip();
      if (answer.status !== HttpStatus.CREATED.valueOf()) return { outcome: 'REFUSED', charge: null };
      const { id } = JSON.parse(answer.body) as { id: string };
      const [found] = await chargesById(tx, [id]);
      if (found === undefined) throw new UnknownCharge(id);
      return { outcome: 'RECORDED', charge: chargeAnswer(found, await this.requests.offered(tx, by)) };
    });
  }
}

export class UnknownSentTrip extends Unknown {
  constructor() {
    super('No trip of yours was answered under that Idempotency-Key so far. Sent again under it, it is recorded once.');
  }
}
