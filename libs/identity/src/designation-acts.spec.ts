import { describe, expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import type { Officer } from './authority.ts';
import { designationActs } from './designation-acts.ts';
import type { DesignationView } from './designations.query.ts';

const given = {
  ...{
    person: 'BRS.x',
    secretariat: 'BRS',
    acting: false,
    mandate: null as string | null,
    proposedBy: 'BRS.administrator',
  },
  state: 'IN_FORCE' as DesignationView['state'],
};
const side = { officers: 4, others: ['MINAMATA'], isLast: false };
const approver = (secretariat: string): Officer =>
  a.officer({
    person: `${secretariat}.approving`,
    secretariat,
    designations: [{ duty: 'APPROVING_OFFICER', fund: '' }],
  });

/** What this officer may do of what the state lets anybody do. */
const may = (facts: Partial<typeof given>, by: Officer, of = side): string[] =>
  designationActs({ ...given, ...facts }, of, by)
    .filter((act) => act.refusal(by) === null)
    .map(({ action }) => action);

describe('what the state of a designation lets somebody do', () => {
  it.each<[DesignationView['state'], string[]]>([
    ['PROPOSED', ['designation.countersign', 'designation.decline']],
    ['IN_FORCE', ['designation.end']],
    ['TO_COME', ['designation.end']],
    ['OVER', []],
    ['ENDED', []],
    ['DECLINED', []],
  ])('of %s is %j', (state, actions) => {
    expect(may({ state }, approver('BRS'))).toEqual(actions);
  });

  it('is for whoever has no part in it', () => {
    const state = 'PROPOSED' as const;
    expect(may({ state, proposedBy: 'BRS.approving' }, approver('BRS'))).toEqual(['designation.decline']);
    expect(may({ state, person: 'BRS.approving' }, approver('BRS'))).toEqual(['designation.decline']);
    expect(may({ state }, approver('MINAMATA'))).toEqual([]);
  });

  it('is for the other side where an acting one is of a side with too few, or its books are opened', () => {
    const acting = { state: 'PROPOSED' as const, acting: true };
    expect(may(acting, approver('MINAMATA'), { ...side, officers: 3 })).toContain('designation.countersign');
    expect(may(acting, approver('BRS'), { ...side, officers: 3 })).toEqual(['designation.decline']);
    expect(may(acting, approver('BRS'))).toContain('designation.countersign');
    const joint = { state: 'PROPOSED' as const, mandate: 'MINAMATA' };
    expect(may(joint, approver('MINAMATA'))).toContain('designation.countersign');
    expect(may(joint, approver('BRS'))).toEqual(['designation.decline']);
  });
});
