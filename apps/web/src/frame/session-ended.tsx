import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { over } from '../parts/dialogue.tsx';
import { sessionEnded, useHappening } from '../session/happenings.ts';
import { useSession } from '../session/signed-in.tsx';
import { t } from '../words/words.ts';
import { SignInForm } from './sign-in.tsx';

/** Over the page, which stays as it is: who signs in again goes on where they were. */
export function SessionEnded(): ReactNode {
  const hasEnded = useHappening(sessionEnded);
  const { person } = useSession();
  const queries = useQueryClient();
  const goOn = async (): Promise<void> => {
    await queries.invalidateQueries();
    sessionEnded.set(false);
  };
  return (
    <Modal
      opened={hasEnded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={over.all}
      title={t('Your session has ended')}
      returnFocus
    >
      <p className="muted">{t('Sign in to go on where you were. Nothing you have entered is lost.')}</p>
      <SignInForm account={person.code} onSignedIn={goOn} />
    </Modal>
  );
}
