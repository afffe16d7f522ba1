import { AgreementsService } from '#agreements';
import { chargesById, roomForAgreement, roomForCharge, UnknownCharge } from '#charging';
import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { RoomAnswer, roomAnswer } from './room.answer.ts';

/** Yes or no, and no amount: what is left on a line is for its owner alone to see. Of what is recorded, and of no trial. */
@ApiTags('Charges')
@Controller()
export class RoomController {
  constructor(
    private readonly requests: Requests,
    private readonly agreements: AgreementsService,
  ) {}

  @Get('agreements/:number/room')
  @Reads('charge.read')
  @ApiOperation({
    summary:
      'Whether the client’s budget lines have room for all that is recorded under an agreement and not certified',
  })
  @ApiOkResponse({ type: RoomAnswer })
  @Refusals(400, 404)
  ofAgreement(@Param('number') number: string, @Req() request: FastifyRequest): Promise<RoomAnswer> {
    return this.requests.read({ request }, async (tx) => {
      const agreement = await this.agreements.find(tx, number);
      return roomAnswer(await roomForAgreement(tx, agreement.number));
    });
  }

  @Get('charges/:id/room')
  @Reads('charge.read')
  @ApiOperation({
    summary:
      'Whether the client’s budget lines that bear a charge have room for it and for what was recorded before it; nothing where it is certified or has ended',
  })
  @ApiOkResponse({ type: RoomAnswer })
  @Refusals(400, 404)
  ofCharge(@Param('id') id: string, @Req() request: FastifyRequest): Promise<RoomAnswer> {
    return this.requests.read({ request }, async (tx) => {
      const [charge] = await chargesById(tx, [id]);
      if (charge === undefined) throw new UnknownCharge(id);
      return roomAnswer(await roomForCharge(tx, charge));
    });
  }
}
