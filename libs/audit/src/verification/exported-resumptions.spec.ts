import { describe, expect, it } from '@jest/globals';
import { ExportedResumptions } from './exported-resumptions.ts';
import type { ExportedAct } from './exported-values.ts';

describe('the hands that let posting go on, in an export', () => {
  const act = (action: string, person: string, of: string): ExportedAct => ({
    ...{
      id: `${person} ${of}`,
      at: '2025-05-09T10:00:00.000Z',
      person,
      secretariat: person.split('.')[0] ?? '',
      action,
    },
    ...{ kind: 'verification', objects: [of], reason: 'x', before: null, after: null },
  });
  const requested = (person: string, of = '7'): ExportedAct => act('POSTING_RESUMPTION_REQUESTED', person, of);
  const lifted = (person: string, of = '7'): ExportedAct => act('POSTING_STOP_LIFTED', person, of);
  function found(...acts: ExportedAct[]): string[] {
    const wrongs: string[] = [];
    const resumptions = new ExportedResumptions(({ object, finding }) => wrongs.push(`${object}: ${finding}`));
    for (const one of acts) resumptions.act(one);
    resumptions.end();
    return wrongs;
  }

  it('are enough where two sides did, or one before both were asked, which the program names', () => {
    const named = { ...act('RESUMPTIONS_OF_ONE_SIDE', 'recoup', 'BRS.approving 3'), kind: 'audit-event' };
    const both = [requested('BRS.approving'), lifted('MINAMATA.approving')];
    const alone = ['3: BRS.approving alone let posting go on after it'];
    expect(found(...both)).toEqual([]);
    expect(found(lifted('BRS.approving', '3'), named, ...both)).toEqual([]);
    expect(found(lifted('BRS.approving', '3'), ...both, named)).toEqual([]);
    expect(found(lifted('BRS.approving', '3'), ...both)).toEqual(alone);
    expect(found(lifted('BRS.approving', '3'))).toEqual(alone);
    expect(found(...both, lifted('BRS.approving', '3'), named)).toEqual(alone);
    expect(found(lifted('BRS.approving', '3'), { ...named, person: 'BRS.approving' })).toEqual(alone);
    expect(found(named, lifted('BRS.approving', '3'))).toEqual(alone);
  });

  it.each<[string, ExportedAct[]]>([
    ['whoever asked', [requested('BRS.approving'), lifted('BRS.approving')]],
    ['somebody of their side', [requested('BRS.other'), lifted('BRS.approving')]],
    [
      'one side, where the other spoke of another stop',
      [requested('MINAMATA.approving', '6'), lifted('BRS.approving')],
    ],
  ])('are too few where %s lifted the stop', (_, acts) => {
    expect(found(...acts)).toEqual(['7: BRS.approving alone let posting go on after it']);
  });
});
