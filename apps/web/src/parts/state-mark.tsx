import {
  ArrowUpRightIcon,
  CheckIcon,
  CircleAlertIcon,
  CircleDashedIcon,
  ClockIcon,
  LockIcon,
  type LucideIcon,
  PencilIcon,
  Undo2Icon,
} from 'lucide-react';
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

const icons: Readonly<Record<Tone, LucideIcon>> = {
  draft: PencilIcon,
  provisional: CircleDashedIcon,
  waiting: ClockIcon,
  issued: ArrowUpRightIcon,
  agreed: CheckIcon,
  wrong: CircleAlertIcon,
  closed: Undo2Icon,
};

/** A state by colour, icon and word, whichever of the three the reader can see. */
export function StateMark({ state }: { state: string }): ReactNode {
  const tone = tones[state] ?? 'draft';
  return (
    <Mark tone={tone} icon={state === 'LOCKED' ? LockIcon : icons[tone]}>
      {stateText(state)}
    </Mark>
  );
}

export function Mark({ tone, icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }): ReactNode {
  const Shown = icon ?? icons[tone];
  return (
    <span className="mark" data-tone={tone}>
      <Shown size={14} strokeWidth={2} aria-hidden />
      {children}
    </span>
  );
}
