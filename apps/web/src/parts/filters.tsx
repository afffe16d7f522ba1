import { XIcon } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { t } from '../words/words.ts';

/**
 * The filters of a screen, as the address has them: `?state=RECORDED&agreement=CRA-2025-001`. Copying the address shares
 * the view, and Back undoes a filter. `names` are those that the screen knows; others in the address are left alone. A change
 * is drawn before the next key: what was chosen stands there from then on, and is not lost to what is chosen next.
 */
export function useFilters<Name extends string>(
  names: readonly Name[],
): [filter: Partial<Record<Name, string>>, change: (changes: Partial<Record<Name, string | null>>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search.get(name);
    if (value !== null && value !== '') filter[name] = value;
  }
  const change = useCallback(
    (changes: Partial<Record<Name, string | null>>) => {
      setSearch(
        (before) => {
          for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
            if (value === null || value === undefined || value === '') before.delete(name);
            else before.set(name, value);
          }
          return before;
        },
        { flushSync: true },
      );
    },
    [setSearch],
  );
  return [filter, change];
}

export interface Chip {
  readonly name: string;
  readonly label: string; // "State: Recorded"
}

/** What the list is narrowed by, each removable. */
export function Chips({ chips, onRemove }: { chips: readonly Chip[]; onRemove: (name: string) => void }): ReactNode {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('Filters')}>
      {chips.map(({ name, label }) => (
        <li key={name}>
          <button type="button" onClick={() => onRemove(name)} title={t('Remove this filter')}>
            <bdi>{label}</bdi>
            <XIcon size={12} aria-label={t('Remove this filter')} />
          </button>
        </li>
      ))}
    </ul>
  );
}
