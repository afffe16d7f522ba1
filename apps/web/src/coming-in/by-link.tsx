import { Alert, Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Refusal } from '../api/refusal.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { link } from '../session/coming-in.ts';
import { useFromLink } from '../session/link.ts';
import { usePreferences } from '../session/preferences.ts';
import { session, signIn } from '../session/session.ts';
import { t } from '../words/words.ts';
import { ComeFirst } from './come-first.tsx';
import { Invited } from './invited.tsx';
import { Outside } from './outside.tsx';
import { SecondFactor } from './second-factor.tsx';

/** Where a link of the console or of an administrator leads: a password, a second factor, and in. */
export function ByLink(): ReactNode {
  const { language } = usePreferences();
  const token = useFromLink();
  // Another language, and another link, is another page.
  return token === null ? <NoLink key={language} /> : <Opened key={`${language} ${token}`} token={token} />;
}

/** Who has come in: signed in by the password, with the second factor to come. */
interface Come {
  readonly account: string;
  readonly mustEnrol: boolean;
  readonly isFirst: boolean;
}

function Opened({ token }: { token: string }): ReactNode {
  const { data, error, refetch } = useQuery(link(token));
  const [come, setCome] = useState<Come | 'not signed in' | null>(null);
  const enter = async (account: string, password: string, isFirst: boolean): Promise<void> => {
    try {
      const { mustEnrol } = await signIn(account, password);
      setCome(mustEnrol === undefined ? 'not signed in' : { account, mustEnrol, isFirst });
    } catch {
      setCome('not signed in'); // the password is set; what stands in the way, the page of signing in says
    }
  };
  if (come === 'not signed in') return <SignInNow />;
  if (come !== null) return <AndEnrol of={come} />;
  if (error instanceof Refusal && error.problem.code === 'LINK_REFUSED') return <NoLink was={error.message} />;
  if (data === undefined) {
    return (
      <Outside title={t('One moment')} offersLanguages>
        {error === null ? <Waiting rows={3} /> : <Trouble error={error} onRetry={() => void refetch()} />}
      </Outside>
    );
  }
  return data.person === null ? (
    <ComeFirst
      token={token}
      secretariats={data.secretariats}
      expiresAt={data.expiresAt}
      onLookAgain={() => void refetch()}
      onCome={(code, password) => enter(code, password, true)}
    />
  ) : (
    <Invited
      token={token}
      person={data.person}
      secretariat={data.secretariats[0]?.name ?? ''}
      expiresAt={data.expiresAt}
      onCome={(code, password) => enter(code, password, false)}
    />
  );
}

/** The address has no link in it, or one that is over: where another one comes from. */
function NoLink({ was = null }: { was?: string | null }): ReactNode {
  const { pathname } = useLocation();
  return (
    <Outside title={was === null ? t('This page is opened by a link') : t('This link is over')} offersLanguages>
      {was !== null && (
        <Alert color="red" variant="light" role="alert" className="trouble">
          {t('This link is unknown, or has been used, or its time is over.')}
        </Alert>
      )}
      {was === null && (
        <p>{t('It works once, and the page keeps nothing of it: open the link again, whole, as you were given it.')}</p>
      )}
      <p>
        {pathname === '/invitation'
          ? t('An administrator of your secretariat can invite you anew: the link is good for three days.')
          : t(
              'While nobody has an account in these books, every start of the server prints another link, for half an hour: stop it and start it again. Once somebody has one, an administrator invites you.',
            )}
      </p>
      <p>
        <a href="/">{t('Sign in')}</a>
      </p>
    </Outside>
  );
}

function SignInNow(): ReactNode {
  return (
    <Outside title={t('Your password is set')}>
      <p>{t('Sign in with it to go on.')}</p>
      <Button component="a" href="/">
        {t('Sign in')}
      </Button>
    </Outside>
  );
}

function AndEnrol({ of: { account, mustEnrol, isFirst } }: { of: Come }): ReactNode {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const goIn = async (): Promise<void> => {
    await queries.resetQueries({ queryKey: session().queryKey });
    await navigate(isFirst ? '/people' : '/', { replace: true });
  };
  return (
    <Outside title={t('A second factor')} lead={t('Your password is set, and you are signed in.')}>
      <SecondFactor
        account={account}
        why={
          <p>
            {mustEnrol
              ? t('What you may do here asks for a password and a code. It takes a minute, and an authenticator app.')
              : t('A code beside the password keeps your account yours, even where somebody learns the password.')}
          </p>
        }
        instead={
          mustEnrol ? undefined : (
            <Button variant="default" onClick={() => void goIn()}>
              {t('Not now')}
            </Button>
          )
        }
        onDone={() => void goIn()}
      />
    </Outside>
  );
}
