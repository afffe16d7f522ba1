import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { dryRun } from '../../api/dry-run.ts';
import { Refusal } from '../../api/refusal.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { dayText, monthText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';

/** The month of delivery is closed meanwhile: it can be posted in an open one, for a reason. */
export function isLate(error: unknown): error is Refusal {
  return error instanceof Refusal && error.problem.code === 'ADJUSTMENT_NEEDS_REASON';
}

interface Late {
  readonly certification: { readonly href: string; readonly method: string };
  readonly seen?: number;
  readonly charges?: readonly string[]; // where the address does not name the one
  readonly isBusy: boolean;
  readonly onPost: (reason: string) => void;
}

/** Offers the month that the books would post it in, found by a dry run; it counts where it was delivered all the same. */
export function LatePosting({ certification, seen, charges, isBusy, onPost }: Late): ReactNode {
  const [reason, setReason] = useState('');
  // Any reason does for a dry run: the real one is being typed.
  const body = { ...(charges === undefined ? {} : { charges: [...charges] }), adjustmentReason: '…' };
  const { data, error } = useQuery(dryRun(certification, { body, ...(seen === undefined ? {} : { seen }) }));
  if (error !== null) return <Trouble error={error} />;
  const on = data?.wouldPost
    .map(({ accountingOn }) => accountingOn)
    .toSorted()
    .at(-1);
  return (
    <form
      className="late"
      onSubmit={(event) => {
        event.preventDefault();
        onPost(reason.trim());
      }}
    >
      <TextInput
        size="xs"
        label={t('Why it comes late')}
        description={
          on === undefined
            ? t('The month of delivery is closed: it is posted today, and counts where it was delivered.')
            : t('Posted on {day} as a prior-period adjustment; it counts where it was delivered.', { day: dayText(on) })
        }
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={reason.trim() === ''} loading={isBusy}>
        {on === undefined ? t('Post it today instead') : t('Post it in {month} instead', { month: monthText(on) })}
      </Button>
    </form>
  );
}
