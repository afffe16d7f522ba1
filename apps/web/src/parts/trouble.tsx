import { Alert, Button } from '@mantine/core';
import { TriangleAlertIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { isSaidByTheDialogue, NotConnected, Refusal } from '../api/refusal.ts';
import { CopyButton } from './copy-button.tsx';
import { PagesRenewed } from '../session/loaded.ts';
import { refusalWords, t } from '../words/words.ts';

/**
 * Why something was not read or not done, and what can be done: in the server's sentence, or in the language of the page with
 * that sentence beneath. Focus is not taken.
 */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  if (isSaidByTheDialogue(error)) return null;
  const requestId = error instanceof Refusal && error.problem.status >= 500 ? error.problem.requestId : '';
  return (
    <Alert
      color="red"
      variant="light"
      icon={<TriangleAlertIcon size={18} aria-hidden />}
      role="alert"
      className="trouble"
    >
      <TroubleWords of={error} />
      {requestId !== '' && (
        <p className="muted">
          {t('Request')} <bdi>{requestId}</bdi> <CopyButton text={requestId} label={t('Copy the request’s number')} />
        </p>
      )}
      {onRetry !== undefined && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('Try again')}
        </Button>
      )}
    </Alert>
  );
}

/** The same without its box. */
export function TroubleWords({ of: error }: { of: unknown }): ReactNode {
  const words = error instanceof Refusal ? refusalWords(error.problem.code) : null;
  if (words === null) return <p>{troubleText(error)}</p>;
  return (
    <>
      <p>{words.join(' ')}</p>
      <p className="muted" lang="en" dir="ltr">
        {troubleText(error)}
      </p>
    </>
  );
}

export function troubleText(error: unknown): string {
  if (error instanceof NotConnected)
    return t('Not connected. Nothing is lost: it is sent again when the connection is back.');
  if (error instanceof PagesRenewed) return t('The pages were renewed meanwhile: this one has to be loaded again.');
  return error instanceof Error ? error.message : String(error);
}
