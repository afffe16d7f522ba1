import { AgreementsService } from '#agreements';
import { BudgetService } from '#budget';
import { checkMay, IdentityService, type Officer } from '#identity';
import { contentSha256, documentNumber, keepPaper, nextNumber } from '#invoicing';
import { type Biennium, type Clock, today } from '#kernel';
import { closedPeriodsThatDiffer, LedgerService, periodViews } from '#ledger';
import { recordEvent, type Tx } from '#platform';
import { RatesService } from '#rates';
import { Injectable } from '@nestjs/common';
import { type AuditTrail, auditTrail } from './audit-trail.query.ts';
import type { BienniumAuditContent } from './biennium-audit-content.ts';
import { auditEvidence, lateDocuments, providerFundCredits, provisionalByAgreement } from './biennium-audit.query.ts';
import { renderBienniumAudit } from './biennium-audit.pdf.ts';
import { assembleAudit } from './biennium-audit.ts';
import { type BienniumTotals, bienniumTotals } from './biennium-totals.ts';
import { movements } from './movements.query.ts';

@Injectable()
export class AuditService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly identity: IdentityService,
    private readonly ledger: LedgerService,
    private readonly rates: RatesService,
  ) {}

  /** Who owes whom, at once: from the totals kept with the postings. */
  async totals(tx: Tx, biennium: Biennium): Promise<BienniumTotals> {
    return bienniumTotals(
      biennium.toString(),
      await movements(tx, biennium.toString()),
      await this.budget.printedFunds(tx),
    );
  }

  /** The whole audit with its checks, which add every posting up again. `tx` is a snapshot. */
  async audit(tx: Tx, biennium: Biennium, clock: Clock): Promise<BienniumAuditContent> {
    const code = biennium.toString();
    const periods = await periodViews(tx, biennium);
    const differ = await closedPeriodsThatDiffer(
      tx,
      periods.map((period) => period.code),
    );
    return assembleAudit({
      biennium,
      asAt: clock.now(),
      movements: await movements(tx, code),
      evidence: await auditEvidence(tx, code),
      totalsAgree: await this.ledger.totalsAgreeWithPostings(tx),
      closing: { periods, differ },
      secretariats: await this.identity.secretariats(tx),
      agreements: await this.agreements.all(tx),
      meetings: await this.agreements.meetings(tx),
      items: await this.rates.allItems(tx),
      funds: await this.budget.printedFunds(tx),
      lines: await this.budget.lines(tx),
      provisional: await provisionalByAgreement(tx, code),
      providerFunds: await providerFundCredits(tx, code),
      lateDocuments: await lateDocuments(tx, code, biennium.lastDay.toString()),
      trialBalance: await this.ledger.trialBalance(tx, code),
    });
  }

  /** The charges and documents behind the figures, for whoever takes them away. `tx` is the snapshot of the audit. */
  trail(tx: Tx, biennium: Biennium): Promise<AuditTrail> {
    return auditTrail(tx, biennium.toString());
  }

  /**
   * Issues the audit: numbered by the secretariat that asks for it, printed, and kept as it is.
   * Errors: NotDesignated.
   */
  async issue(
    tx: Tx,
    biennium: Biennium,
    by: Officer,
    clock: Clock,
  ): Promise<{ number: string; contentSha256: string }> {
    checkMay(by, 'audit.issue');
    const content = await this.audit(tx, biennium, clock);
    const year = today(clock).year;
    const number = documentNumber(
      by.secretariat,
      'AUDIT',
      year,
      await nextNumber(tx, { provider: by.secretariat, type: 'AUDIT', year }),
    );
    const after = { biennium: content.biennium };
    await recordEvent(tx, { action: 'AUDIT_ISSUED', kind: 'paper', objects: [number], after }, by, clock.now());
    await keepPaper(
      tx,
      {
        ...{ number, kind: 'AUDIT', subject: content.biennium, content, at: clock.now() },
        ...{ issuer: by.secretariat, addressee: null },
      },
      renderBienniumAudit,
    );
    return { number, contentSha256: contentSha256(content) };
  }
}
