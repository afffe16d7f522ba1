import { describe, expect, it } from '@jest/globals';
import {
  checkCoding,
  checkStates,
  type Coding,
  CodingPartNotPlain,
  codingParts,
  NoCodingToTakeAway,
  saysSomething,
} from './coding.ts';

const none: Coding = { fundCentre: null, grant: null, wbse: null, commitmentItem: null };

describe('a part of a coding', () => {
  it.each(['1', '11207', 'SB-009384.01.02', 'M1-32MCL-000006', 'FT30_CLASS_125', 'A/B', 'W'.repeat(24)])(
    'is %s',
    (code) => {
      for (const part of codingParts) expect(() => checkCoding({ ...none, [part]: code })).not.toThrow();
    },
  );

  it.each(['', 'W'.repeat(25), 'sb-009384', '-1', ' 1', '1 ', '1\n', 'SB 009384', 'A\u0412', '\u0661', '1;2', '<A>'])(
    'is not %j',
    (code) => {
      for (const part of codingParts) {
        const stated = { ...none, [part]: code };
        expect(() => checkCoding(stated)).toThrow(CodingPartNotPlain);
        expect(() => checkCoding(stated)).toThrow(expect.objectContaining({ pointer: `/${part}` }));
      }
    },
  );
});

describe('a coding', () => {
  it('may say nothing, and then nothing is printed', () => {
    expect(() => checkCoding(none)).not.toThrow();
    expect(saysSomething(none)).toBe(false);
    for (const part of codingParts) expect(saysSomething({ ...none, [part]: '1' })).toBe(true);
  });

  it('says something, or takes away one that does', () => {
    const of = { fund: 'BC', budgetLine: null };
    const some = { ...none, grant: '1' };
    expect(() => checkStates({ ...of, ...some }, undefined)).not.toThrow();
    expect(() => checkStates({ ...of, ...some }, some)).not.toThrow();
    expect(() => checkStates({ ...of, ...none }, some)).not.toThrow();
    expect(() => checkStates({ ...of, ...none }, undefined)).toThrow(NoCodingToTakeAway);
    expect(() => checkStates({ ...of, ...none }, none)).toThrow('No coding is stated of the receipts of fund BC');
  });
});
