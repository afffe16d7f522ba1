import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { settlement, type Settlement as Shown, take } from '../../api/documents.ts';
import { ActionButton, actionOf } from '../../parts/actions.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { Code, Day, Instant, MoneyShown } from '../../parts/figures.tsx';
import { useFocusKept } from '../../parts/focus-kept.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useReason } from '../../session/use-form-draft.ts';
import { settlementMethodText } from '../../words/codes.ts';
import { moneyText } from '../../words/figures.ts';
import { colon, t } from '../../words/words.ts';
import { documentChanges } from './document-changes.ts';

/** The payment that is proposed of an invoice, or that settled it: by which voucher, by whose two hands, and what can be done now. */
export function Settlement({ id }: { id: string }): ReactNode {
  const { data, error, refetch } = useQuery(settlement(id));
  if (data === undefined) {
    return error === null ? <Waiting rows={3} /> : <Trouble error={error} onRetry={() => void refetch()} />;
  }
  return (
    <section aria-labelledby="settlement">
      <h2 id="settlement">
        {t('Settlement')} <StateMark state={data.state} />
      </h2>
      <p>
        {settlementMethodText(data.method)} <Code>{data.externalNumber}</Code>, <Day of={data.valueOn} />
        {colon()}
        <MoneyShown of={data.amount} />
        {data.documents.length > 1 && (
          <>
            {', '}
            {data.documents.map(({ number }, index) => (
              <span key={number}>
                {index > 0 && ', '}
                <Link to={`/invoices/${encodeURIComponent(number)}`}>
                  <Code>{number}</Code>
                </Link>
              </span>
            ))}
          </>
        )}
      </p>
      <LeftOut of={data} />
      {data.adjustmentReason !== null && (
        <p>
          {t('Reason:')} <q>{data.adjustmentReason}</q>
        </p>
      )}
      <Hands of={data} />
      <SettlementActions of={data} />
    </section>
  );
}

/** Credit notes on its documents that it leaves out: those issued since, which its proposer did not know, stand in the way. */
function LeftOut({ of: { creditNotesLeftOut: notes, open } }: { of: Shown }): ReactNode {
  if (notes.length === 0 || open === null) return null;
  return (
    <div className="notice" data-tone={notes.some(({ isIssuedSince }) => isIssuedSince) ? 'wrong' : 'provisional'}>
      <ul>
        {notes.map(({ number, amount, isIssuedSince }) => (
          <li key={number}>
            <Link to={`/invoices/${encodeURIComponent(number)}`}>
              <Code>{number}</Code>
            </Link>{' '}
            <MoneyShown of={amount} /> {isIssuedSince ? t('was issued since, and is left out') : t('is left out')}
          </li>
        ))}
      </ul>
      <p>{t('{total} of its documents is open.', { total: moneyText(open) })}</p>
    </div>
  );
}

/** Who entered it and who approved it. */
function Hands({ of: { proposed, recorded } }: { of: Shown }): ReactNode {
  const hand = (name: string, act: Shown['proposed']): ReactNode => (
    <li data-done={act !== null}>
      <span className="strong">{name}</span>
      <span>{act !== null && <Code>{act.by}</Code>}</span>
      <span className="muted">{act === null ? t('not yet') : <Instant of={act.at} />}</span>
    </li>
  );
  return (
    <>
      <ol className="state-line" aria-label={t('Who did what')}>
        {proposed !== null && hand(t('Proposed by'), proposed)}
        {hand(proposed === null ? t('Recorded by') : t('Approved by'), recorded)}
      </ol>
      {proposed === null && <p className="muted">{t('One person recorded it, before two were asked for.')}</p>}
    </>
  );
}

type Asked = 'approve' | 'return' | null;

function SettlementActions({ of }: { of: Shown }): ReactNode {
  const [open, setOpen] = useState<Asked>(null);
  useFocusKept(of.version);
  const close = (): void => setOpen(null);
  if (of.availableActions.length === 0) return null;
  return (
    <div className="steps">
      <ActionButton
        available={of.availableActions}
        action="settlement.approve"
        label={t('Approve the settlement')}
        onAct={() => setOpen('approve')}
        isMain
      />
      <ActionButton
        available={of.availableActions}
        action="settlement.return"
        label={t('Return the settlement')}
        onAct={() => setOpen('return')}
      />
      <Dialogue
        isOpen={open === 'approve'}
        onClose={close}
        title={t('Settle {total}', { total: moneyText(of.amount) })}
      >
        <Approve of={of} onDone={close} />
      </Dialogue>
      <Dialogue isOpen={open === 'return'} onClose={close} title={t('Return the settlement')}>
        <Return of={of} onDone={close} />
      </Dialogue>
    </div>
  );
}

interface Step {
  readonly of: Shown;
  readonly onDone: () => void;
}

function Approve({ of, onDone }: Step): ReactNode {
  const approve = useAct({
    changes: documentChanges,
    onDone,
    send: (_: void, key) => take<Shown>(actionOf(of.availableActions, 'settlement.approve'), { key, seen: of.version }),
  });
  return (
    <div className="dialogue">
      <p>
        {t(
          '{count, plural, one {# document is} other {# documents are}} settled whole, in both books, under voucher {voucher}.',
          {
            count: of.documents.length,
            voucher: of.externalNumber,
          },
        )}
      </p>
      {approve.error !== null && <Trouble error={approve.error} />}
      <Button onClick={() => approve.mutate()} loading={approve.isPending} data-autofocus>
        {t('Approve the settlement')}
      </Button>
    </div>
  );
}

function Return({ of, onDone }: Step): ReactNode {
  const { reason, setReason, forget } = useReason(`return of settlement ${of.id}`);
  const back = useAct({
    changes: documentChanges,
    onTaken: forget,
    onDone,
    send: (_: void, key) =>
      take<Shown>(actionOf(of.availableActions, 'settlement.return'), {
        ...{ key, seen: of.version },
        body: { reason: reason.trim() },
      }),
  });
  const isReady = reason.trim() !== '';
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isReady) back.mutate();
  };
  return (
    <form onSubmit={submit} className="dialogue">
      <p>{t('Nothing was posted. Its documents and its voucher are free for another proposal.')}</p>
      <TextInput
        label={t('Reason')}
        description={t('It stands in the log for good.')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      {back.error !== null && <Trouble error={back.error} />}
      <Button type="submit" disabled={!isReady} loading={back.isPending}>
        {t('Return the settlement')}
      </Button>
    </form>
  );
}
