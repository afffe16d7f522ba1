import { AgreementsModule } from '#agreements';
import { BudgetModule } from '#budget';
import { ChargingModule } from '#charging';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { TravellersModule } from '#travellers';
import { Module } from '@nestjs/common';
import { DocumentFactsService } from './document-facts.service.ts';
import { InvoicingService } from './invoicing.service.ts';
import { NamesAnnexService } from './names-annex.service.ts';
import { NettingService } from './netting.service.ts';
import { SettlementService } from './settlement.service.ts';

@Module({
  imports: [AgreementsModule, BudgetModule, ChargingModule, IdentityModule, LedgerModule, TravellersModule],
  providers: [DocumentFactsService, InvoicingService, NamesAnnexService, NettingService, SettlementService],
  exports: [InvoicingService, NamesAnnexService, NettingService, SettlementService],
})
export class InvoicingModule {}
