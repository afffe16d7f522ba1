import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { askStepUp } from '../frame/step-up.tsx';
import { newKey } from './client.ts';
import { isPassing, Refusal } from './refusal.ts';

interface Act<In, Out> {
  /** One request, with the key it is given: repeated while no answer comes, it takes effect once. */
  readonly send: (input: In, key: string) => Promise<Out>;
  /** What is no longer as it was read: the first words of query keys. */
  readonly changes: readonly string[];
  readonly onDone?: (result: Out) => void;
}

/**
 * A write. One Idempotency-Key for one intention: it stays the same while it is not known whether the request took effect,
 * and is a new one after an answer. A refusal for want of a fresh proof asks for it, and sends again.
 */
export function useAct<In = void, Out = unknown>({
  send,
  changes,
  onDone,
}: Act<In, Out>): UseMutationResult<Out, Error, In> {
  const queries = useQueryClient();
  const key = useRef<string | null>(null);
  return useMutation({
    mutationFn: async (input: In) => {
      key.current ??= newKey();
      try {
        const result = await send(input, key.current);
        key.current = null;
        return result;
      } catch (error) {
        if (!isPassing(error)) key.current = null;
        if (!(error instanceof Refusal && error.wantsStepUp) || !(await askStepUp())) throw error;
        return send(input, newKey());
      }
    },
    retry: (count, error) => isPassing(error) && count < 10,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
    onSuccess: (result) => onDone?.(result),
    onSettled: () => Promise.all(changes.map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
}
