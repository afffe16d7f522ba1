import { PeriodClosingService } from '#audit';
import type { Acting, Officer } from '#identity';
import { at, Biennium, today } from '#kernel';
import {
  figuresBeforeTheLock,
  finalBalances,
  loadPeriods,
  type NamedPeriod,
  periodActsOf,
  PeriodCode,
  PeriodService,
  type PeriodView,
  periodViews,
} from '#ledger';
import type { Tx } from '#platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reads, Refusals, Transition } from '../http/documented.ts';
import { Text } from '../http/fields.ts';
import { etag, Requests, seenVersion } from '../http/requests.ts';
import {
  ChecklistAnswer,
  FiguresToSignShown,
  PeriodAnswer,
  periodAnswer,
  PeriodsAnswer,
  PeriodShown,
  periodShown,
  ReasonRequest,
} from './period.answer.ts';

export class PeriodQuery {
  @Text({ optional: true, max: 9, example: '2024-2025' })
  biennium?: string;
}

@ApiTags('Periods')
@Controller('periods')
export class PeriodsController {
  constructor(
    private readonly requests: Requests,
    private readonly periods: PeriodService,
    private readonly closing: PeriodClosingService,
  ) {}

  @Get()
  @Reads('period.read')
  @ApiOperation({ summary: 'Each biennium that has entries, or the one named, with its 24 months and their states' })
  @ApiOkResponse({ type: PeriodsAnswer })
  @Refusals(400)
  list(@Query() { biennium }: PeriodQuery, @Req() request: FastifyRequest): Promise<PeriodsAnswer> {
    const named = biennium === undefined ? null : at('/biennium', () => Biennium.of(biennium));
    return this.requests.read({ request }, async (tx, by) => ({
      items: await this.shown(tx, await periodViews(tx, named), by),
    }));
  }

  @Get(':period')
  @Reads('period.read')
  @ApiOperation({ summary: 'A month or a biennium: its state, what was done to it, and its final balances' })
  @ApiOkResponse({ type: PeriodAnswer })
  @Refusals(400)
  async one(
    @Param('period') text: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PeriodAnswer> {
    const code = PeriodCode.of(text);
    const period = await this.requests.read({ request }, (tx, by) => this.answer(tx, code, by));
    void reply.header('etag', etag(period.version));
    return period;
  }

  @Get(':period/checklist')
  @Reads('period.read')
  @ApiOperation({
    summary: 'What stands in a month or a biennium now: what is in the way of its closing, and what only waits',
  })
  @ApiOkResponse({ type: ChecklistAnswer })
  @Refusals(400)
  checklist(@Param('period') text: string, @Req() request: FastifyRequest): Promise<ChecklistAnswer> {
    const code = PeriodCode.of(text);
    return this.requests.read({ request }, async (tx, by) => ({
      items: await this.closing.checklist(tx, code),
      toSign: await toSign(tx, code, by),
    }));
  }

  @Post(':period/closing')
  @Transition(
    'period.close',
    'A finance officer proposes to close a period that is over, with the checklist of what stands in it',
  )
  @ApiOkResponse({ type: PeriodAnswer })
  propose(@Param('period') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.step(text, request, reply, async (tx, named, by) => {
      await this.closing.propose(tx, named, by, this.requests.clock);
    });
  }

  @Post(':period/signatures')
  @Transition(
    'period.sign',
    'An approving officer signs the figures: the first signature freezes them, the other side’s locks the period',
  )
  @ApiOkResponse({ type: PeriodAnswer })
  sign(@Param('period') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.step(text, request, reply, (tx, named, by) => this.closing.sign(tx, named, by, this.requests.clock));
  }

  @Post(':period/withdrawals')
  @Transition('period.withdraw', 'An approving officer takes back a closing that is not locked, or declines to reopen')
  @ApiOkResponse({ type: PeriodAnswer })
  withdraw(
    @Param('period') text: string,
    @Body() { reason }: ReasonRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.step(text, request, reply, (tx, named, by) =>
      this.periods.withdraw(tx, named, reason, by, this.requests.clock),
    );
  }

  @Post(':period/reopen-requests')
  @Transition('period.request-reopening', 'An approving officer asks for a locked period to be opened again')
  @ApiOkResponse({ type: PeriodAnswer })
  requestReopening(
    @Param('period') text: string,
    @Body() { reason }: ReasonRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.step(text, request, reply, (tx, named, by) =>
      this.periods.requestReopening(tx, named, reason, by, this.requests.clock),
    );
  }

  @Post(':period/reopenings')
  @Transition(
    'period.reopen',
    'An approving officer of the other secretariat agrees: entries are posted again, after a closing',
  )
  @ApiOkResponse({ type: PeriodAnswer })
  reopen(
    @Param('period') text: string,
    @Body() { reason }: ReasonRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.step(text, request, reply, (tx, named, by) =>
      this.periods.reopen(tx, named, reason, by, this.requests.clock),
    );
  }

  private step(
    text: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (tx: Tx, named: NamedPeriod, by: Officer) => Promise<void>,
  ): Promise<void> {
    const code = PeriodCode.of(text);
    return this.requests.write({ request, reply }, async (tx, by) => {
      await work(tx, { code, seen: seenVersion(request) }, by);
      return this.answer(tx, code, by);
    });
  }

  private async answer(tx: Tx, code: PeriodCode, by: Acting): Promise<PeriodAnswer> {
    const views = await periodViews(tx, code.biennium);
    const view = views.find((one) => one.code === code.toString());
    if (view === undefined) throw new Error(`${code.toString()} lies in ${code.biennium.toString()}.`);
    const [shown] = await this.shown(tx, [view], by);
    const [acts, balances] = [await periodActsOf(tx, view.code), await finalBalances(tx, view.code)];
    return periodAnswer(shown as PeriodShown, acts, balances, ownSides(by));
  }

  /** With what can be done to each: whoever acted on them is asked once, however many they are. */
  private async shown(tx: Tx, views: readonly PeriodView[], by: Acting): Promise<PeriodShown[]> {
    const codes = views.map(({ code }) => PeriodCode.of(code));
    const bienniums = codes.map(({ biennium }) => PeriodCode.ofBiennium(biennium));
    const loaded = await loadPeriods(tx, [...codes, ...bienniums]);
    const offered = await this.requests.offered(tx, by);
    return views.map((view, at) => {
      const [period, biennium] = [loaded(codes[at] as PeriodCode), loaded(bienniums[at] as PeriodCode)];
      return periodShown(view, { period, biennium, today: today(this.requests.clock) }, offered);
    });
  }
}

/** The figures are of both books; each side reads those of its own. */
async function toSign(tx: Tx, code: PeriodCode, by: Acting): Promise<FiguresToSignShown | null> {
  const figures = await figuresBeforeTheLock(tx, code.toString());
  if (figures === null) return null;
  const own = ownSides(by);
  return { balances: figures.balances.filter(({ book }) => own.includes(book)) };
}

/** The one they act for, and of a joint auditor both. */
function ownSides({ secretariat, designations }: Acting): string[] {
  return [secretariat, ...designations.flatMap(({ mandate }) => mandate ?? [])];
}
