import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { Money } from '#kernel';
import { answered, api, writing } from '../../api/client.ts';
import { isPassing, Refusal } from '../../api/refusal.ts';
import type { Sent } from './draft.ts';

export interface Recorded {
  readonly agreement: string;
  readonly count: number;
  readonly sum: string;
}

interface Outcome {
  readonly onSending: (sent: Sent) => void;
  readonly onRefused: () => void;
  readonly onRecorded: (recorded: Recorded) => void;
}

/**
 * Sends the lines with one key, again and again while no answer comes: they are recorded once. The lines are let go only
 * by an answer; a session that has ended is none, and the same key is sent after signing in.
 */
export function useRecording({ onSending, onRefused, onRecorded }: Outcome): UseMutationResult<Recorded, Error, Sent> {
  return useMutation({
    mutationFn: async ({ key, charges }: Sent): Promise<Recorded> => {
      const body = { charges: [...charges] };
      const said = await answered(api.POST('/api/v1/charges/batches', { params: { header: writing(key) }, body }));
      const { items } = said as { items: readonly { amount: { amount: string } }[] };
      return {
        agreement: charges[0]?.agreement ?? '',
        count: items.length,
        sum: Money.sum(items.map(({ amount }) => Money.usd(amount.amount))).toString(),
      };
    },
    onMutate: onSending,
    onSuccess: onRecorded,
    onError: (error) => {
      if (error instanceof Refusal && !error.isSignedOut && !isPassing(error)) onRefused();
    },
    retry: (_, error) => isPassing(error),
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
  });
}
