import { describe, expect, it } from '@jest/globals';
import { NotConnected, Refusal, isPassing } from './refusal.ts';

const refusal = (status: number, code: string): Refusal =>
  new Refusal({ status, code, title: '', detail: '', errors: [], requestId: '' });

describe('a request that was not answered as wished', () => {
  it.each([
    [new NotConnected(), true],
    [refusal(503, 'DATABASE_UNREACHABLE'), true],
    [refusal(503, 'STORAGE_FULL'), true],
    [refusal(502, 'NOT_REACHED'), true],
    [refusal(503, 'DATABASE_DAMAGED'), false],
    [refusal(500, 'INTERNAL_ERROR'), false],
    [refusal(422, 'CHARGE_NOT_IN_STATE'), false],
  ])('%j is sent again by itself: %s', (error, isSentAgain) => {
    expect(isPassing(error)).toBe(isSentAgain);
  });
});
