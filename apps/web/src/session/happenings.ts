import { useSyncExternalStore } from 'react';

/** A fact about the whole page that anything may find out, such as "the session has ended". */
export class Happening {
  private isSo = false;
  private readonly listeners = new Set<() => void>();

  set(isSo: boolean): void {
    if (this.isSo === isSo) return;
    this.isSo = isSo;
    for (const listener of this.listeners) listener();
  }

  readonly get = (): boolean => this.isSo;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export function useHappening(happening: Happening): boolean {
  return useSyncExternalStore(happening.subscribe, happening.get);
}

/** The server answered 401 on a page that was signed in: the dialogue asks to sign in, and the page stays as it is. */
export const sessionEnded = new Happening();

/** A request got no answer: the bar says so, and asks until one comes. */
export const connectionLost = new Happening();
