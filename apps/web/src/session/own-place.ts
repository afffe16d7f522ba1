import { keptDraft, keptDraftNames } from './drafts.ts';

/**
 * Where this page keeps its draft of that name. All pages of a browser share one disk, so each writes to a place of its own,
 * which a lock of the browser keeps from the others until the page is closed. A page that has nothing of its own takes up what
 * a closed one has left, and of that first what `comesFirst` says.
 */
export function ownPlace(name: string, comesFirst: (kept: unknown) => boolean): Promise<string> {
  const isAsked = asked.get(name);
  if (isAsked !== undefined) return isAsked;
  const found = find(name, comesFirst).finally(() => asked.delete(name));
  asked.set(name, found);
  return found;
}

/** The drafts of that name that no open page holds. */
export async function leftPlaces(name: string): Promise<string[]> {
  const { held: locks = [] } = await navigator.locks.query();
  const isHeld = new Set(locks.map((lock) => lock.name));
  return placesOf(name).filter((place) => !isHeld.has(lockOf(place)));
}

const asked = new Map<string, Promise<string>>();
const own = new Map<string, string>();
const reloadMs = 1_000; // the page that is loaded anew lets go of its locks only now

async function find(name: string, comesFirst: (kept: unknown) => boolean): Promise<string> {
  const before = own.get(name);
  if (before !== undefined && keptDraft(before) !== null) return before;
  const found = (await ofThisTab(name)) ?? (await left(name, comesFirst)) ?? before ?? (await fresh(name));
  own.set(name, found);
  remember(name, found);
  return found;
}

/** What this tab had before it was loaded anew. A tab that was doubled remembers the place of the other one, which holds it. */
async function ofThisTab(name: string): Promise<string | null> {
  const place = remembered(name);
  if (place === null || keptDraft(place) === null) return null;
  return (await hold(place, { signal: AbortSignal.timeout(reloadMs) })) ? place : null;
}

async function left(name: string, comesFirst: (kept: unknown) => boolean): Promise<string | null> {
  const places = placesOf(name).toSorted((a, b) => Number(comesFirst(keptDraft(b))) - Number(comesFirst(keptDraft(a))));
  for (const place of places) if (await hold(place, { ifAvailable: true })) return place;
  return null;
}

async function fresh(name: string): Promise<string> {
  const place = `${name} ${crypto.randomUUID()}`;
  await hold(place, {});
  return place;
}

/** Whether this page has it now, until it is closed. */
function hold(place: string, options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const held = (lock: Lock | null): Promise<void> => {
      resolve(lock !== null);
      return lock === null ? Promise.resolve() : new Promise(() => undefined);
    };
    navigator.locks.request(lockOf(place), options, held).catch(() => resolve(false)); // nobody let go of it in time
  });
}

function placesOf(name: string): string[] {
  return keptDraftNames().filter((place) => place === name || place.startsWith(`${name} `));
}

function lockOf(place: string): string {
  return `recoup.draft.${place}`;
}

function remember(name: string, place: string): void {
  try {
    sessionStorage.setItem(lockOf(name), place);
  } catch {
    // a forbidden store: then what is loaded anew takes up what is left
  }
}

function remembered(name: string): string | null {
  try {
    return sessionStorage.getItem(lockOf(name));
  } catch {
    return null;
  }
}
