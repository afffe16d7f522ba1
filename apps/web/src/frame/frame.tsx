import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { secretariats } from '../api/queries.ts';
import { Waiting } from '../parts/waiting.tsx';
import { screens } from '../screens.ts';
import { useReads } from '../session/readable.ts';
import { useSession } from '../session/signed-in.tsx';
import { t } from '../words/words.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { CopyAddress } from './copy-address.tsx';
import { Help } from './help.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { PostingStopped } from './posting-stopped.tsx';
import { Renewed } from './renewed.tsx';
import { shortcutTable } from './shortcut-table.ts';
import { type Shortcut, ShortcutListener, useShortcuts } from './shortcuts.tsx';
import { StepUp } from './step-up.tsx';
import { TopBar } from './top-bar.tsx';

/** What stands around every screen. */
export function Frame(): ReactNode {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const [narrowRail, setNarrowRail] = useState(false);
  const close = (): void => setOpen(null);
  const { pathname } = useLocation();
  const screen = useFocusOn(pathname);
  return (
    <ShortcutListener>
      <FrameShortcuts onHelp={() => setOpen('help')} />
      <a className="skip" href="#screen">
        {t('Skip to the screen')}
      </a>
      <div className="frame">
        <TopBar
          onSearch={() => setOpen('palette')}
          onHelp={() => setOpen('help')}
          onMenu={() => setNarrowRail((is) => !is)}
        />
        <Books />
        <Rail isOpen={narrowRail} onChosen={() => setNarrowRail(false)} />
        <main id="screen" className="screen" tabIndex={-1} ref={screen}>
          <ConnectionBar />
          <PostingStopped />
          <Renewed />
          <Suspense key={pathname} fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Palette isOpen={open === 'palette'} onOpen={() => setOpen('palette')} onClose={close} />
      <Help isOpen={open === 'help'} onClose={close} />
      <StepUp />
      <CopyAddress />
    </ShortcutListener>
  );
}

/** Whoever comes to another screen by keyboard goes on within it: what had the focus went with the screen before. */
function useFocusOn(pathname: string): RefObject<HTMLElement | null> {
  const screen = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement === document.body) screen.current?.focus({ preventScroll: true });
  }, [pathname]);
  return screen;
}

/** Whose books one looks at: to be in the wrong ones is the most expensive mistake. */
function Books(): ReactNode {
  const { person, secretariat, books } = useSession();
  const mayRead = useReads();
  const { data } = useQuery({ ...secretariats(), enabled: mayRead('secretariat.read') });
  const place = data?.items.findIndex(({ code }) => code === secretariat.code) ?? 0;
  const [one = secretariat.code, other] = books;
  return (
    <div className="books" data-side={other !== undefined ? 'both' : place === 1 ? 'second' : 'first'}>
      <span>
        {other === undefined
          ? t('Books of {secretariat}', { secretariat: one })
          : t('Books of {one} and {other}', { one, other })}
      </span>
      <bdi className="top-narrow" aria-hidden>
        {person.code}
      </bdi>
    </div>
  );
}

function FrameShortcuts({ onHelp }: { onHelp: () => void }): ReactNode {
  const navigate = useNavigate();
  const { reads: readable } = useSession();
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      ...screens.flatMap(({ path, letter, name, reads }) =>
        letter === null || !readable.includes(reads)
          ? []
          : [{ keys: `g ${letter}`, does: name, leads: path, act: () => void navigate(path) }],
      ),
      { ...shortcutTable.help, act: onHelp },
    ],
    [navigate, onHelp, readable],
  );
  useShortcuts(shortcuts);
  return null;
}
