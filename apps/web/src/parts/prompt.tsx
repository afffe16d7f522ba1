import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** The one-time code of an authenticator: digits, which a password manager may fill in, and which may be pasted. */
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
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s/g, ''))}
    />
  );
}
