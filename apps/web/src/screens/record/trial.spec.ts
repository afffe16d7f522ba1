import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '../../api/refusal.ts';
import { stillTried, type Trial } from './trial.ts';

describe('what was tried, once the grid is another', () => {
  const trial = {
    priced: new Map([
      ['0', { amount: { amount: '62.00' } }],
      ['1', { amount: { amount: '124.00' } }],
    ]),
    refused: new Map([['2', { column: 'day', why: 'Outside the agreement' }]]),
    refusal: new Error('not yours') as unknown as Refusal,
  } as unknown as Trial;

  it('counts no line that is recorded: neither its amount, nor what was wrong', () => {
    expect(stillTried(trial, [])).toEqual({ priced: new Map(), refused: new Map(), refusal: null });
  });

  it('keeps what was said of the lines that are still there', () => {
    const { priced, refused, refusal } = stillTried(trial, [{ key: '1' }, { key: '2' }]);
    expect([...priced.keys(), ...refused.keys()]).toEqual(['1', '2']);
    expect(refusal).toBe(trial.refusal);
  });
});
