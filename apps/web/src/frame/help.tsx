import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import { shortcutTable } from './shortcut-table.ts';
import { useAllShortcuts } from './shortcuts.tsx';

/** All that can be pressed on this screen. */
export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const all = useAllShortcuts();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('All shortcuts of this screen')}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <table className="list plain">
        <tbody>
          {[...all(), shortcutTable.search, shortcutTable.copyAddress].map(({ keys, does }) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{t(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t('Single letters can be switched off in Settings.')}</p>
    </Modal>
  );
}
