import type { Database } from '#platform';
import { BooksModule } from '#books';
import { EvidenceScanner, type ScannerSettings } from '#charging';
import { SecondFactorService, SecretBox } from '#identity';
import type { Clock } from '#kernel';
import type { PersonalKeyRing } from '#travellers';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { EditLogController } from './audit/edit-log.controller.ts';
import { BienniumsController } from './bienniums/bienniums.controller.ts';
import { BundleController } from './bienniums/bundle.controller.ts';
import { RoomController } from './charges/room.controller.ts';
import { ChargeTotalsController } from './charges/charge-totals.controller.ts';
import { ChargeSteps } from './charges/charge-steps.service.ts';
import { ChargesController } from './charges/charges.controller.ts';
import { EvidenceController } from './charges/evidence.controller.ts';
import { WatchedController } from './bienniums/watched.controller.ts';
import { CorrectionsController } from './charges/corrections.controller.ts';
import { SentTripsController } from './charges/sent-trips.controller.ts';
import { ArchiveOf } from './health/archive-of.ts';
import { HealthController, MetricsController } from './health/health.controller.ts';
import type { Limits } from './http/limits.ts';
import { ProblemsController } from './http/problems.controller.ts';
import { RefusedActs } from './http/refused-acts.service.ts';
import { NothingElse } from './http/nothing-else.guard.ts';
import { GroupedRequests } from './http/grouped-requests.service.ts';
import { Requests } from './http/requests.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import { InvoicesController } from './invoices/invoices.controller.ts';
import { MergedController } from './invoices/merged.controller.ts';
import { ZippedController } from './invoices/zipped.controller.ts';
import { SettlementsController } from './invoices/settlements.controller.ts';
import { TechnicalLog } from './log/technical-log.ts';
import { PeriodsController } from './periods/periods.controller.ts';
import { PeopleController } from './people/people.controller.ts';
import { RenewalsController } from './people/renewals.controller.ts';
import { CodingsController } from './reference/codings.controller.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { SealingController } from './sealing/sealing.controller.ts';
import { AccountsController } from './sign-in/accounts.controller.ts';
import { OpenIdController } from './sign-in/open-id.controller.ts';
import { type OpenIdSettings, OpenIdSignIn } from './sign-in/open-id.ts';
import { RoutesSayWhoMay } from './sign-in/routes-say-who-may.guard.ts';
import { SecondFactorController } from './sign-in/second-factor.controller.ts';
import { SessionController } from './sign-in/session.controller.ts';
import { KnownTokens } from './sign-in/known-tokens.service.ts';
import { SessionCookie } from './sign-in/session-cookie.ts';
import { KeysGuard } from './sign-in/keys.guard.ts';
import { SignedInGuard } from './sign-in/signed-in.guard.ts';
import { TravellersController } from './travellers/travellers.controller.ts';

/** Where the server runs, as far as an answer depends on it. */
export interface Surroundings {
  /** Of the embedded engine whose archive `/health/ready` tells of; null where there is none. */
  readonly archivedFolder: string | null;
  /** The file of the key under which second factors are encrypted; made when the first is. */
  readonly secretsKeyFile: string;
  /** The address by which people reach the server; null where that is this machine's own. */
  readonly publicUrl: string | null;
  /** Addresses, or networks as 192.0.2.0/24, of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** The identity provider that people may sign in at; null where there is none. */
  readonly openId: OpenIdSettings | null;
  /** A command that looks into each file of evidence before it is kept; null where nobody does. */
  readonly scanner: ScannerSettings | null;
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
    {
      archivedFolder,
      publicUrl,
      secretsKeyFile,
      openId,
      keys,
      scanner,
      log,
    }: Pick<Surroundings, 'archivedFolder' | 'publicUrl' | 'secretsKeyFile' | 'openId' | 'keys' | 'scanner' | 'log'>,
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [DiscoveryModule, BooksModule.over(db, clock, keys)],
      controllers: [
        AgreementsController,
        ChargesController,
        ChargeTotalsController,
        RoomController,
        EvidenceController,
        CorrectionsController,
        SentTripsController,
        MergedController,
        ZippedController,
        InvoicesController,
        SettlementsController,
        BienniumsController,
        BundleController,
        WatchedController,
        InboxController,
        PeriodsController,
        PeopleController,
        RenewalsController,
        AuditController,
        TravellersController,
        EditLogController,
        ReferenceController,
        CodingsController,
        ProblemsController,
        SealingController,
        SessionController,
        OpenIdController,
        SecondFactorController,
        AccountsController,
        HealthController,
        MetricsController,
      ],
      providers: [
        Requests,
        GroupedRequests,
        ChargeSteps,
        KnownTokens,
        RefusedActs,
        RoutesSayWhoMay,
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_GUARD, useClass: KeysGuard }, // knows what the one before has found
        { provide: APP_GUARD, useClass: NothingElse },
        SecondFactorService,
        { provide: TechnicalLog, useValue: log },
        { provide: SecretBox, useValue: new SecretBox(secretsKeyFile) },
        { provide: EvidenceScanner, useValue: new EvidenceScanner(scanner) },
        { provide: OpenIdSignIn, useValue: new OpenIdSignIn(openId) },
        { provide: SessionCookie, useValue: new SessionCookie(publicUrl) },
        { provide: ArchiveOf, useValue: new ArchiveOf(archivedFolder) },
      ],
    };
  }
}
