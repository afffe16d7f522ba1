import { VerificationService } from '#audit';
import { Database, inSnapshot } from '#platform';
import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Shown, ShownOrNull } from '../http/fields.ts';

export class HealthAnswer {
  @Shown({ example: 'ok' })
  status: string;
}

export class ReadinessAnswer extends HealthAnswer {
  @Shown({ example: 'ok', description: 'What a question to the database came to' })
  database: string;

  @ShownOrNull({
    example: 'ok',
    description: 'The last night’s verification: ok, failed, or null where there was none yet',
  })
  verification: string | null;

  @ShownOrNull({ format: 'date-time', description: 'When it was' })
  verifiedAt: string | null;

  @Shown({ type: 'boolean', description: 'A verification failed and nobody has lifted the stop: reading goes on' })
  postingStopped: boolean;
}

/** For whoever watches the process: alive, and able to serve. Outside /api, and without an actor. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly verification: VerificationService,
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
    const seen = await inSnapshot(this.db, async (tx) => ({
      database: 'ok',
      latest: (await this.verification.kept(tx, 1))[0],
      postingStopped: await this.verification.isPostingStopped(tx),
    })).catch(() => ({ database: 'unreachable', latest: undefined, postingStopped: false }));
    const { database, latest, postingStopped } = seen;
    const answer: ReadinessAnswer = {
      status: database === 'ok' ? 'ok' : 'unavailable',
      database,
      verification: latest === undefined ? null : latest.ok ? 'ok' : 'failed',
      verifiedAt: latest?.at.toISOString() ?? null,
      postingStopped,
    };
    await reply.status(database === 'ok' ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).send(answer);
  }
}
