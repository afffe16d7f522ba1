import { type KeptVerification, VerificationService } from '#audit';
import { CLOCK } from '#books';
import type { Clock } from '#kernel';
import { Database, inSnapshot } from '#platform';
import { queueSecondsMost, type SealStatus, sealStatus } from '#sealing';
import { Controller, Get, Header, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { clocksApartMs, clocksWord } from './clocks.ts';
import { HealthAnswer, ReadinessAnswer, type SealingAnswer } from './health.answer.ts';
import { metricsText } from './metrics.ts';

/** For whoever watches the process: alive, and able to serve. Outside /api, and without an actor. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly verification: VerificationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: HealthAnswer })
  live(): HealthAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The database answers, and requests can be served' })
  @ApiOkResponse({ type: ReadinessAnswer })
  @ApiServiceUnavailableResponse({ type: ReadinessAnswer })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const asked = this.clock.now();
    const seen = await this.look().catch(() => null);
    if (seen === null) {
      await reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '5').send(unreachable);
      return;
    }
    const { now, latest, postingStopped, sealing } = seen;
    const answer: ReadinessAnswer = {
      status: 'ok',
      database: 'ok',
      clocks: clocksWord(clocksApartMs(asked, this.clock.now(), now)),
      verification: latest === undefined ? null : latest.ok ? 'ok' : 'failed',
      verifiedAt: latest?.at.toISOString() ?? null,
      postingStopped,
      sealing: sealingAnswer(sealing),
    };
    await reply.status(HttpStatus.OK).send(answer);
  }

  private look(): Promise<Seen> {
    return inSnapshot(this.db, async (tx) => {
      const [row] = await tx.query<{ now: Date }[]>('select clock_timestamp() as now');
      return {
        now: row?.now ?? new Date(NaN),
        latest: (await this.verification.kept(tx, 1))[0],
        postingStopped: await this.verification.isPostingStopped(tx),
        sealing: await sealStatus(tx),
      };
    });
  }
}

interface Seen {
  readonly now: Date;
  readonly latest: KeptVerification | undefined;
  readonly postingStopped: boolean;
  readonly sealing: SealStatus;
}

const unreachable: ReadinessAnswer = {
  status: 'unavailable',
  database: 'unreachable',
  clocks: 'unknown',
  verification: null,
  verifiedAt: null,
  postingStopped: false,
  sealing: null,
};

/** Figures for a monitor that comes by, such as Prometheus. Outside /api, as /health is. */
@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly db: Database,
    private readonly verification: VerificationService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How far sealing is and what the last verification came to, as Prometheus reads it' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return inSnapshot(this.db, async (tx) =>
      metricsText(await sealStatus(tx), (await this.verification.kept(tx, 1))[0], new Date()),
    );
  }
}

function sealingAnswer(seals: SealStatus): SealingAnswer {
  const waits = seals.oldestQueuedSeconds ?? 0;
  return {
    ...seals,
    sealedAt: seals.sealedAt?.toISOString() ?? null,
    publishedAt: seals.publishedAt?.toISOString() ?? null,
    warning:
      waits > queueSecondsMost
        ? `Records have waited ${Math.floor(waits)} seconds to be sealed; more than ${queueSecondsMost} is too long.`
        : null,
  };
}
