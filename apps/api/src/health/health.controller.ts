import { type KeptVerification, VerificationService } from '#audit';
import { CLOCK } from '#books';
import type { Clock } from '#kernel';
import { backups, Database, inSnapshot } from '#platform';
import { queueSecondsMost, type SealStatus, sealStatus } from '#sealing';
import { Controller, Get, Header, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../sign-in/signed-in.guard.ts';
import { clocksApartMs, clocksWord } from './clocks.ts';
import { ArchiveOf } from './archive-of.ts';
import { GuardsWatch } from './guards-watch.ts';
import { type ArchiveAnswer, HealthAnswer, ReadinessAnswer, type SealingAnswer } from './health.answer.ts';
import { metricsText } from './metrics.ts';

/** For whoever watches the process: alive, and able to serve. Outside /api, and asked by nobody in particular. */
@ApiTags('Health')
@Public()
@Controller('health')
export class HealthController {
  private readonly guards: GuardsWatch;

  constructor(
    private readonly db: Database,
    private readonly verification: VerificationService,
    private readonly archive: ArchiveOf,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.guards = new GuardsWatch(clock);
  }

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
      const answer = { ...unreachable, archive: archiveAnswer(this.archive.state()) };
      await reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '5').send(answer);
      return;
    }
    const { now, latest, guardsOff, postingStopped, sealing } = seen;
    const answer: ReadinessAnswer = {
      status: 'ok',
      database: 'ok',
      clocks: clocksWord(clocksApartMs(asked, this.clock.now(), now)),
      verification: latest === undefined ? null : latest.ok ? 'ok' : 'failed',
      verifiedAt: latest?.at.toISOString() ?? null,
      guards: guardsOff ? 'off' : 'ok',
      postingStopped,
      sealing: sealingAnswer(sealing),
      archive: archiveAnswer(this.archive.state()),
    };
    await reply.status(HttpStatus.OK).send(answer);
  }

  private look(): Promise<Seen> {
    return inSnapshot(this.db, async (tx) => {
      const [row] = await tx.query<{ now: Date }[]>('select clock_timestamp() as now');
      return {
        now: row?.now ?? new Date(NaN),
        latest: (await this.verification.kept(tx, 1))[0],
        guardsOff: await this.guards.areOff(tx),
        postingStopped: await this.verification.isPostingStopped(tx),
        sealing: await sealStatus(tx),
      };
    });
  }
}

interface Seen {
  readonly now: Date;
  readonly latest: KeptVerification | undefined;
  readonly guardsOff: boolean;
  readonly postingStopped: boolean;
  readonly sealing: SealStatus;
}

const unreachable: Omit<ReadinessAnswer, 'archive'> = {
  status: 'unavailable',
  database: 'unreachable',
  clocks: 'unknown',
  verification: null,
  verifiedAt: null,
  guards: 'unknown',
  postingStopped: false,
  sealing: null,
};

/** Figures for a monitor that comes by, such as Prometheus. Outside /api, as /health is. */
@ApiTags('Health')
@Public()
@Controller('metrics')
export class MetricsController {
  private readonly guards: GuardsWatch;

  constructor(
    private readonly db: Database,
    private readonly verification: VerificationService,
    private readonly archive: ArchiveOf,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.guards = new GuardsWatch(clock);
  }

  @Get()
  @ApiOperation({
    summary:
      'How far sealing and the archive of the log are, and what the last verification came to, as Prometheus reads it',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return inSnapshot(this.db, async (tx) =>
      metricsText({
        seals: await sealStatus(tx),
        verified: (await this.verification.kept(tx, 1))[0],
        guardsOff: await this.guards.areOff(tx),
        postingStopped: await this.verification.isPostingStopped(tx),
        archive: this.archive.state(),
        now: new Date(),
      }),
    );
  }
}

function archiveAnswer(state: backups.ArchiveState | null): ArchiveAnswer | null {
  if (state === null) return null;
  const { waiting, trouble, lastArchived, lastBackup, logBytes, warning } = state;
  return {
    waiting,
    trouble: trouble === null ? null : `Since ${trouble.since}: ${trouble.sentence}`,
    archivedAt: lastArchived?.at ?? null,
    backupAt: lastBackup?.at ?? null,
    logBytes,
    warning,
  };
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
