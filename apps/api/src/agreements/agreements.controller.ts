import { AgreementsService, inOrder } from '#agreements';
import { ChargingService } from '#charging';
import type { Acting } from '#identity';
import { at, Day, today } from '#kernel';
import type { Tx } from '#platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { etag, Requests } from '../http/requests.ts';
import { AgreementAnswer, agreementAnswer, AgreementsAnswer } from './agreement.answer.ts';
import { AgreementQuery } from './agreement.query-string.ts';
import { AgreementRequest, agreementTerms, SignatureRequest } from './agreement.request.ts';

@ApiTags('Agreements')
@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly requests: Requests,
    private readonly agreements: AgreementsService,
    private readonly charging: ChargingService,
  ) {}

  @Get()
  @Reads('agreement.read')
  @ApiOperation({ summary: 'All service agreements, by their numbers unless sorted otherwise' })
  @ApiOkResponse({ type: AgreementsAnswer })
  @Refusals(400)
  list(
    @Query() { sort = 'number', order = 'asc' }: AgreementQuery,
    @Req() request: FastifyRequest,
  ): Promise<AgreementsAnswer> {
    return this.requests.read({ request }, async (tx, by) => {
      const offered = await this.requests.offered(tx, by);
      const signatures = await this.agreements.allSignatures(tx);
      const agreements = inOrder(await this.agreements.all(tx), { sort, ascending: order === 'asc' });
      return {
        items: agreements.map((one) =>
          agreementAnswer(
            one,
            signatures.filter(({ agreement }) => agreement === one.number),
            offered,
            today(this.requests.clock),
          ),
        ),
      };
    });
  }

  @Get(':number')
  @Reads('agreement.read')
  @ApiOperation({ summary: 'One agreement with its ceiling and its signatures' })
  @ApiOkResponse({ type: AgreementAnswer })
  @Refusals(400, 404)
  async one(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgreementAnswer> {
    const agreement = await this.requests.read({ request }, (tx, by) => this.answer(tx, number, by));
    void reply.header('etag', etag(agreement.version));
    return agreement;
  }

  @Post()
  @Changes('agreement.draft', 'Drafts an agreement; charges under it are provisional until both sides have signed')
  @ApiCreatedResponse({ type: AgreementAnswer })
  draft(@Body() body: AgreementRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) =>
        agreementAnswer(
          await this.agreements.draft(tx, agreementTerms(body), by, this.requests.clock),
          [],
          await this.requests.offered(tx, by),
          today(this.requests.clock),
        ),
      { status: 201, location: ({ number }) => `/api/v1/agreements/${encodeURIComponent(number)}` },
    );
  }

  @Post(':number/signatures')
  @HttpCode(200)
  @Changes(
    'agreement.sign',
    'Records one side’s signature; the second makes it binding and what was provisional is no more',
  )
  @ApiOkResponse({ type: AgreementAnswer })
  sign(
    @Param('number') number: string,
    @Body() body: SignatureRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      const signedOn = at('/signedOn', () => Day.of(body.signedOn));
      const agreement = await this.agreements.sign(tx, number, { side: body.side, signedOn }, by, this.requests.clock);
      await this.charging.promoteProvisional(tx, agreement, by, this.requests.clock);
      return this.answer(tx, number, by);
    });
  }

  private async answer(tx: Tx, number: string, by: Acting): Promise<AgreementAnswer> {
    return agreementAnswer(
      await this.agreements.find(tx, number),
      await this.agreements.signatures(tx, number),
      await this.requests.offered(tx, by),
      today(this.requests.clock),
    );
  }
}
