import type { Officer } from '#identity';
import type { Clock } from '#kernel';
import { type ChecklistItem, type NamedPeriod, type PeriodCode, PeriodService } from '#ledger';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { deliveryFacts } from './waiting.query.ts';

/**
 * The closing of a period as far as it needs to know charges and documents, which the ledger does not: what still waits is
 * looked at here, and the ledger decides.
 */
@Injectable()
export class PeriodClosingService {
  constructor(private readonly periods: PeriodService) {}

  checklist(tx: Tx, code: PeriodCode): Promise<ChecklistItem[]> {
    return this.periods.checklist(tx, code, deliveryFacts);
  }

  /** Errors: those of PeriodService.proposeClosing. */
  propose(tx: Tx, named: NamedPeriod, by: Officer, clock: Clock): Promise<ChecklistItem[]> {
    return this.periods.proposeClosing(tx, named, deliveryFacts, by, clock);
  }

  /** Errors: those of PeriodService.sign. */
  sign(tx: Tx, named: NamedPeriod, by: Officer, clock: Clock): Promise<void> {
    return this.periods.sign(tx, named, deliveryFacts, by, clock);
  }
}
