import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { askStepUp } from '../frame/step-up.tsx';
import { Intentions } from './intentions.ts';
import { isPassing } from './refusal.ts';

interface Act<In, Out> {
  /** One request, with the key it is given: repeated while no answer comes, it takes effect once. */
  readonly send: (input: In, key: string) => Promise<Out>;
  /** What is no longer as it was read: the first words of query keys. */
  readonly changes: readonly string[];
  /** Wherever its reader is by then. */
  readonly onTaken?: (result: Out) => void;
  /** For whoever is still there: who has gone elsewhere, or looks at another question, stays there. */
  readonly onDone?: (result: Out) => void;
}

/** A write, under the key of its intention. A refusal for want of a fresh proof asks for it, and sends again. */
export function useAct<In = void, Out = unknown>({
  send,
  changes,
  onTaken,
  onDone,
}: Act<In, Out>): UseMutationResult<Out, Error, In> {
  const queries = useQueryClient();
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => void (isThere.current = false);
  }, []);
  const [intentions] = useState(() => new Intentions<In>());
  return useMutation({
    mutationFn: (input: In) => intentions.send(input, (key) => send(input, key), askStepUp),
    retry: (count, error) => isPassing(error) && count < 10,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
    onSuccess: (result) => {
      onTaken?.(result);
      if (isThere.current) onDone?.(result);
    },
    onSettled: () => Promise.all(changes.map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
}
