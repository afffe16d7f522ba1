import { AgreementsService } from '#agreements';
import { BudgetService } from '#budget';
import { ChargingService } from '#charging';
import type { Officer } from '#identity';
import { atAsync, Biennium, type Clock, Money, type Quantity, today } from '#kernel';
import { creditNoteIssued, type EventPart, invoiceIssued, LedgerService } from '#ledger';
import { type AuditEvent, insertAll, newId, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { type Credit, creditOf } from './credit.ts';
import { DocumentFactsService } from './document-facts.service.ts';
import { inPaperOrder } from './invoice-assembly.ts';
import { renderInvoice } from './invoice.pdf.ts';
import { approvedWords, type InvoiceContent } from './invoice-content.ts';
import {
  AgreementNotSigned,
  ApprovedContentChanged,
  ChargeNotOnInvoice,
  checkBillable,
  checkNamedOnce,
  documentNumber,
  Invoice,
  InvoiceLine,
  placeIn,
  reasonShown,
  UnknownInvoice,
} from './invoice.ts';
import { discarding, issuing, preparing } from './invoice-acts.ts';
import { handsOnChargesOf, isInvoiceId, postingParts } from './invoices.query.ts';
import { contentSha256, keepPaper, nextNumber } from './paper.service.ts';

/** A draft to be: the charges of one agreement, in the order they are to stand. */
export interface InvoiceRequest {
  readonly agreement: string;
  readonly charges: readonly string[];
}

/** What to give back of an issued invoice: units of own services, or amounts of pass-through costs. */
export interface CreditNoteRequest {
  readonly invoice: string; // its number
  readonly lines: readonly ({ readonly charge: string } & (
    | { readonly quantity: Quantity }
    | { readonly amountUsd: Money }
  ))[];
  readonly reason: string;
}

@Injectable()
export class InvoicingService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly charging: ChargingService,
    private readonly ledger: LedgerService,
    private readonly facts: DocumentFactsService,
  ) {}

  /**
   * Gathers certified charges into a draft, which holds them.
   * Errors: UnknownAgreement, AgreementNotSigned, NothingToInvoice, UnknownCharge, ChargeTwiceOnInvoice,
   *         ChargeOfAnotherAgreement, ChargeIsProvisional, ChargeNotInState, ChargeInvoicedAlready, NotDesignated.
   */
  async prepare(tx: Tx, request: InvoiceRequest, by: Officer, clock: Clock): Promise<Invoice> {
    const agreement = await atAsync('/agreement', () => this.agreements.find(tx, request.agreement));
    preparing('invoice.prepare', agreement).check(by);
    if (!agreement.isSigned) throw new AgreementNotSigned(agreement.number);
    const named = { ids: request.charges, seen: null, placeOf: placeIn(request.charges) };
    const rows = await this.charging.lock(tx, named);
    checkBillable(rows, {
      ids: request.charges,
      agreement: agreement.number,
      onInvoice: await this.liveInvoices(tx, request.charges),
    });
    this.charging.checkAll(named, rows, 'INVOICED');

    const byId = new Map(rows.map((row) => [row.id, row]));
    const ordered = inPaperOrder(
      request.charges.flatMap((id) => byId.get(id) ?? []),
      agreement.families,
    );
    const id = newId(clock.now());
    const lines = ordered.map(
      (charge, index) =>
        new InvoiceLine({
          invoice: id,
          position: index + 1,
          charge: charge.id,
          bills: true,
          quantity: charge.quantity,
          amountUsd: charge.amount,
        }),
    );
    const { number, provider, client, biennium } = agreement;
    const invoice = Invoice.draft(
      {
        id,
        type: 'INVOICE',
        agreement: number,
        provider,
        client,
        biennium: biennium.toString(),
        corrects: null,
        reason: null,
        preparedBy: by.person,
        preparedAt: clock.now(),
      },
      lines,
    );
    await recordEvent(tx, actOn('INVOICE_PREPARED', invoice), by, clock.now());
    await insertAll(tx, Invoice, [invoice]);
    await insertAll(tx, InvoiceLine, lines);
    await this.approveAsPrepared(tx, invoice, clock);
    return invoice;
  }

  /**
   * Drafts a credit note, which holds what it gives back so that no second one can.
   * Errors: UnknownInvoice, UnknownCharge, ChargeNotOnInvoice, ChargeTwiceOnInvoice, CreditAboveRemainder, CreditInWrongTerms, NothingToInvoice, NotDesignated.
   */
  async prepareCreditNote(tx: Tx, request: CreditNoteRequest, by: Officer, clock: Clock): Promise<Invoice> {
    const corrected = await this.find(tx, request.invoice);
    preparing('invoice.credit', corrected).check(by);
    if (corrected.number === null || corrected.type !== 'INVOICE')
      throw new UnknownInvoice(request.invoice, '/invoice');
    const ids = request.lines.map(({ charge }) => charge);
    checkNamedOnce(ids, '/lines');
    const charges = new Map(
      (await this.charging.lock(tx, { ids, seen: null, place: '/lines' })).map((charge) => [charge.id, charge]),
    );
    const onInvoice = await this.liveInvoices(tx, ids);
    const credits = request.lines.map((line): Credit => {
      const charge = charges.get(line.charge);
      if (charge === undefined || onInvoice.get(line.charge) !== corrected.number) {
        throw new ChargeNotOnInvoice(line.charge, corrected.number ?? '');
      }
      return creditOf(charge, line);
    });
    const id = newId(clock.now());
    const lines = credits.map(
      (credit, index) =>
        new InvoiceLine({
          invoice: id,
          position: index + 1,
          charge: credit.charge,
          bills: false,
          quantity: credit.quantity === '0' ? '0' : `-${credit.quantity}`,
          amountUsd: credit.amount.negated(),
        }),
    );
    const { agreement, provider, client, biennium } = corrected;
    const creditNote = Invoice.draft(
      {
        id,
        type: 'CREDIT_NOTE',
        agreement,
        provider,
        client,
        biennium, // where the service was delivered, also when the paper is of a later one
        corrects: corrected.id,
        reason: request.reason,
        preparedBy: by.person,
        preparedAt: clock.now(),
      },
      lines,
    );
    await recordEvent(tx, actOn('CREDIT_NOTE_PREPARED', creditNote), by, clock.now());
    await this.charging.holdCredits(tx, credits);
    await insertAll(tx, Invoice, [creditNote]);
    await insertAll(tx, InvoiceLine, lines);
    await this.keepCreditShares(tx, id, credits);
    await this.approveAsPrepared(tx, creditNote, clock);
    return creditNote;
  }

  /**
   * Approves and issues a draft: number, paper and postings in this one transaction, so that a rollback loses none.
   * A paper is posted on the day of its issue, so no month is in its way but today's; a closed biennium takes none any more.
   * Errors: UnknownInvoice, InvoiceNotInState, InvoiceChangedMeanwhile, SamePerson, NotDesignated, ApprovedContentChanged,
   *         ChargeNotInState, PeriodIsClosed.
   */
  async issue(tx: Tx, { id, seen }: { id: string; seen: number | null }, by: Officer, clock: Clock): Promise<Invoice> {
    const invoice = await this.lock(tx, id);
    const act = issuing({ ...invoice, chargesBy: await handsOnChargesOf(tx, invoice.id) });
    act.checkAuthority(by);
    invoice.checkSeen(seen);
    invoice.checkTransition('ISSUED');
    act.checkHands(by);
    await lockCorrected(tx, invoice);

    const on = today(clock);
    const seriesNumber = await nextNumber(tx, { provider: invoice.provider, type: invoice.type, year: on.year });
    const number = documentNumber(invoice.provider, invoice.type, on.year, seriesNumber);
    const before = { state: invoice.state };
    Object.assign(invoice, {
      number,
      seriesYear: on.year,
      seriesNumber,
      state: 'ISSUED',
      version: invoice.version + 1,
      issuedBy: by.person,
      issuedAt: clock.now(),
      issuedOn: on.toString(),
    });
    await recordEvent(tx, { ...actOn(`${invoice.type}_ISSUED`, invoice), before }, by, clock.now());
    const content = await this.facts.content(tx, invoice, on.toString());
    invoice.issuedSha256 = Buffer.from(contentSha256(approvedWords(content)), 'hex');
    if (invoice.approvedSha256?.equals(invoice.issuedSha256) !== true)
      throw new ApprovedContentChanged(`Draft ${invoice.id}`);
    await keepPaper(
      tx,
      {
        ...{ number, kind: invoice.type, subject: invoice.agreement, content, at: clock.now() },
        ...{ issuer: invoice.provider, addressee: invoice.client },
      },
      renderInvoice,
    );
    await tx.save(Invoice, invoice);

    const parts = await this.parts(tx, invoice);
    const facts = {
      client: invoice.client,
      provider: invoice.provider,
      source: number,
      on,
      biennium: Biennium.of(invoice.biennium),
      parts,
    };
    if (invoice.type === 'INVOICE') {
      await this.charging.follow(tx, await this.chargesOn(tx, invoice.id), 'INVOICED');
      await this.ledger.post(tx, [invoiceIssued(facts)], by, clock);
    } else {
      const given = parts.map((part) => ({
        ...part,
        client: part.client.map(negated),
        provider: part.provider.map(negated),
      }));
      await this.charging.closeCredited(tx, await this.chargesLastCreditedBy(tx, invoice.id));
      await this.ledger.post(tx, [creditNoteIssued({ ...facts, parts: given })], by, clock);
      await this.giveBack(tx, invoice, given);
    }
    return invoice;
  }

  /** Lets a draft go: its charges are free again, and what a credit note held is left to give. Errors: UnknownInvoice, InvoiceNotInState. */
  async discard(
    tx: Tx,
    { id, seen }: { id: string; seen: number | null },
    by: Officer,
    clock: Clock,
  ): Promise<Invoice> {
    const invoice = await this.lock(tx, id);
    discarding(invoice).check(by);
    invoice.checkSeen(seen);
    invoice.checkTransition('DISCARDED');
    const before = { state: invoice.state };
    Object.assign(invoice, { state: 'DISCARDED', version: invoice.version + 1 });
    const act = { ...actOn(`${invoice.type}_DISCARDED`, invoice), reason: reasonShown(invoice) };
    await recordEvent(tx, { ...act, before }, by, clock.now());
    await tx.query('update invoicing.invoice_line set bills = false where invoice = $1', [invoice.id]);
    if (invoice.type === 'CREDIT_NOTE') {
      await this.charging.lock(tx, { ids: await this.chargesOn(tx, invoice.id), seen: null });
      await this.charging.releaseCredits(tx, invoice.id);
    }
    return tx.save(Invoice, invoice);
  }

  /** By number, or by the id of a draft. Errors: UnknownInvoice. */
  async find(tx: Tx, named: string): Promise<Invoice> {
    const invoice = await tx.findOneBy(Invoice, isInvoiceId(named) ? { id: named } : { number: named });
    if (invoice === null) throw new UnknownInvoice(named);
    return invoice;
  }

  /** A draft as it would be issued today: the same paper, marked as a draft, and nothing is kept. */
  async preview(tx: Tx, invoice: Invoice, clock: Clock): Promise<Uint8Array> {
    const content = await this.draftContent(tx, invoice, clock);
    return renderInvoice(content, contentSha256(content));
  }

  /** What a draft would say if it were issued today: the words of its preview. */
  draftContent(tx: Tx, invoice: Invoice, clock: Clock): Promise<InvoiceContent> {
    return this.facts.content(tx, invoice, today(clock).toString());
  }

  /** From here on the draft says what it says: issuing it is approving these words. */
  private async approveAsPrepared(tx: Tx, draft: Invoice, clock: Clock): Promise<void> {
    const content = await this.facts.content(tx, draft, today(clock).toString());
    draft.approvedSha256 = Buffer.from(contentSha256(approvedWords(content)), 'hex');
    await tx.query('update invoicing.invoice set approved_sha256 = $2 where id = $1', [draft.id, draft.approvedSha256]);
  }

  private async lock(tx: Tx, named: string): Promise<Invoice> {
    const where = isInvoiceId(named) ? { id: named } : { number: named };
    const invoice = await tx.findOne(Invoice, { where, lock: { mode: 'pessimistic_write' } });
    if (invoice === null) throw new UnknownInvoice(named);
    return invoice;
  }

  private async liveInvoices(tx: Tx, charges: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ charge: string; number: string | null }[]>(
      'select charge, number from invoicing.charge_invoice_view where charge = any($1)',
      [charges],
    );
    return new Map(rows.map(({ charge, number }) => [charge, number ?? 'a draft']));
  }

  private async chargesOn(tx: Tx, invoice: string): Promise<string[]> {
    const rows = await tx.query<{ charge: string }[]>(
      'select charge from invoicing.invoice_line where invoice = $1 order by charge',
      [invoice],
    );
    return rows.map(({ charge }) => charge);
  }

  /** Those on this credit note that no draft still sets anything aside of: a draft may be discarded. */
  private async chargesLastCreditedBy(tx: Tx, creditNote: string): Promise<string[]> {
    const rows = await tx.query<{ charge: string }[]>(
      `select line.charge from invoicing.invoice_line as line
       where line.invoice = $1 and not exists (
         select from invoicing.invoice_line as held join invoicing.invoice as draft on draft.id = held.invoice
         where held.charge = line.charge and draft.type = 'CREDIT_NOTE' and draft.number is null and draft.state <> 'DISCARDED')
       order by line.charge`,
      [creditNote],
    );
    return rows.map(({ charge }) => charge);
  }

  private async parts(tx: Tx, invoice: Invoice): Promise<EventPart[]> {
    return (await postingParts(tx, [invoice.id])).map(({ item, nature, serviceMonth, client, provider }) => ({
      agreement: invoice.agreement,
      item,
      nature,
      serviceMonth,
      client: client.map(({ fund, budgetLine, amountUsd }) => ({ fund, budgetLine, amount: Money.usd(amountUsd) })),
      provider: provider.map(({ fund, amountUsd }) => ({ fund, amount: Money.usd(amountUsd) })),
    }));
  }

  /** What is credited frees its funds' cash, its budget lines and its agreement for other charges; locked last, as by a certification. */
  private async giveBack(tx: Tx, creditNote: Invoice, given: readonly EventPart[]): Promise<void> {
    const lines = new Map<string, Money>();
    const funds = new Map<string, Money>();
    for (const { fund, budgetLine, amount } of given.flatMap(({ client }) => client)) {
      if (amount.isZero()) continue;
      funds.set(fund, (funds.get(fund) ?? Money.zero()).minus(amount));
      lines.set(budgetLine, (lines.get(budgetLine) ?? Money.zero()).minus(amount));
    }
    await this.budget.drawCash(tx, funds);
    await this.budget.charge(tx, lines);
    await this.agreements.charge(tx, new Map([[creditNote.agreement, creditNote.totalUsd]]));
  }

  private async keepCreditShares(tx: Tx, invoice: string, credits: readonly Credit[]): Promise<void> {
    const rows = credits.flatMap(({ shares }, line) =>
      shares.map(({ side, fund, budgetLine, amount }, ordinal) => ({
        position: line + 1,
        side,
        ordinal: ordinal + 1,
        fund,
        budget_line: budgetLine,
        amount_usd: amount.negated().toString(),
      })),
    );
    await tx.query(
      `insert into invoicing.credit_allocation (invoice, position, side, ordinal, fund, budget_line, amount_usd)
       select $1, position, side, ordinal, fund, budget_line, amount_usd
       from json_to_recordset($2) as row (position integer, side text, ordinal integer, fund text, budget_line text, amount_usd numeric)`,
      [invoice, JSON.stringify(rows)],
    );
  }
}

function actOn(action: string, { id, number, state, totalUsd, lineCount, reason }: Invoice): AuditEvent {
  const after = { state, number, totalUsd: totalUsd.toString(), lines: lineCount };
  return { action, kind: 'invoice', objects: [id], reason, after };
}

/** Before the clock is read: a settlement of what a credit note corrects is proposed or approved before it is issued, or after. */
async function lockCorrected(tx: Tx, { corrects }: Invoice): Promise<void> {
  if (corrects !== null) await tx.query('select from invoicing.invoice where id = $1 for no key update', [corrects]);
}

function negated<T extends { amount: Money }>(share: T): T {
  return { ...share, amount: share.amount.negated() };
}
