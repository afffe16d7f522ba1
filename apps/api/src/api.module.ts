import type { Database } from '#platform';
import { BooksModule } from '#books';
import type { Clock } from '#kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { EditLogController } from './audit/edit-log.controller.ts';
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
import { PeopleController } from './people/people.controller.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { SealingController } from './sealing/sealing.controller.ts';
import { SessionController } from './sign-in/session.controller.ts';
import { SessionCookie } from './sign-in/session-cookie.ts';
import { SignedInGuard } from './sign-in/signed-in.guard.ts';

/** Where the server runs, as far as an answer depends on it. */
export interface Surroundings {
  /** Of the embedded engine whose archive `/health/ready` tells of; null where there is none. */
  readonly archivedFolder: string | null;
  /** The address by which people reach the server; null where that is this machine's own. */
  readonly publicUrl: string | null;
  /** The pages in the browser as they were built; null serves the API alone. */
  readonly pagesFolder: string | null;
}

/** The only HTTP of the product: one controller for each noun. */
@Module({})
export class ApiModule {
  static over(db: Database, clock: Clock, { archivedFolder, publicUrl }: Surroundings): DynamicModule {
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
        PeopleController,
        AuditController,
        EditLogController,
        ReferenceController,
        ProblemsController,
        SealingController,
        SessionController,
        HealthController,
        MetricsController,
      ],
      providers: [
        Requests,
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: SessionCookie, useValue: new SessionCookie(publicUrl) },
        { provide: ArchiveOf, useValue: new ArchiveOf(archivedFolder) },
      ],
    };
  }
}
