import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** The one-time code of an authenticator: a password manager may fill it in, and it may be pasted. */
export function Prompt({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (code: string) => void;
}): ReactNode {
  return (
    <TextInput
      label={label}
      autoComplete="one-time-code"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s/g, ''))}
    />
  );
}
