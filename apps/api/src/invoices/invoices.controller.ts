import type { Acting } from '#identity';
import { type InvoiceFilter, invoiceNamed, invoiceViews, InvoicingService, paperOf, UnknownInvoice } from '#invoicing';
import { canonicalJson } from '#kernel';
import { LedgerService } from '#ledger';
import type { Tx } from '#platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads, Refusals, Transition } from '../http/documented.ts';
import { paperTaken, sendPaper } from '../http/paper-reply.ts';
import { etag, Requests, seenVersion } from '../http/requests.ts';
import { PostingsAnswer, postingShown } from '../reference/posting.answer.ts';
import { InvoiceAnswer, invoiceAnswers, InvoicePage } from './invoice.answer.ts';
import { invoicePage, nextCursor } from './invoice.page.ts';
import { InvoiceQuery } from './invoice.query-string.ts';
import { CreditNoteDraftRequest, creditNoteRequest, InvoiceDraftRequest } from './invoice.request.ts';

@ApiTags('Invoices')
@Controller('invoices')
export class InvoicesController {
  constructor(
    private readonly requests: Requests,
    private readonly invoicing: InvoicingService,
    private readonly ledger: LedgerService,
  ) {}

  @Get()
  @Reads('invoice.read')
  @ApiOperation({ summary: 'Invoices and credit notes, newest first unless sorted otherwise, narrowed by the filters' })
  @ApiOkResponse({ type: InvoicePage })
  @Refusals(400)
  list(@Query() query: InvoiceQuery, @Req() request: FastifyRequest): Promise<InvoicePage> {
    const page = invoicePage(query);
    const filter: InvoiceFilter = query;
    return this.requests.read({ request }, async (tx, by) => {
      const views = await invoiceViews(tx, filter, page);
      const answer = await invoiceAnswers(tx, views, await this.requests.offered(tx, by));
      return { items: views.map(answer), nextCursor: nextCursor(views, page) };
    });
  }

  @Get(':number')
  @Reads('invoice.read')
  @ApiOperation({ summary: 'One invoice or credit note, by its number or by the id of a draft' })
  @ApiOkResponse({ type: InvoiceAnswer })
  @Refusals(400, 404)
  async one(
    @Param('number') named: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceAnswer> {
    const invoice = await this.requests.read({ request }, (tx, by) => this.answer(tx, named, by));
    void reply.header('etag', etag(invoice.version));
    return invoice;
  }

  @Get(':number/pdf')
  @Reads('invoice.read')
  @ApiOperation({
    summary: 'The paper: the bytes stored when it was issued, or a preview of a draft; that it was taken out is an act',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refusals(400, 404)
  async pdf(@Param('number') named: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // A preview is made of one picture of the books, and outside the transaction that says it was taken.
    const { name, preview } = await this.requests.read({ request }, async (tx) => {
      const invoice = await this.invoicing.find(tx, named);
      return invoice.number === null
        ? { name: `DRAFT-${invoice.id}`, preview: await this.invoicing.preview(tx, invoice, this.requests.clock) }
        : { name: invoice.number, preview: null };
    });
    const bytes = await this.requests.takesOut({ request }, async (tx) => {
      const taken = preview ?? (await paperOf(tx, name)).pdf;
      return { taken, event: paperTaken(name, taken) };
    });
    await sendPaper(reply, name, bytes);
  }

  @Get(':number/postings')
  @Reads('book.read')
  @ApiOperation({ summary: 'What an invoice or credit note has posted, in both books' })
  @ApiOkResponse({ type: PostingsAnswer })
  @Refusals(400, 404)
  postings(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PostingsAnswer> {
    return this.requests.read({ request }, async (tx) => {
      const invoice = await this.invoicing.find(tx, number);
      const lines =
        invoice.number === null
          ? []
          : await this.ledger.postingsOf(tx, invoice.number, ['INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED']);
      return { items: lines.map(postingShown) };
    });
  }

  @Get(':number/content')
  @Reads('invoice.read')
  @ApiOperation({
    summary:
      'What the paper says, in canonical JSON: its SHA-256 stands on the paper. Of a draft, what it would say if it were issued today',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @Refusals(400, 404)
  async content(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = await this.requests.read({ request }, async (tx) => {
      const invoice = await this.invoicing.find(tx, number);
      if (invoice.number !== null) return paperOf(tx, invoice.number);
      const content = canonicalJson(await this.invoicing.draftContent(tx, invoice, this.requests.clock));
      return { content, contentSha256: null };
    });
    if (said.contentSha256 !== null) void reply.header('etag', `"${said.contentSha256}"`);
    await reply.header('content-type', 'application/json; charset=utf-8').send(said.content);
  }

  @Post()
  @Changes('invoice.prepare', 'Prepares an invoice: a draft that holds its charges and has no number yet')
  @ApiCreatedResponse({ type: InvoiceAnswer })
  prepare(
    @Body() body: InvoiceDraftRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => this.answer(tx, (await this.invoicing.prepare(tx, body, by, this.requests.clock)).id, by),
      { status: 201, location: ({ id }) => `/api/v1/invoices/${id}` },
    );
  }

  @Post(':number/credit-notes')
  @Changes('invoice.credit', 'Prepares a credit note: a draft that holds what it gives back, split as the charge was')
  @ApiCreatedResponse({ type: InvoiceAnswer })
  credit(
    @Param('number') number: string,
    @Body() body: CreditNoteDraftRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const draft = await this.invoicing.prepareCreditNote(
          tx,
          creditNoteRequest(number, body),
          by,
          this.requests.clock,
        );
        return this.answer(tx, draft.id, by);
      },
      { status: 201, location: ({ id }) => `/api/v1/invoices/${id}` },
    );
  }

  @Post(':id/issuance')
  @Transition(
    'invoice.issue',
    'The approving officer (Financial Rule 105.6) issues a draft: number, paper and postings in one transaction',
  )
  @ApiOkResponse({ type: InvoiceAnswer })
  issue(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.invoicing.issue(tx, { id, seen: seenVersion(request) }, by, this.requests.clock);
      return this.answer(tx, id, by);
    });
  }

  @Post(':id/discard')
  @Transition('invoice.discard', 'Lets a draft go; its charges are free again and no number was used')
  @ApiOkResponse({ type: InvoiceAnswer })
  discard(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.requests.write({ request, reply }, async (tx, by) => {
      await this.invoicing.discard(tx, { id, seen: seenVersion(request) }, by, this.requests.clock);
      return this.answer(tx, id, by);
    });
  }

  /** Errors: UnknownInvoice. */
  private async answer(tx: Tx, named: string, by: Acting): Promise<InvoiceAnswer> {
    const view = await invoiceNamed(tx, named);
    if (view === undefined) throw new UnknownInvoice(named);
    return (await invoiceAnswers(tx, [view], await this.requests.offered(tx, by)))(view);
  }
}
