import { AgreementsModule } from '#agreements';
import { BudgetModule } from '#budget';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { RatesModule } from '#rates';
import { Module } from '@nestjs/common';
import { ChargingService } from './charging.service.ts';
import { CorrectionService } from './correction.service.ts';

@Module({
  imports: [AgreementsModule, BudgetModule, IdentityModule, LedgerModule, RatesModule],
  providers: [ChargingService, CorrectionService],
  exports: [ChargingService, CorrectionService],
})
export class ChargingModule {}
