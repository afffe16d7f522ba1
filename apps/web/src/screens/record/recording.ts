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

interface Sending<In, Out> {
  readonly send: (sent: In) => Promise<Out>;
  readonly onSending: (sent: In) => void;
  readonly onRefused: (sent: In) => void;
  /** Wherever its reader is by then: what is for the page alone that sent it goes with `mutate`. */
  readonly onRecorded: (recorded: Out, sent: In) => void;
}

/**
 * Sends one request with the key it carries, again and again while no answer comes: it takes effect once. What was entered
 * is let go only by an answer; a session that has ended is none, and the same key is sent after signing in.
 */
export function useSending<In, Out>(sending: Sending<In, Out>): UseMutationResult<Out, Error, In> {
  const { send, onSending, onRefused, onRecorded } = sending;
  return useMutation({
    mutationFn: send,
    onMutate: onSending,
    onSuccess: onRecorded,
    onError: (error, sent) => {
      if (error instanceof Refusal && !error.isSignedOut && !isPassing(error)) onRefused(sent);
    },
    retry: (_, error) => isPassing(error),
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
  });
}

/** The lines of the grid, recorded all or none. */
export function useRecording(outcome: Omit<Sending<Sent, Recorded>, 'send'>): UseMutationResult<Recorded, Error, Sent> {
  return useSending({
    ...outcome,
    send: async ({ key, charges }: Sent): Promise<Recorded> => {
      const body = { charges: [...charges] };
      const said = await answered(api.POST('/api/v1/charges/batches', { params: { header: writing(key) }, body }));
      const { items } = said as { items: readonly { amount: { amount: string } }[] };
      return {
        agreement: charges[0]?.agreement ?? '',
        count: items.length,
        sum: Money.sum(items.map(({ amount }) => Money.totalUsd(amount.amount))).toString(),
      };
    },
  });
}
