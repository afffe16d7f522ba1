import { ChargingService } from '#charging';
import type { Officer } from '#identity';
import { Biennium, type Clock, Day, Money, today } from '#kernel';
import { AdjustmentNeedsReason, type EventPart, type JournalPair, LedgerService, settled } from '#ledger';
import { type AuditEvent, newId, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Invoice, UnknownInvoice } from './invoice.ts';
import { approvingSettlement, proposing, returningSettlement, type SettlementHands } from './invoice-acts.ts';
import { handsOnCharges, postingParts } from './invoices.query.ts';
import { checkUndecided, settlementAmount, SettlementLacksReason, type SettlementMethod } from './settlement.ts';
import { checkNotProposed, lockProposal, notesLeftOut, type Proposal } from './settlement-proposal.query.ts';

/** A voucher of the payer's own ledger, and the documents it settles whole. */
export interface SettlementRequest {
  readonly documents: readonly string[]; // numbers of invoices and credit notes of one direction
  readonly method: SettlementMethod;
  readonly externalNumber: string;
  readonly valueOn: Day;
  /** Why it comes late, where the month of the value day or the biennium of the documents is closed; absent else. */
  readonly adjustmentReason?: string | undefined;
}

/** A settlement that somebody is to decide. `seen`: the version they have read; null: whatever it is now. */
export interface NamedSettlement {
  readonly id: string;
  readonly seen: number | null;
}

@Injectable()
export class SettlementService {
  constructor(
    private readonly charging: ChargingService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Enters that the payer's ledger paid these documents. It holds them, and posts nothing: another officer approves it.
   * Errors: UnknownInvoice, NothingToSettle, DocumentsOfTwoDirections, DocumentSettledAlready, SettlementNotPositive, NotDesignated,
   *         DocumentProposedAlready, VoucherRecordedAlready, AdjustmentNeedsReason, PeriodIsClosed.
   */
  async propose(tx: Tx, request: SettlementRequest, by: Officer, clock: Clock): Promise<{ id: string; amount: Money }> {
    const documents = await lockDocuments(tx, { number: In(request.documents) });
    const missing = request.documents.find((number) => !documents.some((document) => document.number === number));
    if (missing !== undefined) throw new UnknownInvoice(missing, '/documents');
    const amount = settlementAmount(documents, request.valueOn, today(clock));
    const { payer, payee, chargesBy } = await handsOn(tx, documents);
    proposing({ payer, payee, chargesBy }).check(by);
    await checkNotProposed(tx, { documents, payer, voucher: request.externalNumber });

    const id = newId(clock.now());
    const { method, externalNumber } = request;
    const valueOn = request.valueOn.toString();
    const adjustmentReason = request.adjustmentReason ?? null;
    await this.ledger.holdPeriodsOf(tx, request.valueOn);
    await this.ledger.place(tx, await entriesOf(tx, { id, valueOn }, documents), clock, adjustmentReason);
    const after = { settlement: id, method, amountUsd: amount.toString(), valueOn };
    await recordEvent(tx, actOn('SETTLEMENT_PROPOSED', documents, { after }), by, clock.now());
    await tx.query(
      `insert into invoicing.settlement_proposal
         (id, documents, method, external_number, value_on, payer, payee, amount_usd, adjustment_reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, documents.map((document) => document.id), method, externalNumber, valueOn, payer, payee],
        ...[amount.toString(), adjustmentReason, by.person, clock.now()],
      ],
    );
    return { id, amount };
  }

  /**
   * Approves what another officer of the payer proposed: the documents are settled, in both books.
   * Errors: UnknownSettlement, NotDesignated, SettlementChangedMeanwhile, SettlementDecidedAlready, SamePerson, CreditedSinceProposed,
   *         SettlementLacksReason, PeriodIsClosed.
   */
  async approve(tx: Tx, named: NamedSettlement, by: Officer, clock: Clock): Promise<void> {
    const proposal = await lockProposal(tx, named.id);
    approvingSettlement({ ...proposal, chargesBy: [], leftOut: [] }).checkAuthority(by); // who may only read it locks no document of it
    checkUndecided(proposal, named.seen);
    const documents = await lockDocuments(tx, { id: In(proposal.documents) });
    const hands = { ...(await handsOn(tx, documents)), leftOut: await notesLeftOut(tx, proposal.id) };
    approvingSettlement({ ...proposal, ...hands }).checkHands(by);
    settlementAmount(documents, Day.of(proposal.valueOn), today(clock));

    const { id, method, amountUsd, valueOn } = proposal;
    const at = clock.now();
    const [state = '', ...others] = new Set(documents.map((document) => document.state));
    const before = others.length === 0 ? { before: { state } } : {}; // of several states none is named
    const after = { state: 'SETTLED', settlement: id, method, amountUsd, valueOn };
    await recordEvent(tx, actOn('DOCUMENTS_SETTLED', documents, { ...before, after }), by, at);
    await tx.query(
      `update invoicing.settlement_proposal set state = 'SETTLED', decided_by = $2, decided_at = $3 where id = $1`,
      [id, by.person, at],
    );
    await tx.query(
      `insert into invoicing.settlement (id, method, external_number, value_on, payer, payee, amount_usd, recorded_by, recorded_at)
       select id, method, external_number, value_on, payer, payee, amount_usd, decided_by, decided_at
       from invoicing.settlement_proposal where id = $1`,
      [id],
    );
    await tx.query(
      `insert into invoicing.settlement_line (settlement, invoice, amount_usd)
       select $1, id, total_usd from invoicing.invoice where id = any($2)`,
      [id, proposal.documents],
    );
    await tx.query(
      `update invoicing.invoice set state = 'SETTLED', settled_on = $2, version = version + 1 where id = any($1)`,
      [proposal.documents, valueOn],
    );
    const charges = await tx.query<{ charge: string }[]>(
      'select charge from invoicing.invoice_line where invoice = any($1) and bills',
      [proposal.documents],
    );
    await this.charging.follow(
      tx,
      charges.map(({ charge }) => charge),
      'SETTLED',
    );
    try {
      for (const pair of await entriesOf(tx, proposal, documents))
        await this.ledger.post(tx, [pair], by, clock, proposal.adjustmentReason);
    } catch (error) {
      if (error instanceof AdjustmentNeedsReason)
        throw new SettlementLacksReason(proposal.externalNumber, error.period);
      throw error;
    }
  }

  /**
   * Takes a proposal back, or sends it back: nothing was posted, and its documents and its voucher are free for another.
   * Errors: UnknownSettlement, NotDesignated, SettlementChangedMeanwhile, SettlementDecidedAlready, ReasonMissing.
   */
  async return(tx: Tx, named: NamedSettlement, reason: string, by: Officer, clock: Clock): Promise<void> {
    const proposal = await lockProposal(tx, named.id);
    returningSettlement(proposal).check(by);
    checkUndecided(proposal, named.seen);
    const documents = proposal.documents.map((id) => ({ id }));
    const after = { settlement: proposal.id };
    await recordEvent(tx, { ...actOn('SETTLEMENT_RETURNED', documents, { after }), reason }, by, clock.now());
    await tx.query(
      `update invoicing.settlement_proposal set state = 'RETURNED', decided_by = $2, decided_at = $3, return_reason = $4 where id = $1`,
      [proposal.id, by.person, clock.now(), reason],
    );
  }
}

function actOn(
  action: string,
  documents: readonly { readonly id: string }[],
  facts: Pick<AuditEvent, 'before' | 'after'>,
): AuditEvent {
  return { action, kind: 'invoice', objects: documents.map(({ id }) => id), ...facts };
}

/** Not against a credit note that names one of them: it holds the charges by then, and they are locked next. */
function lockDocuments(tx: Tx, where: object): Promise<Invoice[]> {
  return tx.find(Invoice, { where, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
}

/** Of documents of one direction, one at least. */
async function handsOn(tx: Tx, documents: readonly Invoice[]): Promise<Omit<SettlementHands, 'proposedBy'>> {
  const [{ provider, client }] = documents as readonly [Invoice];
  const ids = documents.map((document) => document.id);
  return { payer: client, payee: provider, chargesBy: ids.map(await handsOnCharges(tx, ids)) };
}

/** What a settlement posts in both books: one pair of entries for each biennium of its documents. */
async function entriesOf(
  tx: Tx,
  { id, valueOn }: Pick<Proposal, 'id' | 'valueOn'>,
  documents: readonly Invoice[],
): Promise<JournalPair[]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const [{ client, provider }] = documents as readonly [Invoice];
  const parts = new Map<string, EventPart[]>(); // by biennium
  for (const row of await postingParts(tx, [...byId.keys()])) {
    const document = byId.get(row.invoice) as Invoice;
    const { item, nature, serviceMonth } = row;
    const part: EventPart = {
      agreement: document.agreement,
      item,
      nature,
      serviceMonth,
      client: row.client.map(({ fund, budgetLine, amountUsd }) => ({
        fund,
        budgetLine,
        amount: Money.usd(amountUsd),
      })),
      provider: row.provider.map(({ fund, amountUsd }) => ({ fund, amount: Money.usd(amountUsd) })),
    };
    parts.set(document.biennium, [...(parts.get(document.biennium) ?? []), part]);
  }
  const on = Day.of(valueOn);
  return [...parts].map(([biennium, of]) =>
    settled({ client, provider, source: id, on, biennium: Biennium.of(biennium), parts: of }),
  );
}
