import { CLOCK } from '#books';
import {
  type Acting,
  OwnPasswordService,
  RenewalsService,
  SecondFactorService,
  SessionsService,
  SignInService,
} from '#identity';
import type { Clock } from '#kernel';
import { actIn, Database, inSnapshot, inTransaction, type Tx } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiExtraModels,
  ApiCreatedResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import {
  CodeRequest,
  PasswordRequest,
  SecondFactorNeededAnswer,
  SessionAnswer,
  sessionAnswer,
  sessionShown,
  SessionsShown,
  SignInAnswer,
  signInAnswer,
  SignInRequest,
  StepUpRequest,
} from './session.answer.ts';
import { OpenIdSignIn } from './open-id.ts';
import { KnownTokens } from './known-tokens.service.ts';
import { SessionCookie } from './session-cookie.ts';
import { askedOf, From, OfOneself, Public, StepUp } from './signed-in.guard.ts';

@ApiTags('Sign-in')
@ApiExtraModels(SecondFactorNeededAnswer, SessionAnswer)
@Controller()
export class SessionController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly signingIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly renewals: RenewalsService,
    private readonly secondFactor: SecondFactorService,
    private readonly ownPassword: OwnPasswordService,
    private readonly cookie: SessionCookie,
    private readonly openId: OpenIdSignIn,
    private readonly tokens: KnownTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sign-in')
  @Public()
  @ApiOperation({ summary: 'How one signs in here; in books that show the sample, as whom' })
  @ApiOkResponse({ type: SignInAnswer })
  ways(): Promise<SignInAnswer> {
    return inSnapshot(this.db, async (tx) => signInAnswer(await this.signingIn.demoPeople(tx), this.openId.name));
  }

  @Post('session')
  @Public()
  @ApiOperation({
    summary: 'Signs in; the answer sets the cookie of the session, of half a one where a code is to come',
  })
  @ApiCreatedResponse({
    schema: { anyOf: [SessionAnswer, SecondFactorNeededAnswer].map((one) => ({ $ref: getSchemaPath(one) })) },
  })
  @Refusals(400, 401, 413, 415, 429)
  async signIn(
    @Body() { account, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer | SecondFactorNeededAnswer> {
    const given = { account, password, address: request.ip };
    const { token, acting } = await this.signingIn.signIn(given, { requestId: request.id, clock: this.clock });
    this.cookie.give(reply, token);
    if (acting.credential.proven === 'HALF') return { secondFactorNeeded: true };
    return inSnapshot(this.db, async (tx) => {
      await actIn(tx, acting);
      return this.shown(tx, acting);
    });
  }

  @Post('session/second-factor')
  @OfOneself()
  @From('HALF')
  @ApiOperation({ summary: 'The second half of a sign-in: a code; the session gets a new token' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @Refusals(400, 401, 413, 415, 429)
  async prove(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const by = await this.asking(request);
    const token = await this.secondFactor.prove(by, { code, address: request.ip }, this.asked(request));
    return this.goesOn(reply, token);
  }

  @Post('session/step-up')
  @OfOneself()
  @From('UNENROLLED')
  @ApiOperation({ summary: 'Proves afresh who acts, for the steps that ask for it; the session gets a new token' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @Refusals(400, 401, 413, 415, 429)
  async stepUp(
    @Body() { password, code }: StepUpRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const by = await this.asking(request);
    const given = { password, code, address: request.ip };
    return this.goesOn(reply, await this.secondFactor.stepUp(by, given, this.asked(request)));
  }

  @Post('session/password')
  @OfOneself()
  @StepUp()
  @ApiOperation({
    summary: 'Another password in the place of the own; every other session ends, and this one gets a new token',
  })
  @ApiCreatedResponse({ type: SessionAnswer })
  @Refusals(400, 401, 409, 413, 415, 422, 429)
  async changePassword(
    @Body() { current, password }: PasswordRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const by = await this.asking(request);
    const given = { current, password, address: request.ip };
    return this.goesOn(reply, await this.ownPassword.change(by, given, this.asked(request)));
  }

  @Get('session')
  @Reads('oneself.read')
  @From('UNENROLLED')
  @ApiOperation({ summary: 'Who is signed in, with which duties' })
  @ApiOkResponse({ type: SessionAnswer })
  session(@Req() request: FastifyRequest): Promise<SessionAnswer> {
    return this.requests.read({ request }, (tx, by) => this.shown(tx, by));
  }

  @Delete('session')
  @OfOneself()
  @From('HALF')
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out: the session ends at once, and its cookie is taken back' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await this.signingIn.signOut(tx, await this.requests.acting(tx, request), this.clock);
    });
    this.tokens.forget(askedOf(request).presented);
    this.cookie.takeBack(reply);
  }

  @Get('sessions')
  @Reads('oneself.read')
  @From('UNENROLLED')
  @ApiOperation({ summary: 'The own sessions that are open' })
  @ApiOkResponse({ type: SessionsShown })
  list(@Req() request: FastifyRequest): Promise<SessionsShown> {
    return this.requests.read({ request }, async (tx, by) => ({
      items: (await this.sessions.open(tx, by.person)).map((one) => sessionShown(one, by.credential.id)),
    }));
  }

  @Delete('sessions/:id')
  @OfOneself()
  @From('UNENROLLED')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends an own session, or as an administrator one of a colleague' })
  @ApiNoContentResponse()
  @Refusals(404)
  async end(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await this.sessions.end(tx, id, await this.requests.acting(tx, request), this.clock);
    });
  }

  private asking(request: FastifyRequest) {
    return inSnapshot(this.db, (tx) => this.requests.acting(tx, request));
  }

  private asked(request: FastifyRequest): { requestId: string; clock: Clock } {
    return { requestId: request.id, clock: this.clock };
  }

  /** The session under its new token, as it is now. */
  private async goesOn(reply: FastifyReply, token: string): Promise<SessionAnswer> {
    this.cookie.give(reply, token);
    return inSnapshot(this.db, async (tx) =>
      this.shown(tx, (await this.signingIn.acting(tx, { token, kind: 'BROWSER' }, this.clock)).acting),
    );
  }

  private async shown(tx: Tx, acting: Acting): Promise<SessionAnswer> {
    const hasPassword = await this.ownPassword.isThere(tx, acting.person);
    return sessionAnswer(acting, { hasPassword, renewed: await this.renewals.lately(tx, acting.person) });
  }
}
