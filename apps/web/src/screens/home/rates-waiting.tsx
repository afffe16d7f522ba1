import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { waitingRates } from '../../api/queries.ts';
import { Code } from '../../parts/figures.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { labelled, t } from '../../words/words.ts';
import { ratesNamed, type WaitingKind } from './waiting-in.ts';

/** Which rates wait for a second person, and the command that loads them: no page does. */
export function RatesWaiting({ of: { says, count } }: { of: WaitingKind }): ReactNode {
  const { person } = useSession();
  const { data } = useQuery(waitingRates());
  const names = ratesNamed(data?.waiting ?? [], person.code);
  return (
    <>
      {names === '' ? t(says, { count }) : labelled(t(says, { count }), names)}.{' '}
      <span className="muted">
        {t('Load the list from its source at the terminal:')} <Code>npm run recoup -- rates import FILE</Code>
      </span>
    </>
  );
}
