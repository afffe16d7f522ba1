import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { agreements, chargeNumbered, charges } from '../api/queries.ts';
import { screens } from '../screens.ts';
import { useReads } from '../session/readable.ts';
import { t } from '../words/words.ts';
import { lookedUp, type Place, placesNamed } from './places.ts';

const lookAfterMs = 200; // nobody types two letters slower

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
  const readsAgreements = mayRead('agreement.read');
  const agreed = useQuery({ ...agreements(), enabled: readsAgreements });
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const [asked] = useDebouncedValue(text.trim(), lookAfterMs);
  const looksForCharges = asked !== '' && mayRead('charge.read');
  const listed = useInfiniteQuery({ ...charges({ q: asked }, 8), enabled: looksForCharges });
  // The list is of the newest, in whose notes a number may stand too: the charge that has it is asked for by itself.
  const numbered = useQuery({ ...chargeNumbered(asked), enabled: looksForCharges });
  const found = placesNamed(text, {
    screens: screens
      .filter(({ path, reads }) => !path.includes(':') && mayRead(reads))
      .map(({ path, name }) => ({ name: t(name), path })),
    agreements: agreed.data?.items ?? [],
    charges: looksForCharges
      ? [numbered.data ?? [], ...(listed.data?.pages.map(({ items }) => items) ?? [])].flat()
      : [],
    kinds: { screen: t('Screen'), agreement: t('Agreement'), charge: t('Charge') },
  });
  const looked = lookedUp([...(readsAgreements ? [agreed] : []), ...(looksForCharges ? [listed, numbered] : [])]);
  const isLooking = asked !== text.trim() || looked === 'looking';
  const current = Math.min(at, found.length - 1);

  const [isEntered, setEntered] = useState(false);
  const first = found[0]?.to;
  useEffect(() => {
    if (!isEntered || isLooking) return;
    setEntered(false);
    if (first === undefined) return;
    onChosen();
    void navigate(first);
  }, [isEntered, isLooking, first, onChosen, navigate]);

  const choose = ({ to }: Place): void => {
    onChosen();
    void navigate(to);
  };
  const press = (event: KeyboardEvent): void => {
    const chosen = found[current];
    // Whoever types a number and Enter at once goes there as soon as it is found.
    if (event.key === 'Enter' && chosen === undefined) setEntered(isLooking);
    if (found.length === 0) return;
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
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length === 0 ? undefined : `${list}-${current}`}
        aria-label={t('Search or go to')}
        placeholder={t('A screen, or the number of a document')}
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setEntered(false);
        }}
      />
      <ul id={list} role="listbox" aria-label={t('Search or go to')} hidden={found.length === 0}>
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
      {!isLooking && looked === 'failed' && asked !== '' && (
        <p className="muted palette-none" role="status">
          {t('Whether an agreement or a charge is named “{text}” could not be looked up.', { text: asked })}
        </p>
      )}
      {!isLooking && looked === 'done' && found.length === 0 && (
        <p className="muted palette-none" role="status">
          {t('There is no screen, agreement or charge named “{text}”.', { text: asked })}
        </p>
      )}
    </div>
  );
}
