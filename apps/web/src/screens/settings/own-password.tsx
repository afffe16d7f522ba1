import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { Refusal } from '../../api/refusal.ts';
import { NewPassword } from '../../coming-in/password.tsx';
import { Step } from '../../coming-in/second-factor.tsx';
import '../../look/coming-in.css';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { changePassword, session } from '../../session/session.ts';
import { useSession } from '../../session/signed-in.tsx';
import { fieldText } from '../../words/refusals.ts';
import { useTyped } from '../../session/use-typed.ts';
import { t } from '../../words/words.ts';

/** Another password in the place of the own. Whoever has none here reads where it is changed. */
export function OwnPassword(): ReactNode {
  const { demo, hasPassword } = useSession();
  const back = <Link to="/settings">{t('Back to Settings')}</Link>;
  const change = useAct({ changes: ['sessions'], send: changePassword });
  return (
    <Page title={t('Password')}>
      {demo ? (
        <p>{t('The people of the sample have the password that is printed, and no second factor.')}</p>
      ) : !hasPassword ? (
        <p>{t('You have no password here: you sign in at the identity provider, and change it there.')}</p>
      ) : change.isSuccess ? (
        <Step title={t('The new password holds')}>
          <p>{t('Wherever else you were signed in, terminals too, you are signed out. Your keys go on.')}</p>
        </Step>
      ) : (
        <Change error={change.error} isBusy={change.isPending} onChange={(given) => change.mutate(given)} />
      )}
      <div className="choices">{back}</div>
    </Page>
  );
}

const fields = ['/current', '/password'];

function Change({
  error,
  isBusy,
  onChange,
}: {
  error: Error | null;
  isBusy: boolean;
  onChange: (given: { current: string; password: string }) => void;
}): ReactNode {
  const [current, setCurrent] = useTyped('own password');
  const [password, setPassword] = useTyped('next password');
  const { person } = useSession();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const said = error instanceof Refusal ? error.problem.errors.filter(({ pointer }) => fields.includes(pointer)) : [];
  const saidOf = (field: string): string | null => {
    const found = said.find(({ pointer }) => pointer === field);
    return found === undefined ? null : fieldText(found);
  };
  useEffect(() => {
    if (error === null) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    // Whoever changed it elsewhere, or was given another way in, is told what holds now.
    if (error instanceof Refusal && error.problem.code === 'NO_PASSWORD_HERE')
      void queries.invalidateQueries({ queryKey: session().queryKey });
  }, [error, queries]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onChange({ current, password });
  };
  return (
    <form ref={form} onSubmit={submit} className="outside-form" noValidate>
      <p>{t('Wherever else you are signed in, you will be signed out.')}</p>
      <input className="hidden" tabIndex={-1} aria-hidden autoComplete="username" value={person.code} readOnly />
      <PasswordInput
        label={t('The password that you have now')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('Show the password') }}
        value={current}
        error={saidOf('/current')}
        aria-invalid={saidOf('/current') !== null}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <NewPassword label={t('New password')} value={password} refused={saidOf('/password')} onChange={setPassword} />
      {error !== null && said.length === 0 && <Trouble error={error} />}
      <Button type="submit" loading={isBusy}>
        {t('Change the password')}
      </Button>
    </form>
  );
}
