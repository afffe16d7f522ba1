import { describe, expect, it } from '@jest/globals';
import {
  checkCredential,
  type Credential,
  delayMs,
  mustEnrol,
  KeyOnlyReads,
  NotByKey,
  SecondFactorNeeded,
  SecondFactorOutstanding,
  StepUpNeeded,
} from './session.ts';

const credential = (facts: Partial<Credential>): Credential => ({
  ...{ id: 'S', kind: 'BROWSER', proven: 'SECOND_FACTOR', demo: false, mustEnrol: false },
  steppedUpUntil: new Date('2026-01-01T12:10:00Z'),
  expiresAt: new Date('2026-01-02T00:00:00Z'),
  ...facts,
});
const asks = { stepUp: false, byKey: false, isReading: false, from: 'WHOLE' } as const;

describe('half a sign-in', () => {
  const half = credential({ proven: 'HALF', steppedUpUntil: null });
  it('does for its other half and for nothing else', () => {
    expect(() => checkCredential(half, { ...asks, from: 'HALF' })).not.toThrow();
    expect(() => checkCredential(half, { ...asks, from: 'UNENROLLED' })).toThrow(SecondFactorOutstanding);
    expect(() => checkCredential(half, asks)).toThrow(SecondFactorOutstanding);
  });
});

describe('a sign-in by a password alone', () => {
  const alone = { kind: 'BROWSER', proven: 'PASSWORD', demo: false } as const;
  it.each(['CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'ADMINISTRATOR'] as const)('is too little for a %s', (duty) => {
    expect(mustEnrol(alone, ['FINANCE_OFFICER', duty])).toBe(true);
    expect(mustEnrol({ ...alone, proven: 'SECOND_FACTOR' }, [duty])).toBe(false);
    expect(mustEnrol({ ...alone, demo: true }, [duty])).toBe(false);
  });

  it('will do for whoever records or reads', () => {
    expect(mustEnrol(alone, ['FINANCE_OFFICER', 'AUDITOR'])).toBe(false);
  });

  it('that is too little makes the second factor and does nothing else', () => {
    const little = credential({ proven: 'PASSWORD', mustEnrol: true });
    expect(() => checkCredential(little, { ...asks, from: 'UNENROLLED' })).not.toThrow();
    expect(() => checkCredential(little, asks)).toThrow(SecondFactorNeeded);
  });
});

describe('a step that asks for a fresh proof', () => {
  it('is taken within ten minutes of one, and not after', () => {
    expect(() => checkCredential(credential({}), { ...asks, stepUp: true })).not.toThrow();
    expect(() => checkCredential(credential({ steppedUpUntil: null }), { ...asks, stepUp: true })).toThrow(
      StepUpNeeded,
    );
    expect(() => checkCredential(credential({ steppedUpUntil: null }), asks)).not.toThrow();
  });
});

describe('a key', () => {
  const key = credential({ kind: 'API_KEY', proven: 'KEY', steppedUpUntil: null });
  it('does what is open to keys, and nothing else', () => {
    expect(() => checkCredential(key, { ...asks, byKey: true })).not.toThrow();
    expect(() => checkCredential(key, asks)).toThrow(NotByKey);
    expect(() => checkCredential(key, { ...asks, byKey: true, stepUp: true })).toThrow(StepUpNeeded);
    const readsOnly = { ...key, scope: 'READ' } as const;
    expect(() => checkCredential(readsOnly, { ...asks, byKey: true })).toThrow(KeyOnlyReads);
    expect(() => checkCredential(readsOnly, { ...asks, byKey: true, isReading: true })).not.toThrow();
  });
});

it.each([
  [1, 100],
  [2, 200],
  [5, 1600],
  [60, 1600],
])('the answer to try %i in vain waits %i ms', (tries, waits) => {
  expect(delayMs(tries)).toBe(waits);
});
