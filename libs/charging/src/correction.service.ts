import { AgreementsService } from '#agreements';
import { BudgetService } from '#budget';
import { Act, type Officer } from '#identity';
import { checkedReason, type Clock, Money, today } from '#kernel';
import { chargeReversed, LedgerService } from '#ledger';
import { recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  certificationFacts,
  type CertifiableCharge,
  fundsOf,
  sumByAgreement,
  sumByBudgetLine,
  sumByFund,
} from './certification.ts';
import {
  approvingReversal,
  checkCorrection,
  CorrectedByCreditNote,
  keeping,
  resubmitting,
  returning,
  reversing,
  withdrawing,
} from './correction-acts.ts';
import { chargesById, type ChargeView } from './charges.query.ts';
import { ChargingService } from './charging.service.ts';
import { checkEach, type NamedCharges } from './each-charge.ts';

/** Charges to be corrected, all or none, and why. */
export interface ChargesToCorrect extends NamedCharges {
  readonly reason: string;
}

/**
 * What is wrong is corrected in the open: a charge goes back a listed step, for a reason, and what was posted is undone by entries of
 * its own. Nothing is deleted, and what takes a charge's place is a charge of its own that names it.
 */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly charging: ChargingService,
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly ledger: LedgerService,
  ) {}

  /** The provider takes back what was not certified. Its nights and tickets are free again. Errors: as checkCorrection, UnknownCharge. */
  withdraw(tx: Tx, charges: ChargesToCorrect, by: Officer, clock: Clock): Promise<ChargeView[]> {
    return this.step(tx, charges, { act: withdrawing, action: 'CHARGES_WITHDRAWN' }, by, clock);
  }

  /** The client gives back what is not as it should be. Errors: as checkCorrection, UnknownCharge. */
  return(tx: Tx, charges: ChargesToCorrect, by: Officer, clock: Clock): Promise<ChargeView[]> {
    return this.step(
      tx,
      charges,
      { act: (charge) => returning(charge, fundsOf(charge)), action: 'CHARGES_RETURNED' },
      by,
      clock,
    );
  }

  /** The provider answers, and the client is to confirm anew. Errors: as checkCorrection, UnknownCharge. */
  resubmit(tx: Tx, charges: ChargesToCorrect, by: Officer, clock: Clock): Promise<ChargeView[]> {
    return this.step(tx, charges, { act: resubmitting, action: 'CHARGES_RESUBMITTED' }, by, clock);
  }

  /** Asks for the reversal; meanwhile no invoice takes the charge. Errors: as checkCorrection, UnknownCharge, CorrectedByCreditNote. */
  prepareReversal(tx: Tx, charges: ChargesToCorrect, by: Officer, clock: Clock): Promise<ChargeView[]> {
    return this.step(tx, charges, { act: reversing, action: 'CHARGES_REVERSAL_PREPARED' }, by, clock);
  }

  /** No reversal after all. Errors: as checkCorrection, UnknownCharge. */
  keep(tx: Tx, charges: ChargesToCorrect, by: Officer, clock: Clock): Promise<ChargeView[]> {
    return this.step(tx, charges, { act: keeping, action: 'CHARGES_KEPT' }, by, clock);
  }

  /**
   * Undoes in both books what the certification posted, and frees what it had taken up: the funds' cash, the budget lines, the
   * agreement, nights and tickets. Dated today; the cost's biennium stays the old one. Locks what a certification locks, in its order.
   * Errors: as checkCorrection, UnknownCharge, PeriodIsClosed.
   */
  async approveReversal(tx: Tx, charges: NamedCharges, by: Officer, clock: Clock): Promise<ChargeView[]> {
    const locked = await this.charging.lock(tx, charges);
    checkEach(charges, locked, (charge) => checkCorrection(approvingReversal(charge), charge, by));
    const originals = await this.ledger.pairsOf(tx, charges.ids, 'CHARGE_CERTIFIED');
    const pairs = locked.map((charge) =>
      chargeReversed({
        ...certificationFacts(charge),
        on: today(clock),
        reverses: originals.get(charge.id) ?? null, // a charge of 0.00 has posted nothing, and posts nothing
      }),
    );
    const placed = await this.ledger.place(tx, pairs, clock);
    const states = { before: { state: 'REVERSING' }, after: { state: 'REVERSED' } };
    const act = { action: 'CHARGES_REVERSED', kind: 'charge', objects: charges.ids, ...states };
    const [, , reversed] = await Promise.all([
      recordEvent(tx, act, by, clock.now()),
      tx.query(
        `update charging.charge set state = 'REVERSED', reversed_by = $2, reversed_at = $3, version = version + 1 where id = any($1)`,
        [charges.ids, by.person, clock.now()],
      ),
      chargesById(tx, charges.ids),
      this.ledger.write(tx, placed, by, clock),
      this.budget.drawCash(tx, given(sumByFund(locked))),
      this.budget.charge(tx, given(sumByBudgetLine(locked))),
      this.agreements.charge(tx, given(sumByAgreement(locked))),
    ]);
    return reversed;
  }

  private async step(
    tx: Tx,
    charges: ChargesToCorrect,
    { act, action }: { act: (charge: CertifiableCharge) => Act; action: string },
    by: Officer,
    clock: Clock,
  ): Promise<ChargeView[]> {
    checkedReason(charges.reason);
    const locked = await this.charging.lock(tx, charges);
    checkEach(charges, locked, (charge) => checkCorrection(act(charge), charge, by));
    const [first] = locked;
    if (first === undefined) return [];
    const to = act(first).resultsIn;
    if (to === 'REVERSING') await this.checkOnNoInvoice(tx, charges.ids);
    const [from, ...others] = new Set(locked.map(({ state }) => state));
    const came = from === undefined || others.length > 0 ? {} : { before: { state: from } };
    const event = {
      action,
      kind: 'charge',
      objects: charges.ids,
      reason: charges.reason,
      ...came,
      after: { state: to },
    };
    const [, , corrected] = await Promise.all([
      recordEvent(tx, event, by, clock.now()),
      tx.query(
        `update charging.charge set state = $2, remark = $3, remark_by = $4, remark_at = $5, version = version + 1 where id = any($1)`,
        [charges.ids, to, charges.reason, by.person, clock.now()],
      ),
      chargesById(tx, charges.ids),
    ]);
    return corrected;
  }

  /** The charges are locked, and an invoice locks them too before it bills them. Errors: CorrectedByCreditNote. */
  private async checkOnNoInvoice(tx: Tx, ids: readonly string[]): Promise<void> {
    const [billed] = await tx.query<{ charge: string; invoice: string | null }[]>(
      'select charge, number as invoice from invoicing.charge_invoice_view where charge = any($1) order by charge limit 1',
      [ids],
    );
    if (billed !== undefined)
      throw new CorrectedByCreditNote({ id: billed.charge, invoice: billed.invoice ?? 'an invoice' });
  }
}

function given(amounts: ReadonlyMap<string, Money>): Map<string, Money> {
  return new Map([...amounts].map(([key, amount]) => [key, amount.negated()]));
}
