import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../../api/acts.ts';
import type { Answers } from '../../api/client.ts';
import { take } from '../../api/documents.ts';
import { dryRun } from '../../api/dry-run.ts';
import { charge, chargePostings } from '../../api/queries.ts';
import { Refusal } from '../../api/refusal.ts';
import { ActionButton, actionOf } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useSession } from '../../session/signed-in.tsx';
import { useReason } from '../../session/use-form-draft.ts';
import { dayText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { chargeChanges } from './charge-changes.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { EntriesTable } from './entries-table.tsx';
import { type EntryLine, opposite } from './entries.ts';

type Charge = Answers['ChargeAnswer'];

const corrections = [
  'charge.return',
  'charge.resubmit',
  'charge.withdraw',
  'charge.reverse',
  'charge.approve-reversal',
  'charge.keep',
] as const;
export type Correction = (typeof corrections)[number];

/** The way to put a wrong charge right, as its state has it: back a step, reversed, or by a credit note. */
export function Corrections({ of }: { of: Charge }): ReactNode {
  const [asked, ask] = useState<Correction | null>(null);
  const close = (): void => ask(null);
  return (
    <>
      {corrections.map((action) => (
        <ActionButton
          key={action}
          available={of.availableActions}
          action={action}
          label={nameOf(action, of.id)}
          onAct={() => ask(action)}
          isMain={action === 'charge.approve-reversal' || action === 'charge.resubmit'}
        />
      ))}
      <CorrectedElsewhere of={of} />
      <CorrectionDialogue id={of.id} asked={asked} onClose={close} />
    </>
  );
}

interface Asked {
  readonly id: string | null;
  readonly asked: Correction | null;
  readonly onClose: () => void;
}

/** One correction of one charge over the page, in the panel and in Approvals alike. */
export function CorrectionDialogue({ id, asked, onClose }: Asked): ReactNode {
  const isOpen = id !== null && asked !== null;
  return (
    <Dialogue
      isOpen={isOpen}
      onClose={onClose}
      isWide={asked === 'charge.reverse' || asked === 'charge.approve-reversal'}
      title={isOpen ? nameOf(asked, id) : ''}
    >
      {isOpen && <Asking id={id} action={asked} onDone={onClose} />}
    </Dialogue>
  );
}

function Asking({ id, action, onDone }: { id: string; action: Correction; onDone: () => void }): ReactNode {
  const { data, error } = useQuery(charge(id));
  if (data === undefined) return error === null ? <Waiting rows={3} /> : <Trouble error={error} />;
  return <CorrectionForm of={data} action={action} onDone={onDone} />;
}

/** What is issued, or held by a draft, or ended, is not reversed: where to go instead. */
function CorrectedElsewhere({ of }: { of: Charge }): ReactNode {
  const { secretariat } = useSession();
  const isProvider = secretariat.code === of.provider;
  const isHeld = isProvider && of.state === 'CERTIFIED';
  if (of.invoice !== null && ['INVOICED', 'SETTLED'].includes(of.state)) {
    const invoice = `/invoices/${encodeURIComponent(of.invoice)}`;
    return (
      <p className="why">
        {t('What an issued invoice bills is corrected by a credit note on a part of it.')}{' '}
        <Link to={isProvider ? `${invoice}?credit=${encodeURIComponent(of.id)}` : invoice}>
          {isProvider ? t('Credit part of {number}', { number: of.invoice }) : of.invoice}
        </Link>
      </p>
    );
  }
  if (isHeld && !of.availableActions.some(({ action }) => action === 'charge.reverse')) {
    return (
      <p className="why">
        {t('A draft of an invoice holds it: it is reversed once that draft is discarded.')}{' '}
        <Link to={`/invoices?state=DRAFT&agreement=${encodeURIComponent(of.agreement)}`}>{t('To the drafts')}</Link>
      </p>
    );
  }
  const mayBeReplaced = ['WITHDRAWN', 'REVERSING', 'REVERSED', 'CREDITED'].includes(of.state);
  if (!isProvider || !mayBeReplaced || of.replacedBy !== null) return null;
  return (
    <Button component={Link} to={againAt(of)} size="xs" variant={of.state === 'REVERSING' ? 'default' : 'filled'}>
      {t('Enter it again')}
    </Button>
  );
}

/** The entry grid with a line as this charge was, or the form of a trip, that takes its place. */
function againAt({ agreement, id, trip }: Charge): string {
  return `/charges/new${trip === null ? '' : '/trip'}?agreement=${encodeURIComponent(agreement)}&replaces=${encodeURIComponent(id)}`;
}

function CorrectionForm({ of, action, onDone }: { of: Charge; action: Correction; onDone: () => void }): ReactNode {
  const navigate = useNavigate();
  const [seen, look] = useState(of); // what is decided on: it may be read anew while the dialogue is open
  const { reason, setReason, forget } = useReason(`${action} of ${of.id}`);
  const act = useAct({
    changes: chargeChanges,
    onTaken: forget,
    send: (_: Then, key) =>
      take<Charge>(actionOf(seen.availableActions, action), {
        ...{ key, seen: seen.version },
        body: bodyOf(action, reason.trim()),
      }),
  });
  const isStale = act.error instanceof Refusal && act.error.isStale;
  const isOffered = of.availableActions.some((one) => one.action === action);
  const wantsReason = action !== 'charge.approve-reversal';
  const undoes = action === 'charge.reverse' || action === 'charge.withdraw';
  const isReady = !isStale && (!wantsReason || reason.trim() !== '');
  const decide = (then: Then): void =>
    act.mutate(then, {
      onSuccess: () => {
        onDone();
        if (then === 'again') void navigate(againAt(of));
      },
    });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isReady) decide('only');
  };
  return (
    <form onSubmit={submit} className="dialogue">
      <p>{leadsTo(action, of)}</p>
      {isOffered && !isStale && <Consequence of={seen} action={action} />}
      {wantsReason && (
        <TextInput
          label={action === 'charge.resubmit' ? t('Answer') : t('Reason')}
          description={t('It stands in the log for good.')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {act.error !== null && <Trouble error={act.error} />}
      {isStale && <ChangedMeanwhile seen={seen} now={of} />}
      {isStale && isOffered && of.version !== seen.version && (
        <Button
          variant="default"
          onClick={() => {
            look(of);
            act.reset();
          }}
        >
          {t('Decide on the new one')}
        </Button>
      )}
      <div className="dialogue-acts">
        <Button type="submit" disabled={!isReady} loading={act.isPending && act.variables === 'only'}>
          {nameOf(action, of.id)}
        </Button>
        {undoes && (
          <Button
            variant="default"
            disabled={!isReady}
            loading={act.isPending && act.variables === 'again'}
            onClick={() => decide('again')}
          >
            {nameOf(action, of.id)} {t('and enter it again')}
          </Button>
        )}
      </div>
    </form>
  );
}

type Then = 'only' | 'again';

/** What it would do, by the books' own dry run, before it is done: the step, and the entries of both books. */
function Consequence({ of, action }: { of: Charge; action: Correction }): ReactNode {
  // Any reason does for a dry run: the real one is being typed.
  const offered = actionOf(of.availableActions, action);
  const tried = useQuery(dryRun<Charge>(offered, { seen: of.version, body: bodyOf(action, '…') }));
  const undoes = action === 'charge.reverse' || action === 'charge.approve-reversal';
  const posted = useQuery({ ...chargePostings(of.id), enabled: undoes });
  const error = tried.error ?? posted.error;
  if (error !== null) return <Trouble error={error} />;
  if (tried.data === undefined || (undoes && posted.data === undefined)) return <Waiting rows={2} />;
  const certified = (posted.data?.items ?? []).filter(({ event }) => event === 'CHARGE_CERTIFIED');
  // Whoever asks posts nothing yet; what the approval posts is the opposite, to the cent.
  const undone: readonly EntryLine[] = action === 'charge.reverse' ? opposite(certified) : tried.data.wouldPost;
  const on = tried.data.wouldPost[0]?.accountingOn;
  return (
    <section className="consequence" aria-label={t('What it does')}>
      <p>
        <StateMark state={of.state} /> → <StateMark state={tried.data.result.state} />
      </p>
      {undoes ? (
        <EntriesTable
          of={of}
          posted={certified}
          undone={undone}
          undoneHead={on === undefined ? t('Once approved, USD') : t('On {day}, USD', { day: dayText(on) })}
        />
      ) : (
        <p className="muted">{t('Nothing is posted, in neither book.')}</p>
      )}
    </section>
  );
}

function bodyOf(action: Correction, text: string): object {
  if (action === 'charge.approve-reversal') return {};
  return action === 'charge.resubmit' ? { answer: text } : { reason: text };
}

function nameOf(action: Correction, id: string): string {
  switch (action) {
    case 'charge.return':
      return t('Return {id}', { id });
    case 'charge.resubmit':
      return t('Answer, and send {id} on', { id });
    case 'charge.withdraw':
      return t('Withdraw {id}', { id });
    case 'charge.reverse':
      return t('Ask to reverse {id}', { id });
    case 'charge.approve-reversal':
      return t('Approve the reversal of {id}', { id });
    case 'charge.keep':
      return t('Keep {id} as it was', { id });
  }
}

function leadsTo(action: Correction, { provider }: Charge): string {
  switch (action) {
    case 'charge.return':
      return t('The provider answers to it, or withdraws the charge.');
    case 'charge.resubmit':
      return t('The client is to confirm it anew.');
    case 'charge.withdraw':
      return t('It is owed by nobody then, and another charge may take its place.');
    case 'charge.reverse':
      return t('An approving officer of {provider} approves it; meanwhile no invoice takes it.', { provider });
    case 'charge.approve-reversal':
      return t('Entries of their own undo it in both books, and what it had taken up is free again.');
    case 'charge.keep':
      return t('It stays certified, and may be invoiced.');
  }
}
