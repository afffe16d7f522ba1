import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Day } from '#kernel';
import { readScenario } from './scenario-file.ts';
import type { Scenario } from './scenario.ts';
import { batches, firstDay, type Happening, timeline } from './timeline.ts';

const sample = readScenario(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8'));
const named = ({ on, kind, what }: Happening): string =>
  `${on.toString()} ${kind} ${'terms' in what ? what.terms.number : 'id' in what ? what.id : what.ref}`;
const withCharges = (
  change: (charge: Scenario['charges'][number], index: number) => Scenario['charges'][number],
): Scenario => ({
  ...sample,
  charges: sample.charges.map(change),
});

describe('the timeline of the sample biennium', () => {
  const happenings = timeline(sample).map(named);

  it('is in the order of days', () => {
    expect(happenings).toEqual(
      [...happenings].sort((one, other) =>
        one.slice(0, 10) < other.slice(0, 10) ? -1 : one.slice(0, 10) > other.slice(0, 10) ? 1 : 0,
      ),
    );
  });

  it('holds everything once', () => {
    const { agreements, charges, trips, invoices, creditNotes } = sample;
    expect(new Set(happenings).size).toBe(
      agreements.length + charges.length + trips.length + invoices.length + creditNotes.length,
    );
  });

  it('starts before the first agreement can be used', () => {
    expect(happenings[0]).toBe('2025-03-14 SIGNED CRA-2025-001');
    expect(firstDay(sample).toString()).toBe('2024-01-01');
  });

  it('records a late claim on the day it was claimed, not delivered', () => {
    const late = sample.charges.find(({ id }) => id === 'T-LATE');
    expect(late?.deliveredOn.toString()).toBe('2025-10-20');
    expect(happenings).toContain(`${late?.recordedOn.toString() ?? ''} CHARGE T-LATE`);
  });

  it('records a no-show when its refund is known', () => {
    expect(happenings).toContain('2025-11-20 TRIP T-05');
    expect(happenings).toContain('2025-11-08 TRIP T-01');
  });
});

describe('on one day', () => {
  it('a signature comes before a delivery, a delivery before its bill, a bill before its correction', () => {
    const on = Day.of('2025-06-16');
    const oneDay: Scenario = {
      ...sample,
      agreements: sample.agreements.map((one) => ({ ...one, signedOn: on })),
      charges: sample.charges.map((one) => ({ ...one, recordedOn: on })),
      trips: [],
      invoices: sample.invoices.map((one) => ({ ...one, issuedOn: on })),
      creditNotes: sample.creditNotes.map((one) => ({ ...one, issuedOn: on })),
    };
    expect([...new Set(timeline(oneDay).map(({ kind }) => kind))]).toEqual([
      'SIGNED',
      'CHARGE',
      'INVOICE',
      'CREDIT_NOTE',
    ]);
    expect(
      timeline(oneDay)
        .filter(({ kind }) => kind === 'CHARGE')
        .map(({ index }) => index),
    ).toEqual(sample.charges.map((_, index) => index));
  });
});

describe('an agreement that is not signed', () => {
  it('has no day of signature', () => {
    const unsigned: Scenario = { ...sample, agreements: sample.agreements.map((one) => ({ ...one, signedOn: null })) };
    expect(timeline(unsigned).some(({ kind }) => kind === 'SIGNED')).toBe(false);
  });
});

describe('a trip billed before its refund came', () => {
  it('is recorded by then; whether it had ended by then is for the rule to say', () => {
    const [trip] = sample.trips.filter(({ id }) => id === 'T-05');
    const billedOn = (issuedOn: string): Scenario => ({
      ...sample,
      trips: trip === undefined ? [] : [trip],
      invoices: sample.invoices
        .filter(({ charges }) => charges.includes('T-05'))
        .map((one) => ({ ...one, issuedOn: Day.of(issuedOn) })),
    });
    expect(timeline(billedOn('2025-11-15')).map(named)).toContain('2025-11-15 TRIP T-05');
    expect(timeline(billedOn('2025-11-01')).map(named)).toContain('2025-11-01 TRIP T-05');
    expect(timeline(billedOn('2025-12-19')).map(named)).toContain('2025-11-20 TRIP T-05');
  });
});

describe('a charge billed before it was recorded', () => {
  it('is recorded on the day of its bill', () => {
    const late = withCharges((one) => (one.id === 'A1-01' ? { ...one, recordedOn: Day.of('2025-07-01') } : one));
    expect(timeline(late).map(named)).toContain('2025-06-16 CHARGE A1-01');
  });
});

describe('a batch', () => {
  const sizes = (scenario: Scenario, most: number): number[] =>
    batches(timeline(scenario), most).map(({ length }) => length);

  it('holds deliveries of one kind, day and agreement', () => {
    for (const batch of batches(timeline(sample), 1000)) {
      const keys = batch.map(({ kind, on, what }) =>
        kind === 'CHARGE' || kind === 'TRIP' ? `${kind} ${on.toString()} ${what.agreement}` : null,
      );
      expect(batch.length === 1 || (keys[0] !== null && new Set(keys).size === 1)).toBe(true);
    }
  });

  it('is no larger than wanted, and loses nothing', () => {
    const on = Day.of('2025-10-20');
    const scenario = {
      ...withCharges((one) => ({ ...one, recordedOn: on, agreement: 'CRA-2025-001' })),
      agreements: [],
      trips: [],
      invoices: [],
      creditNotes: [],
    };
    expect(sizes(scenario, 5)).toEqual([5, 5, 4]);
    expect(sizes(scenario, 1000)).toEqual([14]);
    expect(batches(timeline(sample), 3).flat()).toEqual(timeline(sample));
  });

  it('ends where another agreement begins', () => {
    const on = Day.of('2025-10-20');
    const scenario = {
      ...withCharges((one) => ({ ...one, recordedOn: on })),
      agreements: [],
      trips: [],
      invoices: [],
      creditNotes: [],
    };
    const agreements = batches(timeline(scenario), 1000).map(
      (batch) => new Set(batch.map(({ what }) => ('agreement' in what ? what.agreement : ''))).size,
    );
    expect(new Set(agreements)).toEqual(new Set([1]));
    expect(agreements.length).toBeGreaterThan(1);
  });
});
