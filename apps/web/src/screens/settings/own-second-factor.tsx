import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { RecoveryCodes } from '../../coming-in/recovery-codes.tsx';
import { SecondFactor, Step } from '../../coming-in/second-factor.tsx';
import '../../look/coming-in.css';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { renewRecoveryCodes } from '../../session/coming-in.ts';
import { session } from '../../session/session.ts';
import { useSession } from '../../session/signed-in.tsx';
import { t } from '../../words/words.ts';

/** A new second factor in place of the one there is, or the first one; or new recovery codes alone (`?renew=recovery-codes`). */
export function OwnSecondFactor(): ReactNode {
  const [search] = useSearchParams();
  const { person, demo } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const back = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: session().queryKey });
    await navigate('/settings');
  };
  const instead = <Link to="/settings">{t('Back to Settings')}</Link>;
  const renews = search.get('renew') === 'recovery-codes';
  return (
    <Page title={renews ? t('New recovery codes') : t('Second factor')}>
      {demo ? (
        <p>{t('The people of the sample have the password that is printed, and no second factor.')}</p>
      ) : renews ? (
        <Renewal account={person.code} instead={instead} onDone={() => void back()} />
      ) : (
        <SecondFactor
          account={person.code}
          why={
            <p>
              {t(
                'A second factor that you have goes on until the new one has shown its first code; its recovery codes go with it.',
              )}
            </p>
          }
          instead={instead}
          onDone={() => void back()}
        />
      )}
    </Page>
  );
}

function Renewal({ account, instead, onDone }: { account: string; instead: ReactNode; onDone: () => void }): ReactNode {
  const renew = useAct({ changes: [], send: () => renewRecoveryCodes() });
  if (renew.data !== undefined) {
    return (
      <Step title={t('Recovery codes')}>
        <RecoveryCodes of={renew.data.recoveryCodes} account={account} onKept={onDone} />
      </Step>
    );
  }
  return (
    <>
      <p>{t('Those that you have from before are good no more from then on.')}</p>
      {renew.error !== null && <Trouble error={renew.error} />}
      <div className="choices">
        <Button loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('Make new recovery codes')}
        </Button>
        {instead}
      </div>
    </>
  );
}
