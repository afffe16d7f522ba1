import { AgreementsService } from '#agreements';
import { BudgetService } from '#budget';
import { IdentityService } from '#identity';
import { atAsync, type Clock, fieldsAsAsync, theProgram } from '#kernel';
import { actForTheProgram, recordEvent, type Tx } from '#platform';
import { RatesService, tripItem } from '#rates';
import { Injectable } from '@nestjs/common';
import { officerCode, officersOf } from './officers.ts';
import type { Scenario } from './scenario.ts';

/** Puts a scenario's reference data and its agreements, still unsigned, into empty books. */
@Injectable()
export class ReferenceLoaderService {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly budget: BudgetService,
    private readonly identity: IdentityService,
    private readonly rates: RatesService,
  ) {}

  async load(tx: Tx, scenario: Scenario, clock: Clock): Promise<void> {
    const loaded = { action: 'REFERENCE_LOADED', kind: 'reference', objects: named(scenario) };
    await recordEvent(tx, loaded, theProgram, clock.now());
    await this.identity.addSecretariats(tx, [...scenario.secretariats]);
    for (const { code } of scenario.secretariats) {
      const funds = scenario.trustFunds.filter(({ secretariat }) => secretariat === code).map((fund) => fund.code);
      const { people, designations } = officersOf(code, funds);
      await this.identity.addPeople(tx, [...people], [...designations]);
    }
    await this.budget.addFunds(tx, [...scenario.trustFunds]);
    await this.budget.addLines(tx, [...scenario.budgetLines]);
    await this.budget.addSplitKeys(tx, [...scenario.splitKeys]);
    await this.agreements.addMeetings(tx, [...scenario.meetings]);
    await this.rates.addItems(
      tx,
      scenario.serviceItems.filter(({ code }) => code !== tripItem), // the catalogue has it
    );
    await this.rates.addRateCard(tx, [...scenario.rateCard]);
    await this.rates.addOperationalRates(tx, [...scenario.operationalRates]);
    await this.rates.addDsaRates(tx, [...scenario.dsaRates]);
    await this.rates.addTerminalExpenses(tx, [...scenario.terminalExpenses]);
    for (const [index, { terms }] of scenario.agreements.entries()) {
      await atAsync(`/agreements/${index}`, async () => {
        const officer = await this.identity.officer(
          tx,
          officerCode(terms.provider, 'finance'),
          scenario.biennium.firstDay,
        );
        await fieldsAsAsync({ '/ceiling': '/ceilingUsd' }, () => this.agreements.draft(tx, terms, officer, clock));
      });
      await actForTheProgram(tx);
    }
  }
}

/** All that is loaded, by kind and code: "trust-fund BC". */
function named(scenario: Scenario): string[] {
  const { secretariats, trustFunds, budgetLines, splitKeys, meetings, serviceItems, rateCard } = scenario;
  return [
    ...secretariats.map(({ code }) => `secretariat ${code}`),
    ...trustFunds.map(({ code }) => `trust-fund ${code}`),
    ...budgetLines.map(({ code }) => `budget-line ${code}`),
    ...splitKeys.map(({ code, validFrom }) => `split-key ${code} ${validFrom.toString()}`),
    ...meetings.map(({ code }) => `meeting ${code}`),
    ...serviceItems.map(({ code }) => `service-item ${code}`),
    ...rateCard.map(({ provider, item, validFrom }) => `rate ${provider} ${item} ${validFrom.toString()}`),
    ...scenario.operationalRates.map(({ currency, effectiveOn }) => `rate ${currency} ${effectiveOn.toString()}`),
    ...scenario.dsaRates.map(({ place, effectiveOn }) => `rate ${place} ${effectiveOn.toString()}`),
    ...scenario.terminalExpenses.map(({ effectiveOn }) => `rate terminals ${effectiveOn.toString()}`),
  ];
}
