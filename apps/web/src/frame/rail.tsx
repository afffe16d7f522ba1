import type { ReactNode } from 'react';
import { NavLink, useSearchParams } from 'react-router';
import { screens } from '../screens.ts';
import { usePreferences } from '../session/preferences.ts';
import { useReads } from '../session/readable.ts';
import { t } from '../words/words.ts';

/** The way to each screen, each with its letter after `g`. On a narrow page it is opened by the menu button. */
export function Rail({ isOpen, onChosen }: { isOpen: boolean; onChosen: () => void }): ReactNode {
  const { shortcuts, railOpen } = usePreferences();
  const mayRead = useReads();
  const [search] = useSearchParams();
  const biennium = search.get('biennium');
  const kept = biennium === null ? '' : `?biennium=${encodeURIComponent(biennium)}`;
  return (
    <nav className="rail" aria-label={t('Screens')} data-open={isOpen} data-wide={railOpen}>
      <ul>
        {screens.map(({ path, name, letter, reads, icon: Icon }) =>
          Icon === null || !mayRead(reads) ? null : (
            <li key={path}>
              <NavLink
                to={`${path}${kept}`}
                end={path === '/'}
                onClick={onChosen}
                title={railOpen ? undefined : t(name)}
              >
                <Icon size={18} strokeWidth={1.6} aria-hidden />
                <span className="rail-name">{t(name)}</span>
                {shortcuts && letter !== null && <kbd aria-hidden>g {letter}</kbd>}
              </NavLink>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
