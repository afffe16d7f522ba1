import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from 'react';
import { usePreferences } from '../session/preferences.ts';
import { type Message } from '../words/words.ts';
import { type Group, Pressed } from './pressed.ts';

/** A single key, or `g` and a key: taken only while nobody is typing, and only where they are switched on (WCAG 2.1.4). */
export interface Shortcut {
  readonly keys: string; // "n", "/", "?", "g a"
  readonly does: Message;
  readonly act: () => void;
  readonly leads?: string; // the path of the screen that it goes to
}

/** What the help says of a key: also of one that a part hears by itself, such as those of the entry grid. */
type Told = Omit<Shortcut, 'act'>;

class Register {
  private readonly registered = new Map<object, readonly Shortcut[]>();
  private readonly toldOf = new Map<object, readonly Told[]>();
  private readonly numbers = new WeakMap<object, number>();
  private last = 0;
  onCome: () => void = () => undefined;

  put(owner: object, shortcuts: readonly Shortcut[]): () => void {
    if (!this.numbers.has(owner)) this.numbers.set(owner, (this.last += 1));
    this.registered.set(owner, shortcuts);
    this.onCome();
    return () => this.registered.delete(owner);
  }

  tell(owner: object, keys: readonly Told[]): () => void {
    this.toldOf.set(owner, keys);
    return () => this.toldOf.delete(owner);
  }

  /** Those of the part that came last first: what lies on top hears first. */
  groups(): Group<Shortcut>[] {
    return [...this.registered]
      .map(([owner, shortcuts]) => ({ number: this.numbers.get(owner) ?? 0, shortcuts }))
      .toReversed();
  }

  told(): Told[] {
    return [...this.toldOf.values(), ...this.groups().map(({ shortcuts }) => shortcuts)].flat();
  }
}

const RegisterContext = createContext(new Register());

/** The shortcuts of a screen or a part, while it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const register = use(RegisterContext);
  const owner = useRef({}).current;
  useEffect(() => register.put(owner, shortcuts), [register, owner, shortcuts]);
}

/** Keys that a part hears by itself, while it is shown: for the help alone. */
export function useToldKeys(keys: readonly Told[]): void {
  const register = use(RegisterContext);
  const owner = useRef({}).current;
  useEffect(() => register.tell(owner, keys), [register, owner, keys]);
}

/** All that can be pressed here, for the help. */
export function useAllShortcuts(): () => readonly Told[] {
  const register = use(RegisterContext);
  return useCallback(() => register.told(), [register]);
}

/** Listens for the whole page. */
export function ShortcutListener({ children }: { children: ReactNode }): ReactNode {
  const register = use(RegisterContext);
  const { shortcuts: areOn } = usePreferences();
  useEffect(() => {
    if (!areOn) return undefined;
    const pressed = new Pressed<Shortcut>();
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const found = pressed.press(event.key, event.timeStamp, register.groups(), window.location.pathname);
      if (found === null) return;
      event.preventDefault();
      found.act();
    };
    register.onCome = () => pressed.hasCome(performance.now(), register.groups())?.act();
    document.addEventListener('keydown', listen);
    return () => {
      register.onCome = () => undefined;
      document.removeEventListener('keydown', listen);
    };
  }, [register, areOn]);
  return children;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]') !== null && target.closest('[data-shortcuts]') === null) return true;
  // A step that is on its way leaves the focus nowhere: what is pressed is for the dialogue, and not for the page below.
  if (target === document.body && document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return true;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio)$/.test(target.type); // a box takes no letters
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
