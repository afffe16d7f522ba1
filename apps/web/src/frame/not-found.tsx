import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../parts/page.tsx';
import { t } from '../words/words.ts';

export function NotFound(): ReactNode {
  return (
    <Page title={t('There is no such page')}>
      <p>
        <Link to="/">{t('Home')}</Link>
      </p>
    </Page>
  );
}
