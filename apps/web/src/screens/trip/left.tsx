import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { sentTrip } from '../../api/queries.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';
import { chargeChanges } from '../charges/charge-changes.ts';
import { isBeingSent } from '../record/under-way.ts';
import { forgetSentTrip, keepRefusedTrip, type TripDraft } from './draft.ts';
import { SetAside } from './aside.tsx';

interface Left {
  /** Whether who travelled may be typed anew, and it be sent again under its key: nothing has taken effect under it so far. */
  readonly isOpen: boolean;
  /** Somebody else’s request under that key was quicker, or this one was refused: what stands under it now? */
  readonly askAgain: () => void;
  readonly notice: ReactNode;
}

interface Became {
  /** How far this sheet is with sending it: what it awaits an answer to is asked for no other way, unless another page sent it. */
  readonly sending: 'none' | 'awaited' | 'answered';
  readonly onRefused: () => void;
  readonly onRecorded: (charge: Answers['ChargeAnswer']) => void;
  readonly onSetAside: () => void;
}

const againAfterMs = 4_000;

/**
 * What became of a trip that was sent, and whose answer this sheet does not await: by another page, which may be gone, or by this
 * one before its reader went elsewhere. The server knows it by its key, and the browser whether one of its pages is sending it.
 */
export function useLeft(name: string, { form, sent, isLeft }: TripDraft, became: Became): Left {
  const { sending, onRefused, onRecorded, onSetAside } = became;
  const queries = useQueryClient();
  const isAsked = sent !== null && (isLeft || sending === 'none');
  const asking = { ...sentTrip(sent ?? ''), enabled: isAsked };
  const { data, error } = useQuery({
    ...asking,
    refetchInterval: ({ state }) => (state.data === null ? againAfterMs : false),
  });
  const { data: isBeing } = useQuery({
    queryKey: [...asking.queryKey, 'under way'],
    queryFn: () => isBeingSent(sent ?? ''),
    ...{ enabled: isAsked, refetchInterval: 1_000, staleTime: 0, gcTime: 0 },
  });
  const known = isAsked ? data : undefined;
  const isKnown = useEffectEvent(({ outcome, charge }: Answers['SentTripAnswer'], key: string): void => {
    if (outcome === 'REFUSED') {
      keepRefusedTrip(name, { form, key });
      onRefused();
    }
    if (charge !== null) {
      forgetSentTrip(name, key);
      for (const first of chargeChanges) void queries.invalidateQueries({ queryKey: [first] });
      onRecorded(charge);
    }
  });
  useEffect(() => {
    if (known !== undefined && known !== null && sent !== null) isKnown(known, sent);
  }, [known, sent]);
  const askAgain = (): void => void queries.invalidateQueries({ queryKey: asking.queryKey });
  const isUnderWay = sending === 'awaited' ? 'here' : isBeing === true ? 'elsewhere' : isBeing;
  const isOpen = isLeft && known === null && (isUnderWay === 'here' || isUnderWay === false);
  return {
    isOpen,
    askAgain,
    notice:
      !isAsked || sent === null ? null : (
        <div className="notice sent-trip" data-tone="closed">
          {error !== null && known === undefined ? (
            <Trouble error={error} onRetry={askAgain} />
          ) : (
            <p role="status">{saidOf({ known, isUnderWay, isLeft, isOpen })}</p>
          )}
          <SetAside name={name} sent={sent} onSetAside={onSetAside} />
        </div>
      ),
  };
}

interface Known {
  readonly known: Answers['SentTripAnswer'] | null | undefined;
  readonly isUnderWay: 'here' | 'elsewhere' | false | undefined;
  readonly isLeft: boolean;
  readonly isOpen: boolean;
}

function saidOf({ known, isUnderWay, isLeft, isOpen }: Known): string {
  if (known === undefined || isUnderWay === undefined)
    return isLeft
      ? t('This trip was sent by another page: the server is asked what became of it.')
      : t('This trip was sent: the server is asked what became of it.');
  if (isUnderWay !== false)
    return isLeft && isUnderWay === 'elsewhere'
      ? t('This trip is under way: another page of this browser is sending it. It is not recorded so far.')
      : t('This trip is under way, and is not recorded so far.');
  if (!isOpen) return t('This trip was sent, and is not recorded so far. Sent again, it is recorded once.');
  return t(
    'This trip was sent by another page, and is not recorded so far. Who travelled and the numbers of tickets are not kept on this computer: enter them, and send it again. It is recorded once. For another trip, set this one aside.',
  );
}
