import { useSyncExternalStore } from 'react';

/** Pages that a link opens with a secret in it. */
const opened = ['/first-administrator', '/invitation', '/terminal'];

let taken: string | null = null;
const listeners = new Set<() => void>();

/**
 * Takes what stands after `#` out of the address, into this page's memory alone: a browser sends it to no server, and from
 * here on neither the address nor the history has it. To be called before anything else reads the address.
 */
export function takeFromLink(): void {
  const { hash, pathname, search } = window.location;
  if (!opened.includes(pathname.replace(/\/+$/, '')) || !/^#[\w-]{8,100}$/.test(hash)) return; // "#screen" is a place on the page
  taken = hash.slice(1);
  window.history.replaceState(window.history.state, '', pathname + search);
  for (const listener of listeners) listener();
}

/** What the link had, until the page is loaded anew; null where it had nothing. Another link in the same tab counts. */
export function useFromLink(): string | null {
  return useSyncExternalStore(subscribe, () => taken);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', takeFromLink);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('hashchange', takeFromLink);
  };
}
