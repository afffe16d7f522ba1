import { CLOCK } from '#books';
import { SignInService } from '#identity';
import type { Clock } from '#kernel';
import { Database, inSnapshot, inTransaction } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { SessionAnswer, sessionAnswer, SignInAnswer, signInAnswer, SignInRequest } from './session.answer.ts';
import { SessionCookie } from './session-cookie.ts';
import { Public } from './signed-in.guard.ts';

@ApiTags('Sign-in')
@Controller()
export class SessionController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly signingIn: SignInService,
    private readonly cookie: SessionCookie,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sign-in')
  @Public()
  @ApiOperation({ summary: 'How one signs in here; in books that show the sample, as whom' })
  @ApiOkResponse({ type: SignInAnswer })
  ways(): Promise<SignInAnswer> {
    return inSnapshot(this.db, async (tx) => signInAnswer(await this.signingIn.demoPeople(tx)));
  }

  @Post('session')
  @Public()
  @ApiOperation({ summary: 'Signs in; the answer sets the cookie of the session' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @Refusals(400, 401, 413, 415, 429)
  async signIn(
    @Body() { account, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const given = { account, password, address: request.ip };
    const { token, acting } = await this.signingIn.signIn(given, { requestId: request.id, clock: this.clock });
    this.cookie.give(reply, token);
    return sessionAnswer(acting);
  }

  @Get('session')
  @ApiOperation({ summary: 'Who is signed in, with which duties' })
  @ApiOkResponse({ type: SessionAnswer })
  session(@Req() request: FastifyRequest): Promise<SessionAnswer> {
    return this.requests.read({ request }, (_, by) => Promise.resolve(sessionAnswer(by)));
  }

  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out: the session ends at once, and its cookie is taken back' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await this.signingIn.signOut(tx, await this.requests.acting(tx, request), this.clock);
    });
    this.cookie.takeBack(reply);
  }
}
