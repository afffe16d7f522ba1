import { type ReactNode, useEffect, useState } from 'react';
import { keysByPlace, type KeyOf } from '../../frame/shortcut-table.ts';
import { useAllShortcuts } from '../../frame/shortcuts.tsx';
import { t } from '../../words/words.ts';

/** Every key of every screen that is open to whoever is signed in, by where it is heard. */
export function AllShortcuts(): ReactNode {
  const all = useAllShortcuts();
  const [letters, list] = useState<readonly Omit<KeyOf, 'on'>[]>([]);
  useEffect(() => list(all().filter(({ keys }) => keys.startsWith('g '))), [all]); // the frame's are known once it stands
  return (
    <>
      <h2>{t('All shortcuts')}</h2>
      <table className="list plain">
        <Keys place={t('To a screen')} of={letters} />
        {keysByPlace().map(([place, keys]) => (
          <Keys key={place} place={t(place)} of={keys} />
        ))}
      </table>
    </>
  );
}

function Keys({ place, of }: { place: string; of: readonly Omit<KeyOf, 'on'>[] }): ReactNode {
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={2}>
          {place}
        </th>
      </tr>
      {of.map(({ keys, does }) => (
        <tr key={keys}>
          <th scope="row">
            <kbd>{keys}</kbd>
          </th>
          <td>{t(does)}</td>
        </tr>
      ))}
    </tbody>
  );
}
