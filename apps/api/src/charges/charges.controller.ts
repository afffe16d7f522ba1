import { EditLogService } from '#audit';
import { chargesById, chargesOnTheirWay, chargeTotals, chargeViews, ChargingService, UnknownCharge } from '#charging';
import { LedgerService, type PostedLine } from '#ledger';
import { Database, inTransaction, type Tx } from '#platform';
import { isTravellerReference } from '#travellers';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals, Transition } from '../http/documented.ts';
import { GroupedRequests } from '../http/grouped-requests.service.ts';
import { etag, Requests, seenVersion } from '../http/requests.ts';
import { ChargeSteps, type RecordingRequest, type StepRequest } from './charge-steps.service.ts';
import { PostingsAnswer, postingShown } from '../reference/posting.answer.ts';
import {
  ChargeAnswer,
  chargeAnswer,
  ChargePage,
  ChargesAnswer,
  ChargeTotalsAnswer,
  chargeTotalsAnswer,
} from './charge.answer.ts';
import { sendCharges, wantsCsv } from './charge.csv.ts';
import { chargePage, checkDays, nextCursor } from './charge.page.ts';
import { ChargeFilterQuery, ChargeQuery } from './charge.query-string.ts';
import {
  CertificationRequest,
  CertificationsRequest,
  chargeDraft,
  ChargeRequest,
  ChargesNamed,
  ChargesRequest,
  tripDraft,
  TripRequest,
} from './charge.request.ts';

@ApiTags('Charges')
@Controller('charges')
export class ChargesController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly grouped: GroupedRequests,
    private readonly steps: ChargeSteps,
    private readonly log: EditLogService,
    private readonly charging: ChargingService,
    private readonly ledger: LedgerService,
  ) {}

  @Get()
  @Reads('charge.read')
  @ApiOperation({
    summary:
      'Charges, newest first unless sorted otherwise, narrowed by the filters; with Accept: text/csv all of them as a table, which is an act',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ type: ChargePage })
  @Refusals(400)
  async list(@Query() query: ChargeQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    checkDays(query);
    if (wantsCsv(request)) {
      // Written down before the first line leaves: its rows are read as they are sent, and have no digest yet.
      await inTransaction(this.db, async (tx) => {
        const exported = { report: 'charges', form: 'text/csv', sha256: null };
        await this.log.recordExport(tx, exported, await this.requests.acting(tx, request), this.requests.clock);
      });
      await this.requests.read({ request }, (tx) => sendCharges(reply, tx, query));
      return;
    }
    const page = chargePage(query);
    const answer = await this.requests.read({ request }, async (tx, by): Promise<ChargePage> => {
      const offered = await this.requests.offered(tx, by);
      const views = await chargeViews(tx, query, page);
      return { items: views.map((one) => chargeAnswer(one, offered)), nextCursor: nextCursor(views, page) };
    });
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer));
  }

  @Get('totals')
  @Reads('charge.read')
  @ApiOperation({ summary: 'How many charges the same filter finds, and what they come to' })
  @ApiOkResponse({ type: ChargeTotalsAnswer })
  @Refusals(400)
  totals(@Query() query: ChargeFilterQuery, @Req() request: FastifyRequest): Promise<ChargeTotalsAnswer> {
    checkDays(query);
    return this.requests.read({ request }, async (tx) => chargeTotalsAnswer(await chargeTotals(tx, query)));
  }

  @Get(':id')
  @Reads('charge.read')
  @ApiOperation({ summary: 'One charge, with how its amount came about' })
  @ApiOkResponse({ type: ChargeAnswer })
  @Refusals(400, 404)
  async one(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChargeAnswer> {
    const charge = await this.requests.read({ request }, async (tx, by) =>
      only(await this.steps.answers(tx, by, chargesById(tx, [id]), 'WHOEVER_COULD'), id),
    );
    void reply.header('etag', etag(charge.version));
    return charge;
  }

  @Get(':id/postings')
  @Reads('book.read')
  @ApiOperation({ summary: 'What a charge has posted, in both books' })
  @ApiOkResponse({ type: PostingsAnswer })
  @Refusals(400, 404)
  postings(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PostingsAnswer> {
    return this.requests.read({ request }, async (tx) => {
      if ((await chargesById(tx, [id])).length === 0) throw new UnknownCharge(id);
      const lines: PostedLine[] = await this.ledger.postingsOf(tx, id, ['CHARGE_CERTIFIED', 'CHARGE_REVERSED']);
      return { items: lines.map(postingShown) };
    });
  }

  @Post()
  @Changes(
    'charge.record',
    'Records one charge: delivered units, priced and split by what was in force on the day of delivery',
  )
  @ApiCreatedResponse({ type: ChargeAnswer })
  record(@Body() body: ChargeRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.grouped.write({ request, reply }, recordingOf(body, request), this.steps.recording, created);
  }

  @Post('batches')
  @Changes('charge.record', 'Records many charges: all of them, or none with the place of the first that is wrong')
  @ApiCreatedResponse({ type: ChargesAnswer })
  recordAll(@Body() body: ChargesRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by, ahead) => {
        const place = (index: number): string => `/charges/${index}`;
        const drafts = body.charges.map((charge, index) => chargeDraft(charge, place(index)));
        const recorded = this.charging.record(tx, drafts, by, this.requests.clock, { place }, ahead);
        return { items: await this.steps.answers(tx, by, recorded) };
      },
      { status: 201 },
      (tx: Tx) => this.charging.aheadOfRecording(tx, body.charges),
    );
  }

  @Post('trips')
  @Changes('charge.record', 'Records a sponsored delegate’s trip as one charge at what it cost')
  @ApiCreatedResponse({ type: ChargeAnswer })
  recordTrip(@Body() body: TripRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const recorded = this.charging.recordTrips(tx, [tripDraft(body)], by, this.requests.clock);
        return only(await this.steps.answers(tx, by, recorded), '');
      },
      created,
    );
  }

  @Post('receipts')
  @Changes('charge.receive', 'The client confirms the units of many charges at once')
  @ApiOkResponse({ type: ChargesAnswer })
  receiveAll(
    @Body() { charges }: ChargesNamed,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const named = { ids: charges, seen: null, place: '/charges', placeOf: inList(charges) };
    return this.requests.write(
      { request, reply },
      async (tx, by, views) => {
        const received = this.charging.receive(tx, named, by, this.requests.clock, views);
        return { items: await this.steps.answers(tx, by, received, 'WHOEVER_COULD') };
      },
      {},
      (tx: Tx) => chargesOnTheirWay(tx, charges),
    );
  }

  @Post('certifications')
  @Changes('charge.certify', 'The certifying officer accepts many charges at once; each posts in both books')
  @ApiOkResponse({ type: ChargesAnswer })
  certifyAll(
    @Body() { charges, adjustmentReason }: CertificationsRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const named = { ids: charges, seen: null, place: '/charges', placeOf: inList(charges), adjustmentReason };
    return this.requests.write(
      { request, reply },
      async (tx, by, ahead) => {
        const certified = this.charging.certify(tx, named, by, this.requests.clock, ahead);
        return { items: await this.steps.answers(tx, by, certified) };
      },
      {},
      (tx: Tx) => this.charging.aheadOfCertifying(tx, charges, this.requests.clock),
    );
  }

  @Post(':id/receipt')
  @Transition('charge.receive', 'The client confirms the units')
  @ApiOkResponse({ type: ChargeAnswer })
  receive(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.grouped.write({ request, reply }, stepOn(id, request), this.steps.receipt);
  }

  @Post(':id/certification')
  @Transition('charge.certify', 'The certifying officer accepts the cost (Financial Rule 105.5): posted in both books')
  @ApiOkResponse({ type: ChargeAnswer })
  @ApiBody({ type: CertificationRequest, required: false })
  certify(
    @Param('id') id: string,
    @Body() { adjustmentReason }: CertificationRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const one = { ...stepOn(id, request), alike: adjustmentReason };
    return this.grouped.write({ request, reply }, one, this.steps.certification);
  }
}

const created = {
  status: 201,
  location: ({ id }: ChargeAnswer) => `/api/v1/charges/${encodeURIComponent(id)}`,
};

/** Whoever is called by a name is written down in an act of the request that brings it, so it goes with no other. */
function recordingOf(body: ChargeRequest, request: FastifyRequest): RecordingRequest {
  const { id: object = null, traveller } = body;
  const isByName = traveller !== undefined && !isTravellerReference(traveller);
  return { requestId: request.id, object, alike: isByName ? request.id : undefined, body };
}

function stepOn(id: string, request: FastifyRequest): StepRequest {
  return { requestId: request.id, object: id, seen: () => seenVersion(request) };
}

/** Errors: UnknownCharge. */
function only([answer]: readonly ChargeAnswer[], id: string): ChargeAnswer {
  if (answer === undefined) throw new UnknownCharge(id);
  return answer;
}

/** Where a charge stands in a request that names many, for errors. */
function inList(charges: readonly string[]): (id: string) => string {
  return (id) => `/charges/${charges.indexOf(id)}`;
}
