import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { sentTrip } from '../../api/queries.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { t } from '../../words/words.ts';
import { chargeChanges } from '../charges/charge-changes.ts';
import { forgetSentTrip, keepRefusedTrip, type TripDraft } from './draft.ts';

interface Left {
  /** Whether it may be typed on and sent again under its key: nothing has taken effect under it so far. */
  readonly isOpen: boolean;
  /** Somebody else’s request under that key was quicker, or this one was refused: what stands under it now? */
  readonly askAgain: () => void;
  readonly notice: ReactNode;
}

interface Became {
  readonly onRefused: () => void;
  readonly onRecorded: (charge: Answers['ChargeAnswer']) => void;
}

/** What became of a trip that another page has sent, which may be gone: the server knows it by its key. */
export function useLeft(name: string, { form, sent, isLeft }: TripDraft, { onRefused, onRecorded }: Became): Left {
  const queries = useQueryClient();
  const asking = { ...sentTrip(sent ?? ''), enabled: isLeft && sent !== null };
  const { data, error } = useQuery(asking);
  const became = asking.enabled ? data : undefined;
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
    if (became !== undefined && became !== null && sent !== null) isKnown(became, sent);
  }, [became, sent]);
  const askAgain = (): void => void queries.invalidateQueries({ queryKey: asking.queryKey });
  return {
    isOpen: became === null,
    askAgain,
    notice: !asking.enabled ? null : error !== null && became === undefined ? (
      <Trouble error={error} onRetry={askAgain} />
    ) : (
      <p className="notice" data-tone="closed" role="status">
        {became === undefined
          ? t('This trip was sent by another page: the server is asked what became of it.')
          : t(
              'This trip was sent by another page, and is not recorded so far. Who travelled and the numbers of tickets are not kept on this computer: enter them, and send it again. It is recorded once.',
            )}
      </p>
    ),
  };
}
