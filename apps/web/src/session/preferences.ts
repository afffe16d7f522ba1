import { useSyncExternalStore } from 'react';

/** What somebody prefers on this computer. It says nothing about the books and outlives a session. */
export interface Preferences {
  readonly language: string;
  readonly density: 'compact' | 'normal' | 'comfortable';
  readonly shortcuts: boolean;
  readonly railOpen: boolean;
}

const place = 'recoup.preferences';
const defaults: Preferences = { language: 'en', density: 'normal', shortcuts: true, railOpen: true };

let current = read();
const listeners = new Set<() => void>();

function read(): Preferences {
  try {
    return {
      ...defaults,
      language: preferredLanguage(),
      ...(JSON.parse(localStorage.getItem(place) ?? '{}') as object),
    };
  } catch {
    return defaults; // somebody's browser keeps nothing
  }
}

function preferredLanguage(): string {
  return navigator.languages.some((one) => one.startsWith('fr')) && navigator.language.startsWith('fr') ? 'fr' : 'en';
}

export function preferences(): Preferences {
  return current;
}

export function prefer(wishes: Partial<Preferences>): void {
  current = { ...current, ...wishes };
  document.documentElement.dataset.density = current.density;
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // then it holds for this page
  }
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}
