import {
  type Acting,
  offeredDesignations,
  packedActions,
  packedReadings,
  PeopleService,
  Person,
  UnknownDesignation,
} from '#identity';
import { today } from '#kernel';
import type { Tx } from '#platform';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import {
  ActionRulesAnswer,
  DesignationAnswer,
  designationAnswer,
  DesignationsAnswer,
  PersonNamed,
  ReadingsAnswer,
} from './people.answer.ts';
import {
  DesignationReason,
  DesignationRequest,
  PersonRequest,
  TravellerRequest,
  wantedDesignation,
} from './people.request.ts';

@ApiTags('People')
@Controller()
export class PeopleController {
  constructor(
    private readonly requests: Requests,
    private readonly people: PeopleService,
  ) {}

  @Get('actions')
  @Reads('rules.read')
  @ApiOperation({ summary: 'The table of actions: who may do what, for which side, and what it asks for' })
  @ApiOkResponse({ type: ActionRulesAnswer })
  actions(@Req() request: FastifyRequest): Promise<ActionRulesAnswer> {
    return this.requests.read({ request }, () => Promise.resolve({ items: packedActions() }));
  }

  @Get('readings')
  @Reads('rules.read')
  @ApiOperation({ summary: 'The table of readings: who reads what' })
  @ApiOkResponse({ type: ReadingsAnswer })
  readings(@Req() request: FastifyRequest): Promise<ReadingsAnswer> {
    return this.requests.read({ request }, () => Promise.resolve({ items: packedReadings() }));
  }

  @Get('designations')
  @Reads('people.read')
  @ApiOperation({ summary: 'Who may do what, from when to when, with what is proposed and what has ended' })
  @ApiOkResponse({ type: DesignationsAnswer })
  list(@Req() request: FastifyRequest): Promise<DesignationsAnswer> {
    return this.requests.read({ request }, async (tx, by) => {
      const all = await offeredDesignations(tx, today(this.requests.clock), by);
      const offered = await this.requests.offered(tx, by);
      return { items: all.map((one) => designationAnswer(one, offered)) };
    });
  }

  @Post('people')
  @Changes('person.add', 'Adds a person, who may do nothing yet')
  @ApiCreatedResponse({ type: PersonNamed })
  add(@Body() body: PersonRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        await this.people.addPerson(tx, new Person({ ...body }), by, this.requests.clock);
        return { code: body.code, secretariat: body.secretariat };
      },
      { status: 201 },
    );
  }

  @Post('people/:code/traveller-references')
  @Changes('person.name-traveller', 'Says under which reference a person travels: they act on none of these trips')
  @ApiCreatedResponse({ type: PersonNamed })
  nameTraveller(
    @Param('code') code: string,
    @Body() { traveller }: TravellerRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        await this.people.nameTraveller(tx, { person: code, traveller }, by, this.requests.clock);
        return { code, secretariat: by.secretariat };
      },
      { status: 201 },
    );
  }

  @Post('designations')
  @Changes('designation.propose', 'An administrator proposes a designation for somebody else; it gives nothing yet')
  @ApiCreatedResponse({ type: DesignationAnswer })
  propose(@Body() body: DesignationRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const { id } = await this.people.propose(tx, wantedDesignation(body), by, this.requests.clock);
        return this.answer(tx, by, id);
      },
      { status: 201 },
    );
  }

  @Post('designations/:id/countersignature')
  @HttpCode(200)
  @Changes('designation.countersign', 'An approving officer, a third person, countersigns: it is in force at once')
  @ApiOkResponse({ type: DesignationAnswer })
  countersign(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.people.countersign(tx, identified(id), by, this.requests.clock);
      return this.answer(tx, by, id);
    });
  }

  @Post('designations/:id/refusal')
  @HttpCode(200)
  @Changes('designation.decline', 'An approving officer declines what was proposed, for a reason')
  @ApiOkResponse({ type: DesignationAnswer })
  decline(
    @Param('id') id: string,
    @Body() { reason }: DesignationReason,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.people.decline(tx, identified(id), reason, by, this.requests.clock);
      return this.answer(tx, by, id);
    });
  }

  @Post('designations/:id/end')
  @HttpCode(200)
  @Changes('designation.end', 'Ends a designation before its last day, at once, for a reason')
  @ApiOkResponse({ type: DesignationAnswer })
  end(
    @Param('id') id: string,
    @Body() { reason }: DesignationReason,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.people.end(tx, identified(id), reason, by, this.requests.clock);
      return this.answer(tx, by, id);
    });
  }

  private async answer(tx: Tx, by: Acting, id: string): Promise<DesignationAnswer> {
    const [one] = await offeredDesignations(tx, today(this.requests.clock), by, id);
    if (one === undefined) throw new UnknownDesignation(id);
    return designationAnswer(one, await this.requests.offered(tx, by));
  }
}

/** Errors: UnknownDesignation: what is no id is nobody's. */
function identified(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new UnknownDesignation(id.slice(0, 40));
  return id;
}
