import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { invite } from '../../api/people.ts';
import { Refusal } from '../../api/refusal.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';
import { ProposeRenewal } from './renew.tsx';
import { Handover } from './handover.tsx';

/** A link that works once. Whoever has a way in already is not invited: their account is renewed, by two people. */
export function Invite({ person, onDone }: { person: string; onDone: () => void }): ReactNode {
  const make = useAct({ changes: ['audit-events'], send: (_: void, key) => invite(person, key) });
  if (make.data !== undefined) {
    return (
      <Handover
        person={person}
        token={make.data.token}
        ifGone={t('This link was shown once already: make another one.')}
      />
    );
  }
  if (make.error instanceof Refusal && make.error.problem.code === 'RENEWAL_WANTED') {
    return (
      <>
        <p role="status">
          {t(
            '{person} has a way in already, and one person alone does not make another. To renew it takes two: you propose, and somebody else approves.',
            { person },
          )}
        </p>
        <ProposeRenewal person={person} onDone={onDone} />
      </>
    );
  }
  return (
    <div className="dialogue">
      <p>{t('Whoever opens the link sets the password of {person}, and signs in with it.', { person })}</p>
      {make.error !== null && <Trouble error={make.error} />}
      <Button data-autofocus loading={make.isPending} onClick={() => make.mutate()}>
        {t('Make the link')}
      </Button>
    </div>
  );
}
