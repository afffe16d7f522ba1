import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';

/** A new password. What it must be is the server's to say: its sentence stands below, once it has refused one. */
export function NewPassword({
  label = t('A password of your own'),
  value,
  refused,
  onChange,
}: {
  label?: string;
  value: string;
  refused: string | null;
  onChange: (password: string) => void;
}): ReactNode {
  return (
    <PasswordInput
      label={label}
      description={t('Four words that do not belong together will do, or what your password manager makes.')}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('Show the password') }}
      value={value}
      error={refused}
      aria-invalid={refused !== null}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
    />
  );
}
