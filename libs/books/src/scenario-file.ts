import { Meeting, type ProviderCredit } from '#agreements';
import { BudgetLine, SplitKey, TrustFund, type Weight } from '#budget';
import { Secretariat } from '#identity';
import {
  at,
  Biennium,
  checkFieldsOnce,
  Currency,
  Day,
  fieldsAs,
  Malformed,
  Money,
  parseDecimal,
  Quantity,
} from '#kernel';
import {
  checkApart,
  DsaRate,
  OperationalRate,
  RateCardEntry,
  RatePeriodReversed,
  ServiceItem,
  TerminalExpense,
} from '#rates';
import { FieldReader, fitCode } from './field-reader.ts';
import { checkPapers } from './scenario-papers.ts';
import { checkReferences } from './scenario-references.ts';
import type {
  Scenario,
  ScenarioAgreement,
  ScenarioCharge,
  ScenarioCreditNote,
  ScenarioInvoice,
  ScenarioTrip,
} from './scenario.ts';

/**
 * Reads a scenario file. Whatever is wrong is said with its place (a JSON pointer) and what would be right; nothing is
 * guessed, and no field is passed over.
 * Errors: NotJson, FieldTwice, those of FieldReader and of the kernel's values, and those of checkReferences and checkPapers.
 */
export function readScenario(text: string): Scenario {
  const scenario = FieldReader.object(parseJson(text), (file) => {
    file.passOver('about');
    const biennium = file.parsed('biennium', (value) => Biennium.of(value));
    return {
      biennium,
      secretariats: file.list('secretariats', object(readSecretariat)),
      trustFunds: file.list('trustFunds', object(readTrustFund)),
      meetings: file.list('meetings', object(readMeeting)),
      serviceItems: file.list('serviceItems', object(readServiceItem)),
      rateCard: readRateCards(file),
      operationalRates: file.listOrEmpty('operationalRates', object(readOperationalRate)),
      dsaRates: file.listOrEmpty('dsaRates', object(readDsaRate)),
      terminalExpenses: file.listOrEmpty('terminalExpenses', object(readTerminalExpense)),
      splitKeys: file.listOrEmpty('splitKeys', object(readSplitKey)),
      budgetLines: file.list(
        'budgetLines',
        object((line) => readBudgetLine(line, biennium)),
      ),
      agreements: file.list(
        'agreements',
        object((agreement) => readAgreement(agreement, biennium)),
      ),
      charges: file.list('charges', object(readCharge)),
      trips: file.listOrEmpty('trips', object(readTrip)),
      invoices: file.list('invoices', object(readInvoice)),
      creditNotes: file.listOrEmpty('creditNotes', object(readCreditNote)),
    };
  });
  checkReferences(scenario);
  checkPapers(scenario);
  return scenario;
}

/** Errors: NotJson, FieldTwice. */
export function parseJson(text: string): unknown {
  const content = parsed(text.replace(/^\uFEFF/, ''));
  checkFieldsOnce(text);
  return content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotJson(error instanceof Error ? error.message : String(error));
  }
}

function object<T>(read: (fields: FieldReader) => T): (item: unknown) => T {
  return (item) => FieldReader.object(item, read);
}

const day = (text: string): Day => Day.of(text);
const usd = (text: string): Money => Money.usd(text);
const units = (text: string): Quantity => Quantity.of(text);
const decimal = (text: string): string => (parseDecimal(text), text);

function readSecretariat(fields: FieldReader): Secretariat {
  return new Secretariat({
    code: fields.code('code'),
    name: fields.text('name'),
    address: fields.textsOrEmpty('address'),
    contact: fields.textOrNull('contact'),
    ...fields.nestedOrNull('settlement', (settlement) => ({
      settlementMethod: settlement.text('method'),
      paymentMeansCode: settlement.code('paymentMeansCode'),
      paymentTermDays: settlement.countOrNull('termDays', 366),
    })),
    ...fields.nestedOrNull('vat', (vat) => ({
      vatCategory: vat.code('category'),
      vatExemptionCode: vat.codeOrNull('exemptionCode'),
      vatReason: vat.text('reason'),
    })),
  });
}

function readTrustFund(fields: FieldReader): TrustFund {
  return new TrustFund({
    code: fields.code('code'),
    name: fields.text('name'),
    secretariat: fields.code('secretariat'),
    kind: fields.oneOf('kind', ['GENERAL', 'VOLUNTARY', 'SPECIFIC']),
    programmeSupportCostRate: fields.parsed('programmeSupportCostRate', decimal),
  });
}

function readMeeting(fields: FieldReader): Meeting {
  const facts = {
    code: fields.code('code'),
    title: fields.text('title'),
    organizer: fields.code('organizer'),
    startsOn: fields.parsed('start', day),
    endsOn: fields.parsed('end', day),
    place: fields.text('place'),
    venue: fields.textOrNull('venue') ?? '',
  };
  return fieldsAs({ '/endsOn': '/end' }, () => new Meeting(facts));
}

function readServiceItem(fields: FieldReader): ServiceItem {
  return new ServiceItem({
    code: fields.code('code'),
    family: fields.code('family'),
    nature: fields.oneOf('nature', ['OWN_SERVICE', 'PASS_THROUGH']),
    unit: fields.code('unit'),
    title: fields.text('title'),
  });
}

/** Errors: those of a card; RatePeriodsOverlap, at the card that comes second. */
function readRateCards(file: FieldReader): RateCardEntry[] {
  const entries: RateCardEntry[] = [];
  file.list('rateCards', (card) => {
    const found = object(readRateCard)(card);
    at('/validFrom', () => checkApart(entries, found));
    entries.push(...found);
  });
  return entries;
}

function readRateCard(fields: FieldReader): RateCardEntry[] {
  const validFrom = fields.parsed('validFrom', day);
  const validTo = fields.parsed('validTo', (text) => {
    const last = Day.of(text);
    if (last.isBefore(validFrom)) throw new RatePeriodReversed('this card', validFrom, last);
    return last;
  });
  const currency = fields.parsed('currency', (code) => Currency.of(fitCode(code)).code);
  const providers = fields.codes('providers');
  return fields.nested('rates', (rates) =>
    rates.names().flatMap((item) => {
      const unitRate = rates.parsed(item, decimal);
      return at(`/${item}`, () =>
        providers.map(
          (provider) =>
            new RateCardEntry({ provider, item, validFrom, validTo, currency, unitRate, includesIndirectCost: false }),
        ),
      );
    }),
  );
}

function readOperationalRate(fields: FieldReader): OperationalRate {
  return new OperationalRate({
    currency: fields.code('currency'),
    effectiveOn: fields.parsed('effectiveOn', day),
    unitsPerUsd: fields.parsed('unitsPerUsd', decimal),
  });
}

function readDsaRate(fields: FieldReader): DsaRate {
  return new DsaRate({
    place: fields.code('place'),
    currency: fields.code('currency'),
    effectiveOn: fields.parsed('effectiveOn', day),
    amount: fields.parsed('amount', decimal),
  });
}

function readTerminalExpense(fields: FieldReader): TerminalExpense {
  return new TerminalExpense({
    effectiveOn: fields.parsed('effectiveOn', day),
    amountUsd: fields.parsed('amountUsd', usd),
  });
}

function readSplitKey(fields: FieldReader): SplitKey {
  return new SplitKey({
    code: fields.code('code'),
    validFrom: fields.parsed('validFrom', day),
    weights: fields.list('weights', (pair): Weight => {
      if (!Array.isArray(pair) || pair.length !== 2) throw new NotAWeight();
      return [at('/0', () => fitCode(pair[0])), at('/1', () => decimal(pair[1] as string))];
    }),
  });
}

function readBudgetLine(fields: FieldReader, biennium: Biennium): BudgetLine {
  return new BudgetLine({
    code: fields.code('code'),
    fund: fields.code('fund'),
    biennium,
    activity: fields.textOrNull('activity') ?? '',
    title: fields.textOrNull('title') ?? '',
    allotmentUsd: fields.parsed('allotmentUsd', usd),
    chargedUsd: Money.zero(),
  });
}

function readAgreement(fields: FieldReader, biennium: Biennium): ScenarioAgreement {
  const terms = {
    number: fields.code('number'),
    provider: fields.code('provider'),
    client: fields.code('client'),
    meeting: fields.code('meeting'),
    biennium,
    families: fields.codes('families'),
    mandates: fields.codesOrEmpty('mandates'),
    effectiveOn: fields.parsed('effectiveOn', day),
    endsOn: fields.parsed('endsOn', day),
    ceilingUsd: fields.parsed('ceilingUsd', usd),
    programmeSupportCost: fields.oneOf('programmeSupportCost', ['CLIENT_FUND', 'INCLUDED_IN_RATE', 'EXEMPT']),
    travelMode: fields.has('travelMode')
      ? fields.oneOf('travelMode', ['ADVANCED_BY_PROVIDER', 'DIRECT_CODING'])
      : fields.parsedOrNull('travelMode', () => null),
    clientAllocation: fields.list(
      'clientAllocation',
      object((allocation) => ({
        families: allocation.codes('families'),
        splitKey: allocation.codeOrNull('splitKey'),
        budgetLines: allocation.codeMap('budgetLines'),
      })),
    ),
    providerCredit: readProviderCredit(fields),
  };
  return { terms, signedOn: fields.parsedOrNull('signedOn', day) };
}

function readProviderCredit(fields: FieldReader): ProviderCredit {
  const splitKey = fields.codeOrNull('providerCreditSplitKey');
  if (splitKey !== null) {
    fields.parsedOrNull('providerCredit', () => {
      throw new ProviderCreditTwice();
    });
    return { splitKey };
  }
  return {
    weights: fields.list(
      'providerCredit',
      object((credit): Weight => [credit.code('fund'), credit.parsed('weight', decimal)]),
    ),
  };
}

export function readCharge(fields: FieldReader): ScenarioCharge {
  const deliveredOn = fields.parsed('deliveredOn', day);
  return {
    id: fields.code('id'),
    agreement: fields.code('agreement'),
    item: fields.code('item'),
    quantity: fields.parsed('quantity', units),
    actualCost: fields.nestedOrNull('actualCost', (cost) => money(cost)),
    deliveredFrom: fields.parsedOrNull('deliveredFrom', day),
    deliveredOn,
    recordedOn: fields.parsedOrNull('recordedOn', day) ?? deliveredOn,
    supplierInvoiceOn: fields.parsedOrNull('supplierInvoiceOn', day),
    evidence: null, // the format names none
    traveller: fields.textOrNull('traveller'),
    note: fields.textOrNull('note'),
  };
}

function money(fields: FieldReader): Money {
  const currency = fields.parsed('currency', (code) => Currency.of(fitCode(code)));
  return fields.parsed('amount', (text) => Money.of(text, currency));
}

export function readTrip(fields: FieldReader): ScenarioTrip {
  const id = fields.code('id');
  return {
    id,
    traveller: id,
    agreement: fields.code('agreement'),
    party: fields.code('party'),
    from: fields.codeOrNull('from'),
    tickets: fields.listOrEmpty(
      'ticket',
      object((ticket) => ({
        kind: ticket.oneOf('kind', ['TICKET', 'CHANGE', 'REFUND']),
        amount: money(ticket),
        on: ticket.parsed('on', day),
        number: ticket.codeOrNull('number'),
      })),
    ),
    stays: fields.listOrEmpty(
      'nights',
      object((stay) => ({
        place: stay.code('place'),
        first: stay.parsed('first', day),
        count: stay.count('count', 400),
        lodgingProvided: stay.flag('lodgingProvided'),
      })),
    ),
    terminals: fields.count('terminals', 100),
    endedOn: fields.parsed('endedOn', day),
    advanceUsd: fields.parsedOrNull('advanceUsd', usd),
    evidence: null,
    note: fields.textOrNull('note'),
  };
}

function readInvoice(fields: FieldReader): ScenarioInvoice {
  const trips = fields.codesOrEmpty('trips');
  const charges = fields.codesOrEmpty('charges');
  return {
    ref: fields.code('ref'),
    provider: fields.code('provider'),
    agreement: fields.code('agreement'),
    issuedOn: fields.parsed('issuedOn', day),
    charges: [...trips, ...charges],
  };
}

function readCreditNote(fields: FieldReader): ScenarioCreditNote {
  return {
    ref: fields.code('ref'),
    invoice: fields.code('invoice'),
    charge: fields.code('charge'),
    quantity: fields.parsed('quantity', units),
    issuedOn: fields.parsed('issuedOn', day),
    reason: fields.text('reason'),
  };
}

export class NotJson extends Malformed {
  constructor(reason: string) {
    super(`The file is not JSON: ${reason}. Is it whole?`);
  }
}

export class NotAWeight extends Malformed {
  constructor() {
    super('A weight is a pair of texts, the fund and its weight: ["BC", "1"].');
  }
}

export class ProviderCreditTwice extends Malformed {
  constructor() {
    super('Give either providerCredit or providerCreditSplitKey, not both.');
  }
}
