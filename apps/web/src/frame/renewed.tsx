import { CloseButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Code, Instant } from '../parts/figures.tsx';
import { useSession } from '../session/signed-in.tsx';
import { t } from '../words/words.ts';

/** Whoever signs in is told that two people let them in anew, for thirty days: or somebody else has come in their name. */
export function Renewed(): ReactNode {
  const { renewed } = useSession();
  const [isClosed, close] = useState(false);
  if (renewed === null || isClosed) return null;
  return (
    <section className="notice renewed" data-tone="waiting" aria-label={t('Your account was renewed')}>
      <div>
        <p>
          <strong>{t('Your account was renewed')}</strong>, <Instant of={renewed.at} />. {t('Renewal proposed by')}{' '}
          <Code>{renewed.proposedBy}</Code>, {t('renewal approved by')} <Code>{renewed.approvedBy}</Code>.
        </p>
        <p>
          {t(
            'If you did not ask for it, somebody may have acted in your name: tell your auditor, and an administrator who is neither of the two.',
          )}{' '}
          <Link to="/settings">{t('Where I am signed in')}</Link>
        </p>
      </div>
      <CloseButton aria-label={t('Close this notice')} onClick={() => close(true)} />
    </section>
  );
}
