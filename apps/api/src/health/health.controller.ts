import { Database } from '#platform';
import { queueSecondsMost, type SealStatus, sealStatus } from '#sealing';
import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Shown, ShownOrNull } from '../http/fields.ts';
import { metricsText } from './metrics.ts';

export class HealthAnswer {
  @Shown({ example: 'ok' })
  status: string;
}

export class VerificationAnswer {
  @Shown({ format: 'date-time' })
  at: string;

  @Shown({ type: 'integer' })
  treeSize: number;

  @Shown({ type: 'boolean', description: 'Whether nothing was found' })
  holds: boolean;
}

export class SealingAnswer {
  @Shown({ type: 'integer', description: 'Leaves of the sealed tree' })
  treeSize: number;

  @Shown({ type: 'integer', description: 'Committed records that are not sealed yet' })
  queued: number;

  @ShownOrNull({ type: 'number', description: 'How long the oldest of them has waited' })
  oldestQueuedSeconds: number | null;

  @ShownOrNull({ format: 'date-time' })
  sealedAt: string | null;

  @ShownOrNull({ type: 'integer', description: 'Leaves of the newest published checkpoint' })
  publishedSize: number | null;

  @ShownOrNull({ format: 'date-time' })
  publishedAt: string | null;

  @ShownOrNull({ type: 'integer', description: 'Leaves of the newest cosigned checkpoint' })
  cosignedSize: number | null;

  @Shown({ type: () => VerificationAnswer, nullable: true, description: 'The last one; null before the first' })
  verification: VerificationAnswer | null;

  @ShownOrNull({ description: 'What somebody should look at now' })
  warning: string | null;
}

export class ReadinessAnswer extends HealthAnswer {
  @Shown({ example: 'ok', description: 'What a question to the database came to' })
  database: string;

  @Shown({ type: () => SealingAnswer, nullable: true, description: 'Null where the database does not answer' })
  sealing: SealingAnswer | null;
}

/** For whoever watches the process: alive, and able to serve. Outside /api, and without an actor. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

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
    const sealing = await sealStatus(this.db.manager).catch(() => null);
    const status = sealing === null ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
    const answer: ReadinessAnswer =
      sealing === null
        ? { status: 'unavailable', database: 'unreachable', sealing }
        : { status: 'ok', database: 'ok', sealing: sealingAnswer(sealing) };
    await reply.status(status).send(answer);
  }
}

/** Figures for a monitor that comes by, such as Prometheus. Outside /api, as /health is. */
@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly db: Database) {}

  @Get()
  @ApiOperation({ summary: 'How far sealing is, in the text format of Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    return metricsText(await sealStatus(this.db.manager), new Date());
  }
}

function sealingAnswer(seals: SealStatus): SealingAnswer {
  const { verification } = seals;
  const waits = seals.oldestQueuedSeconds ?? 0;
  return {
    ...seals,
    sealedAt: seals.sealedAt?.toISOString() ?? null,
    publishedAt: seals.publishedAt?.toISOString() ?? null,
    verification: verification === null ? null : { ...verification, at: verification.at.toISOString() },
    warning:
      waits > queueSecondsMost
        ? `Records have waited ${Math.floor(waits)} seconds to be sealed; more than ${queueSecondsMost} is too long.`
        : verification?.holds === false
          ? 'The last verification found something: recoup verify.'
          : null,
  };
}
