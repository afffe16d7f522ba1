import { useEffect, useState, type ReactNode } from 'react';
import { keptDraft } from '../../session/drafts.ts';
import { leftPlaces } from '../../session/own-place.ts';
import { t } from '../../words/words.ts';
import { linesKept } from './draft.ts';

/** What a closed page has left under this agreement, beside what is entered here: a page of its own takes it up. */
export function LeftBehind({ name, agreement }: { name: string; agreement: string }): ReactNode {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const look = (): void =>
      void leftPlaces(name).then((places) =>
        setCount(places.reduce((sum, place) => sum + linesKept(keptDraft(place)), 0)),
      );
    look();
    window.addEventListener('focus', look); // the page that was opened has it by then
    return () => window.removeEventListener('focus', look);
  }, [name]);
  if (count === 0) return null;
  return (
    <p className="notice" data-tone="draft">
      {t(
        '{count, plural, one {# line is kept on this computer from a page that is closed.} other {# lines are kept on this computer from a page that is closed.}}',
        { count },
      )}{' '}
      <a href={`/charges/new?agreement=${encodeURIComponent(agreement)}`} target="_blank" rel="noreferrer">
        {t('Go on in another page')}
      </a>
    </p>
  );
}
