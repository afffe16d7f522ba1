import { TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Refusal } from '../api/refusal.ts';
import { fieldText } from '../words/refusals.ts';
import { t } from '../words/words.ts';

/** What the server says of one field; null where it says nothing. */
export function saidOf(error: Error | null, pointer: string): string | null {
  const found = error instanceof Refusal ? error.problem.errors.find((one) => one.pointer === pointer) : undefined;
  return found === undefined ? null : fieldText(found);
}

/** What it says of no field of the form. */
export function restOf(error: Error | null, pointers: readonly string[]): Error | null {
  return error === null || pointers.some((pointer) => saidOf(error, pointer) !== null) ? null : error;
}

interface ReasonGiven {
  readonly value: string;
  readonly error?: string | null;
  readonly isFirst?: boolean; // where the form begins
  readonly onChange: (reason: string) => void;
}

export function Reason({ value, error = null, isFirst = true, onChange }: ReasonGiven): ReactNode {
  return (
    <TextInput
      label={t('Reason')}
      description={t('It stays with the books.')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus={isFirst || undefined}
      required
    />
  );
}

export const submits =
  (work: () => void) =>
  (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    work();
  };

/**
 * Of a form that is sent once all that it needs is in it, and can be read: what is missing is said at its field, in the language
 * of the page, and the first that is wrong has the focus.
 */
export function useWhole(send: () => void): {
  readonly form: { readonly noValidate: true; readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void };
  readonly missing: (value: string) => string | null;
} {
  const [isStopped, stop] = useState(false);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = event.currentTarget.querySelector<HTMLElement>('input:invalid');
    stop(wrong !== null);
    if (wrong === null) send();
    else wrong.focus();
  };
  return {
    form: { noValidate: true, onSubmit },
    missing: (value) => (isStopped && value === '' ? t('This is missing') : null),
  };
}
