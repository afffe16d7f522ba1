import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { agreements } from '../api/queries.ts';
import { screens } from '../screens.ts';
import { useReads } from '../session/readable.ts';
import { t } from '../words/words.ts';

interface Place {
  readonly name: string;
  readonly kind: string;
  readonly to: string;
}

/** Ctrl K: go to a screen, or open a document by its number. */
export function Palette({
  isOpen,
  onOpen,
  onClose,
}: {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}): ReactNode {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onOpen]);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('Search or go to') } }}
      size="lg"
      yOffset="12vh"
      padding={0}
    >
      {isOpen && <Finder onChosen={onClose} />}
    </Modal>
  );
}

function Finder({ onChosen }: { onChosen: () => void }): ReactNode {
  const navigate = useNavigate();
  const mayRead = useReads();
  const { data } = useQuery({ ...agreements(), enabled: mayRead('agreement.read') });
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const wanted = text.trim();
  const found = [
    ...screens
      .filter(({ path, reads }) => !path.includes(':') && mayRead(reads))
      .map(({ path, name }): Place => ({ name: t(name), kind: t('Screen'), to: path })),
    ...(data?.items ?? []).map(({ number, meeting }): Place => ({
      name: `${number}, ${meeting}`,
      kind: t('Agreement'),
      to: `/agreements/${encodeURIComponent(number)}`,
    })),
  ].filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  if (wanted !== '' && mayRead('charge.read'))
    found.push({ name: wanted, kind: t('Open the charge'), to: `/charges?charge=${encodeURIComponent(wanted)}` });
  const current = Math.min(at, found.length - 1);

  const choose = ({ to }: Place): void => {
    onChosen();
    void navigate(to);
  };
  const press = (event: KeyboardEvent): void => {
    const chosen = found[current];
    if (event.key === 'ArrowDown') setAt((current + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((current + found.length - 1) % found.length);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${current}`}
        aria-label={t('Search or go to')}
        placeholder={t('A screen, or the number of a document')}
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
      />
      <ul id={list} role="listbox" aria-label={t('Search or go to')}>
        {found.map((place, index) => (
          <li
            key={`${place.kind} ${place.to}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === current}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(place);
            }}
          >
            <bdi>{place.name}</bdi> <span className="muted">{place.kind}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
