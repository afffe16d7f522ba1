import type { Readable } from 'node:stream';
import { AuditService, bienniumAuditCsv, editLogCsv, EditLogService, renderBienniumAudit } from '#audit';
import type { ZippedFile } from '#documents';
import type { Acting } from '#identity';
import { contentSha256, invoiceViews, paperOf } from '#invoicing';
import { Biennium, DomainError } from '#kernel';
import { LedgerService } from '#ledger';
import { Database, inTransaction, type Tx } from '#platform';
import { documentProof, latestPublished } from '#sealing';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuseHead, sendArchive } from '../http/archive-reply.ts';
import { Reads, Refusals } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import { checkBundle, frontMatter } from './bundle-words.ts';

/** All that an auditor takes away of a biennium, in one file that can be verified on a machine of their own. */
@ApiTags('Biennium')
@Controller('bienniums/:biennium/bundle')
export class BundleController {
  constructor(
    private readonly db: Database,
    private readonly requests: Requests,
    private readonly audits: AuditService,
    private readonly log: EditLogService,
    private readonly ledger: LedgerService,
  ) {}

  @Get()
  @Reads('book.read')
  @ApiOperation({
    summary:
      'The audit, who did what, and each issued document with its paper, its words and its proof, as one ZIP with a program that verifies them; that it is taken is an act',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @Refusals(400, 422, 429)
  async bundle(
    @Param('biennium') text: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    refuseHead({ request, reply });
    const biennium = Biennium.of(text);
    const { by, documents, years, books } = await this.books(biennium, request);
    const first = [...frontMatter({ biennium: biennium.toString(), documents, years, by }), ...(await books())];
    // Written down before the first byte leaves: the papers are read as they are sent.
    await inTransaction(this.db, async (tx) => {
      const exported = { report: `bundle ${biennium.toString()}`, form: 'application/zip', sha256: null, documents };
      await this.log.recordExport(tx, exported, await this.requests.acting(tx, request), this.requests.clock);
    });
    await sendArchive(reply, `audit-${biennium.toString()}`, this.files({ documents, years, first }, request));
  }

  /**
   * One document after another, each of one picture of the books: whoever is no longer signed in gets no more of them, and no
   * connection is held while somebody reads slowly.
   */
  private async *files(
    {
      documents,
      years,
      first,
    }: Record<'documents' | 'years', readonly string[]> & { readonly first: readonly ZippedFile[] },
    request: FastifyRequest,
  ): AsyncGenerator<ZippedFile> {
    yield* first;
    const absent: string[] = [];
    for (const year of years) yield* this.whoDidWhat(year, request, absent);
    for (const number of documents) {
      const { paper, proof } = await this.requests.read({ request }, async (tx) => ({
        paper: await paperOf(tx, number),
        proof: await unless(notSealedYet, () => documentProof(tx, number)),
      }));
      yield [`documents/${number}.pdf`, paper.pdf];
      yield [`documents/${number}.json`, Buffer.from(paper.content)];
      if (proof === null) absent.push(`documents/${number}.proof.json: not sealed yet`);
      else yield [`documents/${number}.proof.json`, asJson({ ...proof, proof: proof.proof.map(base64) })];
    }
    if (absent.length > 0) yield ['not-in-here.txt', Buffer.from(`${absent.join('\n')}\n`)];
  }

  /** Of a year in one file, or month by month where it is too long for one. */
  private async *whoDidWhat(period: string, request: FastifyRequest, absent: string[]): AsyncGenerator<ZippedFile> {
    const log = await this.requests.read({ request }, (tx, by) =>
      unless(['EDIT_LOG_TOO_LONG'], () => this.log.content(tx, period, by, this.requests.clock)),
    );
    const name = `who-did-what-${period}.csv`;
    if (log !== null) yield [name, await bytesOf(editLogCsv(log))];
    else if (period.length > 4) absent.push(`${name}: more lines than one report holds`);
    else for (const month of months) yield* this.whoDidWhat(`${period}-${month}`, request, absent);
  }

  /**
   * Whose bundle it is, its documents and its books, of one picture of them; drawing the audit waits until `books` is called.
   * Errors: TooManyExports and BundleTooLarge, before anything is worked out.
   */
  private async books(
    biennium: Biennium,
    request: FastifyRequest,
  ): Promise<{ by: Acting; documents: string[]; years: string[]; books: () => Promise<ZippedFile[]> }> {
    const name = biennium.toString();
    const { by, documents, years, audit, trail, balance, checkpoint } = await this.requests.read(
      { request },
      async (tx, asks) => {
        await this.log.checkExports(tx, asks, this.requests.clock);
        const numbers = await numbersOf(tx, name);
        const logged = await this.log.yearsOf(tx, biennium, asks);
        checkBundle(name, { documents: numbers.length, years: logged.length });
        return {
          ...{ by: asks, documents: numbers, years: logged },
          audit: await this.audits.audit(tx, biennium, this.requests.clock),
          trail: await this.audits.trail(tx, biennium),
          balance: await this.ledger.trialBalance(tx, name),
          checkpoint: await unless(notSealedYet, () => latestPublished(tx)),
        };
      },
    );
    const books = async (): Promise<ZippedFile[]> => [
      [`audit-${name}.pdf`, await renderBienniumAudit(audit, contentSha256(audit))],
      [`audit-${name}.csv`, await bytesOf(bienniumAuditCsv(audit, trail))],
      [`audit-${name}.json`, asJson(audit)],
      [`trial-balance-${name}.json`, asJson({ items: balance })],
      ...(checkpoint === null ? [] : [['checkpoint.note', Buffer.from(checkpoint.note)] as const]),
    ];
    return { by, documents, years, books };
  }
}

/** Every issued document of the biennium, by number in the order of issue. */
async function numbersOf(tx: Tx, biennium: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let before: string | undefined; ;) {
    const views = await invoiceViews(tx, { biennium }, { limit: 1000, ...(before === undefined ? {} : { before }) });
    numbers.push(...views.flatMap(({ number }) => number ?? []));
    before = views.at(-1)?.sequence;
    if (views.length < 1000) return numbers.toReversed();
  }
}

/** What is issued is sealed a moment later: until then it is there, and its proof is not. */
const notSealedYet = ['NO_LOG_YET', 'NOTHING_PUBLISHED', 'NOT_SEALED_YET'];
const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** What is read; null where it is refused with one of these codes. */
async function unless<T>(codes: readonly string[], read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError && codes.includes(error.code)) return null;
    throw error;
  }
}

async function bytesOf(table: Readable): Promise<Buffer> {
  const parts = (await table.toArray()) as (Buffer | string)[];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

const asJson = (value: object): Buffer => Buffer.from(JSON.stringify(value));
const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
