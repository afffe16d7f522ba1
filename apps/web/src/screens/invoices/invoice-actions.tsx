import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { useAllPages, wholeOf } from '../../api/all-pages.ts';
import { type Invoice, type InvoiceWords, type InvoiceWordsLine, take } from '../../api/documents.ts';
import { charges } from '../../api/queries.ts';
import { ActionButton, actionOf } from '../../parts/actions.tsx';
import { Amount, Code, MoneyShown } from '../../parts/figures.tsx';
import { KeptForm } from '../../parts/kept-form.tsx';
import { ListBox } from '../../parts/list-box.tsx';
import { Dialogue } from '../../parts/dialogue.tsx';
import { ReadingField } from '../../parts/reading-field.tsx';
import { useFocusKept } from '../../parts/focus-kept.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useFormDraft } from '../../session/use-form-draft.ts';
import { unitText } from '../../words/codes.ts';
import { moneyText } from '../../words/figures.ts';
import { colon, t } from '../../words/words.ts';
import { documentChanges } from './document-changes.ts';
import { type CreditFigure, creditFigure, leftToCredit } from './credit-line.ts';
import { Settle } from './settle.tsx';

type Asked = 'issue' | 'credit' | 'discard' | 'settle' | null;

/** What the server says can be done to this document, and who could where this person may not. */
export function InvoiceActions({ of, words }: { of: Invoice; words: InvoiceWords | null }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<Asked>(null);
  const available = of.availableActions;
  useFocusKept(of.version);
  // Whoever comes from a charge that is wrong is asked at once how much of it is given back.
  const wrong = available.some(({ action, allowed }) => action === 'invoice.credit' && allowed)
    ? search.get('credit')
    : null;
  const close = (): void => {
    setOpen(null);
    if (wrong === null) return;
    setSearch((before) => {
      before.delete('credit');
      return before;
    });
  };
  if (available.length === 0) return null;
  return (
    <div className="steps">
      <ActionButton
        available={available}
        action="invoice.issue"
        label={of.type === 'INVOICE' ? t('Issue the invoice') : t('Issue the credit note')}
        onAct={() => setOpen('issue')}
        isMain
      />
      <ActionButton
        available={available}
        action="invoice.discard"
        label={t('Discard the draft')}
        onAct={() => setOpen('discard')}
      />
      <ActionButton
        available={available}
        action="settlement.propose"
        label={t('Propose the settlement')}
        onAct={() => setOpen('settle')}
      />
      <ActionButton
        available={available}
        action="invoice.credit"
        label={t('Credit part of it')}
        onAct={() => setOpen('credit')}
      />
      <Dialogue isOpen={open === 'issue'} onClose={close} title={t('Issue {total}', { total: moneyText(of.total) })}>
        <Issue of={of} onDone={close} />
      </Dialogue>
      <Dialogue isOpen={open === 'discard'} onClose={close} title={t('Discard the draft')}>
        <Discard of={of} onDone={close} />
      </Dialogue>
      <Dialogue isOpen={open === 'settle'} onClose={close} title={t('Propose the settlement')}>
        <Settle of={of} onDone={close} />
      </Dialogue>
      <Dialogue
        isOpen={words !== null && (open === 'credit' || wrong !== null)}
        onClose={close}
        isWide
        title={t('Credit part of {number}', { number: of.number ?? '' })}
      >
        {words !== null && <Credit of={of} words={words} wrong={wrong} />}
      </Dialogue>
    </div>
  );
}

interface Step {
  readonly of: Invoice;
  readonly onDone: () => void;
}

/** The point of no return: whoever issues types what stands on the draft, so that no other one is issued by a slip. */
function Issue({ of, onDone }: Step): ReactNode {
  const [typed, setTyped] = useState('');
  const issue = useAct({
    changes: documentChanges,
    onDone,
    send: (_: void, key) => take<Invoice>(actionOf(of.availableActions, 'invoice.issue'), { key, seen: of.version }),
  });
  const isRight = typed.trim().toUpperCase() === of.agreement.toUpperCase();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isRight) issue.mutate();
  };
  return (
    <form onSubmit={submit} className="dialogue">
      <p>
        <Code>{of.provider}</Code> {t('to')} <Code>{of.client}</Code>
        {colon()}
        <MoneyShown of={of.total} />, {t('{count, plural, one {# line} other {# lines}}', { count: of.lines })}.{' '}
        {t('It gets the next number, is posted in both books, and is not changed any more.')}
      </p>
      <TextInput
        label={t('Type the number of the agreement on the draft: {number}', { number: of.agreement })}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {issue.error !== null && <Trouble error={issue.error} />}
      <Button type="submit" disabled={!isRight} loading={issue.isPending}>
        {of.type === 'INVOICE' ? t('Issue the invoice') : t('Issue the credit note')}
      </Button>
    </form>
  );
}

function Discard({ of, onDone }: Step): ReactNode {
  const navigate = useNavigate();
  const discard = useAct({
    changes: documentChanges,
    onDone: () => {
      onDone();
      void navigate('/invoices');
    },
    send: (_: void, key) => take<Invoice>(actionOf(of.availableActions, 'invoice.discard'), { key, seen: of.version }),
  });
  return (
    <div className="dialogue">
      <p>{t('Its charges are free for another invoice. No number was used.')}</p>
      {discard.error !== null && <Trouble error={discard.error} />}
      <Button onClick={() => discard.mutate()} loading={discard.isPending}>
        {t('Discard the draft')}
      </Button>
    </div>
  );
}

const nothingGiven: { readonly given: Readonly<Record<string, string>>; readonly reason: string } = {
  given: {},
  reason: '',
};

/** Units of own services, amounts of what was passed through: line by line, for a reason. The server splits it as the charge was. */
function Credit({ of, words, wrong }: { of: Invoice; words: InvoiceWords; wrong: string | null }): ReactNode {
  const navigate = useNavigate();
  const draft = useFormDraft(`credit of ${of.id}`, nothingGiven);
  const { given, reason } = draft.form;
  const lines = words.sections.flatMap(({ nature, families }) =>
    families.flatMap((one) => one.lines.map((line) => ({ line, isOwn: nature === 'OWN_SERVICE' }))),
  );
  // Few are: those of the agreement of which something was given back before.
  const before = useInfiniteQuery(charges({ agreement: of.agreement, figure: 'CREDITED' }, 200));
  useAllPages(before);
  const credited = wholeOf(before);
  const checked = lines.map(({ line, isOwn }) => {
    const left = leftToCredit({ ...line, isOwn }, credited);
    return { line, isOwn, left, figure: creditFigure(given[line.charge] ?? '', { isOwn, left }) };
  });
  const wanted = checked.flatMap(({ line, isOwn, figure }) =>
    figure.kind === 'empty' ? [] : [{ charge: line.charge, isOwn, figure }],
  );
  const isReadable = wanted.length > 0 && wanted.every(({ figure }) => figure.kind === 'read');
  const prepare = useAct({
    changes: documentChanges,
    intentions: draft.intentions,
    onTaken: draft.forget,
    onDone: ({ id }: Invoice) => void navigate(`/invoices/${id}`, { flushSync: true }), // before the empty form
    send: (_: void, key) =>
      take<Invoice>(actionOf(of.availableActions, 'invoice.credit'), {
        key,
        body: {
          reason,
          lines: wanted.map(({ charge, isOwn, figure }) => {
            const value = figure.kind === 'read' ? figure.value : '';
            return isOwn ? { charge, quantity: value } : { charge, amount: { amount: value, currency: 'USD' } };
          }),
        },
      }),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isReadable && reason.trim() !== '') prepare.mutate();
  };
  return (
    <form onSubmit={submit} className="dialogue">
      <KeptForm of={draft} />
      <p>
        {t('Units of own services, USD of what was passed through. A draft is prepared, which somebody else issues.')}
      </p>
      <ListBox caption={t('Lines')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('Charge')}</th>
              <th scope="col" data-minor="true">
                {t('Service')}
              </th>
              <th scope="col" data-figure="true">
                {t('Invoiced')}
              </th>
              <th scope="col" data-figure="true">
                {t('Left to give back')}
              </th>
              <th scope="col">{t('To give back')}</th>
            </tr>
          </thead>
          <tbody>
            {checked.map(({ line, isOwn, left, figure }) => (
              <CreditRow
                key={line.charge}
                line={line}
                isOwn={isOwn}
                left={left}
                figure={figure}
                isWrong={line.charge === wrong}
                text={given[line.charge] ?? ''}
                onChange={(text) => draft.set((form) => ({ ...form, given: { ...form.given, [line.charge]: text } }))}
              />
            ))}
          </tbody>
        </table>
      </ListBox>
      {credited === null && before.error !== null && (
        <Trouble error={before.error} onRetry={() => void before.refetch()} />
      )}
      <TextInput
        label={t('Reason')}
        description={t('It stands on the credit note.')}
        required
        value={reason}
        onChange={({ currentTarget: { value } }) => draft.set((form) => ({ ...form, reason: value }))}
      />
      {prepare.error !== null && <Trouble error={prepare.error} />}
      <Button type="submit" disabled={!isReadable || reason.trim() === ''} loading={prepare.isPending}>
        {t('Prepare the credit note')}
      </Button>
    </form>
  );
}

function CreditRow({
  line,
  isOwn,
  left,
  figure,
  isWrong,
  text,
  onChange,
}: {
  line: InvoiceWordsLine;
  isOwn: boolean;
  left: string | null; // to give back, in units or USD; null: not known
  figure: CreditFigure;
  isWrong: boolean; // it is what the reader came for
  text: string;
  onChange: (text: string) => void;
}): ReactNode {
  const [isLeft, leave] = useState(false); // who is still typing is not told that it is wrong
  const readings = figure.kind === 'wrong' ? figure.readings : [];
  const why = figure.kind === 'wrong' && (isLeft || readings.length > 0) ? t(...figure.why) : null;
  return (
    <tr data-chosen={isWrong}>
      <th scope="row">
        <Code>{line.charge}</Code>
      </th>
      <td data-minor="true">
        <span className="cut" title={line.description}>
          {line.description}
        </span>
      </td>
      <td data-figure="true">
        {isOwn ? <Amount of={line.quantity} /> : <Amount of={line.amountUsd} />}{' '}
        <span className="muted">{isOwn ? unitText(line.unit, line.quantity) : 'USD'}</span>
      </td>
      <td data-figure="true">{left !== null && <Amount of={left} zero="0.00" />}</td>
      <td>
        <ReadingField
          size="xs"
          inputMode="decimal"
          onBlur={() => leave(true)}
          aria-label={t('To give back of {charge}', { charge: line.charge })}
          value={text}
          readings={readings}
          why={why}
          onWrite={onChange}
          {...(isWrong ? { 'data-autofocus': true } : {})}
        />
      </td>
    </tr>
  );
}
