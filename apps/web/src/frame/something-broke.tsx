import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { NotConnected } from '../api/refusal.ts';
import { TroubleWords } from '../parts/trouble.tsx';
import { t } from '../words/words.ts';

/** Where a page could not be made at all. What was entered is in its draft. */
export function SomethingBroke(): ReactNode {
  const error = useRouteError();
  return (
    <main className="broke" role="alert">
      <h1>{error instanceof NotConnected ? t('Not connected') : t('This page could not be shown')}</h1>
      <TroubleWords of={error} />
      <Button onClick={() => window.location.reload()}>{t('Load it again')}</Button>
    </main>
  );
}
