import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAct } from '../../api/acts.ts';
import { take } from '../../api/documents.ts';
import { proposeRenewal, type Renewal, renewals } from '../../api/people.ts';
import { actionOf, Why } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Code, Instant } from '../../parts/figures.tsx';
import { Reason, submits } from '../../parts/form.tsx';
import { type Column, ListTable } from '../../parts/list-table.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useReason } from '../../session/use-form-draft.ts';
import { useReads } from '../../session/readable.ts';
import { colon, t } from '../../words/words.ts';
import { Handover } from './handover.tsx';
import { choicesOf, openAndPast } from './standing.ts';
import { TakeBack } from './take-back.tsx';

const changes = ['renewals', 'people', 'inbox', 'audit-events'];

interface Proposing {
  readonly person: string;
  readonly isShut?: boolean; // the account is opened with it
  readonly onDone: () => void;
}

/** Another way in for whoever has one, or was shut out: it opens nothing until another person has approved it. */
export function ProposeRenewal({ person, isShut = false, onDone }: Proposing): ReactNode {
  const { reason, setReason, forget } = useReason(`renewal of ${person}`);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []); // also where it takes the place of an invitation
  const propose = useAct({
    changes,
    onTaken: forget,
    onDone,
    send: (_: void, key) => proposeRenewal({ person, reason, letsInAgain: isShut }, key),
  });
  return (
    <form ref={form} onSubmit={submits(() => propose.mutate())} className="dialogue">
      <p>
        {isShut
          ? t(
              'Another administrator approves it within three days, or an approving officer where there is no other, and hands the link over. The account opens when {person} uses it, with the duties that were not ended.',
              { person },
            )
          : t(
              'Another administrator approves it within three days, or an approving officer where there is no other, and hands the link over. Nothing of {person} ends before the link is used.',
              { person },
            )}
      </p>
      <Reason value={reason} onChange={setReason} />
      {propose.error !== null && <Trouble error={propose.error} />}
      <Button type="submit" loading={propose.isPending} disabled={reason.trim() === ''}>
        {isShut ? t('Propose to let in again') : t('Propose to renew the account')}
      </Button>
    </form>
  );
}

/** Accounts that two people renew: what waits for the second, and what became of those before. */
export function Renewals(): ReactNode {
  const mayRead = useReads();
  const { data, error } = useQuery({ ...renewals(), enabled: mayRead('renewal.read') });
  const [approving, setApproving] = useState<Renewal | null>(null);
  const [takingBack, setTakingBack] = useState<Renewal | null>(null);
  const { open, past } = openAndPast(data?.items ?? []);
  const close = (): void => setApproving(null);
  const leave = (): void => setTakingBack(null);
  if (error !== null) return <Trouble error={error} />;
  return (
    <div className="renewals">
      {open.length > 0 && (
        <section>
          <h2>{t('Accounts to be renewed')}</h2>
          <ListTable<Renewal>
            caption={t('Accounts to be renewed')}
            columns={columns({ onApprove: setApproving, onTakeBack: setTakingBack })}
            rows={open}
            keyOf={({ id }) => id}
          />
        </section>
      )}
      {past.length > 0 && (
        <details className="postings">
          <summary>{t('Renewals that are over')}</summary>
          <ListTable<Renewal>
            caption={t('Renewals that are over')}
            columns={columns(null)}
            rows={past}
            keyOf={({ id }) => id}
          />
        </details>
      )}
      <Dialogue
        isOpen={approving !== null}
        onClose={close}
        title={approving === null ? '' : t('Renew the account of {person}', { person: approving.person })}
      >
        {approving !== null && <ApproveRenewal of={approving} />}
      </Dialogue>
      <Dialogue
        isOpen={takingBack !== null}
        onClose={leave}
        title={takingBack === null ? '' : t('Keep {person} shut out', { person: takingBack.person })}
      >
        {takingBack !== null && <TakeBack of={takingBack} onDone={leave} />}
      </Dialogue>
    </div>
  );
}

interface Deciding {
  readonly onApprove: (renewal: Renewal) => void;
  readonly onTakeBack: (renewal: Renewal) => void;
}

function columns(deciding: Deciding | null): Column<Renewal>[] {
  const all: Column<Renewal>[] = [
    { key: 'person', head: t('Person'), isRowHead: true, shows: ({ person }) => <Code>{person}</Code> },
    {
      key: 'state',
      head: t('State'),
      narrow: 'part',
      shows: ({ state, letsInAgain }) => (
        <>
          <StateMark state={state} />
          {letsInAgain && <span className="effect muted">{t('Lets in again')}</span>}
        </>
      ),
    },
    { key: 'reason', head: t('Reason'), narrow: 'line', shows: ({ reason }) => <span dir="auto">{reason}</span> },
    {
      key: 'hands',
      head: t('Proposed, approved by'),
      shows: ({ proposedBy, proposedAt, approvedBy, approvedAt }) => (
        <>
          <Hand by={proposedBy} at={proposedAt} />
          {approvedBy !== null && approvedAt !== null && <Hand by={approvedBy} at={approvedAt} />}
        </>
      ),
    },
  ];
  if (deciding === null) return all;
  return [...all, { key: 'act', head: '', shows: (one) => <Decide of={one} {...deciding} /> }];
}

function Hand({ by, at }: { by: string; at: string }): ReactNode {
  return (
    <span className="effect small">
      <Code>{by}</Code>, <Instant of={at} />
    </span>
  );
}

function Decide({ of, onApprove, onTakeBack }: { of: Renewal } & Deciding): ReactNode {
  const { approve, takeBack, why } = choicesOf(of);
  const { person } = of;
  return (
    <>
      {why !== null && <Why of={why} />}
      <span className="choices">
        {approve && (
          <Button size="compact-xs" onClick={() => onApprove(of)} aria-label={t('Approve for {person}', { person })}>
            {t('Approve')}
          </Button>
        )}
        {takeBack && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onTakeBack(of)}
            aria-label={t('Take back for {person}', { person })}
          >
            {t('Take back')}
          </Button>
        )}
      </span>
    </>
  );
}

/** What it ends, before; the link, after: it is shown to whoever approves, and to nobody else. */
function ApproveRenewal({ of }: { of: Renewal }): ReactNode {
  const { person, proposedBy, reason, letsInAgain } = of;
  const approve = useAct({
    changes,
    send: (_: void, key) =>
      take<{ readonly token: string | null }>(actionOf(of.availableActions, 'account.approve-renewal'), { key }),
  });
  if (approve.data !== undefined) {
    return (
      <Handover
        person={person}
        token={approve.data.token}
        ifGone={t('This link was shown once already: the renewal is to be proposed anew.')}
      />
    );
  }
  return (
    <div className="dialogue">
      <p>
        <Code>{proposedBy}</Code>
        {colon()}
        <q dir="auto">{reason}</q>
      </p>
      <p>
        {letsInAgain && <strong>{t('The account is shut, and opens with it')}. </strong>}
        {t(
          'Ask {person} yourself whether they want it. Whoever opens the link sets a new password: the old one, the second factor, sessions, keys and terminals of before end with it.',
          { person },
        )}
      </p>
      {approve.error !== null && <Trouble error={approve.error} />}
      <Button data-autofocus loading={approve.isPending} onClick={() => approve.mutate()}>
        {t('Approve, and make the link')}
      </Button>
    </div>
  );
}
