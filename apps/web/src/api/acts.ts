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
  /** Those of a form that outlives its dialogue; absent: of this part of the page alone. */
  readonly intentions?: Intentions<In>;
  /** Wherever its reader is by then. */
  readonly onTaken?: (result: Out) => void;
  /** For whoever is still there: who has gone elsewhere, or looks at another question, stays there. */
  readonly onDone?: (result: Out) => void;
}

/** What of a mutation a part of the page asks for. */
type Acting<In, Out> = Pick<
  UseMutationResult<Out, Error, In>,
  'data' | 'error' | 'isPending' | 'isSuccess' | 'reset'
> & {
  readonly variables: In | undefined;
  readonly mutate: (input: In, answers?: { readonly onSuccess: (result: Out) => void }) => void;
};

/** As it was when it was pressed: what is typed or read while no answer comes is no part of what is sent again. */
interface Pressed<In, Out> extends Pick<Act<In, Out>, 'send'> {
  readonly input: In;
}

/** A write, under the key of its intention. A refusal for want of a fresh proof asks for it, and sends again. */
export function useAct<In = void, Out = unknown>({
  send,
  changes,
  intentions: given,
  onTaken,
  onDone,
}: Act<In, Out>): Acting<In, Out> {
  const queries = useQueryClient();
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => void (isThere.current = false);
  }, []);
  const [own] = useState(() => new Intentions<In>());
  const intentions = given ?? own;
  const { data, error, isPending, isSuccess, reset, variables, mutate } = useMutation<Out, Error, Pressed<In, Out>>({
    mutationFn: (pressed) => intentions.send(pressed.input, (key) => pressed.send(pressed.input, key), askStepUp),
    retry: (count, error) => isPassing(error) && count < 10,
    retryDelay: (count) => Math.min(1_000 * 2 ** count, 8_000),
    onSuccess: (result) => {
      onTaken?.(result);
      if (isThere.current) onDone?.(result);
    },
    onSettled: () => Promise.all(changes.map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
  return {
    ...{ data, error, isPending, isSuccess, reset, variables: variables?.input },
    mutate: (input, answers) => mutate({ input, send }, answers),
  };
}
