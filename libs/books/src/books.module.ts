import { AgreementsModule, AgreementTable, MeetingTable, SignatureTable } from '#agreements';
import { AuditModule } from '#audit';
import { BudgetLineTable, BudgetModule, SplitKeyTable, TrustFundTable } from '#budget';
import { ChargeAllocationTable, ChargeTable, ChargingModule, TicketTable, TravellerNightTable } from '#charging';
import { DesignationTable, IdentityModule, PersonTable, SecretariatTable } from '#identity';
import { InvoiceLineTable, InvoiceTable, InvoicingModule } from '#invoicing';
import type { Clock } from '#kernel';
import { LedgerModule } from '#ledger';
import {
  DsaRateTable,
  OperationalRateTable,
  RateCardTable,
  RatesModule,
  ServiceItemTable,
  TerminalExpenseTable,
} from '#rates';
import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource, type EntitySchema } from 'typeorm';
import { DemoPeopleService } from './demo-people.service.ts';
import { ReferenceLoaderService } from './reference-loader.service.ts';
import { ReplayService } from './replay.service.ts';
import { SampleService } from './sample.service.ts';
import { ScenarioAnswerService } from './scenario-answer.service.ts';

/** Every table the ORM knows, for the data source. */
export const tables: EntitySchema[] = [
  SecretariatTable,
  PersonTable,
  DesignationTable,
  TrustFundTable,
  BudgetLineTable,
  SplitKeyTable,
  ServiceItemTable,
  RateCardTable,
  OperationalRateTable,
  DsaRateTable,
  TerminalExpenseTable,
  MeetingTable,
  AgreementTable,
  SignatureTable,
  ChargeTable,
  ChargeAllocationTable,
  TravellerNightTable,
  TicketTable,
  InvoiceTable,
  InvoiceLineTable,
] as EntitySchema[];

/** Injection token of the clock; whoever composes the books says what time it is in them. */
export const CLOCK = Symbol('clock');

const nouns = [
  IdentityModule,
  LedgerModule,
  RatesModule,
  BudgetModule,
  AgreementsModule,
  ChargingModule,
  InvoicingModule,
  AuditModule,
];

/** All services of the product over one database and one clock: what the API, the CLI and the tests are made of. */
@Module({})
export class BooksModule {
  static over(db: DataSource, clock: Clock): DynamicModule {
    return {
      module: BooksModule,
      global: true,
      imports: nouns,
      providers: [
        { provide: DataSource, useValue: db },
        { provide: CLOCK, useValue: clock },
        ReferenceLoaderService,
        ReplayService,
        SampleService,
        DemoPeopleService,
        ScenarioAnswerService,
      ],
      exports: [
        ...nouns,
        ReferenceLoaderService,
        DataSource,
        CLOCK,
        ReplayService,
        SampleService,
        DemoPeopleService,
        ScenarioAnswerService,
      ],
    };
  }
}
