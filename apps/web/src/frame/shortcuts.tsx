import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from 'react';
import { type Message } from '../words/words.ts';
import { usePreferences } from '../session/preferences.ts';

/** A single key, or `g` and a key: taken only while nobody is typing, and only where they are switched on (WCAG 2.1.4). */
export interface Shortcut {
  readonly keys: string; // "n", "/", "?", "g a"
  readonly does: Message;
  readonly act: () => void;
}

class Register {
  private readonly groups = new Map<object, readonly Shortcut[]>();

  put(owner: object, shortcuts: readonly Shortcut[]): () => void {
    this.groups.set(owner, shortcuts);
    return () => this.groups.delete(owner);
  }

  /** Those of the part that came last first: what lies on top hears first. */
  all(): Shortcut[] {
    return [...this.groups.values()].toReversed().flat();
  }
}

const RegisterContext = createContext(new Register());

/** The shortcuts of a screen or a part, while it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const register = use(RegisterContext);
  const owner = useRef({}).current;
  useEffect(() => register.put(owner, shortcuts), [register, owner, shortcuts]);
}

/** All that can be pressed here, for the help. */
export function useAllShortcuts(): () => Shortcut[] {
  const register = use(RegisterContext);
  return useCallback(() => register.all(), [register]);
}

/** Listens for the whole page. */
export function ShortcutListener({ children }: { children: ReactNode }): ReactNode {
  const register = use(RegisterContext);
  const { shortcuts: areOn } = usePreferences();
  useEffect(() => {
    if (!areOn) return undefined;
    let prefix = '';
    let timer: number | undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const keys = prefix === '' ? event.key : `${prefix} ${event.key}`;
      window.clearTimeout(timer);
      prefix = '';
      const found = register.all().find((one) => one.keys === keys);
      if (found !== undefined) {
        event.preventDefault();
        found.act();
      } else if (event.key === 'g') {
        prefix = 'g';
        timer = window.setTimeout(() => (prefix = ''), 1_500);
      }
    };
    document.addEventListener('keydown', listen);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('keydown', listen);
    };
  }, [register, areOn]);
  return children;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]') !== null && target.closest('[data-shortcuts]') === null) return true;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio)$/.test(target.type); // a box takes no letters
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
