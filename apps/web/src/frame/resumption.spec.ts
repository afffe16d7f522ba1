import { expect, it } from '@jest/globals';
import { resumptionStep } from './resumption.ts';

const asked = { by: 'BRS.approving', secretariat: 'BRS', at: '2025-06-01T08:00:00.000Z', reason: 'looked at' };

it.each([
  [null, 'BRS', true, 'ASK'],
  [null, 'BRS', false, 'FOR_OTHERS'],
  [asked, 'BRS', true, 'WAIT'],
  [asked, 'BRS', false, 'WAIT'],
  [asked, 'MINAMATA', true, 'AGREE'],
  [asked, 'MINAMATA', false, 'FOR_OTHERS'],
] as const)('of %j, to %s that may (%s): %s', (resumption, secretariat, mayResume, step) => {
  expect(resumptionStep({ resumption }, { secretariat, may: mayResume ? ['posting.resume'] : [] })).toBe(step);
});
