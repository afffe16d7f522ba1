import { Database } from '#platform';
import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Shown } from '../http/fields.ts';

export class HealthAnswer {
  @Shown({ example: 'ok' })
  status: string;
}

export class ReadinessAnswer extends HealthAnswer {
  @Shown({ example: 'ok', description: 'What a question to the database came to' })
  database: string;
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
    const database = await this.db.query('select 1').then(
      () => 'ok',
      () => 'unreachable',
    );
    const status = database === 'ok' ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    await reply.status(status).send({ status: database === 'ok' ? 'ok' : 'unavailable', database });
  }
}
