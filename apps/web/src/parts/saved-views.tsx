import { ActionIcon, Button, TextInput } from '@mantine/core';
import { BookmarkIcon, XIcon } from 'lucide-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../session/signed-in.tsx';
import { keepViews, searchOf, type View, viewsOf, withView } from '../session/views.ts';
import { t } from '../words/words.ts';
import { Dialogue } from './dialogue.tsx';

interface Saved {
  readonly screen: string; // its address: "/charges"
  readonly leavesOut: readonly string[]; // of the address: what is open beside the list
}

/** The views of a screen that somebody has given a name, each a link; and a name for the one that is shown. */
export function SavedViews({ screen, leavesOut }: Saved): ReactNode {
  const { person } = useSession();
  const [search] = useSearchParams();
  const [views, setViews] = useState(() => viewsOf(person.code, screen));
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const shown = searchOf(search, leavesOut);
  const change = (next: readonly View[]): void => {
    setViews(next);
    keepViews(person.code, screen, next);
  };
  const keep = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    change(withView(views, { name, search: shown }));
    setName('');
    setOpen(false);
  };
  return (
    <nav className="views" aria-label={t('Saved views')}>
      {views.length > 0 && (
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <Link to={`${screen}?${view.search}`} aria-current={view.search === shown ? 'true' : undefined}>
                <bdi>{view.name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<BookmarkIcon size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('Save this view')}
      </Button>
      <Dialogue isOpen={isOpen} onClose={() => setOpen(false)} title={t('Saved views')}>
        <form className="dialogue" onSubmit={keep}>
          <TextInput
            label={t('Name of this view')}
            description={t('Filters and columns, as the address has them. Names are kept on this computer.')}
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
            required
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('Save')}
          </Button>
        </form>
        {views.length > 0 && (
          <ul className="plain-list views-kept">
            {views.map((view) => (
              <li key={view.name}>
                <bdi>{view.name}</bdi>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('Remove {name}', { name: view.name })}
                  onClick={() => change(views.filter((one) => one.name !== view.name))}
                >
                  <XIcon size={16} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
      </Dialogue>
    </nav>
  );
}
