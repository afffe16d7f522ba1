import { inbox, type InboxKind, inboxKinds, type InboxPart } from '#audit';
import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Reads, Refusals } from '../http/documented.ts';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { Requests } from '../http/requests.ts';

/** Where each kind is found whole, and one of it. */
const places: Readonly<Record<InboxKind, readonly [one: string, all: string]>> = {
  'charges-to-confirm': ['/api/v1/charges/', '/api/v1/charges?state=RECORDED'],
  'charges-to-certify': ['/api/v1/charges/', '/api/v1/charges?state=RECEIVED'],
  'charges-returned': ['/api/v1/charges/', '/api/v1/charges?state=RETURNED'],
  'reversals-to-approve': ['/api/v1/charges/', '/api/v1/charges?state=REVERSING'],
  'invoices-to-issue': ['/api/v1/invoices/', '/api/v1/invoices?state=DRAFT'],
  'settlements-to-approve': ['/api/v1/settlements/', '/api/v1/settlements?state=PROPOSED'],
  'agreements-to-sign': ['/api/v1/agreements/', '/api/v1/agreements'],
  'periods-to-sign': ['/api/v1/periods/', '/api/v1/periods'],
  'designations-to-countersign': ['/api/v1/designations/', '/api/v1/designations'],
  'renewals-to-approve': ['/api/v1/renewals/', '/api/v1/renewals'],
  'rates-to-load': ['/api/v1/operational-rates#', '/api/v1/operational-rates'], // no rate has an address of its own
  'resumptions-to-agree': ['/api/v1/verifications#', '/api/v1/verifications'],
};

const shownOfEach = 20;

export class InboxItemShown {
  @Shown({ example: 'A1-01' }) id: string;
  @Shown({ example: 'DOC-CTL 13' }) about: string;
  @ShownOrNull({ example: 'CRA-2025-001' }) agreement: string | null;
  @ShownOrNull({ type: MoneyShown }) amount: MoneyShown | null;
  @Shown({ example: 'MINAMATA.finance', description: 'Who did the step before' }) by: string;
  @Shown({ format: 'date-time' }) since: string;
  @Shown({ example: '/api/v1/charges/A1-01' }) href: string;
}

export class InboxKindShown {
  @Shown({ enum: [...inboxKinds] }) kind: string;
  @Shown({ type: 'integer' }) count: number;
  @Shown({ description: 'The list that this is a part of' }) href: string;
  @ShownList(() => InboxItemShown) items: InboxItemShown[];
}

export class InboxAnswer {
  @Shown({ type: 'integer' }) count: number;
  @ShownList(() => InboxKindShown) kinds: InboxKindShown[];
}

export class InboxKindCount {
  @Shown({ enum: [...inboxKinds] }) kind: string;
  @Shown({ type: 'integer' }) count: number;
}

export class InboxCountAnswer {
  @Shown({ type: 'integer' }) count: number;
  @ShownList(() => InboxKindCount) kinds: InboxKindCount[];
}

@ApiTags('Inbox')
@Controller('inbox')
export class InboxController {
  constructor(private readonly requests: Requests) {}

  @Get()
  @Reads('inbox.read')
  @ApiOperation({
    summary: 'What waits for whoever asks: what the duties of the day let them do; of each kind, what waits longest',
  })
  @ApiOkResponse({ type: InboxAnswer })
  @Refusals(401)
  async inbox(@Req() request: FastifyRequest): Promise<InboxAnswer> {
    const parts = await this.requests.read({ request }, (tx, by) => inbox(tx, by, { page: shownOfEach }));
    return { count: countOf(parts), kinds: parts.map(kindShown) };
  }

  @Get('count')
  @Reads('inbox.read')
  @ApiOperation({ summary: 'How much waits for whoever asks' })
  @ApiOkResponse({ type: InboxCountAnswer })
  @Refusals(401)
  async count(@Req() request: FastifyRequest): Promise<InboxCountAnswer> {
    const parts = await this.requests.read({ request }, (tx, by) => inbox(tx, by, { page: 0 }));
    return { count: countOf(parts), kinds: parts.map(({ kind, count }) => ({ kind, count })) };
  }
}

function countOf(parts: readonly InboxPart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function kindShown({ kind, count, items }: InboxPart): InboxKindShown {
  const [one, all] = places[kind];
  return {
    kind,
    count,
    href: all,
    items: items.map(({ id, about, agreement, amountUsd, by, since }) => ({
      ...{ id, about, agreement, by },
      amount: amountUsd === null ? null : usd(amountUsd),
      since: new Date(since).toISOString(),
      href: `${one}${encodeURIComponent(id)}`,
    })),
  };
}
