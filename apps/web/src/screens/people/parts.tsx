import type { ReactNode } from 'react';
import type { Designation } from '../../api/people.ts';
import { Code } from '../../parts/figures.tsx';
import { dutyText } from '../../words/codes.ts';
import { t } from '../../words/words.ts';

/** What is read again once somebody's duties have changed. */
export const changes = ['designations', 'audit-events'];

/** "Certifying officer BC, acting"; "Auditor of both sides, with MINAMATA" */
export function DutyShown({ of: { duty, fund, mandate, acting } }: { of: Designation }): ReactNode {
  return (
    <>
      {dutyText(duty)}
      {fund !== '' && (
        <>
          {' '}
          <Code>{fund}</Code>
        </>
      )}
      {mandate !== null && (
        <>
          {', '}
          {t('with')} <Code>{mandate}</Code>
        </>
      )}
      {acting && `, ${t('acting')}`}
    </>
  );
}
