import { UnknownAgreement, UnknownMeeting } from '#agreements';
import { UnknownBudgetLine, UnknownFund, UnknownSplitKey } from '#budget';
import { UnknownCharge } from '#charging';
import { UnknownSecretariat } from '#identity';
import { UnknownInvoice } from '#invoicing';
import { type DomainError, Refused, Unknown } from '#kernel';
import { tripItem, UnknownServiceItem } from '#rates';
import type { Scenario } from './scenario.ts';

/**
 * Whether everything a scenario names is there, and named once; said with its place in the file, before anything is
 * written. The rules of the books are not asked here.
 * Errors: NamedTwice, UnknownSecretariat, UnknownFund, UnknownBudgetLine, UnknownSplitKey, UnknownServiceItem,
 *         UnknownMeeting, UnknownAgreement, UnknownTrip, UnknownInvoice, UnknownCharge.
 */
export function checkReferences(scenario: Scenario): void {
  const codesOf = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);
  const secretariats = names('/secretariats', codesOf(scenario.secretariats));
  const funds = names('/trustFunds', codesOf(scenario.trustFunds));
  const meetings = names('/meetings', codesOf(scenario.meetings));
  const items = new Set([...names('/serviceItems', codesOf(scenario.serviceItems)), tripItem]);
  const lines = names('/budgetLines', codesOf(scenario.budgetLines));
  names(
    '/splitKeys',
    scenario.splitKeys.map(({ code, validFrom }) => `${code} from ${validFrom.toString()}`),
  );
  names(
    '/operationalRates',
    scenario.operationalRates.map(({ currency, effectiveOn }) => `${currency} of ${effectiveOn.toString()}`),
  );
  names(
    '/dsaRates',
    scenario.dsaRates.map(({ place, effectiveOn }) => `${place} of ${effectiveOn.toString()}`),
  );
  names(
    '/terminalExpenses',
    scenario.terminalExpenses.map(({ effectiveOn }) => effectiveOn.toString()),
  );
  const keys = new Set(codesOf(scenario.splitKeys));
  const agreements = names(
    '/agreements',
    scenario.agreements.map(({ terms }) => terms.number),
  );
  const charges = names(
    '/charges',
    scenario.charges.map(({ id }) => id),
  );
  const trips = names(
    '/trips',
    scenario.trips.map(({ id }) => id),
    charges,
  );
  const invoices = names(
    '/invoices',
    scenario.invoices.map(({ ref }) => ref),
  );
  names(
    '/creditNotes',
    scenario.creditNotes.map(({ ref }) => ref),
  );

  each('/trustFunds', scenario.trustFunds, (fund) => [
    known(secretariats, fund.secretariat, '/secretariat', UnknownSecretariat),
  ]);
  each('/meetings', scenario.meetings, ({ organizer }) => [
    known(secretariats, organizer, '/organizer', UnknownSecretariat),
  ]);
  all('/rateCards', scenario.rateCard, ({ provider, item }) => [
    known(secretariats, provider, '', UnknownSecretariat),
    known(items, item, '', UnknownServiceItem),
  ]);
  each('/splitKeys', scenario.splitKeys, ({ weights }) =>
    weights.map(([fund], index) => known(funds, fund, `/weights/${index}`, UnknownFund)),
  );
  each('/budgetLines', scenario.budgetLines, ({ fund }) => [known(funds, fund, '/fund', UnknownFund)]);
  each('/agreements', scenario.agreements, ({ terms }) => [
    known(secretariats, terms.provider, '/provider', UnknownSecretariat),
    known(secretariats, terms.client, '/client', UnknownSecretariat),
    known(meetings, terms.meeting, '/meeting', UnknownMeeting),
    ...terms.clientAllocation.flatMap(({ splitKey, budgetLines }, index) => [
      ...(splitKey === null ? [] : [known(keys, splitKey, `/clientAllocation/${index}/splitKey`, UnknownSplitKey)]),
      ...Object.entries(budgetLines).flatMap(([fund, line]) => [
        known(funds, fund, `/clientAllocation/${index}/budgetLines`, UnknownFund),
        known(lines, line, `/clientAllocation/${index}/budgetLines/${fund}`, UnknownBudgetLine),
      ]),
    ]),
    ...('splitKey' in terms.providerCredit
      ? [known(keys, terms.providerCredit.splitKey, '/providerCreditSplitKey', UnknownSplitKey)]
      : terms.providerCredit.weights.map(([fund], index) =>
          known(funds, fund, `/providerCredit/${index}/fund`, UnknownFund),
        )),
  ]);
  // A file may have no trips, and where they are coded to the client's own fund it has none: a fee is of somebody all the same.
  const codedDirectly = new Set(
    scenario.agreements.filter(({ terms }) => terms.travelMode === 'DIRECT_CODING').map(({ terms }) => terms.number),
  );
  each('/charges', scenario.charges, ({ agreement, item, traveller }) => [
    known(agreements, agreement, '/agreement', UnknownAgreement),
    known(items, item, '/item', UnknownServiceItem),
    traveller === null || trips.size === 0 || codedDirectly.has(agreement)
      ? null
      : known(trips, traveller, '/traveller', UnknownTrip),
  ]);
  each('/trips', scenario.trips, ({ agreement }) => [known(agreements, agreement, '/agreement', UnknownAgreement)]);
  const billable = new Set([...charges, ...trips]);
  each('/invoices', scenario.invoices, (invoice) => [
    known(secretariats, invoice.provider, '/provider', UnknownSecretariat),
    known(agreements, invoice.agreement, '/agreement', UnknownAgreement),
    ...invoice.charges.map((id) => known(billable, id, '/charges', UnknownCharge)),
  ]);
  each('/creditNotes', scenario.creditNotes, ({ invoice, charge }) => [
    known(invoices, invoice, '/invoice', UnknownInvoice),
    known(billable, charge, '/charge', UnknownCharge),
  ]);
}

/** The names of a list, each once, and none that `taken` has. */
function names(place: string, list: readonly string[], taken: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [index, name] of list.entries()) {
    if (seen.has(name) || taken.has(name)) throw new NamedTwice(name, `${place}/${index}`);
    seen.add(name);
  }
  return seen;
}

type Finding = ((place: string) => DomainError) | null;

function known(
  set: ReadonlySet<string>,
  name: string,
  field: string,
  missing: new (name: string, pointer: string) => DomainError,
): Finding {
  return set.has(name) ? null : (place) => new missing(name, place + field);
}

function each<T>(place: string, list: readonly T[], check: (item: T) => readonly Finding[]): void {
  for (const [index, item] of list.entries()) {
    const finding = check(item).find((one) => one !== null);
    if (finding !== undefined && finding !== null) throw finding(`${place}/${index}`);
  }
}

/** For what the file writes shorter than the books do: the place is the list. */
function all<T>(place: string, list: readonly T[], check: (item: T) => readonly Finding[]): void {
  const finding = list.flatMap(check).find((one) => one !== null);
  if (finding !== undefined && finding !== null) throw finding(place);
}

export class UnknownTrip extends Unknown {
  constructor(traveller: string, pointer: string) {
    super(`There is no trip "${traveller}" in this file; a charge's traveller is one whose trip it has.`, pointer);
  }
}

export class NamedTwice extends Refused {
  constructor(name: string, pointer: string) {
    super(`"${name}" is there already; each is named once.`, pointer);
  }
}
