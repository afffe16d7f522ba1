import { BudgetModule } from '#budget';
import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { AgreementsService } from './agreements.service.ts';

@Module({ imports: [BudgetModule, IdentityModule], providers: [AgreementsService], exports: [AgreementsService] })
export class AgreementsModule {}
