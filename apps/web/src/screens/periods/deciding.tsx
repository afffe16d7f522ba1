import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import type { Answers } from '../../api/client.ts';
import { take } from '../../api/documents.ts';
import { dryRun } from '../../api/dry-run.ts';
import { checklist, type ChecklistItem } from '../../api/periods.ts';
import { Refusal } from '../../api/refusal.ts';
import { actionOf } from '../../parts/actions.tsx';
import { Reason, restOf, saidOf, submits } from '../../parts/form.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { t } from '../../words/words.ts';
import { Balances } from './balances.tsx';
import { Obstacles } from './checklist.tsx';
import { actionName, leadsTo, type PeriodAction } from './naming.ts';

type PeriodAnswer = Answers['PeriodAnswer'];

interface Decided {
  readonly of: PeriodAnswer;
  readonly action: PeriodAction;
  readonly onDone: (now: PeriodAnswer) => void;
}

const withReason: readonly PeriodAction[] = ['period.withdraw', 'period.request-reopening', 'period.reopen'];

/** One step in the life of a period: what it means, what the books say to it in a dry run, and then the step. */
export function Deciding({ of, action, onDone }: Decided): ReactNode {
  const [seen] = useState(of); // what is decided on: it may be read anew while the dialogue is open
  const [reason, setReason] = useState('');
  const wantsReason = withReason.includes(action);
  // Any reason does for a dry run: the real one is being typed.
  const offered = actionOf(seen.availableActions, action);
  const tried = useQuery(
    dryRun<PeriodAnswer>(offered, { seen: seen.version, body: wantsReason ? { reason: '…' } : {} }),
  );
  const act = useAct({
    changes: ['periods', 'inbox', 'audit-events', 'charges'],
    onDone,
    send: (_: void, key) =>
      take<PeriodAnswer>(offered, {
        ...{ key, seen: seen.version },
        body: wantsReason ? { reason: reason.trim() } : {},
      }),
  });
  const isReady = tried.data !== undefined && (!wantsReason || reason.trim() !== '');
  const rest = restOf(act.error, ['/reason']);
  return (
    <form onSubmit={submits(() => (isReady ? act.mutate() : undefined))} className="dialogue" noValidate>
      {leadsTo(action, seen).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Consequence of={seen} action={action} tried={tried} />
      {wantsReason && <Reason value={reason} error={saidOf(act.error, '/reason')} onChange={setReason} />}
      {rest !== null && <Trouble error={rest} />}
      <div className="dialogue-acts">
        <Button type="submit" disabled={!isReady} loading={act.isPending}>
          {actionName(action, seen)}
        </Button>
      </div>
    </form>
  );
}

interface Tried {
  readonly data: { readonly result: PeriodAnswer; readonly wouldPost: readonly unknown[] } | undefined;
  readonly error: Error | null;
}

/** What the books would do, by their own dry run: the state it leads to, what is posted, what comes late afterwards. */
function Consequence({ of, action, tried }: { of: PeriodAnswer; action: PeriodAction; tried: Tried }): ReactNode {
  const looked = useQuery(checklist(of.code));
  const closes = action === 'period.close' || action === 'period.sign';
  const { data, error } = tried;
  if (error !== null) {
    const blocking = (looked.data?.items ?? []).filter(({ holds, blocks }) => blocks && !holds);
    return (
      <section className="consequence" aria-label={t('What it does')}>
        <Trouble error={error} />
        {closes && isOfWhatStandsInIt(error) && blocking.length > 0 && <Obstacles items={blocking} of={of} />}
      </section>
    );
  }
  if (data === undefined || (closes && looked.data === undefined)) return <Waiting rows={2} />;
  const late = lateIn(
    action === 'period.close' ? (data.result.acts.at(-1)?.checklist ?? []) : (looked.data?.items ?? []),
  );
  return (
    <section className="consequence" aria-label={t('What it does')}>
      <p>
        <StateMark state={of.state} /> → <StateMark state={data.result.state} />
      </p>
      {data.wouldPost.length === 0 && <p className="muted">{t('Nothing is posted, in neither book.')}</p>}
      {closes && late.length > 0 && (
        <>
          <h3>{t('What comes late afterwards')}</h3>
          <Obstacles items={late} of={of} />
        </>
      )}
      {closes && late.length === 0 && (
        <p className="muted">{t('Nothing waits in it: nothing is known to come late.')}</p>
      )}
      {action === 'period.sign' && looked.data?.toSign !== null && looked.data !== undefined && (
        <>
          <h3>{t('What is signed: the balances of your book')}</h3>
          <Balances of={looked.data.toSign.balances} />
        </>
      )}
    </section>
  );
}

/** What the sealer has not reached yet is no matter of the closing. */
function lateIn(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.filter(({ holds, code }) => !holds && code !== 'UNSEALED');
}

/** Refused for what waits or differs, and not for who asks, or when. */
function isOfWhatStandsInIt(error: Error): boolean {
  return error instanceof Refusal && error.problem.status === 409;
}
