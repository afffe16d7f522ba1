import { EvidenceNotScanned, EvidenceScanner, EvidenceService, evidenceKinds } from '#charging';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals } from '../http/documented.ts';
import { isOn } from '../http/flag.ts';
import { policyOfData } from '../http/protection.ts';
import { Requests } from '../http/requests.ts';
import { EvidenceAnswer, evidenceAnswer, EvidenceListAnswer, WithdrawalRequest } from './evidence.answer.ts';
import { sentFile } from './evidence.upload.ts';

@ApiTags('Evidence')
@Controller('charges/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly requests: Requests,
    private readonly evidence: EvidenceService,
    private readonly scanner: EvidenceScanner,
  ) {}

  @Get()
  @Reads('charge.read')
  @ApiOperation({ summary: 'The files that are kept with a charge, with who added each, and when' })
  @ApiOkResponse({ type: EvidenceListAnswer })
  @Refusals(400, 401, 403, 404)
  list(@Param('id') id: string, @Req() request: FastifyRequest): Promise<EvidenceListAnswer> {
    return this.requests.read({ request }, async (tx, by) => ({
      items: (await this.evidence.of(tx, id, by)).map(evidenceAnswer),
    }));
  }

  @Post()
  @Changes(
    'evidence.add',
    'Keeps a file with a charge: the body is the file, its kind is decided by its content, and it never changes',
  )
  @ApiConsumes(...Object.values(evidenceKinds).map(({ mediaType }) => mediaType))
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: EvidenceAnswer })
  @ApiQuery({
    name: 'withoutMetadata',
    required: false,
    schema: { type: 'boolean' },
    description:
      'Of a JPEG or PNG: kept without what tells of place, time, device and people; which way up is among it',
  })
  async add(
    @Param('id') id: string,
    @Query('withoutMetadata') withoutMetadata: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isStripped = isOn('withoutMetadata', withoutMetadata);
    // Who may not add it has nobody's time, and a repeat had it already; and no transaction waits for another program.
    const isRepeated = await this.requests.read({ request }, async (tx, by) => {
      if (await this.requests.isRepeated(tx, request, by)) return true;
      await this.evidence.checkMayAdd(tx, id, by);
      return false;
    });
    const file = sentFile(request);
    if (!isRepeated) await this.scanner.check(file.bytes);
    const [looked] = await Promise.allSettled(isRepeated ? [] : [this.evidence.lookInto(file)]);
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        if (looked === undefined) throw new EvidenceNotScanned(); // its answer was forgotten in this moment
        if (looked.status === 'rejected') throw looked.reason as Error; // here, so that a repeat is told the same
        const sent = { charge: id, file: looked.value, isStripped };
        const added = await this.evidence.add(tx, sent, by, this.requests.clock);
        return evidenceAnswer(added);
      },
      { status: 201, location: ({ href }) => href },
    );
  }

  @Get(':evidence/content')
  @Reads('charge.read')
  @ApiOperation({
    summary:
      'The bytes of a file, as an attachment and never to be shown by a browser; that it was taken out is an act',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  @Refusals(400, 401, 403, 404)
  async content(
    @Param('id') charge: string,
    @Param('evidence') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { kind, content } = await this.requests.takesOut({ request }, async (tx, by) => {
      const taken = await this.evidence.content(tx, { charge, id }, by);
      const after = { charge, sha256: taken.sha256 };
      return { taken, event: { action: 'EVIDENCE_TAKEN_OUT', kind: 'evidence', objects: [id], after } };
    });
    const [ending] = evidenceKinds[kind].extensions;
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename="evidence-${id}.${ending ?? 'bin'}"`)
      .header('content-security-policy', `${policyOfData}; sandbox`)
      .header('cross-origin-resource-policy', 'same-origin')
      .send(content);
  }

  @Post(':evidence/withdrawal')
  @Changes('evidence.withdraw', 'Says that a file proves nothing, and why; its bytes and its seal stay')
  @ApiCreatedResponse({ type: EvidenceAnswer })
  withdraw(
    @Param('id') charge: string,
    @Param('evidence') id: string,
    @Body() { reason }: WithdrawalRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) =>
        evidenceAnswer(await this.evidence.withdraw(tx, { charge, id, reason }, by, this.requests.clock)),
      { status: 201 },
    );
  }
}
