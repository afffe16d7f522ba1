import { AgreementsModule } from '#agreements';
import { BudgetModule } from '#budget';
import { ChargingModule } from '#charging';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { Module } from '@nestjs/common';
import { DocumentFactsService } from './document-facts.service.ts';
import { InvoicingService } from './invoicing.service.ts';
import { NettingService } from './netting.service.ts';
import { SettlementService } from './settlement.service.ts';

@Module({
  imports: [AgreementsModule, BudgetModule, ChargingModule, IdentityModule, LedgerModule],
  providers: [DocumentFactsService, InvoicingService, NettingService, SettlementService],
  exports: [InvoicingService, NettingService, SettlementService],
})
export class InvoicingModule {}
