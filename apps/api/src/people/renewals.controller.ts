import {
  administratorsAmong,
  approvingRenewal,
  RenewalsService,
  type RenewalView,
  takingBack,
  UnknownRenewal,
} from '#identity';
import type { Tx } from '#platform';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads } from '../http/documented.ts';
import { Flag, Reason, Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';
import { Requests } from '../http/requests.ts';

export class RenewalRequest {
  @Reason({ max: 500, description: 'It stays with the books' })
  reason: string;
  @Flag({
    optional: true,
    description: 'The account is shut, and opens with the new way in; whoever leaves it out does not mean a shut one',
  })
  letsInAgain?: boolean;
}

/** Another way in for whoever has one already: proposed by one person, approved by another. */
export class RenewalAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ example: 'BRS.jd' }) person: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ enum: ['PROPOSED', 'APPROVED', 'DONE', 'LAPSED'], description: 'DONE: the link was used' }) state: string;
  @Shown() reason: string;
  @ApiProperty({ type: 'boolean', description: 'whether the account was shut, and opens with it' })
  letsInAgain: boolean;
  @Shown({ example: 'BRS.administrator' }) proposedBy: string;
  @Shown({ format: 'date-time' }) proposedAt: string;
  @ShownOrNull({ example: 'BRS.approving' }) approvedBy: string | null;
  @ShownOrNull({ format: 'date-time' }) approvedAt: string | null;
  @ShownOrNull({ format: 'date-time' }) doneAt: string | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class RenewalApprovedAnswer extends RenewalAnswer {
  @ShownOrNull({
    description:
      'to be handed to the person as the link /invitation#TOKEN of this server, or for POST /api/v1/invitations/acceptance; good once and for three days, and shown this once: null in a repeat and a dry run',
  })
  token: string | null;
}

export class RenewalsAnswer {
  @ShownList(() => RenewalAnswer) items: RenewalAnswer[];
}

@ApiTags('People')
@Controller()
export class RenewalsController {
  constructor(
    private readonly requests: Requests,
    private readonly renewals: RenewalsService,
  ) {}

  @Get('renewals')
  @Reads('renewal.read')
  @ApiOperation({ summary: 'Accounts of the own side that are, or were, to be renewed; newest first, 200 at most' })
  @ApiOkResponse({ type: RenewalsAnswer })
  list(@Req() request: FastifyRequest): Promise<RenewalsAnswer> {
    return this.requests.read({ request }, async (tx, by) => {
      const offered = await this.requests.offered(tx, by);
      return { items: (await this.renewals.list(tx)).map((one) => renewalAnswer(one, offered)) };
    });
  }

  @Post('people/:person/renewals')
  @Changes(
    'account.renew',
    'An administrator proposes another way in for whoever has one, or was shut out; it opens nothing yet',
  )
  @ApiCreatedResponse({ type: RenewalAnswer })
  propose(
    @Param('person') person: string,
    @Body() { reason, letsInAgain = false }: RenewalRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const { id } = await this.renewals.propose(tx, { person, reason, letsInAgain }, by, this.requests.clock);
        return this.answer(tx, id, await this.requests.offered(tx, by));
      },
      { status: 201 },
    );
  }

  @Post('renewals/:id/approval')
  @HttpCode(200)
  @Changes('account.approve-renewal', 'Another person approves it; answers the link’s token once')
  @ApiOkResponse({ type: RenewalApprovedAnswer })
  approve(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write<RenewalApprovedAnswer>(
      { request, reply },
      async (tx, by) => {
        const { token } = await this.renewals.approve(tx, identified(id), by, this.requests.clock);
        return { ...(await this.answer(tx, id, await this.requests.offered(tx, by))), token };
      },
      { withoutSecret: (answer) => ({ ...answer, token: null }) },
    );
  }

  private async answer(tx: Tx, id: string, offered: Offered): Promise<RenewalAnswer> {
    return renewalAnswer(await this.renewals.one(tx, id), offered);
  }
}

function renewalAnswer(view: RenewalView, offered: Offered): RenewalAnswer {
  const { id, person, proposedAt, approvedAt, doneAt, state } = view;
  const approving = state === 'PROPOSED' ? [approvingRenewal(view, administratorsAmong(offered.colleagues))] : [];
  return {
    ...view,
    proposedAt: proposedAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
    availableActions: actionsShown([...approving, ...takingBack(view)], offered, {
      'account.approve-renewal': `/api/v1/renewals/${id}/approval`,
      'account.shut': `/api/v1/people/${encodeURIComponent(person)}/account/disabling`,
    }),
  };
}

/** Errors: UnknownRenewal: what is no id is nobody's. */
function identified(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new UnknownRenewal(id.slice(0, 40));
  return id;
}
