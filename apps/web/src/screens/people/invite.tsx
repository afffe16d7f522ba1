import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { invite } from '../../api/people.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';

/** A link that works once, to be handed over by whoever made it: the books send no mail. */
export function Invite({ person }: { person: string }): ReactNode {
  const make = useAct({ changes: ['audit-events'], send: (_: void, key) => invite(person, key) });
  if (make.data === undefined) {
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
  if (make.data.token === null) return <p>{t('This link was shown once already: make another one.')}</p>;
  const address = `${window.location.origin}/invitation#${make.data.token}`;
  return (
    <div className="dialogue">
      <p>
        {t('Hand it to {person} and to nobody else. It is good once, for three days, and shown this once.', { person })}
      </p>
      <p className="secret">
        <bdi dir="ltr">{address}</bdi>
      </p>
      <div className="choices">
        <CopyButton text={address} label={t('Copy the link')} />
      </div>
    </div>
  );
}
