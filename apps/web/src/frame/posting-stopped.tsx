import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useAct } from '../api/acts.ts';
import { liftStop, verifications } from '../api/documents.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { Code, Instant } from '../parts/figures.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useReads } from '../session/readable.ts';
import { useSession } from '../session/signed-in.tsx';
import { colon, t } from '../words/words.ts';
import { resumptionStep } from './resumption.ts';

const lookEveryMs = 5 * 60_000;

/** A verification failed: on every screen it says what is wrong first, that nothing is posted, and who lets posting go on. */
export function PostingStopped(): ReactNode {
  const { secretariat, may } = useSession();
  const mayRead = useReads();
  const [read, lift] = useState<string | null>(null); // the verification that was shown when it was begun
  const { data } = useQuery({
    ...verifications(),
    refetchInterval: lookEveryMs,
    enabled: mayRead('verification.read'),
  });
  const stop = data?.items.find(({ stopsPosting }) => stopsPosting);
  if (stop === undefined) return null;
  const step = resumptionStep(stop, { secretariat: secretariat.code, may });
  const asks = step === 'ASK' ? t('Ask to let posting go on') : t('Let posting go on');
  const wrong = stop.firstWrong as { check: string; kind: string; object: string } | null;
  return (
    <section className="notice" data-tone="wrong" aria-label={t('Nothing is posted')}>
      <p>
        <strong>{t('Nothing is posted')}</strong>
        {colon()}
        {t('verification {number} failed', { number: stop.id })}, <Instant of={stop.at} />.{' '}
        {wrong !== null && (
          <>
            {t('First of what is wrong:')} <Code>{wrong.check}</Code>{' '}
            <span lang="en">
              {wrong.kind} {wrong.object}
            </span>
            .
          </>
        )}
      </p>
      {stop.resumption !== null && (
        <p>
          {t('{by} has asked to let posting go on: {reason}', {
            by: stop.resumption.by,
            reason: stop.resumption.reason,
          })}
        </p>
      )}
      {step === 'WAIT' && <p>{t('An approving officer of the other side agrees, or another verification fails.')}</p>}
      {step === 'FOR_OTHERS' && <p>{t('An approving officer of each side lets posting go on, for a reason.')}</p>}
      {(step === 'ASK' || step === 'AGREE') && (
        <Button size="compact-xs" variant="default" onClick={() => lift(stop.id)}>
          {asks}
        </Button>
      )}
      <Dialogue isOpen={read !== null} title={asks} onClose={() => lift(null)}>
        <Lift asks={asks} read={read ?? stop.id} onDone={() => lift(null)} />
      </Dialogue>
    </section>
  );
}

function Lift({ asks, read, onDone }: { asks: string; read: string; onDone: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const act = useAct({
    changes: ['verifications', 'audit-events', 'inbox'],
    onDone,
    send: (_: void, key) => liftStop({ verification: read, reason }, key),
  });
  return (
    <form
      className="dialogue"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p>{t('You answer for what verification {number} found.', { number: read })}</p>
      <p>{t('What is wrong stays wrong until it is mended: the next verification looks again.')}</p>
      <TextInput
        label={t('Reason')}
        value={reason}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.error !== null && <Trouble error={act.error} />}
      <Button type="submit" loading={act.isPending} disabled={reason.trim() === ''}>
        {asks}
      </Button>
    </form>
  );
}
