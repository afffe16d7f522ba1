import { AgreementsService } from '#agreements';
import { BudgetService } from '#budget';
import { pricedEarlier } from '#charging';
import { IdentityService, reads } from '#identity';
import { type OperationalRate, RatesService } from '#rates';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Changes, Reads } from '../http/documented.ts';
import { Requests } from '../http/requests.ts';
import {
  BudgetLinesShown,
  DsaRatesShown,
  FundShown,
  FundsShown,
  MeetingsShown,
  OperationalRatesAdded,
  OperationalRatesShown,
  PeopleShown,
  RateCardShown,
  SecretariatsShown,
  ServiceItemsShown,
  SplitKeysShown,
  TerminalExpensesShown,
} from './reference.answer.ts';
import { fieldsShown, only } from './reference.fields.ts';
import { cashLimit, CashLimitRequest, operationalRates, OperationalRatesRequest } from './reference.request.ts';
import type { Tx } from '#platform';

@ApiTags('Reference data')
@Controller()
export class ReferenceController {
  constructor(
    private readonly requests: Requests,
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly identity: IdentityService,
    private readonly rates: RatesService,
  ) {}

  @Get('secretariats')
  @Reads('secretariat.read')
  @ApiOperation({ summary: 'The two sides' })
  @ApiOkResponse({ type: SecretariatsShown })
  secretariats(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.identity.secretariats(tx), fieldsShown.secretariat);
  }

  @Get('people')
  @Reads('people.read')
  @ApiOperation({ summary: 'Who acts for the two secretariats, by code' })
  @ApiOkResponse({ type: PeopleShown })
  people(@Req() request: FastifyRequest): Promise<object> {
    return this.requests.read({ request }, async (tx) => {
      const shut = new Set(await this.identity.shutOut(tx));
      const people = await this.identity.people(tx);
      return { items: people.map((one) => ({ ...only(one, fieldsShown.person), isShut: shut.has(one.code) })) };
    });
  }

  @Get('trust-funds')
  @Reads('fund.read')
  @ApiOperation({ summary: 'Trust funds with their rate of programme support cost' })
  @ApiOkResponse({ type: FundsShown })
  funds(@Req() request: FastifyRequest): Promise<object> {
    return this.requests.read({ request }, async (tx, by) => {
      const withCash = reads(by, 'budget.read');
      const funds = (await this.budget.funds(tx)).map((one) => only(one, fieldsShown.fund));
      return { items: withCash ? funds : funds.map((one) => ({ ...one, cashLimitUsd: null, cashChargedUsd: null })) };
    });
  }

  @Post('trust-funds/:code/cash-limits')
  @Changes('fund.state-cash', 'States the cash that a fund can commit: from then on its charges are counted against it')
  @ApiCreatedResponse({ type: FundShown })
  stateCashLimit(
    @Param('code') code: string,
    @Body() body: CashLimitRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const statement = { fund: code, limit: cashLimit(body), reason: body.reason };
        return only(await this.budget.stateCashLimit(tx, statement, by, this.requests.clock), fieldsShown.fund);
      },
      { status: 201 },
    );
  }

  @Get('budget-lines')
  @Reads('budget.read')
  @ApiOperation({ summary: 'Budget lines: allotment and what is charged on it, both without programme support cost' })
  @ApiOkResponse({ type: BudgetLinesShown })
  lines(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.budget.lines(tx), fieldsShown.budgetLine);
  }

  @Get('split-keys')
  @Reads('budget.read')
  @ApiOperation({ summary: 'Split keys, all versions' })
  @ApiOkResponse({ type: SplitKeysShown })
  splitKeys(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.budget.allSplitKeys(tx), fieldsShown.splitKey);
  }

  @Get('meetings')
  @Reads('catalogue.read')
  @ApiOperation({ summary: 'Meetings, by their first day' })
  @ApiOkResponse({ type: MeetingsShown })
  meetings(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.agreements.meetings(tx), fieldsShown.meeting);
  }

  @Get('service-items')
  @Reads('catalogue.read')
  @ApiOperation({ summary: 'The service catalogue' })
  @ApiOkResponse({ type: ServiceItemsShown })
  items(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.rates.allItems(tx), fieldsShown.item);
  }

  @Get('rate-card')
  @Reads('catalogue.read')
  @ApiOperation({ summary: 'Prices of own services, all periods' })
  @ApiOkResponse({ type: RateCardShown })
  rateCard(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.rates.allRateCardEntries(tx), fieldsShown.rateCardEntry);
  }

  @Get('operational-rates')
  @Reads('catalogue.read')
  @ApiOperation({ summary: 'UN operational rates of exchange, all effective days, and what waits for a second person' })
  @ApiOkResponse({ type: OperationalRatesShown })
  operationalRates(@Req() request: FastifyRequest): Promise<object> {
    return this.requests.read({ request }, async (tx, by) => ({
      items: (await this.rates.allOperationalRates(tx)).map((rate) => only(rate, fieldsShown.operationalRate)),
      waiting: await this.rates.waitingRates(tx, by),
    }));
  }

  @Post('operational-rates')
  @Changes(
    'rates.add',
    'Loads a list of operational rates, of some currencies or all; a rate is in force once two people have loaded it, and never changed',
  )
  @ApiCreatedResponse({ type: OperationalRatesAdded })
  addOperationalRates(
    @Body() body: OperationalRatesRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.requests.write(
      { request, reply },
      async (tx, by) => {
        const rates = operationalRates(body);
        const list = { rates, place: '/rates' };
        const { added, waiting } = await this.rates.importOperationalRates(tx, list, by, this.requests.clock);
        const shown = (rate: OperationalRate): object => only(rate, fieldsShown.operationalRate);
        return {
          items: rates.map(shown),
          waiting: waiting.map((rate) => ({ ...shown(rate), loadedBy: by.person })),
          pricedEarlier: await pricedEarlier(tx, added),
        };
      },
      { status: 201 },
    );
  }

  @Get('dsa-rates')
  @Reads('catalogue.read')
  @ApiOperation({ summary: 'Daily subsistence allowances by place, all effective days' })
  @ApiOkResponse({ type: DsaRatesShown })
  dsaRates(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.rates.allDsaRates(tx), fieldsShown.dsaRate);
  }

  @Get('terminal-expenses')
  @Reads('catalogue.read')
  @ApiOperation({ summary: 'Terminal expenses, all effective days' })
  @ApiOkResponse({ type: TerminalExpensesShown })
  terminalExpenses(@Req() request: FastifyRequest): Promise<object> {
    return this.list(request, (tx) => this.rates.allTerminalExpenses(tx), fieldsShown.terminalExpense);
  }

  private async list<T extends object>(
    request: FastifyRequest,
    load: (tx: Tx) => Promise<T[]>,
    fields: readonly (keyof T)[],
  ): Promise<object> {
    return { items: (await this.requests.read({ request }, load)).map((one) => only(one, fields)) };
  }
}
