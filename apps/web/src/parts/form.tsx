import { TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
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
