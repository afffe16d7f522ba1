import { Module } from '@nestjs/common';
import { LedgerService } from './ledger.service.ts';
import { PeriodService } from './period.service.ts';

@Module({ providers: [LedgerService, PeriodService], exports: [LedgerService, PeriodService] })
export class LedgerModule {}
