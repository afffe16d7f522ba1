import { describe, expect, it } from '@jest/globals';
import { Refused } from '#kernel';
import type { QueryFailedError } from 'typeorm';
import { brokenRule, constraintStandsFor, RefusedByTheBooks } from './constraint.ts';
import { newId } from './new-id.ts';

class TicketOfTestTwice extends Refused {}

const failed = (driverError: object): QueryFailedError => ({ driverError }) as QueryFailedError;

describe('a statement that breaks a named constraint', () => {
  it('says the rule that the constraint stands for', () => {
    constraintStandsFor('ticket_of_this_test_once', (message) => new TicketOfTestTwice(message));
    const error = brokenRule(failed({ constraint: 'ticket_of_this_test_once', code: '23505', message: 'twice' }));
    expect(error).toBeInstanceOf(TicketOfTestTwice);
    expect(error?.message).toBe('twice');
  });

  it.each(['23505', '23503', '23514', '23001', '23P01'])(
    'without a sentence of its own is known by its name (%s)',
    (code) => {
      const error = brokenRule(failed({ constraint: 'no_such_rule_of_this_test', code }));
      expect(error).toBeInstanceOf(RefusedByTheBooks);
      expect(error?.message).toContain('no such rule of this test');
    },
  );

  it('is told from a fault of the program', () => {
    expect(brokenRule(failed({ code: '42601', message: 'syntax error' }))).toBeUndefined();
    expect(brokenRule(failed({ code: '40001', constraint: 'no_such_rule_of_this_test' }))).toBeUndefined();
  });
});

describe('an id', () => {
  it('is a UUID of version 7, and ids sort as they were made', () => {
    const ids = ['2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.001Z', '2199-12-31T23:59:59.999Z'].map((at) =>
      newId(new Date(at)),
    );
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
  });

  it('is another one each time, at one instant too', () => {
    const now = new Date('2025-05-09T12:00:00Z');
    expect(new Set(Array.from({ length: 1000 }, () => newId(now))).size).toBe(1000);
  });
});
