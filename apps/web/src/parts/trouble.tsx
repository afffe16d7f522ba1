import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NotConnected, Refusal } from '../api/refusal.ts';
import { t } from '../words/words.ts';

/** Why something was not read or not done, in the server's sentence, and what can be done. Focus is not taken. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const requestId = error instanceof Refusal && error.problem.status >= 500 ? error.problem.requestId : '';
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      role="alert"
      className="trouble"
    >
      <p>{troubleText(error)}</p>
      {requestId !== '' && (
        <p className="muted">
          {t('Request')} <bdi>{requestId}</bdi>
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

export function troubleText(error: unknown): string {
  if (error instanceof NotConnected)
    return t('Not connected. Nothing is lost: it is sent again when the connection is back.');
  return error instanceof Error ? error.message : String(error);
}
