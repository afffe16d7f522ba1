import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { NotConnected, Refusal } from '../api/refusal.ts';
import { Prompt } from '../parts/prompt.tsx';
import { useTitle } from '../parts/page.tsx';
import { type DemoPerson, session, showSecondFactor, signIn, waysIn } from '../session/session.ts';
import { useTyped } from '../session/use-typed.ts';
import { dutyText } from '../words/codes.ts';
import { t } from '../words/words.ts';
import { Languages } from './languages.tsx';

/** The page of whoever is not signed in. The address stays what it was, so that signing in leads there. */
export function SignIn(): ReactNode {
  const queries = useQueryClient();
  useTitle(t('Sign in'));
  return (
    <main className="sign-in">
      <h1>Recoup</h1>
      <p className="muted">{t('Cost recovery between two secretariats, in both books at once.')}</p>
      <SignInForm onSignedIn={() => queries.resetQueries({ queryKey: session().queryKey })} />
      <Languages />
    </main>
  );
}

/** Account and password, the second factor where there is one, and in demo books one person per role by one click. */
export function SignInForm({
  onSignedIn,
  account: known = '',
}: {
  onSignedIn: () => Promise<void>;
  account?: string;
}): ReactNode {
  const { data: ways } = useQuery(waysIn());
  const { oidc = null, demo = null } = ways ?? {};
  const [asks, setAsks] = useState<'password' | 'code'>('password');
  const [account, setAccount] = useTyped('sign-in account', known);
  const [password, setPassword] = useTyped('sign-in password');
  const [code, setCode] = useTyped('sign-in code');
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (work: () => Promise<{ secondFactorNeeded?: boolean }>): Promise<void> => {
    setBusy(true);
    setRefused(null);
    try {
      const answer = await work();
      if (answer.secondFactorNeeded === true) setAsks('code');
      else await onSignedIn(); // and until then it is not sent again
    } catch (error) {
      setRefused(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(() => (asks === 'password' ? signIn(account, password) : showSecondFactor(code)));
  };

  return (
    <>
      <form onSubmit={submit} className="sign-in-form" noValidate>
        {refused !== null && (
          <Alert color="red" variant="light" role="alert">
            {refused}
          </Alert>
        )}
        {asks === 'password' ? (
          <>
            <TextInput
              label={t('Account')}
              autoComplete="username"
              value={account}
              onChange={(event) => setAccount(event.currentTarget.value)}
              required
              withAsterisk={false}
            />
            <PasswordInput
              visibilityToggleButtonProps={{ 'aria-label': t('Show the password') }}
              label={t('Password')}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              required
              withAsterisk={false}
            />
          </>
        ) : (
          <Prompt label={t('Code of your authenticator')} value={code} onChange={setCode} />
        )}
        <Button type="submit" loading={isBusy}>
          {asks === 'password' ? t('Sign in') : t('Confirm')}
        </Button>
        {oidc !== null && (
          <Button component="a" variant="default" href={oidc.startUrl}>
            {t('Sign in with {name}', { name: oidc.name })}
          </Button>
        )}
      </form>
      {demo !== null && asks === 'password' && <DemoPeople people={demo} isBusy={isBusy} onChosen={setAccount} />}
    </>
  );
}

function DemoPeople({
  people,
  isBusy,
  onChosen,
}: {
  people: readonly DemoPerson[];
  isBusy: boolean;
  onChosen: (account: string) => void;
}): ReactNode {
  const sides = [...new Set(people.map(({ secretariat }) => secretariat))];
  return (
    <section className="demo-people">
      <h2>{t('People of the sample')}</h2>
      <p className="muted">{t('The start line of the server says their password.')}</p>
      <div className="demo-sides">
        {sides.map((side) => (
          <ul key={side} aria-label={side}>
            {people
              .filter(({ secretariat }) => secretariat === side)
              .map(({ account, duties }) => (
                <li key={account}>
                  <button type="button" className="demo-person" disabled={isBusy} onClick={() => onChosen(account)}>
                    <bdi className="strong">{account}</bdi>
                    <span className="muted">{[...new Set(duties)].map(dutyText).join(', ')}</span>
                  </button>
                </li>
              ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

function sentenceOf(error: unknown): string {
  if (error instanceof NotConnected) return t('Not connected. Try again in a moment.');
  const code = error instanceof Refusal ? error.problem.code : '';
  if (code === 'SIGN_IN_REFUSED') return t('This account and this password do not go together.');
  if (code === 'CODE_REFUSED') return t('This code is not the one. Each is taken once: wait for the next.');
  return error instanceof Error ? error.message : String(error);
}
