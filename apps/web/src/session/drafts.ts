const prefix = 'recoup.draft.';

/**
 * Unfinished work, kept in this browser alone until it is sent or its owner signs out. `forTab`: what may not outlive the
 * tab it was typed in, where that is more.
 */
export function keepDraft(name: string, draft: object, forTab?: object): void {
  keep(() => localStorage, name, draft);
  if (forTab !== undefined) keep(() => sessionStorage, name, forTab);
}

/** What was kept, as it was; the caller checks its form, for another version may have kept it. */
export function keptDraft(name: string): unknown {
  return kept(() => localStorage, name);
}

export function draftForTab(name: string): unknown {
  return kept(() => sessionStorage, name);
}

export function forgetDraft(name: string): void {
  for (const store of stores) {
    try {
      store().removeItem(prefix + name);
    } catch {
      // nothing was kept
    }
  }
}

export function forgetDrafts(): void {
  for (const store of stores) {
    try {
      for (const key of Object.keys(store())) if (key.startsWith(prefix)) store().removeItem(key);
    } catch {
      // nothing was kept
    }
  }
}

/** A store that is forbidden throws when it is named. */
type Store = () => Storage;
const stores: readonly Store[] = [() => localStorage, () => sessionStorage];

function keep(store: Store, name: string, draft: object): void {
  try {
    store().setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // a full or a forbidden store: the draft lives as long as the page
  }
}

function kept(store: Store, name: string): unknown {
  try {
    return JSON.parse(store().getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
}
