import { BudgetModule } from '#budget';
import { IdentityModule } from '#identity';
import { RatesModule } from '#rates';
import { Module } from '@nestjs/common';
import { AgreementsService } from './agreements.service.ts';

@Module({
  imports: [BudgetModule, IdentityModule, RatesModule],
  providers: [AgreementsService],
  exports: [AgreementsService],
})
export class AgreementsModule {}
