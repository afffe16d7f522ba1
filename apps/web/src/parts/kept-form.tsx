import type { ReactNode } from 'react';
import { t } from '../words/words.ts';

/** Says of a form that it is as somebody has left it, so that nobody sends what stands further down unseen. */
export function KeptForm({ of }: { of: { readonly isKept: boolean; readonly forget: () => void } }): ReactNode {
  if (!of.isKept) return null;
  return (
    <p className="notice" data-tone="draft" role="status">
      {t('What you typed here before is kept.')}{' '}
      <button type="button" className="link" onClick={of.forget}>
        {t('Empty the form')}
      </button>
    </p>
  );
}
