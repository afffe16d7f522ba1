import { describe, expect, it } from '@jest/globals';
import { mustRecord } from './must-record.ts';

const officer = { may: ['charge.record' as const], secretariat: { code: 'BRS' } };
const auditor = { may: [], secretariat: { code: 'BRS' } };

describe('charges under an agreement', () => {
  it.each`
    who        | provider      | instead
    ${officer} | ${'BRS'}      | ${null}
    ${officer} | ${null}       | ${null}
    ${officer} | ${'MINAMATA'} | ${'MINAMATA'}
    ${auditor} | ${'BRS'}      | ${'BRS'}
    ${auditor} | ${null}       | ${'BRS'}
    ${auditor} | ${'MINAMATA'} | ${'MINAMATA'}
  `('of $provider are recorded by whoever may and is of its side, else of $instead', ({ who, provider, instead }) => {
    expect(mustRecord(who as typeof officer, provider as string | null)).toBe(instead);
  });
});
