const prefix = 'recoup.draft.';

/** Unfinished work, kept in this browser alone until it is sent or its owner signs out. False: it is not. */
export function keepDraft(name: string, draft: object): boolean {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(draft));
    return true;
  } catch {
    return false; // a full or a forbidden store: the draft lives as long as the page
  }
}

/**
 * What may not be on a disk, until the page is loaded anew. It is a variable, for a browser writes the store of a tab
 * (`sessionStorage`) to its profile too.
 */
export function keepInMemory(name: string, draft: object): void {
  memory.set(name, draft);
}

/** What was kept, as it was; the caller checks its form, for another version may have kept it. */
export function keptDraft(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}

/** Of all that is on the disk, whichever page kept it; by name. */
export function keptDraftNames(): string[] {
  try {
    const names = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return names.map((key) => key.slice(prefix.length)).toSorted();
  } catch {
    return []; // nothing was kept
  }
}

/** Null: nothing was kept since the page was loaded. */
export function draftInMemory(name: string): unknown {
  return memory.get(name) ?? null;
}

export function forgetDraft(name: string): void {
  memory.delete(name);
  forgetOnDisk(name);
}

/** What is in the memory of the page stays there. */
export function forgetOnDisk(name: string): void {
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // nothing was kept
  }
}

export function forgetDrafts(): void {
  memory.clear();
  try {
    for (const name of keptDraftNames()) localStorage.removeItem(prefix + name);
  } catch {
    // nothing was kept
  }
}

const memory = new Map<string, object>();
