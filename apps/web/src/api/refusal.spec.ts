import { describe, expect, it } from '@jest/globals';
import { NotConnected, Refusal, isPassing, isSaidByTheDialogue } from './refusal.ts';

const refusal = (status: number, code: string): Refusal =>
  new Refusal({ status, code, title: '', detail: '', errors: [], requestId: '' });

describe('a session that has ended', () => {
  it('is said by the dialogue alone; a wrong password or code is said where it was typed', () => {
    expect(isSaidByTheDialogue(refusal(401, 'NOT_SIGNED_IN'))).toBe(true);
    expect(isSaidByTheDialogue(refusal(401, 'SIGN_IN_REFUSED'))).toBe(false);
    expect(isSaidByTheDialogue(refusal(403, 'NOT_DESIGNATED'))).toBe(false);
    expect(isSaidByTheDialogue(new NotConnected())).toBe(false);
  });
});

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
