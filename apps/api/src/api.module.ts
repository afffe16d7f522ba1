import type { Database } from '#platform';
import { BooksModule } from '#books';
import type { Clock } from '#kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { AgreementsController } from './agreements/agreements.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { BienniumsController } from './bienniums/bienniums.controller.ts';
import { ChargeTotalsController } from './charges/charge-totals.controller.ts';
import { ChargesController } from './charges/charges.controller.ts';
import { ArchiveOf } from './health/archive-of.ts';
import { HealthController, MetricsController } from './health/health.controller.ts';
import { ProblemsController } from './http/problems.controller.ts';
import { Requests } from './http/requests.ts';
import { InvoicesController } from './invoices/invoices.controller.ts';
import { SettlementsController } from './invoices/settlements.controller.ts';
import { PeriodsController } from './periods/periods.controller.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { SealingController } from './sealing/sealing.controller.ts';

/** The only HTTP of the product: one controller for each noun. */
@Module({})
export class ApiModule {
  static over(db: Database, clock: Clock, archivedFolder: string | null): DynamicModule {
    return {
      module: ApiModule,
      imports: [BooksModule.over(db, clock)],
      controllers: [
        AgreementsController,
        ChargesController,
        ChargeTotalsController,
        InvoicesController,
        SettlementsController,
        BienniumsController,
        PeriodsController,
        AuditController,
        ReferenceController,
        ProblemsController,
        SealingController,
        HealthController,
        MetricsController,
      ],
      providers: [Requests, { provide: ArchiveOf, useValue: new ArchiveOf(archivedFolder) }],
    };
  }
}
