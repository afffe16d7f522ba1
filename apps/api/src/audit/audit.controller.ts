import { VerificationService } from '#audit';
import { actsReadBy } from '#identity';
import { auditEventViews } from '#platform';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { paged, pageOf } from '../http/pages.ts';
import { Requests } from '../http/requests.ts';
import {
  AuditEventPage,
  auditEventShown,
  LiftRequest,
  verificationShown,
  VerificationShown,
  VerificationsShown,
} from './audit.answer.ts';
import { AuditEventQuery } from './audit.query-string.ts';

@ApiTags('Audit')
@Controller()
export class AuditController {
  constructor(
    private readonly requests: Requests,
    private readonly verification: VerificationService,
  ) {}

  @Get('audit-events')
  @Reads('act.read')
  @ApiOperation({
    summary:
      'Who did what to what, newest first, narrowed by the filters: for an auditor all of it, for others their own acts, and of one object (`object`) what was done to a document they read',
  })
  @ApiOkResponse({ type: AuditEventPage })
  @Refusals(400)
  events(@Query() query: AuditEventQuery, @Req() request: FastifyRequest): Promise<AuditEventPage> {
    const page = pageOf(query);
    return this.requests.read({ request }, async (tx, by) => {
      const scope = actsReadBy(by, { ofOneObject: query.object !== undefined });
      return paged(await auditEventViews(tx, query, scope, page), page.limit, auditEventShown);
    });
  }

  @Get('verifications')
  @Reads('verification.read')
  @ApiOperation({ summary: 'What the last nights’ verifications came to, newest first' })
  @ApiOkResponse({ type: VerificationsShown })
  verifications(@Req() request: FastifyRequest): Promise<VerificationsShown> {
    return this.requests.read({ request }, async (tx) => ({
      items: (await this.verification.kept(tx, 50)).map(verificationShown),
    }));
  }

  @Post('verifications/lifts')
  @Changes(
    'posting.resume',
    'Asks to let posting go on after a verification that failed, for a reason; it names the one whose findings were read, and is refused where another has failed since. Where an officer of the other side has asked for it, posting goes on, and the next verification looks again',
  )
  @ApiCreatedResponse({ type: VerificationShown })
  lift(@Body() body: LiftRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        await this.verification.resume(tx, body, by, this.requests.clock);
        const [latest] = await this.verification.kept(tx, 1);
        if (latest === undefined) throw new Error('A stop is of a verification.');
        return verificationShown(latest);
      },
      { status: 201 },
    );
  }
}
