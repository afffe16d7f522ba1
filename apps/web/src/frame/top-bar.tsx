import { ActionIcon, Button, Menu, NativeSelect, Popover, useMantineColorScheme } from '@mantine/core';
import {
  BellIcon,
  CircleUserIcon,
  KeyboardIcon,
  LogOutIcon,
  MenuIcon,
  MoonIcon,
  SearchIcon,
  SunIcon,
} from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { inboxCount } from '../api/queries.ts';
import { useBiennium, useBienniums } from '../session/biennium.ts';
import { usePreferences } from '../session/preferences.ts';
import { useReads } from '../session/readable.ts';
import { signOut } from '../session/session.ts';
import { useSession } from '../session/signed-in.tsx';
import { forgetDrafts } from '../session/drafts.ts';
import { dutyText } from '../words/codes.ts';
import { chooseLanguage } from '../session/use-typed.ts';
import { countText, dayText } from '../words/figures.ts';
import { labelled, languages, t } from '../words/words.ts';

interface Openers {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onMenu: () => void;
}

export function TopBar({ onSearch, onHelp, onMenu }: Openers): ReactNode {
  const { demo } = useSession();
  return (
    <header className="top">
      <ActionIcon className="top-menu" variant="subtle" color="gray" onClick={onMenu} aria-label={t('Screens')}>
        <MenuIcon size={18} aria-hidden />
      </ActionIcon>
      <Link to="/" className="brand">
        Recoup
      </Link>
      {demo && (
        <span className="demo" title={t('These books are a sample: nothing in them is owed by anybody.')}>
          {t('Demo')}
        </span>
      )}
      <BienniumSwitch />
      <span className="top-space" />
      <Button
        className="top-search"
        variant="default"
        size="xs"
        leftSection={<SearchIcon size={14} aria-hidden />}
        onClick={onSearch}
        aria-label={`${t('Search or go to')} Ctrl K`}
      >
        <span>{t('Search or go to')}</span> <kbd>Ctrl K</kbd>
      </Button>
      <ActingAs />
      <Inbox />
      <LanguageMenu />
      <Scheme />
      <ActionIcon variant="subtle" color="gray" onClick={onHelp} aria-label={t('Shortcuts')} className="top-wide">
        <KeyboardIcon size={18} aria-hidden />
      </ActionIcon>
      <Leave />
    </header>
  );
}

function BienniumSwitch(): ReactNode {
  const bienniums = useBienniums();
  const biennium = useBiennium();
  const [, setSearch] = useSearchParams();
  const mayRead = useReads();
  if (biennium === null || !mayRead('period.read')) return null;
  const offered = bienniums.includes(biennium) ? bienniums : [biennium, ...bienniums];
  return (
    <NativeSelect
      size="xs"
      className="top-biennium"
      aria-label={t('Biennium')}
      data={[...offered]}
      value={biennium}
      onChange={({ currentTarget: { value } }) => {
        setSearch((before) => {
          before.set('biennium', value);
          return before;
        });
      }}
    />
  );
}

/** Who one is here: the secretariat, and each duty with its fund and its last day. */
function ActingAs(): ReactNode {
  const { person, secretariat, designations } = useSession();
  return (
    <Popover position="bottom-end" width={320} shadow="sm" withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className="top-acting"
          aria-label={`${t('Acting as')} ${person.code}`}
          leftSection={<CircleUserIcon size={14} aria-hidden />}
        >
          <span className="top-wide">{t('Acting as')}&nbsp;</span>
          <bdi className="top-person">{person.code}</bdi>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="strong">{person.name}</p>
        <p className="muted">{secretariat.name}</p>
        <ul className="duties">
          {designations.map(({ duty, fund, validTo }) => (
            <li key={`${duty} ${fund}`}>
              {dutyText(duty)}
              {fund !== '' && (
                <>
                  {' '}
                  <bdi>{fund}</bdi>
                </>
              )}
              {validTo < '2199' && <span className="muted"> {t('until {day}', { day: dayText(validTo) })}</span>}
            </li>
          ))}
        </ul>
        {designations.length === 0 && <p>{t('No duty today: nothing of the books is open.')}</p>}
        <p className="top-narrow">
          <Leave isNamed />
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

/** How much waits for whoever is signed in; it leads to where they decide. */
function Inbox(): ReactNode {
  const mayRead = useReads();
  const { data } = useQuery({ ...inboxCount(), enabled: mayRead('inbox.read') });
  const count = data?.count ?? 0;
  if (!mayRead('inbox.read')) return null;
  return (
    <Link
      className="inbox"
      to={mayRead('charge.read') ? '/approvals' : '/'}
      aria-label={t(
        '{count, plural, =0 {Nothing waits for you} one {# item waits for you} other {# items wait for you}}',
        { count },
      )}
    >
      <BellIcon size={18} strokeWidth={1.6} aria-hidden />
      {count > 0 && <span aria-hidden>{countText(count)}</span>}
    </Link>
  );
}

function LanguageMenu(): ReactNode {
  const { language } = usePreferences();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          className="top-wide"
          aria-label={labelled(t('Language'), language === 'fr' ? 'FR' : 'EN')}
        >
          {language === 'fr' ? 'FR' : 'EN'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages
          .filter(({ code }) => code !== 'x-rtl')
          .map(({ code, name }) => (
            <Menu.Item key={code} lang={code} onClick={() => void chooseLanguage(code)}>
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Scheme(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className="top-wide"
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      aria-label={isDark ? t('Light theme') : t('Dark theme')}
    >
      {isDark ? <SunIcon size={18} aria-hidden /> : <MoonIcon size={18} aria-hidden />}
    </ActionIcon>
  );
}

/** Where the bar has no room for it, it is said in words with who one is. */
function Leave({ isNamed = false }: { isNamed?: boolean }): ReactNode {
  const queries = useQueryClient();
  const leave = async (): Promise<void> => {
    forgetDrafts();
    await signOut().catch(() => undefined);
    queries.clear();
    window.location.assign('/');
  };
  if (isNamed) {
    return (
      <Button variant="default" size="xs" onClick={() => void leave()}>
        {t('Sign out')}
      </Button>
    );
  }
  return (
    <ActionIcon
      className="top-leave"
      variant="subtle"
      color="gray"
      onClick={() => void leave()}
      aria-label={t('Sign out')}
    >
      <LogOutIcon size={18} aria-hidden />
    </ActionIcon>
  );
}
