import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { Instant } from '../../parts/figures.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { endSession, ownSessions } from '../../session/session.ts';
import { t } from '../../words/words.ts';

/** Where one is signed in, each of which can be ended. */
export function OwnSessions(): ReactNode {
  const { data, error } = useQuery(ownSessions());
  const end = useAct({ changes: ['sessions'], send: (id: string) => endSession(id) });
  if (data === undefined || data === null) return error === null ? null : <Trouble error={error} />;
  return (
    <section>
      <h2>{t('Where I am signed in')}</h2>
      <ul className="plain-list">
        {data.map(({ id, kind, begunAt, seenAt, own }) => (
          <li key={id}>
            {kind === 'BROWSER' ? t('Browser') : t('Command line')}, {t('since')} <Instant of={begunAt} />,{' '}
            {t('last used')} <Instant of={seenAt} />{' '}
            {own ? (
              <span className="muted">{t('This one')}</span>
            ) : (
              <Button size="compact-xs" variant="default" loading={end.isPending} onClick={() => end.mutate(id)}>
                {t('End it')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {end.error !== null && <Trouble error={end.error} />}
    </section>
  );
}
