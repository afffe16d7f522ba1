import type { ReactNode } from 'react';
import { t } from '../words/words.ts';

/** Rows of the true height while the real ones are on their way, so that nothing jumps. `words`: what takes its time, where it may take seconds. */
export function Waiting({ rows = 8, words }: { rows?: number; words?: string }): ReactNode {
  return (
    <div className="waiting" role="status" aria-label={words ?? t('Loading')}>
      {words !== undefined && <p className="muted">{words}</p>}
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="waiting-row" />
      ))}
    </div>
  );
}
