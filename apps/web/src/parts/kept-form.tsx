import type { MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../words/words.ts';

/** Says of a form that it is as somebody has left it, so that nobody sends what stands further down unseen. */
export function KeptForm({ of }: { of: { readonly isKept: boolean; readonly forget: () => void } }): ReactNode {
  if (!of.isKept) return null;
  const forget = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>): void => {
    flushSync(of.forget);
    form?.querySelector<HTMLElement>('input, select, textarea')?.focus(); // the button is gone
  };
  return (
    <p className="notice" data-tone="draft" role="status">
      {t('What you typed here before is kept.')}{' '}
      <button type="button" className="link" onClick={forget}>
        {t('Empty the form')}
      </button>
    </p>
  );
}
