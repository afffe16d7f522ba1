import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { session, signOut } from '../session/session.ts';
import { useSession } from '../session/signed-in.tsx';
import { t } from '../words/words.ts';
import { Outside } from './outside.tsx';
import { SecondFactor } from './second-factor.tsx';

/** In place of every screen, for whoever may do what asks for two factors and has one. The address stays what it was. */
export function EnrolFirst(): ReactNode {
  const queries = useQueryClient();
  const { person } = useSession();
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined);
    window.location.assign('/');
  };
  return (
    <Outside title={t('A second factor comes first')} lead={person.name}>
      <SecondFactor
        account={person.code}
        why={
          <p>
            {t(
              'Whoever certifies, approves or administers signs in with a password and a code. You have no second factor yet: it takes a minute, and an authenticator app.',
            )}
          </p>
        }
        instead={
          <button type="button" className="link" onClick={() => void leave()}>
            {t('Sign out')}
          </button>
        }
        onDone={() => void queries.resetQueries({ queryKey: session().queryKey })}
      />
    </Outside>
  );
}
