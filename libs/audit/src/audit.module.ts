import { AgreementsModule } from '#agreements';
import { BudgetModule } from '#budget';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { RatesModule } from '#rates';
import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.ts';
import { EditLogService } from './edit-log.service.ts';
import { PeriodClosingService } from './period-closing.service.ts';
import { VerificationService } from './verification/verification.service.ts';

@Module({
  imports: [AgreementsModule, BudgetModule, IdentityModule, LedgerModule, RatesModule],
  providers: [AuditService, EditLogService, PeriodClosingService, VerificationService],
  exports: [AuditService, EditLogService, PeriodClosingService, VerificationService],
})
export class AuditModule {}
