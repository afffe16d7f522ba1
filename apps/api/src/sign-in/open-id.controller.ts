import { CLOCK } from '#books';
import { IssuerRefused, IssuerSubjectsService, NotSignedIn, SignInService, SignOutRefused } from '#identity';
import type { Clock } from '#kernel';
import { Database, inTransaction } from '#platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Refusals } from '../http/documented.ts';
import { Shown, Text } from '../http/fields.ts';
import { isOn } from '../http/flag.ts';
import { Requests } from '../http/requests.ts';
import { sentLogoutToken } from './logout-form.ts';
import { LogoutTokenRefused } from './logout-token.ts';
import { OpenIdRefused, OpenIdSignIn } from './open-id.ts';
import { presentedBy } from './presented.ts';
import { SessionCookie } from './session-cookie.ts';
import { Public } from './signed-in.guard.ts';

export class LinkRequest {
  @Text({ max: 255, description: 'What the identity provider calls this person for ever (`sub`): never an address' })
  subject: string;
}

export class LinkedPerson {
  @Shown({ example: 'BRS.jd' }) person: string;
  @Shown({ example: 'https://login.example.org' }) issuer: string;
}

@ApiTags('Sign-in')
@Controller()
export class OpenIdController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly openId: OpenIdSignIn,
    private readonly subjects: IssuerSubjectsService,
    private readonly signingIn: SignInService,
    private readonly cookie: SessionCookie,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('sign-in/oidc')
  @Public()
  @ApiOperation({ summary: 'Sends the browser to the identity provider' })
  @ApiQuery({
    name: 'fresh',
    required: false,
    schema: { type: 'boolean' },
    description: 'Has the person prove again who they are: the way to step up for whoever signed in there',
  })
  @ApiResponse({ status: 303, description: 'Go to the identity provider' })
  @Refusals(400, 404)
  async begin(
    @Query('fresh') fresh: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.issuer();
    const { id, url } = await this.openId.begin(this.callback(request), { isFresh: isOn('fresh', fresh) });
    this.cookie.giveBeginning(reply, id);
    await reply.status(303).header('location', url).send();
  }

  @Get('sign-in/oidc/callback')
  @Public()
  @ApiOperation({ summary: 'Where the identity provider sends the browser back to; opens the session' })
  @ApiResponse({ status: 303, description: 'Signed in; go to the first page' })
  @Refusals(401, 404, 429)
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.issuer();
    const asked = { requestId: request.id, clock: this.clock };
    this.cookie.takeBackBeginning(reply);
    try {
      const cameBackAt = new URL(`${this.callback(request)}${request.url.slice(request.url.split('?')[0]?.length)}`);
      const proven = await this.openId.finish(this.cookie.beginningIn(request), cameBackAt);
      const { token } = await this.subjects.signIn(proven, asked);
      await this.endWhatWasOpen(request);
      this.cookie.give(reply, token);
    } catch (error) {
      if (!(error instanceof OpenIdRefused || error instanceof IssuerRefused)) throw error;
      const why = error instanceof IssuerRefused ? 'SUBJECT_UNKNOWN' : error.why;
      await this.subjects.refused({ action: 'SIGN_IN_REFUSED', why, address: request.ip }, asked);
      throw new IssuerRefused();
    }
    await reply.status(303).header('location', '/').send();
  }

  @Post('sign-in/oidc/backchannel-logout')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'The identity provider says who signed out there: what was open by it ends here too' })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: { type: 'object', properties: { logout_token: { type: 'string' } }, required: ['logout_token'] },
  })
  @ApiOkResponse({ description: 'Nothing is open by it any more' })
  @Refusals(400, 404, 413, 415, 429, 503)
  async signedOut(@Req() request: FastifyRequest): Promise<void> {
    this.issuer();
    const token = sentLogoutToken(request);
    const asked = { requestId: request.id, clock: this.clock };
    try {
      await this.subjects.signOut(await this.openId.signedOut(token), asked);
    } catch (error) {
      if (!(error instanceof LogoutTokenRefused || error instanceof SignOutRefused)) throw error;
      const why = error instanceof SignOutRefused ? 'REPEATED' : error.why;
      await this.subjects.refused({ action: 'SIGN_OUT_REFUSED', why, address: request.ip }, asked);
      throw new SignOutRefused();
    }
  }

  @Post('people/:code/sign-in-link')
  @Changes('person.link', 'An administrator says which subject of the identity provider a person is')
  @ApiCreatedResponse({ type: LinkedPerson })
  link(
    @Param('code') person: string,
    @Body() { subject }: LinkRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const issuer = this.issuer();
        await this.subjects.link(tx, { person, issuer, subject }, by, this.requests.clock);
        return { person, issuer };
      },
      { status: 201 },
    );
  }

  @Post('people/:code/sign-in-link/end')
  @HttpCode(200)
  @Changes('person.link', 'Ends that link, and every session of the person')
  @ApiOkResponse({ type: LinkedPerson })
  unlink(@Param('code') person: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      const issuer = this.issuer();
      await this.subjects.unlink(tx, { person, issuer }, by, this.requests.clock);
      return { person, issuer };
    });
  }

  private issuer(): string {
    if (this.openId.issuer === null) throw new NotFoundException('Nobody signs in at an identity provider here.');
    return this.openId.issuer;
  }

  private callback({ headers }: FastifyRequest): string {
    const origin = this.cookie.publicUrl ?? `http://${headers.host ?? ''}`;
    return new URL('/api/v1/sign-in/oidc/callback', origin).href; // as the library writes it: no port that goes without saying
  }

  /** The session that this browser had is another one's from here on. */
  private async endWhatWasOpen(request: FastifyRequest): Promise<void> {
    try {
      const presented = presentedBy(request, this.cookie);
      await inTransaction(this.db, async (tx) => {
        const { acting } = await this.signingIn.acting(tx, presented, this.clock);
        await this.signingIn.signOut(tx, { ...acting, requestId: request.id }, this.clock);
      });
    } catch (error) {
      if (!(error instanceof NotSignedIn)) throw error; // there was none
    }
  }
}
