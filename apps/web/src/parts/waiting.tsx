import type { ReactNode } from 'react';
import { t } from '../words/words.ts';

/** Rows of the true height while the real ones are on their way, so that nothing jumps. */
export function Waiting({ rows = 8 }: { rows?: number }): ReactNode {
  return (
    <div className="waiting" role="status" aria-label={t('Loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="waiting-row" />
      ))}
    </div>
  );
}
