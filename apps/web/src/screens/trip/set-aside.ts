import { forgetDraft, keepDraft, keptDraftNames } from '../../session/drafts.ts';

/**
 * Keys of trips that were sent, are not known to be recorded, and are not wanted any more. Kept on the disk, where every page of
 * the browser sees it, until its owner signs out: none of them sends under such a key again, nor keeps a draft of it. A key tells
 * nobody who travels.
 */
export function setAsideKey(name: string, key: string): void {
  known.add(key);
  keepDraft(placeOf(name, key), {});
}

export function isSetAside(key: string): boolean {
  return known.has(key) || keptDraftNames().some((place) => place.startsWith(`aside ${key} `));
}

/** Of all drafts whose name begins so. */
export function keysSetAside(beginning: string): string[] {
  return keptDraftNames().flatMap((place) => {
    const [, key, of] = partsOf(place);
    return key !== undefined && of?.startsWith(beginning) === true ? [key] : [];
  });
}

/** What became of it is known, and was read. This page does not send it even so. */
export function forgetSetAside(beginning: string, key: string): void {
  for (const place of keptDraftNames()) if (place.startsWith(`aside ${key} ${beginning}`)) forgetDraft(place);
}

/** Another page of the browser has set one aside, which may be what this one is sending. */
export function whenSetAsideElsewhere(tell: (key: string) => void): () => void {
  const listen = ({ key: stored, newValue }: StorageEvent): void => {
    const [, key] = partsOf((stored ?? '').replace(/^recoup\.draft\./, ''));
    if (key === undefined || newValue === null) return;
    known.add(key); // also once it is forgotten on the disk
    tell(key);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

const known = new Set<string>();

/** Before the name is the key, which has no space in it. */
function placeOf(name: string, key: string): string {
  return `aside ${key} ${name}`;
}

function partsOf(place: string): readonly string[] {
  return /^aside (\S+) (.*)$/s.exec(place) ?? [];
}
