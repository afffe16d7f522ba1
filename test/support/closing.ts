import { PeriodClosingService } from '#audit';
import type { Officer } from '#identity';
import { type NamedPeriod, PeriodCode, PeriodService, type PeriodState } from '#ledger';
import type { Clock } from '#kernel';
import type { Tx } from '#platform';
import type { Office } from './office.ts';

/** Who of an office does what to a period, unless a test names somebody else. */
export class Closing {
  constructor(private readonly office: Office) {}

  proposes(code: string, by = 'BRS.finance', seen: number | null = null): Promise<unknown> {
    return this.does(code, by, seen, (tx, named, officer, clock) => this.closing.propose(tx, named, officer, clock));
  }

  signs(code: string, by = 'BRS.approving', seen: number | null = null): Promise<unknown> {
    return this.does(code, by, seen, (tx, named, officer, clock) => this.closing.sign(tx, named, officer, clock));
  }

  withdraws(code: string, by = 'MINAMATA.approving', reason = 'a voucher is missing'): Promise<unknown> {
    return this.does(code, by, null, (tx, named, officer, clock) =>
      this.periods.withdraw(tx, named, reason, officer, clock),
    );
  }

  asksToReopen(code: string, by = 'BRS.approving', reason = 'a visa fee came late'): Promise<unknown> {
    return this.does(code, by, null, (tx, named, officer, clock) =>
      this.periods.requestReopening(tx, named, reason, officer, clock),
    );
  }

  reopens(code: string, by = 'MINAMATA.approving', reason = 'seen and agreed'): Promise<unknown> {
    return this.does(code, by, null, (tx, named, officer, clock) =>
      this.periods.reopen(tx, named, reason, officer, clock),
    );
  }

  /** Proposed by one, signed by both. */
  async locks(...codes: string[]): Promise<void> {
    for (const code of codes) {
      await this.proposes(code);
      await this.signs(code);
      await this.signs(code, 'MINAMATA.approving');
    }
  }

  async reopensAfterAll(code: string): Promise<void> {
    await this.asksToReopen(code);
    await this.reopens(code);
  }

  async stateOf(code: string): Promise<PeriodState> {
    const rows = await this.office.db.query<{ state: PeriodState }[]>(
      'select state from ledger.period where code = $1',
      [code],
    );
    return rows[0]?.state ?? 'OPEN';
  }

  private does(
    code: string,
    by: string,
    seen: number | null,
    act: (tx: Tx, named: NamedPeriod, officer: Officer, clock: Clock) => Promise<unknown>,
  ): Promise<unknown> {
    return this.office.do(async (tx) =>
      act(tx, { code: PeriodCode.of(code), seen }, await this.office.officer(tx, by), this.office.books.clock),
    );
  }

  private get closing(): PeriodClosingService {
    return this.office.books.get(PeriodClosingService);
  }

  private get periods(): PeriodService {
    return this.office.books.get(PeriodService);
  }
}
