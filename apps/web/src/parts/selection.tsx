import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { shortcutTable } from '../frame/shortcut-table.ts';
import { type Shortcut, useShortcuts } from '../frame/shortcuts.tsx';
import { useKept } from '../session/use-typed.ts';
import { t } from '../words/words.ts';
import { useFocusKept } from './focus-kept.ts';

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly set: (keys: readonly string[]) => void;
  readonly toggle: (key: string) => void;
}

const nothing: ReadonlySet<string> = new Set<string>();

/** Which rows of a list are selected: `x` takes the row that `j` and `k` have reached, `Shift X` all from the last one to it. */
export function useSelection(keys: readonly string[]): Selection {
  const { pathname } = useLocation();
  const [chosen, setChosen] = useKept<ReadonlySet<string>>(`selection in ${pathname}`, nothing);
  const last = useRef<string | null>(null);
  const set = useCallback((wanted: readonly string[]) => setChosen(new Set(wanted)), [setChosen]);
  const toggle = useCallback(
    (key: string) => {
      last.current = key;
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      });
    },
    [setChosen],
  );
  const shortcuts = useMemo<Shortcut[]>(() => {
    const reached = (): string | undefined => document.activeElement?.closest<HTMLElement>('tr[data-key]')?.dataset.key;
    const range = (): void => {
      const key = reached();
      if (key === undefined) return;
      const [from, to] = [keys.indexOf(last.current ?? key), keys.indexOf(key)].toSorted((a, b) => a - b);
      setChosen((before) => new Set([...before, ...keys.slice(from, (to ?? 0) + 1)]));
    };
    const one = (): void => {
      const key = reached();
      if (key !== undefined && keys.includes(key)) toggle(key);
    };
    return [
      { ...shortcutTable.selectRow, act: one },
      { ...shortcutTable.selectRange, act: range },
    ];
  }, [keys, toggle, setChosen]);
  useShortcuts(shortcuts);
  // What is no longer in the list is no longer selected.
  const shown = useMemo(() => new Set([...chosen].filter((key) => keys.includes(key))), [chosen, keys]);
  return { chosen: shown, set, toggle };
}

/** The box at the start of a row. `name` says which row, for whoever does not see it. */
export function SelectBox({
  of,
  name,
  selection,
  isDisabled = false,
}: {
  of: string;
  name: string;
  selection: Selection;
  isDisabled?: boolean;
}): ReactNode {
  return (
    <input
      type="checkbox"
      className="select-box"
      aria-label={t('Select {name}', { name })}
      checked={selection.chosen.has(of)}
      disabled={isDisabled}
      onChange={() => selection.toggle(of)}
    />
  );
}

/** At the foot of the window as long as something is selected: how much, what can be done with it, and the way back. */
export function SelectionBar({
  selection,
  says,
  children,
}: {
  selection: Selection;
  says: string;
  children: ReactNode;
}): ReactNode {
  const isNone = selection.chosen.size === 0;
  useFocusKept(isNone);
  // What is announced is put into an element that was there before: so the text has its place while there is none.
  return (
    <div {...(isNone ? {} : { className: 'selection-bar', role: 'group', 'aria-label': says })}>
      <span className="strong" role="status">
        {isNone ? '' : says}
      </span>
      {!isNone && (
        <>
          {children}
          <button type="button" className="link" onClick={() => selection.set([])}>
            {t('Select none')}
          </button>
        </>
      )}
    </div>
  );
}
