import { describe, expect, it } from '@jest/globals';
import { bodyOf, draftKept, emptyDraft, likeEarlier, listed, missing, saidUnder } from './draft-form.ts';

const body = {
  ...{ number: 'CRA-2027-001', provider: 'MINAMATA', client: 'BRS', meeting: 'BRS-COPS-2027', biennium: '2026-2027' },
  ...{ families: ['DOCUMENTS', 'TRAVEL'], mandates: ['MC-5/19', 'BC-16/2'] },
  ...{ effectiveOn: '2027-03-01', endsOn: '2027-12-31', ceiling: { amount: '50000.00', currency: 'USD' } },
  ...{ programmeSupportCost: 'CLIENT_FUND', travelMode: 'ADVANCED_BY_PROVIDER' },
  clientAllocation: [
    { families: ['DOCUMENTS'], splitKey: 'COP-EQUAL-THIRDS', budgetLines: { BC: 'BC-1', RO: 'RO-2', SC: 'SC-3' } },
    { families: ['TRAVEL'], budgetLines: { BC: 'BC-9' } },
  ],
  providerCredit: [{ fund: 'MC-GTF', weight: '1' }],
};
const form = {
  like: '',
  ...{ number: ' CRA-2027-001', direction: 'MINAMATA BRS', meeting: 'BRS-COPS-2027', biennium: '2026-2027' },
  ...{
    families: ['DOCUMENTS', 'TRAVEL'],
    mandates: 'MC-5/19, BC-16/2',
    effectiveOn: '2027-03-01',
    endsOn: '2027-12-31',
  },
  ...{ ceiling: '50 000.00', programmeSupportCost: 'CLIENT_FUND', travelMode: 'ADVANCED_BY_PROVIDER' },
  allocations: [
    { families: ['DOCUMENTS'], splitKey: 'COP-EQUAL-THIRDS', budgetLines: 'BC BC-1, RO: RO-2; SC SC-3' },
    { families: ['TRAVEL'], splitKey: '', budgetLines: 'BC BC-9' },
  ],
  ...{ credit: 'MC-GTF 1', creditKey: '' },
} as const;

describe('the draft of an agreement', () => {
  it('is what was typed, in the form of the API', () => {
    expect(bodyOf(form)).toEqual(body);
  });

  it('credits by a key where one is given, has no way of travelling without travel, and one allocation for all', () => {
    const { providerCredit: _, travelMode: __, ...rest } = body;
    expect(
      bodyOf({
        ...form,
        ...{ families: ['DOCUMENTS'], credit: '', creditKey: 'BRS-BY-BUDGET' },
        allocations: [{ ...form.allocations[0], families: [] }],
      }),
    ).toEqual({
      ...rest,
      families: ['DOCUMENTS'],
      clientAllocation: [body.clientAllocation[0]],
      providerCreditSplitKey: 'BRS-BY-BUDGET',
    });
  });

  it('has no service in an allocation that was taken out of the agreement', () => {
    const { clientAllocation } = bodyOf({ ...form, families: ['DOCUMENTS'] });
    expect(clientAllocation.map(({ families }) => families)).toEqual([['DOCUMENTS'], []]);
  });

  it('leaves out nothing that was typed: a list and a key are both sent, and the server says that they cannot be', () => {
    expect(bodyOf({ ...form, creditKey: 'BRS-BY-BUDGET' })).toMatchObject({
      providerCredit: body.providerCredit,
      providerCreditSplitKey: 'BRS-BY-BUDGET',
    });
    expect(bodyOf({ ...form, credit: '' })).toHaveProperty('providerCredit', []);
  });

  it('begins like an earlier one, but for what makes it another: number, meeting and days', () => {
    const earlier = {
      ...{ ...body, travelMode: body.travelMode, ceiling: body.ceiling },
      clientAllocation: [body.clientAllocation[0] ?? {}, { ...body.clientAllocation[1], splitKey: null }],
      providerCredit: { weights: [['MC-GTF', '1']] },
    };
    const draft = likeEarlier(earlier, emptyDraft('2028-2029'));
    expect(draft).toMatchObject({
      like: 'CRA-2027-001',
      number: '',
      meeting: '',
      biennium: '2028-2029',
      effectiveOn: '',
      endsOn: '',
    });
    const { number, meeting, biennium, effectiveOn, endsOn } = body;
    expect(bodyOf({ ...draft, number, meeting, biennium, effectiveOn, endsOn })).toEqual(body);
    expect(likeEarlier(earlier, { ...draft, number, meeting, biennium, effectiveOn, endsOn })).toMatchObject({
      ...{ number, meeting, biennium, effectiveOn, endsOn }, // as they were typed before
    });
    expect(likeEarlier({ ...earlier, providerCredit: { splitKey: 'K' } }, draft)).toMatchObject({
      credit: '',
      creditKey: 'K',
    });
  });

  it.each([
    [
      'BC BC-1, RO: RO-2',
      [
        ['BC', 'BC-1'],
        ['RO', 'RO-2'],
      ],
    ],
    ['', []],
    ['BC', null],
    ['BC BC-1 RO RO-2', null],
    ['BC BC-1, BC BC-2', null],
  ])('lists "%s" as %j', (text, pairs) => {
    expect(listed(text)).toEqual(pairs);
  });

  it('shows what the server says of a part beneath the field that it was typed in', () => {
    const errors = [
      { pointer: '/clientAllocation/1/budgetLines/BC', code: 'UNKNOWN', detail: 'no such line' },
      { pointer: '/number', code: 'TAKEN', detail: 'taken' },
    ];
    expect(saidUnder(errors, '/clientAllocation/1/budgetLines')?.detail).toBe('no such line');
    const ofKey = [{ pointer: '/providerCreditSplitKey' }];
    expect(saidUnder(ofKey, '/providerCredit')).toBeUndefined(); // it only begins alike
  });
});

describe('what has to be there', () => {
  it('is named where it is not, as the API points to it', () => {
    expect(missing(form)).toEqual([]);
    expect(missing({ ...form, direction: '', mandates: ' ' })).toEqual(['/provider', '/mandates']);
    const [first, second] = form.allocations;
    expect(missing({ ...form, allocations: [first, { ...second, budgetLines: '' }] })).toEqual([
      '/clientAllocation/1/budgetLines',
    ]);
  });
});

describe('a draft that was kept on the disk', () => {
  it('is what it was', () => {
    expect(draftKept(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(draftKept(emptyDraft('2026-2027'))).toEqual(emptyDraft('2026-2027'));
  });

  it.each([
    null,
    'text',
    [],
    {},
    { ...form, ceiling: 5000 },
    { ...form, families: 'IT' },
    { ...form, families: [1] },
    { ...form, allocations: undefined },
    { ...form, allocations: [null] },
    { ...form, allocations: [{ families: [], splitKey: '' }] },
  ])('of another form is nothing: %j', (kept) => {
    expect(draftKept(kept)).toBeNull();
  });
});
