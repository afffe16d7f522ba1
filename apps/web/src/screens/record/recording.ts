import {
  type MutateOptions,
  type Mutation,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { Money } from '#kernel';
import { answered, api, writing } from '../../api/client.ts';
import { isPassing, Refusal } from '../../api/refusal.ts';
import type { Sent } from './draft.ts';
import { beginSending } from './under-way.ts';

export interface Recorded {
  readonly agreement: string;
  readonly count: number;
  readonly sum: string;
}

interface Sending<In, Out> {
  readonly send: (sent: In) => Promise<Out>;
  /** Asked before each attempt; what is not wanted any more ends without an answer. Absent: it always is. */
  readonly isWanted?: (sent: In) => boolean;
  readonly onSending: (sent: In) => void;
  readonly onRefused: (sent: In, refusal: Refusal) => void;
  /** Wherever its reader is by then: what is for the page alone that sent it goes with `mutate`. */
  readonly onRecorded: (recorded: Out, sent: In) => void;
}

type Ended = () => void;

type Recording<In, Out> = Omit<UseMutationResult<Out, Error, In, Ended>, 'mutate'> & {
  readonly mutate: (sent: In, answers: MutateOptions<Out, Error, In, Ended>) => void;
};

const kind = ['sending under a key'];

/**
 * Sends one request with the key it carries, again and again while no answer comes: it takes effect once, and is not sent
 * beside itself. What was entered is let go only by an answer; a session that has ended is none, and the same key is sent
 * after signing in.
 */
export function useSending<In extends { readonly key: string }, Out>(sending: Sending<In, Out>): Recording<In, Out> {
  const { send, isWanted = () => true, onSending, onRefused, onRecorded } = sending;
  const queries = useQueryClient();
  const recording = useMutation<Out, Error, In, Ended>({
    mutationKey: kind,
    mutationFn: (sent) => (isWanted(sent) ? send(sent) : Promise.reject(new NotWanted())),
    onMutate: (sent) => {
      onSending(sent);
      return beginSending(sent.key);
    },
    onSettled: (_result, _error, _sent, ended) => ended?.(),
    onSuccess: onRecorded,
    onError: (error, sent) => {
      if (error instanceof Refusal && !error.isSignedOut && !isPassing(error)) onRefused(sent, error);
    },
    retry: (_, error) => isPassing(error),
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
  });
  const { mutate } = recording;
  const mutateOnce = useCallback(
    (sent: In, answers: MutateOptions<Out, Error, In, Ended>): void => {
      const isThis = (one: Mutation): boolean => (one.state.variables as Partial<In> | undefined)?.key === sent.key;
      if (queries.isMutating({ mutationKey: kind, predicate: isThis }) === 0) mutate(sent, answers);
    },
    [queries, mutate],
  );
  return { ...recording, mutate: mutateOnce };
}

/** It was set aside while no answer came. */
export class NotWanted extends Error {}

/** The lines of the grid, recorded all or none. */
export function useRecording(outcome: Omit<Sending<Sent, Recorded>, 'send'>): Recording<Sent, Recorded> {
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
