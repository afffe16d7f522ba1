import {
  IconAlertCircle,
  IconArrowBackUp,
  IconArrowUpRight,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconLock,
  IconPencil,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { stateText } from '../words/codes.ts';

export type Tone = 'draft' | 'provisional' | 'waiting' | 'issued' | 'agreed' | 'wrong' | 'closed';

const tones: Readonly<Record<string, Tone>> = {
  DRAFT: 'draft',
  SHARED: 'draft',
  READY: 'waiting',
  HALF_SIGNED: 'provisional',
  WITHDRAWN: 'closed',
  ACKNOWLEDGED: 'issued',
  OPEN: 'draft',
  PROVISIONAL: 'provisional',
  RECORDED: 'waiting',
  RECEIVED: 'waiting',
  SIGNED_BY_ONE: 'waiting',
  CLOSING: 'waiting',
  REOPEN_REQUESTED: 'waiting',
  REOPENED: 'waiting',
  APPROVED: 'waiting',
  ISSUED: 'issued',
  INVOICED: 'issued',
  SIGNED: 'agreed',
  CERTIFIED: 'agreed',
  SETTLED: 'agreed',
  REVERSING: 'waiting',
  DISPUTED: 'wrong',
  RETURNED: 'wrong',
  CREDITED: 'closed',
  REJECTED: 'closed',
  REVERSED: 'closed',
  DISCARDED: 'closed',
  LOCKED: 'closed',
  PROPOSED: 'waiting',
  TO_COME: 'issued',
  IN_FORCE: 'agreed',
  DECLINED: 'closed',
  OVER: 'closed',
  ENDED: 'closed',
  DONE: 'agreed',
  LAPSED: 'closed',
};

const icons: Readonly<Record<Tone, Icon>> = {
  draft: IconPencil,
  provisional: IconCircleDashed,
  waiting: IconClock,
  issued: IconArrowUpRight,
  agreed: IconCheck,
  wrong: IconAlertCircle,
  closed: IconArrowBackUp,
};

/** A state by colour, icon and word, whichever of the three the reader can see. */
export function StateMark({ state }: { state: string }): ReactNode {
  const tone = tones[state] ?? 'draft';
  return (
    <Mark tone={tone} icon={state === 'LOCKED' ? IconLock : icons[tone]}>
      {stateText(state)}
    </Mark>
  );
}

export function Mark({ tone, icon, children }: { tone: Tone; icon?: Icon; children: ReactNode }): ReactNode {
  const Shown = icon ?? icons[tone];
  return (
    <span className="mark" data-tone={tone}>
      <Shown size={14} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
