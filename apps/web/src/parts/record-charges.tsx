import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/signed-in.tsx';
import { t } from '../words/words.ts';
import { mustRecord, mustRecordText } from './must-record.ts';

/** Leads to the grid of an agreement, or of none yet; whoever may not record reads who must. */
export function RecordCharges({ agreement }: { agreement: { number: string; provider: string } | null }): ReactNode {
  const id = useId();
  const instead = mustRecord(useSession(), agreement?.provider ?? null);
  const to = `/charges/new${agreement === null ? '' : `?agreement=${encodeURIComponent(agreement.number)}`}`;
  if (instead === null)
    return (
      <Button component={Link} to={to} size="xs">
        {t('Record charges')}
      </Button>
    );
  return (
    <span className="action">
      <Button size="xs" disabled aria-describedby={id}>
        {t('Record charges')}
      </Button>
      <span id={id} className="why">
        {mustRecordText(instead)}
      </span>
    </span>
  );
}
