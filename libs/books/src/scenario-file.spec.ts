import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  DomainError,
  FieldTwice,
  HiddenCharacter,
  NegativeWeight,
  NotABiennium,
  NotADay,
  NotADecimal,
  NotAQuantity,
  NoWeight,
  TooManyDecimals,
  UnknownCurrency,
} from '#kernel';
import {
  FieldMissing,
  NotACount,
  NotAFlag,
  NotAList,
  NotAnObject,
  NotOneOf,
  NotText,
  UnfitText,
  UnknownField,
} from './field-reader.ts';
import { readCharges } from './files.ts';
import { MeetingPeriodReversed } from '#agreements';
import { AllotmentNegative, SupportCostRateOutOfRange } from '#budget';
import { RateNotPositive, RateOfTheDollar, RatePeriodReversed, RatePeriodsOverlap, UnknownUnit } from '#rates';
import { NotAWeight, NotJson, ProviderCreditTwice, readScenario } from './scenario-file.ts';

const text = readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8');
type Json = Record<string, unknown>;

/** The sample with one place changed; `undefined` takes the place away. */
function changed(pointer: string, value: unknown): string {
  const file = JSON.parse(text) as Json;
  const path = pointer.slice(1).split('/');
  const last = path.pop() as string;
  const place = path.reduce((node, step) => node[step] as Json, file);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(file);
}

function refusal(file: string): DomainError {
  try {
    readScenario(file);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('The file was read without a refusal.');
}

describe('the sample', () => {
  it('is read whole', () => {
    const scenario = readScenario(text);
    expect(scenario.charges.map(({ id }) => id)).toEqual(
      (JSON.parse(text) as { charges: { id: string }[] }).charges.map(({ id }) => id),
    );
    expect([
      scenario.agreements.length,
      scenario.trips.length,
      scenario.invoices.length,
      scenario.creditNotes.length,
    ]).toEqual([2, 6, 4, 2]);
    expect(scenario.rateCard).toHaveLength(14); // seven items of two providers
  });

  it('is read with a byte order mark, as some editors write it', () => {
    expect(readScenario(`\uFEFF${text}`).trips).toHaveLength(6);
  });

  it('takes the day of delivery for the day of recording, unless it says otherwise', () => {
    const [first, ...others] = readScenario(changed('/charges/0/recordedOn', '2025-06-01')).charges;
    expect([first?.deliveredOn, first?.recordedOn].map(String)).toEqual(['2025-05-09', '2025-06-01']);
    expect(others[0]?.recordedOn.toString()).toBe(others[0]?.deliveredOn.toString());
  });

  it('bills trips before charges', () => {
    const [, , third] = readScenario(changed('/invoices/2/charges', ['T-FEE'])).invoices;
    expect(third?.charges).toEqual(['T-01', 'T-02', 'T-03', 'T-04', 'T-05', 'T-06', 'T-FEE']);
  });
});

describe('a file that is not JSON', () => {
  it.each([
    ['nothing', ''],
    ['half a file', text.slice(0, text.length / 2)],
    ['a file without its last brace', text.trimEnd().slice(0, -1)],
    ['words', 'biennium: 2024-2025'],
    ['a trailing comma', '{"biennium":"2024-2025",}'],
    ['two files', `${text}${text}`],
    ['NaN', '{"biennium": NaN}'],
  ])('is refused: %s', (_, file) => {
    expect(refusal(file)).toBeInstanceOf(NotJson);
  });
});

describe('JSON that is no scenario', () => {
  it.each(['null', '[]', '"text"', '12', 'true'])('is refused: %s', (file) => {
    expect(refusal(file)).toBeInstanceOf(NotAnObject);
  });
});

describe('a name that an object has twice', () => {
  it('is refused where it stands, not read as the last of the two', () => {
    const twice = text.replace('"quantity": "13"', '"quantity": "12", "quantity": "13"');
    expect(refusal(twice)).toMatchObject({ constructor: FieldTwice, pointer: '/charges/0/quantity' });
    const charge = '[{"id":"A","quantity":"1","quantity":"5"}]';
    expect(() => readCharges(charge)).toThrow(
      expect.objectContaining({ name: FieldTwice.name, pointer: '/0/quantity' }),
    );
  });
});

describe('a rate card beside another', () => {
  it('has no price of a day and a service that the other has', () => {
    const file = JSON.parse(text) as { rateCards: Json[] };
    const [card] = file.rateCards;
    const withCard = (facts: object): string =>
      JSON.stringify({ ...file, rateCards: [...file.rateCards, { ...card, ...facts }] });
    expect(() => readScenario(withCard({ validFrom: '2026-01-01', validTo: '2026-12-31' }))).not.toThrow();
    expect(refusal(withCard({ validFrom: '2025-12-31', validTo: '2026-12-31' }))).toMatchObject({
      constructor: RatePeriodsOverlap,
      pointer: '/rateCards/1/validFrom',
    });
  });
});

describe('a part that is missing', () => {
  it.each([
    ...[
      'biennium',
      'secretariats',
      'trustFunds',
      'meetings',
      'serviceItems',
      'rateCards',
      'budgetLines',
      'agreements',
      'charges',
      'invoices',
    ].map((part) => `/${part}`),
    ...[
      '/secretariats/0/code',
      '/trustFunds/1/programmeSupportCostRate',
      '/meetings/0/start',
      '/rateCards/0/rates',
      '/operationalRates/3/unitsPerUsd',
    ],
    ...[
      '/agreements/1/clientAllocation/0/budgetLines',
      '/agreements/0/ceilingUsd',
      '/agreements/0/providerCredit',
      '/charges/2/quantity',
      '/charges/0/deliveredOn',
    ],
    ...[
      '/trips/0/endedOn',
      '/trips/0/ticket/0/amount',
      '/trips/0/nights/0/first',
      '/trips/0/terminals',
      '/invoices/0/issuedOn',
      '/creditNotes/0/reason',
    ],
  ])('is named: %s', (pointer) => {
    expect(refusal(changed(pointer, undefined))).toMatchObject({ constructor: FieldMissing, pointer });
  });

  it('is no fault where it may be absent', () => {
    for (const part of [
      '/about',
      '/operationalRates',
      '/dsaRates',
      '/terminalExpenses',
      '/creditNotes',
      '/charges/0/note',
      '/trips/0/from',
    ]) {
      expect(() => readScenario(changed(part, undefined))).not.toThrow();
    }
  });
});

describe('how a secretariat is paid', () => {
  const first = (changes: Readonly<Record<string, unknown>>) => {
    const [pointer, value] = Object.entries(changes)[0] ?? ['', null];
    return readScenario(changed(`/secretariats/0/${pointer}`, value)).secretariats[0];
  };

  it('may be said in the file', () => {
    expect(first({ settlement: { method: 'Bank transfer', paymentMeansCode: '30', termDays: 30 } })).toMatchObject({
      ...{ settlementMethod: 'Bank transfer', paymentMeansCode: '30', paymentTermDays: 30, vatCategory: 'O' },
    });
    expect(first({ vat: { category: 'E', reason: 'Exempt' } })).toMatchObject({
      ...{ vatCategory: 'E', vatExemptionCode: null, vatReason: 'Exempt', paymentMeansCode: '97' },
    });
    expect(first({ settlement: { method: 'Voucher', paymentMeansCode: '97', termDays: null } })).toMatchObject({
      paymentTermDays: null,
    });
    expect(first({ contact: 'finance@example.org' })).toMatchObject({ contact: 'finance@example.org' });
  });

  it('is as within the United Nations where the file says nothing', () => {
    expect(readScenario(text).secretariats[0]).toMatchObject({
      ...{
        settlementMethod: 'Inter-fund journal voucher',
        paymentMeansCode: '97',
        paymentTermDays: null,
        contact: null,
      },
      ...{ vatCategory: 'O', vatExemptionCode: 'VATEX-EU-O' },
    });
  });

  it.each([
    ['settlement', { method: 'Bank transfer' }, FieldMissing, '/paymentMeansCode'],
    ['settlement', { method: 'Bank transfer', paymentMeansCode: '30', termDays: 367 }, NotACount, '/termDays'],
    ['vat', { category: 'E' }, FieldMissing, '/reason'],
  ])('is refused where it is said by half: %s %j', (part, value, kind, field) => {
    expect(refusal(changed(`/secretariats/0/${part}`, value))).toMatchObject({
      ...{ constructor: kind, pointer: `/secretariats/0/${part}${field}` },
    });
  });
});

describe('a field that nobody knows', () => {
  it.each([
    '/chrages',
    '/secretariats/0/nmae',
    '/charges/0/amount',
    '/trips/0/ticket/0/tax',
    '/agreements/0/clientAllocation/0/fund',
    '/invoices/0/total',
  ])('is named, with those that are known: %s', (pointer) => {
    const error = refusal(changed(pointer, 'x'));
    expect(error).toMatchObject({ constructor: UnknownField, pointer });
    expect(error.message).toMatch(/the fields are .+/);
  });

  it('is not hidden by its name', () => {
    expect(refusal(changed('/charges/0/__proto__', {}))).toBeInstanceOf(UnknownField);
    expect(refusal(changed('/constructor', {}))).toBeInstanceOf(UnknownField);
  });
});

describe.each([
  ['an amount in dollars', '/budgetLines/0/allotmentUsd'],
  ['a ceiling', '/agreements/0/ceilingUsd'],
  ['an advance', '/trips/4/advanceUsd'],
  ['a ticket', '/trips/0/ticket/0/amount'],
  ['an actual cost', '/charges/4/actualCost/amount'],
  ['a rate', '/rateCards/0/rates/DOC-CTL'],
  ['an operational rate', '/operationalRates/0/unitsPerUsd'],
  ['an allowance', '/dsaRates/0/amount'],
  ['a terminal expense', '/terminalExpenses/0/amountUsd'],
  ['a rate of programme support cost', '/trustFunds/0/programmeSupportCostRate'],
  ['a weight of the provider', '/agreements/0/providerCredit/0/weight'],
  ['a quantity', '/charges/0/quantity'],
  ['a credited quantity', '/creditNotes/0/quantity'],
])('%s', (_, pointer) => {
  it.each([
    ['a JSON number', 18500.5],
    ['a whole JSON number', 1],
    ['an exponent', '1e3'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['hexadecimal', '0x10'],
    ['separators', '1,234.50'],
    ['a plus', '+1'],
    ['a space', ' 1'],
    ['digits of another script', '١٢'],
    ['forty digits', '1'.repeat(40)],
    ['emptiness', ''],
    ['null in a list', ['1']],
  ])('is not written as %s', (__, value) => {
    expect(refusal(changed(pointer, value))).toMatchObject({ constructor: NotADecimal, pointer });
  });
});

describe('a field with the wrong thing in it', () => {
  it.each<[pointer: string, value: unknown, refused: new (...args: never[]) => DomainError, at?: string]>([
    ['/biennium', '2025-2026', NotABiennium],
    ['/agreements/0/ceilingUsd', '50000.001', TooManyDecimals],
    ['/budgetLines/0/allotmentUsd', '-0.01', AllotmentNegative],
    ['/trips/1/ticket/0/amount', '712.005', TooManyDecimals],
    ['/charges/4/actualCost', { currency: 'XOF', amount: '1480.50' }, TooManyDecimals, '/charges/4/actualCost/amount'],
    [
      '/charges/4/actualCost',
      { currency: 'KWD', amount: '1480.5005' },
      TooManyDecimals,
      '/charges/4/actualCost/amount',
    ],
    [
      '/charges/4/actualCost',
      { currency: 'CHX', amount: '1480.00' },
      UnknownCurrency,
      '/charges/4/actualCost/currency',
    ],
    ['/charges/4/actualCost', '1480.00', NotAnObject],
    ['/trips/1/ticket/0/currency', 'CHX', UnknownCurrency],
    ['/dsaRates/0/currency', 'CHX', UnknownCurrency],
    ['/dsaRates/1/amount', '342.12345', TooManyDecimals],
    ['/dsaRates/1/amount', '-342', RateNotPositive],
    ['/terminalExpenses/0/amountUsd', '-47.00', RateNotPositive],
    ['/operationalRates/0/currency', 'USD', RateOfTheDollar],
    ['/rateCards/0/currency', 'CHX', UnknownCurrency],
    ['/rateCards/0/validTo', '2024-12-31', RatePeriodReversed],
    ['/rateCards/0/rates/DOC-CTL', '0', RateNotPositive],
    ['/serviceItems/0/unit', 'QQQ', UnknownUnit],
    ['/meetings/0/end', '2025-04-01', MeetingPeriodReversed],
    ['/trustFunds/0/programmeSupportCostRate', '1.5', SupportCostRateOutOfRange],
    ['/splitKeys/0/weights', [['BC', '0']], NoWeight],
    ['/splitKeys/0/weights', [['BC', '-1']], NegativeWeight],
    ['/charges/0/quantity', '0', NotAQuantity],
    ['/charges/0/quantity', '-13', NotAQuantity],
    ['/charges/0/quantity', '0.0000001', NotAQuantity],
    ['/charges/0/deliveredOn', '2025-02-29', NotADay],
    ['/charges/0/deliveredOn', '2025-11-31', NotADay],
    ['/charges/0/deliveredOn', 20250509, NotADay],
    ['/agreements/0/effectiveOn', 'infinity', NotADay],
    ['/agreements/1/signedOn', '20 October 2025', NotADay],
    ['/trips/0/nights/0/first', '0000-00-00', NotADay],
    ['/meetings/0/end', '10000-01-01', NotADay],
    ['/trips/0/nights/0/count', '6', NotACount],
    ['/trips/0/nights/0/count', 6.5, NotACount],
    ['/trips/0/nights/0/count', -1, NotACount],
    ['/trips/0/nights/0/count', 401, NotACount],
    ['/trips/0/terminals', null, NotACount],
    ['/trips/3/nights/0/lodgingProvided', 'yes', NotAFlag],
    ['/trustFunds/0/kind', 'ASSESSED', NotOneOf],
    ['/serviceItems/0/nature', 'own_service', NotOneOf],
    ['/trips/0/ticket/0/kind', 'REBATE', NotOneOf],
    ['/agreements/0/programmeSupportCost', '13 %', NotOneOf],
    ['/agreements/1/travelMode', 'BOTH', NotOneOf],
    ['/charges', {}, NotAList],
    ['/charges/0', 'A1-01', NotAnObject],
    ['/charges/0/id', 7, NotText],
    ['/charges/0/id', '', UnfitText],
    ['/charges/0/id', '   ', UnfitText],
    ['/charges/0/note', 'x'.repeat(501), UnfitText],
    ['/charges/0/note', 'a\0b', UnfitText],
    ['/charges/0/note', '\ud800', UnfitText],
    ['/charges/0/id', 'A1\u202e10-', HiddenCharacter],
    ['/trips/0/id', 'T-\u200b02', HiddenCharacter],
    ['/trips/0/ticket/0/number', '220\u00ad1', HiddenCharacter],
    ['/agreements/0/number', 'CRA\u2066', HiddenCharacter],
    ['/agreements/0/mandates/0', 'XX/12\n', HiddenCharacter],
    ['/agreements/0/clientAllocation/0/budgetLines', { 'B\u200dC': 'BC-1' }, HiddenCharacter],
    ['/rateCards/0/rates', { 'DOC\ufeffCTL': '1.00' }, HiddenCharacter],
    ['/splitKeys/0/weights/0', ['B\u200eC', '1'], HiddenCharacter, '/splitKeys/0/weights/0/0'],
    ['/budgetLines/0/code', 'BC\t1', HiddenCharacter],
    ['/splitKeys/0/weights/0', ['BC', 1], NotADecimal, '/splitKeys/0/weights/0/1'],
    ['/splitKeys/0/weights/1', ['RO'], NotAWeight],
    ['/splitKeys/0/weights/1', { RO: '1' }, NotAWeight],
    ['/agreements/1/providerCredit', [{ fund: 'BC', weight: '1' }], ProviderCreditTwice],
    ['/agreements/0/families/1', 7, NotText],
    ['/agreements/0/clientAllocation/0/budgetLines/BC', 1, NotText],
  ])('%s: %j is refused at its place', (pointer, value, refused, at = pointer) => {
    expect(refusal(changed(pointer, value))).toMatchObject({ constructor: refused, pointer: at });
  });

  // The books cannot hold these characters, in a list or as a name no less than in a field.
  it.each<[pointer: string, value: unknown]>([
    ['/agreements/0/mandates/0', 'a\0b'],
    ['/agreements/0/mandates/0', ''],
    ['/secretariats/0/address/0', '\udc00'],
    ['/invoices/0/charges/0', 'x'.repeat(501)],
    ['/agreements/0/clientAllocation/0/budgetLines', { BC: 'a\0b' }],
    ['/agreements/0/clientAllocation/0/budgetLines', { 'B\0C': 'BC-1' }],
    ['/rateCards/0/rates', { 'DOC\0CTL': '1.00' }],
    ['/splitKeys/0/weights/0', ['B\0C', '1']],
  ])('%s: %j is unfit', (pointer, value) => {
    expect(refusal(changed(pointer, value))).toBeInstanceOf(UnfitText);
  });
});
