import { type RefObject, useEffect, useState } from 'react';
import { Refusal } from '../api/refusal.ts';
import { fieldText } from '../words/refusals.ts';

interface Sending {
  readonly send: (work: () => Promise<void>) => Promise<void>;
  readonly isBusy: boolean;
  /** What went wrong and is about no field. */
  readonly error: Error | null;
  /** What the server says of one field, by its JSON pointer; null where it says nothing. */
  readonly said: (pointer: string) => string | null;
}

/**
 * A form that is sent once: what the server refuses stands at its field, and the first of them has the focus. `pointers`: the
 * fields that the form has.
 */
export function useSending(form: RefObject<HTMLFormElement | null>, pointers: readonly string[]): Sending {
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error, form]);
  const send = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
    }
  };
  const fields = (error instanceof Refusal ? error.problem.errors : []).filter((one) => pointers.includes(one.pointer));
  const said = (pointer: string): string | null => {
    const found = fields.find((one) => one.pointer === pointer);
    return found === undefined ? null : fieldText(found);
  };
  return { send, isBusy, error: fields.length > 0 ? null : error, said };
}
