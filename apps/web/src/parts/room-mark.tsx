import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import { Mark } from './state-mark.tsx';

/** Whether a budget line has room for what is recorded and not certified; how much is for its owner alone. */
export function RoomMark({ hasRoom }: { hasRoom: boolean }): ReactNode {
  return <Mark tone={hasRoom ? 'agreed' : 'wrong'}>{hasRoom ? t('has room') : t('no room')}</Mark>;
}
