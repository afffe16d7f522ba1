import { expect, it } from '@jest/globals';
import { textsOf } from '../../../test/golden/pdf-text.ts';
import type { EditLogContent } from './edit-log.ts';
import { renderEditLog } from './edit-log.pdf.ts';

const content: EditLogContent = {
  ...{ period: '2026', from: '2026-01-01', to: '2026-12-31', asAt: '2026-11-27T01:46:00.000Z' },
  ...{ scope: 'all acts and refusals', acts: 1, refusals: 0 },
  askedBy: { person: 'MINAMATA.auditor', name: 'Auditor, MINAMATA', secretariat: 'MINAMATA' },
  lines: [
    {
      ...{ leaf: '2008530', at: '2026-11-27T01:42:01.840Z', kind: 'account', action: 'INVITED' },
      ...{ person: 'MINAMATA.administrator', secretariat: 'MINAMATA', objects: ['MINAMATA.certifying'] },
      ...{ duties: ['CERTIFYING_OFFICER'], session: '4ea414bdd394f48e', before: null, after: null, reason: null },
      requestId: '89a1db24-d3b4-4d6e-9270-fb9ab0173dc5',
    },
  ],
};

it('the edit log breaks no leaf, day, person, duty or session in two', async () => {
  const said = textsOf(await renderEditLog(content, 'ab'.repeat(32)))
    .flat()
    .map(({ text }) => text.replaceAll('\u00A0', ' '));
  const whole = ['2008530', '27 Nov 2026', 'MINAMATA.administrator', 'MINAMATA.certifying', 'Certifying officer'];
  expect(said).toEqual(expect.arrayContaining([...whole, '4ea414bdd394f48e', 'fb9ab0173dc5']));
});
