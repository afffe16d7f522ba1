/** A sentence that says what a key did, and goes away by itself. */
export interface Note {
  readonly text: string;
}

let current: Note | null = null;
const listeners = new Set<() => void>();

/** Shows it below the page, and has it read out. Nobody has to do anything with it. */
export function quietly(text: string): void {
  set({ text });
}

export function noteGone(note: Note): void {
  if (current === note) set(null);
}

export function noteNow(): Note | null {
  return current;
}

export function onNote(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(note: Note | null): void {
  current = note;
  for (const listener of listeners) listener();
}
