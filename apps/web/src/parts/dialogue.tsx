import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { keepsFocus } from './focus-back.ts';
import { t } from '../words/words.ts';

/** What is asked of whoever is in the middle of a dialogue stands over it: who they are before a step, and above all whether they are. */
export const over = { step: 300, all: 400 } as const;

interface Asked {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A question over the page: Escape and the cross leave everything as it is. */
export function Dialogue({ isOpen, title, onClose, isWide = false, children }: Asked): ReactNode {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={focusSomewhere}
      title={title}
      size={isWide ? 'xl' : 'md'}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <div ref={keepsFocus}>{children}</div>
    </Modal>
  );
}

/** Where the button that asked is gone, by what was decided, the focus is on the screen and not on the page around it. */
function focusSomewhere(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('#screen')?.focus({ preventScroll: true });
}
