import type { Database } from '#platform';
import { BooksModule } from '#books';
import type { Clock } from '#kernel';
import type { PersonalKeyRing } from '#travellers';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { EditLogController } from './audit/edit-log.controller.ts';
import { BienniumsController } from './bienniums/bienniums.controller.ts';
import { ChargeTotalsController } from './charges/charge-totals.controller.ts';
import { ChargesController } from './charges/charges.controller.ts';
import { EvidenceController } from './charges/evidence.controller.ts';
import { ArchiveOf } from './health/archive-of.ts';
import { HealthController, MetricsController } from './health/health.controller.ts';
import type { Limits } from './http/limits.ts';
import { ProblemsController } from './http/problems.controller.ts';
import { Requests } from './http/requests.ts';
import { InvoicesController } from './invoices/invoices.controller.ts';
import { SettlementsController } from './invoices/settlements.controller.ts';
import type { TechnicalLog } from './log/technical-log.ts';
import { PeriodsController } from './periods/periods.controller.ts';
import { PeopleController } from './people/people.controller.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { SealingController } from './sealing/sealing.controller.ts';
import { SessionController } from './sign-in/session.controller.ts';
import { SessionCookie } from './sign-in/session-cookie.ts';
import { SignedInGuard } from './sign-in/signed-in.guard.ts';
import { TravellersController } from './travellers/travellers.controller.ts';

/** Where the server runs, as far as an answer depends on it. */
export interface Surroundings {
  /** Of the embedded engine whose archive `/health/ready` tells of; null where there is none. */
  readonly archivedFolder: string | null;
  /** The address by which people reach the server; null where that is this machine's own. */
  readonly publicUrl: string | null;
  /** Addresses, or networks as 192.0.2.0/24, of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** How often one may ask. */
  readonly limits: Limits;
  /** How long whoever sends may take over it, in milliseconds. */
  readonly patience: { readonly headers: number; readonly request: number; readonly idle: number };
  /** Under which names are kept; undefined for books that go with this process. */
  readonly keys: PersonalKeyRing | undefined;
  /** Where each request leaves its line. */
  readonly log: TechnicalLog;
  /** The pages in the browser as they were built; null serves the API alone. */
  readonly pagesFolder: string | null;
}

/** The only HTTP of the product: one controller for each noun. */
@Module({})
export class ApiModule {
  static over(
    db: Database,
    clock: Clock,
    { archivedFolder, publicUrl, keys }: Pick<Surroundings, 'archivedFolder' | 'publicUrl' | 'keys'>,
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [BooksModule.over(db, clock, keys)],
      controllers: [
        AgreementsController,
        ChargesController,
        ChargeTotalsController,
        EvidenceController,
        InvoicesController,
        SettlementsController,
        BienniumsController,
        PeriodsController,
        PeopleController,
        AuditController,
        TravellersController,
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
