import { CLOCK } from '#books';
import { ApiKeysService, InvitationsService, LinksService, SessionsService, TerminalsService } from '#identity';
import type { Clock } from '#kernel';
import { Database, inSnapshot, inTransaction } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { PersonNamed } from '../people/people.answer.ts';
import {
  AcceptRequest,
  DisablingRequest,
  FirstAdministratorRequest,
  InvitedAnswer,
  KeyCreatedAnswer,
  KeyRequest,
  keyShown,
  KeysShown,
  LinkAnswer,
  linkAnswer,
  InspectionRequest,
} from './session.answer.ts';
import { OfOneself, Public, StepUp } from './signed-in.guard.ts';

/** Who may sign in at all, and what else acts for them: invitations, keys, terminals. */
@ApiTags('Accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly invitations: InvitationsService,
    private readonly links: LinksService,
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
    private readonly terminals: TerminalsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('first-administrator')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'The first administrator comes in by the link that the console has printed' })
  @ApiNoContentResponse()
  @Refusals(400, 401, 409, 413, 415, 422)
  async comeFirst(
    @Body() { token, code, name, secretariat, password }: FirstAdministratorRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const administrator = { code, name, secretariat };
    const asked = { requestId: request.id, clock: this.clock };
    await this.invitations.comeFirst({ token, administrator, password }, asked);
  }

  @Post('invitations/inspection')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Whom a link lets in and until when, for whoever has it; it is not used by that' })
  @ApiOkResponse({ type: LinkAnswer })
  @Refusals(400, 401, 413, 415)
  async look(@Body() { token }: InspectionRequest): Promise<LinkAnswer> {
    return linkAnswer(await this.links.look(token, this.clock));
  }

  @Post('invitations/acceptance')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Whoever was invited sets the password; the link works once' })
  @ApiNoContentResponse()
  @Refusals(400, 401, 413, 415, 422)
  async accept(@Body() { token, password }: AcceptRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.invitations.accept({ token, password }, { requestId: request.id, clock: this.clock });
  }

  @Post('people/:person/invitations')
  @Changes(
    'account.invite',
    'An administrator invites somebody who has no way in yet to set a password; answers the link’s token once',
  )
  @ApiCreatedResponse({ type: InvitedAnswer })
  invite(@Param('person') person: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write<InvitedAnswer>(
      { request, reply },
      async (tx, by) => ({ token: await this.invitations.invite(tx, person, by, this.clock) }),
      { status: 201, withoutSecret: () => ({ token: null }) },
    );
  }

  @Post('people/:person/account/disabling')
  @HttpCode(200)
  @Changes(
    'account.shut',
    'An administrator shuts an account: its sessions and keys end at once; of one that is shut, takes back what would let in again',
  )
  @ApiOkResponse({ type: PersonNamed })
  disable(
    @Param('person') person: string,
    @Body() { reason }: DisablingRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.sessions.disable(tx, person, reason, by, this.clock);
      return { code: person, secretariat: by.secretariat };
    });
  }

  @Get('keys')
  @Reads('oneself.read')
  @ApiOperation({ summary: 'The own keys that are good still' })
  @ApiOkResponse({ type: KeysShown })
  listKeys(@Req() request: FastifyRequest): Promise<KeysShown> {
    return this.requests.read({ request }, async (tx, by) => ({
      items: (await this.keys.list(tx, by.person)).map(keyShown),
    }));
  }

  @Post('keys')
  @OfOneself()
  @StepUp()
  @ApiOperation({
    summary: 'A key for a program that records and reads, or only reads, for whoever makes it; answers it once',
  })
  @ApiCreatedResponse({ type: KeyCreatedAnswer })
  @Refusals(400, 413, 415, 422)
  createKey(@Body() { days, scope = 'RECORD' }: KeyRequest, @Req() request: FastifyRequest): Promise<KeyCreatedAnswer> {
    return inTransaction(this.db, async (tx) => {
      const by = await this.requests.acting(tx, request);
      const { key, view } = await this.keys.create(tx, { days, scope }, by, this.clock);
      return { ...keyShown(view), key };
    });
  }

  @Delete('keys/:id')
  @OfOneself()
  @HttpCode(204)
  @ApiOperation({ summary: 'Revokes an own key at once' })
  @ApiNoContentResponse()
  @Refusals(404)
  async revokeKey(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await this.keys.revoke(tx, id, await this.requests.acting(tx, request), this.clock);
    });
  }

  @Post('terminals/:code/approval')
  @OfOneself()
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'Lets the terminal that shows this code act for whoever approves it' })
  @ApiNoContentResponse()
  @Refusals(404, 429)
  async approve(@Param('code') code: string, @Req() request: FastifyRequest): Promise<void> {
    const by = await inSnapshot(this.db, (tx) => this.requests.acting(tx, request));
    const asked = { requestId: request.id, clock: this.clock };
    await this.terminals.approve(by, { code, address: request.ip }, asked);
  }
}
