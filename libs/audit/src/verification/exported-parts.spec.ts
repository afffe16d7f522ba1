import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Wrong } from './check.ts';
import type { ExportedPosting, ExportRecord } from './export-record.ts';
import { ExportedDesignations } from './exported-designations.ts';
import { ExportedHands } from './exported-hands.ts';
import { ExportedPrices } from './exported-prices.ts';
import { ExportedRates } from './exported-rates.ts';
import { ExportedReversals } from './exported-reversals.ts';
import type { ChargeSaid, ExportedAct, SealedVersion } from './exported-values.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const version = (kind: string, record: string, values: object): SealedVersion => ({
  kind,
  record,
  number: '1',
  values: { ...values },
});

const act = (
  action: string,
  person: string,
  objects: readonly string[],
  more: Partial<ExportedAct> = {},
): ExportedAct => ({
  ...{
    id: 'A',
    at: '2025-05-09T10:00:00.000Z',
    person,
    secretariat: person.split('.')[0] ?? '',
    action,
    kind: 'charge',
    objects,
  },
  ...{ reason: null, before: null, after: null, ...more },
});

describe('the price of a charge in an export', () => {
  const charge: ChargeSaid = {
    ...{ id: 'C-1', agreement: 'CRA-1', provider: 'BRS', client: 'MINAMATA', item: 'DOC-CTL', quantity: '2' },
    ...{ deliveredOn: '2025-03-15', unitRate: '100.00', unitRateCurrency: 'CHF', unitRateValidFrom: '2025-01-01' },
    ...{ originalCurrency: null, originalAmount: null, unitsPerUsd: '0.9', rateEffectiveOn: '2025-03-01' },
    ...{ amountUsd: '222.22', replaces: null, trip: null, nature: 'OWN_SERVICE' },
  };
  function found(changed: Partial<ChargeSaid>, more: readonly SealedVersion[] = [], sequence = '7'): string[] {
    const wrongs: string[] = [];
    const prices = new ExportedPrices((check, { finding }) => wrongs.push(`${check}: ${finding}`));
    const rate = { currency: 'CHF', effectiveOn: '2025-03-01', unitsPerUsd: '0.900', enteredAfterCharge: '0' };
    const card = { validTo: '2025-12-31', currency: 'CHF', unitRate: '100', includesIndirectCost: false };
    for (const one of [
      version('operational-rate', 'CHF 2025-03-01', rate),
      version('rate-card-entry', 'BRS DOC-CTL 2025-01-01', card),
      version('dsa-rate', 'Geneva 2025-01-01', { place: 'Geneva', amount: '350.00' }),
      version('agreement', 'CRA-1', { programmeSupportCost: 'CLIENT_FUND' }),
      ...more,
    ])
      prices.version(one);
    prices.charge({ ...charge, ...changed }, sequence);
    return wrongs;
  }
  const newer = (enteredAfterCharge: string): SealedVersion =>
    version('operational-rate', 'CHF 2025-03-15', {
      currency: 'CHF',
      effectiveOn: '2025-03-15',
      unitsPerUsd: '0.8',
      enteredAfterCharge,
    });

  it('holds', () => {
    expect(found({})).toEqual([]);
  });

  it('is of the newest rate that the books had then', () => {
    expect(found({}, [newer('6')])).toEqual([
      'I10: the books had the rate of 2025-03-15, it was converted with that of 2025-03-01',
    ]);
    expect(found({}, [newer('7')])).toEqual([]); // it came in after the charge
  });

  it.each<[string, Partial<ChargeSaid>, string]>([
    ['another amount', { amountUsd: '222.23' }, 'I10: USD 222.23 is not what its price makes'],
    ['no conversion', { unitsPerUsd: null, amountUsd: '200.00' }, 'I10: it is in CHF and not converted'],
    ['another day of the rate', { rateEffectiveOn: '2025-02-01' }, 'I10: nobody published 0.9 for 2025-02-01'],
    [
      'another rate of that day',
      { unitsPerUsd: '0.8', amountUsd: '250.00' },
      'I10: nobody published 0.8 for 2025-03-01',
    ],
    ['a rate of nothing', { unitsPerUsd: '0' }, 'I10: USD 222.22 is not what its price makes'],
    [
      'no card of that day',
      { unitRateValidFrom: '2024-01-01' },
      'I12: the card has no rate of 100.00 CHF from 2024-01-01',
    ],
    ['a card that is over', { deliveredOn: '2026-01-01' }, 'I12: the card has no rate of 100.00 CHF from 2025-01-01'],
  ])('with %s is named', (_, changed, finding) => {
    expect(found(changed)).toContain(finding);
  });

  it('bears support cost once', () => {
    const card = { validTo: '2025-12-31', currency: 'CHF', unitRate: '100', includesIndirectCost: true };
    const [wrong] = found({}, [version('rate-card-entry', 'BRS DOC-CTL 2025-01-01', card)]);
    expect(wrong).toBe('I12: its rate includes indirect cost, and agreement CRA-1 charges support cost on top');
  });

  type Component = readonly [string, string, string];
  it.each<[string, Component, string]>([
    ['', ['Ticket', '555.56', 'CHF 500.00 / 0.9, rate of 2025-03-01'], ''],
    ['', ['DSA Geneva 2 x 350 / 0.9', '777.78', 'CHF at 0.9, rate of 2025-03-01'], ''],
    ['by half', ['DSA Geneva 2 x 350 / 0.9', '388.89', 'CHF at 0.9, rate of 2025-03-01'], ''],
    ['too dear', ['Ticket', '555.57', 'CHF 500.00 / 0.9, rate of 2025-03-01'], 'does not follow from'],
    ['at a rate of nobody', ['Ticket', '500.00', 'CHF 500.00 / 1.0, rate of 2025-03-01'], 'nobody published the rate'],
    ['at two rates', ['DSA Geneva 2 x 350 / 0.8', '875.00', 'CHF at 0.9, rate of 2025-03-01'], 'does not follow from'],
    ['elsewhere', ['DSA Paris 2 x 350 / 0.9', '777.78', 'CHF at 0.9, rate of 2025-03-01'], 'no allowance of 350'],
  ])('of a trip is its components: %s %j', (_, component, finding) => {
    const trip = {
      unitRate: null,
      unitsPerUsd: null,
      rateEffectiveOn: null,
      amountUsd: component[1],
      trip: { components: [component] },
    };
    const wrongs = found(trip);
    expect(wrongs).toHaveLength(finding === '' ? 0 : 1);
    expect(wrongs.join()).toContain(finding);
    expect(found({ ...trip, amountUsd: '1.00' }).at(-1)).toBe(`I10a: its components add up to USD ${component[1]}`);
  });
});

describe('a reversal in an export', () => {
  const posting = (account: string, amount: string): ExportedPosting => [
    account,
    'BC',
    'BC-1',
    'CRA-1',
    'DOC-CTL',
    '2025-05-01',
    amount,
  ];
  type Entry = Extract<ExportRecord, { t: 'entry' }>;
  const certified: Entry = {
    ...{
      t: 'entry',
      id: '1',
      pair: 'P-1',
      book: 'BRS',
      counterparty: 'MINAMATA',
      event: 'CHARGE_CERTIFIED',
      source: 'C-1',
    },
    ...{ on: '2025-05-09', biennium: '2024-2025', count: 2, reverses: null },
    postings: [posting('EXPENDITURE', '5.00'), posting('PAYABLE_UNBILLED', '-5.00')],
  };
  const reversed: Entry = {
    ...{ ...certified, id: '3', pair: 'P-2', event: 'CHARGE_REVERSED', reverses: 'P-1' },
    postings: [posting('PAYABLE_UNBILLED', '5.00'), posting('EXPENDITURE', '-5.00')],
  };
  function found(...entries: Entry[]): string[] {
    const wrongs: Wrong[] = [];
    const reversals = new ExportedReversals(sha256, (wrong) => wrongs.push(wrong));
    for (const entry of entries) reversals.entry(entry);
    reversals.end();
    return wrongs.map(({ object, finding }) => `${object} ${finding}`);
  }

  it('is the opposite of what it names, whichever comes first', () => {
    expect(found(certified, reversed)).toEqual([]);
    expect(found(reversed, certified)).toEqual([]);
  });

  it.each<[string, Entry[], string]>([
    ['of nothing', [reversed], '3 it names no certification of its charge in its book'],
    [
      'that names none',
      [certified, { ...reversed, reverses: null }],
      '3 it names no certification of its charge in its book',
    ],
    [
      'of another charge',
      [certified, { ...reversed, source: 'C-2' }],
      '3 it names no certification of its charge in its book',
    ],
    [
      'in the other book',
      [certified, { ...reversed, book: 'MINAMATA' }],
      '3 it names no certification of its charge in its book',
    ],
    [
      'of another amount',
      [certified, { ...reversed, postings: [posting('PAYABLE_UNBILLED', '4.00'), posting('EXPENDITURE', '-4.00')] }],
      '3 it is not the opposite of what it reverses',
    ],
    ['twice', [certified, reversed, { ...reversed, id: '5', pair: 'P-3' }], '5 what it reverses is reversed already'],
  ])('%s is named', (_, entries, finding) => {
    expect(found(...entries)).toEqual([finding]);
  });
});

describe('designations in an export', () => {
  const terms = { person: 'BRS.one', duty: 'CERTIFYING_OFFICER', fund: 'BC', validTo: '2025-12-31', mandate: null };
  const held = { ...terms, validFrom: '2025-01-01', proposal: 'P', endedAt: null };
  const proposal = {
    ...terms,
    validFrom: '2025-01-01',
    state: 'COUNTERSIGNED',
    proposedBy: 'BRS.two',
    decidedBy: 'BRS.three',
  };
  const acts = [act('DESIGNATION_PROPOSED', 'BRS.two', ['P']), act('DESIGNATION_COUNTERSIGNED', 'BRS.three', ['P'])];
  function found(versions: readonly SealedVersion[], done: readonly ExportedAct[] = acts): string[] {
    const wrongs: string[] = [];
    const designations = new ExportedDesignations(({ object, finding }) => wrongs.push(`${object}: ${finding}`));
    for (const one of done) designations.act(one);
    for (const one of versions) designations.version(one);
    designations.end();
    return wrongs;
  }
  const both = (changed: object, proposed: object = {}): SealedVersion[] => [
    version('designation', 'D', { ...held, ...changed }),
    version('designation-proposal', 'P', { ...proposal, ...proposed }),
  ];

  it('are given by two people to a third, by acts that name them', () => {
    expect(found(both({}))).toEqual([]);
    expect(found(both({}), [])).toHaveLength(2);
    expect(found(both({}, { decidedBy: 'BRS.two' }))[0]).toBe(
      'BRS.one CERTIFYING_OFFICER: proposed by BRS.two, countersigned by BRS.two',
    );
    expect(found(both({ fund: 'RO' }))).toEqual(['BRS.one CERTIFYING_OFFICER: its proposal says something else']);
    expect(found(both({}, { state: 'DECLINED' }))[0]).toBe(
      'BRS.one CERTIFYING_OFFICER: its proposal says something else',
    );
  });

  it.each([
    ['CERTIFYING_OFFICER', 'APPROVING_OFFICER', true],
    ['CERTIFYING_OFFICER', 'AUDITOR', true],
    ['FINANCE_OFFICER', 'ADMINISTRATOR', true],
    ['JOINT_AUDITOR', 'JOINT_AUDITOR', true],
    ['CERTIFYING_OFFICER', 'CERTIFYING_OFFICER', false],
    ['CERTIFYING_OFFICER', 'FINANCE_OFFICER', false],
  ])('%s and %s of one person meet: %s', (one, other, meet) => {
    const two = (changed: object): SealedVersion[] => [
      version('designation', 'D', { ...held, duty: one, proposal: null }),
      version('designation', 'E', { ...held, duty: other, proposal: null, ...changed }),
    ];
    expect(found(two({}))).toHaveLength(meet ? 1 : 0);
    expect(found(two({ validFrom: '2026-01-01', validTo: '2026-12-31' }))).toEqual([]);
    expect(found(two({ endedAt: '2025-02-01T00:00:00.000Z' }))).toEqual([]);
    expect(found(two({ person: 'BRS.two' }))).toEqual([]);
  });
});

describe('the hands of an export', () => {
  const steps = [
    act('CHARGES_RECORDED', 'MINAMATA.finance', ['C-1']),
    act('CHARGES_RECEIVED', 'BRS.finance', ['C-1']),
    act('CHARGES_CERTIFIED', 'BRS.certifying', ['C-1']),
  ];
  const documents = [
    act('INVOICE_PREPARED', 'MINAMATA.finance', ['I']),
    act('INVOICE_ISSUED', 'MINAMATA.approving', ['I'], { after: { number: 'MINAMATA-2025-0001' } }),
    act('SETTLEMENT_PROPOSED', 'BRS.finance', ['I'], { after: { settlement: 'S' } }),
    act('DOCUMENTS_SETTLED', 'BRS.approving', ['I'], { after: { settlement: 'S' } }),
  ];
  function found(
    acts: readonly ExportedAct[],
    endedAt: string | null = null,
    without = '',
    leaves: readonly string[] = [],
  ): string[] {
    const wrongs: string[] = [];
    const hands = new ExportedHands((check, { finding }) => wrongs.push(`${check}: ${finding}`));
    for (const one of acts) hands.act(one);
    for (const [position, id] of leaves.entries()) hands.leaf(id, position);
    const held = { validFrom: '2025-01-01', validTo: '2025-12-31', endedAt: null };
    const designated = ['finance', 'versatile', 'certifying', 'approving'].flatMap((name) =>
      ['FINANCE_OFFICER', 'APPROVING_OFFICER'].map((duty) => ({ ...held, person: `BRS.${name}`, duty, fund: '' })),
    );
    designated.push({ ...held, person: 'BRS.certifying', duty: 'CERTIFYING_OFFICER', fund: 'BC' });
    for (const [at, one] of designated.entries())
      if (one.duty !== without) hands.version(version('designation', `D-${at}`, { ...one, endedAt }));
    const charge = { id: 'C-1', provider: 'MINAMATA', client: 'BRS' } as ChargeSaid;
    hands.charge(charge, [
      { side: 'CLIENT', fund: 'BC', weight: '1', amountUsd: '5.00' },
      { side: 'CLIENT', fund: 'RO', weight: '0', amountUsd: '0.00' },
    ]);
    hands.document('MINAMATA-2025-0001', 'MINAMATA', ['C-1']);
    hands.end();
    return wrongs;
  }

  it('are different ones', () => {
    expect(found([...steps, ...documents])).toEqual([]);
  });

  it('are one where a settlement was recorded before two were asked for, and an act of the program says so', () => {
    const ofBefore = [
      ...steps,
      ...documents.slice(0, 2),
      act('DOCUMENTS_SETTLED', 'BRS.finance', ['I'], { after: { settlement: 'S' } }),
    ];
    expect(found([...ofBefore, act('SETTLEMENTS_OF_ONE_HAND', 'recoup', ['S'])])).toEqual([]);
    const alone = ['I13b: settled by BRS.finance, and nobody proposed it'];
    expect(found(ofBefore)).toEqual(alone);
    expect(found([...ofBefore, act('SETTLEMENTS_OF_ONE_HAND', 'recoup', ['T'])])).toEqual(alone);
    expect(found([...ofBefore, act('SETTLEMENTS_OF_ONE_HAND', 'BRS.finance', ['S'])])).toEqual(alone);
    const another = act('SETTLEMENT_PROPOSED', 'BRS.finance', ['J'], { after: { settlement: 'T' } });
    expect(found([...ofBefore, another, act('SETTLEMENTS_OF_ONE_HAND', 'recoup', ['S'])])).toEqual(alone);
  });

  it.each<[string, ExportedAct[], string]>([
    [
      'who settles certified',
      [
        ...steps,
        ...documents.slice(0, 3),
        act('DOCUMENTS_SETTLED', 'BRS.certifying', ['I'], { after: { settlement: 'S' } }),
      ],
      'I13b: settled by BRS.certifying, who certified charge C-1',
    ],
    [
      'who settles received',
      [
        ...[steps[0]!, act('CHARGES_RECEIVED', 'BRS.versatile', ['C-1']), steps[2]!, ...documents.slice(0, 3)],
        act('DOCUMENTS_SETTLED', 'BRS.versatile', ['I'], { after: { settlement: 'S' } }),
      ],
      'I13b: settled by BRS.versatile, who received charge C-1',
    ],
    [
      'who proposes a settlement certified',
      [
        ...[...steps, ...documents.slice(0, 2), documents[3]!],
        act('SETTLEMENT_PROPOSED', 'BRS.certifying', ['I'], { after: { settlement: 'S' } }),
      ],
      'I13b: its settlement was proposed by BRS.certifying, who certified charge C-1',
    ],
    [
      'who settles proposed it',
      [
        ...[...steps, ...documents.slice(0, 2)],
        act('SETTLEMENT_PROPOSED', 'BRS.approving', ['I'], { after: { settlement: 'S' } }),
        documents[3]!,
      ],
      'I13b: its settlement was proposed and approved by BRS.approving',
    ],
    [
      'who approves a reversal asked for it',
      [
        ...steps,
        act('CHARGES_REVERSAL_PREPARED', 'MINAMATA.approving', ['C-1']),
        act('CHARGES_REVERSED', 'MINAMATA.approving', ['C-1']),
      ],
      'REVERSED: its reversal was asked for and approved by MINAMATA.approving',
    ],
    [
      'who issues is of the other side',
      [
        ...steps,
        documents[0]!,
        act('INVOICE_ISSUED', 'BRS.approving', ['I'], { after: { number: 'MINAMATA-2025-0001' } }),
      ],
      'I13c: BRS.approving does not act for MINAMATA',
    ],
  ])('and it is named where %s', (_, acts, finding) => {
    expect(found(acts)).toEqual([finding]);
  });

  it('are those of the last confirmation: what was returned is confirmed anew', () => {
    const anew = [
      act('CHARGES_RETURNED', 'BRS.certifying', ['C-1']),
      act('CHARGES_RECEIVED', 'BRS.other', ['C-1']),
      act('CHARGES_CERTIFIED', 'BRS.certifying', ['C-1']),
    ];
    expect(found([...steps.slice(0, 2), ...anew])).toEqual([]);
  });

  it('propose and approve a settlement in the duty for it', () => {
    expect(found([...steps, ...documents], null, 'FINANCE_OFFICER')).toEqual([
      'I13d: its settlement was proposed by BRS.finance, who was no finance officer',
    ]);
    expect(found([...steps, ...documents], null, 'APPROVING_OFFICER')).toEqual([
      'I13d: settled by BRS.approving, who was no approving officer',
    ]);
  });

  it('certify until the moment in which their designation ends', () => {
    expect(found(steps, '2025-05-09T10:00:00.000Z')).toEqual([]);
    expect(found(steps, '2025-05-09T09:59:59.999Z')).toEqual(['I13d: BRS.certifying was not designated for BC']);
  });

  it('certify until the act by which it ends, whatever the clock says', () => {
    const before = steps.slice(0, 2);
    const certified = act('CHARGES_CERTIFIED', 'BRS.certifying', ['C-1'], { id: 'CERTIFIED' });
    const ended = act('DESIGNATION_ENDED', 'BRS.administrator', ['D-8', 'BRS.certifying'], { id: 'ENDED' });
    const [earlier, later] = ['2025-05-08T10:00:00.000Z', '2025-05-10T10:00:00.000Z'];
    const late = ['I13d: BRS.certifying was not designated for BC'];
    expect(found([...before, certified, ended], earlier)).toEqual([]);
    expect(found([...before, ended, certified], later)).toEqual(late);
    // Where the tree has them, it tells their order, and not the file; what waits for its leaf comes after what has one.
    expect(found([...before, certified, ended], earlier, '', ['ENDED', 'CERTIFIED'])).toEqual(late);
    expect(found([...before, ended, certified], later, '', ['CERTIFIED', 'ENDED'])).toEqual([]);
    expect(found([...before, ended, certified], later, '', ['CERTIFIED'])).toEqual([]);
  });
});

describe('the hands of a rate in an export', () => {
  const name = 'CHF 2025-05-01';
  const loaded = (person: string, rate = name): ExportedAct => act('OPERATIONAL_RATES_LOADED', person, [rate]);
  const added = (person: string): ExportedAct => act('OPERATIONAL_RATES_ADDED', person, [name], { id: 'ADDED' });
  function found(acts: readonly ExportedAct[], by: string | null = 'ADDED'): string[] {
    const wrongs: string[] = [];
    const rates = new ExportedRates(({ object, finding }) => wrongs.push(`${object}: ${finding}`));
    for (const one of acts) rates.act(one);
    const values = { currency: 'CHF', effectiveOn: '2025-05-01', unitsPerUsd: '0.824' };
    rates.version({ ...version('operational-rate', 'CHF/2025-05-01', values), ...(by === null ? {} : { act: by }) });
    rates.end();
    return wrongs;
  }

  it.each<[string, ExportedAct[], string | null]>([
    ['two people loaded', [loaded('BRS.finance'), loaded('MINAMATA.finance'), added('MINAMATA.finance')], 'ADDED'],
    ['came with new books', [loaded('BRS.finance'), act('REFERENCE_LOADED', 'recoup', [], { id: 'NEW' })], 'NEW'],
    ['an officer added before anybody had loaded one', [added('BRS.finance'), loaded('BRS.finance')], 'ADDED'],
    ['was there before values were sealed', [loaded('BRS.finance')], null],
  ])('are enough where it %s', (_, acts, by) => {
    expect(found(acts, by)).toEqual([]);
  });

  it('are too few where one person loaded it, however often, or nobody', () => {
    const twice = [loaded('BRS.finance'), loaded('BRS.finance'), added('BRS.finance')];
    expect(found(twice)).toEqual([`${name}: it is in force, and BRS.finance alone loaded it`]);
    expect(found([loaded('BRS.finance', 'CHF 2025-06-01'), added('BRS.finance')])).toEqual([
      `${name}: it is in force, and nobody loaded it`,
    ]);
  });
});
