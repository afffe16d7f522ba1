import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { t } from '../words/words.ts';
import { noteGone, noteNow, onNote, quietly } from './quiet-note.ts';

const shownForMs = 5_000;

/** Alt Shift C: the address, which holds the view, on the clipboard. What was done is said below the page for a while. */
export function CopyAddress(): ReactNode {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isAsked(event)) return;
      event.preventDefault();
      void copyAddress();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const note = useSyncExternalStore(onNote, noteNow);
  useEffect(() => {
    if (note === null) return undefined;
    const timer = window.setTimeout(() => noteGone(note), shownForMs);
    return () => window.clearTimeout(timer);
  }, [note]);
  return (
    <div role="status" className="quiet-note">
      {note !== null && <p>{note.text}</p>}
    </div>
  );
}

/** By the place of the key too: with Alt and Shift, some keyboards write another letter by it. */
function isAsked({ altKey, shiftKey, ctrlKey, metaKey, key, code, target }: KeyboardEvent): boolean {
  if (!altKey || !shiftKey || ctrlKey || metaKey || (key.toLowerCase() !== 'c' && code !== 'KeyC')) return false;
  return !(target instanceof HTMLElement && target.closest(writes) !== null);
}

const writes = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]'; // there it is that letter

async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    quietly(t('The address of this view is copied.'));
  } catch {
    quietly(t('This browser does not let the page copy: select the address above, and copy it yourself.'));
  }
}
