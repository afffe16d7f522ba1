import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';
import { type Reading, readings, useReads } from '../session/readable.ts';
import { useSession } from '../session/signed-in.tsx';
import { dutiesText } from '../words/codes.ts';
import { type Message, t } from '../words/words.ts';

/** A screen for whoever reads what is on it, and for everybody else who that is. */
export function ForReaders({ of, name, children }: Named & { children: ReactNode }): ReactNode {
  return useReads()(of) ? children : <NotYours of={of} name={name} />;
}

interface Named {
  readonly of: Reading;
  readonly name: Message; // of the screen
}

function NotYours({ of, name }: Named): ReactNode {
  const { secretariat, designations } = useSession();
  const mayRead = useReads();
  const { data } = useQuery({ ...readings(), enabled: mayRead('rules.read') });
  const who = data?.items.find(({ code }) => code === of)?.duties ?? [];
  const held = designations.map(({ duty }) => duty);
  return (
    <Page title={t(name)}>
      {held.length === 0 ? (
        <p>
          {t(
            'You hold no duty today, and nothing of the books is open without one. An administrator of {secretariat} proposes it.',
            {
              secretariat: secretariat.code,
            },
          )}
        </p>
      ) : (
        <p>
          {t('This is not for you to read. You are: {held}.', { held: dutiesText(held, { type: 'and' }) })}{' '}
          {who.length > 0 && t('Who reads it: {who}.', { who: dutiesText(who, { type: 'or' }) })}
        </p>
      )}
      <p>
        {mayRead('inbox.read') && name !== 'Home' ? (
          <Link to="/">{t('Home')}</Link>
        ) : (
          <Link to="/settings">{t('Settings')}</Link>
        )}
      </p>
    </Page>
  );
}
