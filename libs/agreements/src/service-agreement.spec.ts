import { describe, expect, it } from '@jest/globals';
import { Money } from '#kernel';
import * as a from '../../../test/support/a.ts';
import {
  AgreementOutsideItsBiennium,
  AgreementPeriodReversed,
  AgreementWithItself,
  AgreementNotInState,
  AlreadySigned,
  CeilingNotPositive,
  checkFamilies,
  DeliveredOutsideAgreement,
  DeliveredOutsideBiennium,
  FamilyAllocatedWrongly,
  ForNoService,
  SignedInTheFuture,
  SplitNeedsAKey,
  UnknownFamily,
} from './service-agreement.ts';

const oneLine = (families: string[], line = 'BC-1') => ({ families, splitKey: null, budgetLines: { BC: line } });

describe('an agreement', () => {
  it('is drafted unsigned, with nothing charged', () => {
    const drafted = a.agreement({ signedOn: null });
    expect(drafted).toMatchObject({ state: 'DRAFT', signedOn: null, isSigned: false, version: 1 });
    expect(drafted.chargedUsd.toString()).toBe('0.00');
  });

  it('is between two: nobody sells to itself', () => {
    expect(() => a.agreement({ client: 'MINAMATA' })).toThrow(AgreementWithItself);
  });

  it('does not end before it starts, and may last one day', () => {
    const on = a.day('2025-05-09');
    expect(a.agreement({ effectiveOn: on, endsOn: on }).endsOn).toBe(on);
    expect(() => a.agreement({ effectiveOn: on, endsOn: a.day('2025-05-08') })).toThrow(AgreementPeriodReversed);
  });

  it('has a day in the biennium whose budget lines bear it, and may begin before or end after it', () => {
    const of = (effectiveOn: string, endsOn: string) => () =>
      a.agreement({ effectiveOn: a.day(effectiveOn), endsOn: a.day(endsOn) });
    expect(of('2022-03-01', '2023-12-31')).toThrow(AgreementOutsideItsBiennium);
    expect(of('2026-01-01', '2026-03-31')).toThrow('2026-01-01 to 2026-03-31, lies in it');
    expect(of('2023-12-01', '2024-01-01')).not.toThrow();
    expect(of('2025-12-31', '2026-03-31')).not.toThrow();
  });

  it.each(['0.00', '-50000.00'])('has a ceiling above zero, not of %s', (ceiling) => {
    expect(() => a.agreement({ ceilingUsd: Money.usd(ceiling) })).toThrow(CeilingNotPositive);
  });

  it('has one place for each of its families', () => {
    expect(() => a.agreement({ clientAllocation: [oneLine(['DOCUMENTS'])] })).toThrow(FamilyAllocatedWrongly);
    expect(() =>
      a.agreement({ clientAllocation: [oneLine(['DOCUMENTS', 'REGISTRATION']), oneLine(['REGISTRATION'], 'BC-2')] }),
    ).toThrow('REGISTRATION 2 times');
    expect(
      a.agreement({ clientAllocation: [oneLine(['DOCUMENTS']), oneLine(['REGISTRATION'], 'BC-2')] }).families,
    ).toHaveLength(2);
  });

  it('is for some service, and so is each of its allocations', () => {
    const whole = oneLine(['DOCUMENTS', 'REGISTRATION']);
    expect(() => a.agreement({ families: [], clientAllocation: [whole] })).toThrow(
      expect.objectContaining({ constructor: ForNoService, pointer: '/families' }),
    );
    expect(() => a.agreement({ clientAllocation: [whole, oneLine([], 'BC-2')] })).toThrow(
      expect.objectContaining({ constructor: ForNoService, pointer: '/clientAllocation/1/families' }),
    );
  });

  it('shares a cost over several lines by a key, and names one line without', () => {
    const families = ['DOCUMENTS', 'REGISTRATION'];
    expect(() =>
      a.agreement({ clientAllocation: [{ families, splitKey: null, budgetLines: { BC: 'BC-1', RO: 'RO-2' } }] }),
    ).toThrow(SplitNeedsAKey);
    expect(() => a.agreement({ clientAllocation: [{ families, splitKey: null, budgetLines: {} }] })).toThrow(
      SplitNeedsAKey,
    );
  });

  it('names the keys it splits by, on both sides', () => {
    expect(a.agreement().splitKeys).toEqual(['COP-EQUAL-THIRDS']);
    expect(a.agreement({ providerCredit: { splitKey: 'BY-BUDGET' } }).splitKeys).toEqual([
      'BY-BUDGET',
      'COP-EQUAL-THIRDS',
    ]);
    expect(a.travelAgreement().splitKeys).toEqual([]);
  });

  it('is for families that the catalogue has services of', () => {
    const catalogue = ['DOCUMENTS', 'IT', 'TRAVEL'];
    expect(() => checkFamilies(['TRAVEL', 'DOCUMENTS'], catalogue)).not.toThrow();
    const unknown = expect.objectContaining({
      constructor: UnknownFamily,
      pointer: '/families/1',
      message: 'There is no family of services "PRINTING" in the catalogue; it has DOCUMENTS, IT, TRAVEL.',
    });
    expect(() => checkFamilies(['TRAVEL', 'PRINTING'], catalogue)).toThrow(unknown);
    expect(() => checkFamilies(['TRAVEL'], [])).toThrow('the catalogue has no service yet');
  });
});

describe('a first signature', () => {
  it('does not bind', () => {
    const agreement = a.agreement({ signedOn: null });
    agreement.sign(a.signature(), [], a.day('2025-03-14'));
    expect(agreement).toMatchObject({ state: 'HALF_SIGNED', signedOn: null, isSigned: false, version: 2 });
  });

  it('cannot be of a day to come', () => {
    const agreement = a.agreement({ signedOn: null });
    expect(() => agreement.sign(a.signature({ signedOn: a.day('2025-03-15') }), [], a.day('2025-03-14'))).toThrow(
      SignedInTheFuture,
    );
    expect(agreement).toMatchObject({ state: 'DRAFT', version: 1 });
  });
});

describe('a second signature', () => {
  const today = a.day('2025-10-31');
  const first = a.signature({ side: 'PROVIDER', signedOn: a.day('2025-10-20') });
  const halfSigned = () => {
    const agreement = a.agreement({ signedOn: null });
    agreement.sign(first, [], today);
    return agreement;
  };

  it.each`
    second          | signedOn        | because
    ${'2025-10-25'} | ${'2025-10-25'} | ${'it is the later one'}
    ${'2025-10-18'} | ${'2025-10-20'} | ${'the first recorded is the later one'}
    ${'2025-10-20'} | ${'2025-10-20'} | ${'both signed on one day'}
  `('of $second binds on $signedOn: $because', ({ second, signedOn }: Record<'second' | 'signedOn', string>) => {
    const agreement = halfSigned();
    agreement.sign(a.signature({ side: 'CLIENT', signedOn: a.day(second) }), [first], today);
    expect(agreement).toMatchObject({ state: 'SIGNED', isSigned: true, version: 3 });
    expect(agreement.signedOn?.toString()).toBe(signedOn);
  });

  it('is of the other side', () => {
    const agreement = halfSigned();
    expect(() => agreement.sign(a.signature({ side: 'PROVIDER' }), [first], today)).toThrow(AlreadySigned);
    const ended = Object.assign(a.agreement({ signedOn: null }), { state: 'WITHDRAWN' });
    expect(() => ended.sign(a.signature({ side: 'PROVIDER' }), [], today)).toThrow(AgreementNotInState);
    expect(agreement.state).toBe('HALF_SIGNED');
  });

  it('is the last', () => {
    const signed = a.agreement();
    expect(() => signed.sign(a.signature({ side: 'CLIENT' }), [first, a.signature({ side: 'CLIENT' })], today)).toThrow(
      AlreadySigned,
    );
    expect(signed.version).toBe(3);
  });
});

describe('an agreement of 1 March 2025 that waits for a signature', () => {
  const waiting = a.agreement({ signedOn: null });

  it.each`
    today           | days
    ${'2025-02-20'} | ${0}
    ${'2025-03-01'} | ${0}
    ${'2025-03-02'} | ${1}
    ${'2025-04-15'} | ${45}
  `('has been unsigned for $days days on $today', ({ today = '', days }: Record<string, string | number>) => {
    expect(waiting.unsignedDays(a.day(String(today)))).toBe(days);
  });

  it('waits for the second one just so, and for none once it is signed or has ended without', () => {
    const halfSigned = a.agreement({ signedOn: null });
    halfSigned.sign(a.signature(), [], a.day('2025-04-15'));
    expect(halfSigned.unsignedDays(a.day('2025-04-15'))).toBe(45);
    expect(a.agreement().unsignedDays(a.day('2025-04-15'))).toBeNull();
    const ended = Object.assign(a.agreement({ signedOn: null }), { state: 'WITHDRAWN' });
    expect(ended.unsignedDays(a.day('2025-04-15'))).toBeNull();
  });
});

describe('a delivery under an agreement of 1 March to 31 December 2025', () => {
  const agreement = a.agreement();

  it.each([
    [null, '2025-03-01'],
    [null, '2025-12-31'],
    ['2025-03-01', '2025-12-31'],
    ['2025-04-27', '2025-05-09'],
  ])('from %s to %s lies within', (from, on) => {
    expect(() => agreement.checkDelivery(from === null ? null : a.day(from), a.day(on))).not.toThrow();
  });

  it.each([
    [null, '2025-02-28'],
    [null, '2026-01-01'],
    ['2025-02-28', '2025-03-01'],
    ['2025-12-01', '2026-01-01'],
  ])('from %s to %s does not', (from, on) => {
    expect(() => agreement.checkDelivery(from === null ? null : a.day(from), a.day(on))).toThrow(
      DeliveredOutsideAgreement,
    );
  });
});

describe('a delivery under an agreement that lasts beyond its biennium', () => {
  const agreement = a.agreement({ effectiveOn: a.day('2023-12-01'), endsOn: a.day('2026-03-31') });

  it('lies in the biennium whose budget lines bear it, from its first day on', () => {
    expect(() => agreement.checkDelivery(a.day('2024-01-01'), a.day('2024-01-15'))).not.toThrow();
    expect(() => agreement.checkDelivery(a.day('2023-12-15'), a.day('2024-01-01'))).toThrow(DeliveredOutsideBiennium);
    expect(() => agreement.checkDelivery(null, a.day('2025-12-31'))).not.toThrow();
    expect(() => agreement.checkDelivery(a.day('2025-12-01'), a.day('2026-01-01'))).toThrow(DeliveredOutsideBiennium);
    expect(() => agreement.checkDelivery(null, a.day('2023-12-31'))).toThrow(DeliveredOutsideBiennium);
  });
});
