import { Module } from '@nestjs/common';
import { BudgetService } from './budget.service.ts';

@Module({ providers: [BudgetService], exports: [BudgetService] })
export class BudgetModule {}
