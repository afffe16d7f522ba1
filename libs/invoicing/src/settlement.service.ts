import { ChargingService } from '#charging';
import type { Officer } from '#identity';
import { Biennium, type Clock, type Day, Money, today } from '#kernel';
import { type EventPart, LedgerService, settled } from '#ledger';
import { newId, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Invoice, UnknownInvoice } from './invoice.ts';
import { settling } from './invoice-acts.ts';
import { handsOnCharges, postingParts } from './invoices.query.ts';
import { settlementAmount, type SettlementMethod } from './settlement.ts';

/** A voucher of the payer's own ledger, and the documents it settles whole. */
export interface SettlementRequest {
  readonly documents: readonly string[]; // numbers of invoices and credit notes of one direction
  readonly method: SettlementMethod;
  readonly externalNumber: string;
  readonly valueOn: Day;
  /** Why it comes late, where the month of the value day or the biennium of the documents is closed; absent else. */
  readonly adjustmentReason?: string | undefined;
}

@Injectable()
export class SettlementService {
  constructor(
    private readonly charging: ChargingService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Records that the payer settled these documents, in both books.
   * Errors: UnknownInvoice, NothingToSettle, DocumentsOfTwoDirections, DocumentSettledAlready, SettlementNotPositive, NotDesignated,
   *         AdjustmentNeedsReason, PeriodIsClosed.
   */
  async record(tx: Tx, request: SettlementRequest, by: Officer, clock: Clock): Promise<{ id: string; amount: Money }> {
    const documents = await tx.find(Invoice, {
      where: { number: In(request.documents) },
      order: { id: 'ASC' },
      // Not against a credit note that names one of them: it holds the charges by then, and they are locked next.
      lock: { mode: 'for_no_key_update' },
    });
    const missing = request.documents.find((number) => !documents.some((document) => document.number === number));
    if (missing !== undefined) throw new UnknownInvoice(missing, '/documents');
    const amount = settlementAmount(documents, request.valueOn, today(clock));
    const { provider, client } = documents[0] as Invoice;
    const hands = await handsOnCharges(
      tx,
      documents.map((document) => document.id),
    );
    settling(documents.map((document) => ({ provider, client, chargesBy: hands(document.id) }))).check(by);

    const id = newId(clock.now());
    const valueOn = request.valueOn.toString();
    const after = { state: 'SETTLED', settlement: id, method: request.method, amountUsd: amount.toString(), valueOn };
    const objects = documents.map((document) => document.id);
    const [state = '', ...others] = new Set(documents.map((document) => document.state));
    const before = others.length === 0 ? { before: { state } } : {}; // of several states none is named
    await recordEvent(tx, { action: 'DOCUMENTS_SETTLED', kind: 'invoice', objects, ...before, after }, by, clock.now());
    await tx.query(
      `insert into invoicing.settlement (id, method, external_number, value_on, payer, payee, amount_usd, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        request.method,
        request.externalNumber,
        valueOn,
        client,
        provider,
        amount.toString(),
        by.person,
        clock.now(),
      ],
    );
    await tx.query(
      `insert into invoicing.settlement_line (settlement, invoice, amount_usd)
       select $1, id, total_usd from invoicing.invoice where id = any($2)`,
      [id, objects],
    );
    await tx.query(
      `update invoicing.invoice set state = 'SETTLED', settled_on = $2, version = version + 1 where id = any($1)`,
      [objects, valueOn],
    );
    const charges = await tx.query<{ charge: string }[]>(
      'select charge from invoicing.invoice_line where invoice = any($1) and bills',
      [objects],
    );
    await this.charging.follow(
      tx,
      charges.map(({ charge }) => charge),
      'SETTLED',
    );
    for (const [biennium, parts] of await this.partsByBiennium(tx, documents)) {
      const facts = {
        client,
        provider,
        source: id,
        on: request.valueOn,
        biennium: Biennium.of(biennium),
        parts,
      };
      await this.ledger.post(tx, [settled(facts)], by, clock, request.adjustmentReason ?? null);
    }
    return { id, amount };
  }

  private async partsByBiennium(tx: Tx, documents: readonly Invoice[]): Promise<Map<string, EventPart[]>> {
    const byId = new Map(documents.map((document) => [document.id, document]));
    const parts = new Map<string, EventPart[]>();
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
    return parts;
  }
}
