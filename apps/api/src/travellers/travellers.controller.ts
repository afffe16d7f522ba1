import { at, Day } from '#kernel';
import { auditEventViews, everyAct } from '#platform';
import { checkConcerned, isTravellerReference, TravellersService, UnknownTraveller } from '#travellers';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import {
  DisclosureAnswer,
  disclosureAnswer,
  ErasureAnswer,
  SubjectAccessAnswer,
  subjectAccessAnswer,
  TravellerAnswer,
  travellerAnswer,
  withoutName,
} from './traveller.answer.ts';
import { NameCorrectionRequest, DisclosureRequest, ErasureRequest } from './traveller.request.ts';

const actsMost = 1000;

@ApiTags('Travellers')
@Controller('travellers')
export class TravellersController {
  constructor(
    private readonly requests: Requests,
    private readonly travellers: TravellersService,
  ) {}

  @Get(':reference')
  @Reads('traveller.read')
  @ApiOperation({ summary: 'A traveller without who it is: charges, nights, and until when the name is needed' })
  @ApiOkResponse({ type: TravellerAnswer })
  @Refusals(400, 401, 403, 404)
  one(@Param('reference') text: string, @Req() request: FastifyRequest): Promise<TravellerAnswer> {
    const reference = referenceIn(text);
    return this.requests.read({ request }, async (tx, by) => {
      const view = await this.travellers.view(tx, reference);
      checkConcerned(by, reference, view);
      return travellerAnswer(view);
    });
  }

  @Post(':reference/disclosures')
  @Changes(
    'traveller.disclose',
    'Shows who a traveller is, for a reason that is kept; the name is in no answer but this one',
  )
  @ApiCreatedResponse({ type: DisclosureAnswer })
  disclose(
    @Param('reference') text: string,
    @Body() { reason }: DisclosureRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reference = referenceIn(text);
    return this.requests.write(
      { request, reply },
      async (tx, by) =>
        disclosureAnswer(await this.travellers.disclose(tx, { reference, reason }, by, this.requests.clock)),
      { status: 201, kept: withoutName },
    );
  }

  @Post(':reference/exports')
  @Changes(
    'traveller.export',
    'Everything that these books hold of a traveller, for the traveller: name, charges, nights, and who asked when and why',
  )
  @ApiCreatedResponse({ type: SubjectAccessAnswer })
  export(
    @Param('reference') text: string,
    @Body() { reason }: DisclosureRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reference = referenceIn(text);
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const asked = { reference, reason };
        const disclosed = await this.travellers.disclose(tx, asked, by, this.requests.clock, 'TRAVELLER_EXPORTED');
        const acts = await auditEventViews(tx, { object: reference, kind: 'traveller' }, everyAct, { limit: actsMost });
        return subjectAccessAnswer(disclosed, acts);
      },
      { status: 201, kept: withoutName },
    );
  }

  @Post(':reference/corrections')
  @Changes('traveller.correct', 'Writes a name down rightly; the reference and all the books say of it stay')
  @ApiCreatedResponse({ type: TravellerAnswer })
  correct(
    @Param('reference') text: string,
    @Body() { name, reason }: NameCorrectionRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reference = referenceIn(text);
    return this.requests.write(
      { request, reply },
      async (tx, by) =>
        travellerAnswer(await this.travellers.correct(tx, { reference, name, reason }, by, this.requests.clock)),
      { status: 201 },
    );
  }

  @Post('erasures')
  @Changes(
    'traveller.erase',
    'Erases the names that nobody needs any more; references, entries and papers stay as they are',
  )
  @ApiCreatedResponse({ type: ErasureAnswer })
  erase(@Body() body: ErasureRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const before = at('/before', () => Day.of(body.before));
        return { erased: await this.travellers.erase(tx, before, by, this.requests.clock) };
      },
      { status: 201 },
    );
  }
}

/** What is no reference is somebody's text: it is neither looked for nor kept with a key. Errors: UnknownTraveller. */
function referenceIn(text: string): string {
  if (!isTravellerReference(text)) throw new UnknownTraveller('of this form');
  return text;
}
