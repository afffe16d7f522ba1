import { Alert, Button, Modal, PasswordInput } from '@mantine/core';
import { useState, useSyncExternalStore, type ReactNode, type SubmitEvent } from 'react';
import { stepUp } from '../session/session.ts';
import { over } from '../parts/dialogue.tsx';
import { Prompt } from '../parts/prompt.tsx';
import { TroubleWords } from '../parts/trouble.tsx';
import { t } from '../words/words.ts';

/**
 * Some acts want to be sure that it is still you: the server refuses them, this dialogue asks for the password or the code,
 * and the act is sent again. `askStepUp` resolves to whether the person has shown who they are.
 */
let waiting: ((isShown: boolean) => void) | null = null;
const listeners = new Set<() => void>();

export function askStepUp(): Promise<boolean> {
  return new Promise((resolve) => {
    answerStepUp(false);
    waiting = resolve;
    for (const listener of listeners) listener();
  });
}

function answerStepUp(isShown: boolean): void {
  waiting?.(isShown);
  waiting = null;
  for (const listener of listeners) listener();
}

export function StepUp(): ReactNode {
  const isAsked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
  return (
    <Modal
      opened={isAsked}
      onClose={() => answerStepUp(false)}
      title={t('Show once more that it is you')}
      zIndex={over.step}
    >
      {isAsked && <StepUpForm />}
    </Modal>
  );
}

function StepUpForm(): ReactNode {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await stepUp(code === '' ? { password } : { password, code });
      answerStepUp(true);
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="sign-in-form">
      <p className="muted">{t('This step needs a proof that is not older than a few minutes.')}</p>
      {refused !== null && (
        <Alert color="red" variant="light" role="alert">
          <TroubleWords of={refused} />
        </Alert>
      )}
      <PasswordInput
        visibilityToggleButtonProps={{ 'aria-label': t('Show the password') }}
        label={t('Password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-autofocus
      />
      <Prompt label={t('Code of your authenticator, if you have one')} value={code} onChange={setCode} />
      <Button type="submit" loading={isBusy}>
        {t('Confirm')}
      </Button>
    </form>
  );
}
