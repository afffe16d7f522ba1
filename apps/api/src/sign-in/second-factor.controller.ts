import { CLOCK } from '#books';
import { SecondFactorService } from '#identity';
import type { Clock } from '#kernel';
import { Database, inSnapshot, inTransaction } from '#platform';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { CodeRequest, EnrolmentAnswer, RecoveryCodesAnswer } from './session.answer.ts';
import { SessionCookie } from './session-cookie.ts';
import { From, OfOneself, StepUp } from './signed-in.guard.ts';

@ApiTags('Sign-in')
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly secondFactor: SecondFactorService,
    private readonly cookie: SessionCookie,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @OfOneself()
  @From('UNENROLLED')
  @StepUp()
  @ApiOperation({ summary: 'A new secret for an authenticator; it counts once a first code has confirmed it' })
  @ApiCreatedResponse({ type: EnrolmentAnswer })
  @Refusals(422)
  enrol(@Req() request: FastifyRequest): Promise<EnrolmentAnswer> {
    return inTransaction(this.db, async (tx) =>
      this.secondFactor.enrol(tx, await this.requests.acting(tx, request), this.clock),
    );
  }

  @Post('confirmation')
  @OfOneself()
  @From('UNENROLLED')
  @StepUp()
  @ApiOperation({ summary: 'The first code; answers the recovery codes, and the session gets a new token' })
  @ApiCreatedResponse({ type: RecoveryCodesAnswer })
  @Refusals(400, 401, 413, 415, 429)
  async confirm(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesAnswer> {
    const by = await inSnapshot(this.db, (tx) => this.requests.acting(tx, request));
    const asked = { requestId: request.id, clock: this.clock };
    const { codes, token } = await this.secondFactor.confirm(by, { code, address: request.ip }, asked);
    this.cookie.give(reply, token);
    return { recoveryCodes: codes };
  }

  @Post('recovery-codes')
  @OfOneself()
  @StepUp()
  @ApiOperation({ summary: 'New recovery codes; those from before are good no more' })
  @ApiCreatedResponse({ type: RecoveryCodesAnswer })
  @Refusals(422)
  renew(@Req() request: FastifyRequest): Promise<RecoveryCodesAnswer> {
    return inTransaction(this.db, async (tx) => {
      const by = await this.requests.acting(tx, request);
      return { recoveryCodes: await this.secondFactor.renewRecoveryCodes(tx, by, this.clock) };
    });
  }
}
