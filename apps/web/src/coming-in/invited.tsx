import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { Facts } from '../parts/facts.tsx';
import { Code, Instant } from '../parts/figures.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { acceptInvitation } from '../session/coming-in.ts';
import { t } from '../words/words.ts';
import { Outside } from './outside.tsx';
import { NewPassword } from './password.tsx';
import { useSending } from './sending.ts';

interface Asked {
  readonly token: string;
  readonly person: { readonly code: string; readonly name: string };
  readonly secretariat: string;
  readonly expiresAt: string;
  readonly onCome: (code: string, password: string) => Promise<void>;
}

/** Whoever was invited sets the password; what was open under an old one ends with that. */
export function Invited({ token, person, secretariat, expiresAt, onCome }: Asked): ReactNode {
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { send, isBusy, error, said } = useSending(form, ['/password']);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(async () => {
      await acceptInvitation({ token, password });
      await onCome(person.code, password);
    });
  };
  return (
    <Outside title={t('You are invited')} lead={t('Set your password, and you are in.')} offersLanguages>
      <Facts
        of={[
          [t('Name'), person.name],
          [t('Secretariat'), secretariat],
          [t('Your code, by which you sign in'), <Code key="code">{person.code}</Code>],
          [t('The link is good until'), <Instant key="until" of={expiresAt} />],
        ]}
      />
      <form ref={form} onSubmit={submit} className="outside-form" noValidate>
        <input className="hidden" tabIndex={-1} aria-hidden autoComplete="username" value={person.code} readOnly />
        <NewPassword value={password} refused={said('/password')} onChange={setPassword} />
        {error !== null && <Trouble error={error} />}
        <Button type="submit" loading={isBusy}>
          {t('Come in')}
        </Button>
      </form>
    </Outside>
  );
}
