import { AgreementsModule } from '#agreements';
import { BudgetModule } from '#budget';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { RatesModule } from '#rates';
import { TravellersModule } from '#travellers';
import { Module } from '@nestjs/common';
import { ChargingService } from './charging.service.ts';
import { CorrectionService } from './correction.service.ts';
import { EvidenceService } from './evidence.service.ts';

@Module({
  imports: [AgreementsModule, BudgetModule, IdentityModule, LedgerModule, RatesModule, TravellersModule],
  providers: [ChargingService, CorrectionService, EvidenceService],
  exports: [ChargingService, CorrectionService, EvidenceService],
})
export class ChargingModule {}
