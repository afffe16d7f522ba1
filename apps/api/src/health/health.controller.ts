import { CLOCK } from '#books';
import type { Clock } from '#kernel';
import { Database } from '#platform';
import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Shown } from '../http/fields.ts';
import { clocksApartMs, clocksWord } from './clocks.ts';

export class HealthAnswer {
  @Shown({ example: 'ok' })
  status: string;
}

export class ReadinessAnswer extends HealthAnswer {
  @Shown({ example: 'ok', description: 'What a question to the database came to' })
  database: string;

  @Shown({
    example: 'ok',
    description:
      'Whether this server’s clock and the database’s agree to two seconds; an alarm, and no reason not to serve',
  })
  clocks: string;
}

/** For whoever watches the process: alive, and able to serve. Outside /api, and without an actor. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
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
    const answer = await this.db.query<{ now: Date }[]>('select clock_timestamp() as now').catch(() => []);
    const [database] = answer;
    if (database === undefined) {
      const gone: ReadinessAnswer = { status: 'unavailable', database: 'unreachable', clocks: 'unknown' };
      await reply.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '5').send(gone);
      return;
    }
    const clocks = clocksWord(clocksApartMs(asked, this.clock.now(), database.now));
    const ready: ReadinessAnswer = { status: 'ok', database: 'ok', clocks };
    await reply.status(HttpStatus.OK).send(ready);
  }
}
